"""Questions as people type them, who do not have the document before them: other words, further words, fewer words, short forms, no marks."""

import random
import re

from corpus.grammar.abbreviations import find_full_forms
from corpus.grammar.places import places_in
from corpus.text import folded

# Words of documents, and what people say for them.
_SAID_FOR = {
    "tỷ lệ": ("tỉ lệ", "phần trăm", "mức"), "người dân": ("dân", "bà con"), "doanh nghiệp": ("công ty",), "xây dựng": ("làm", "lập"),
    "triển khai": ("làm", "thực hiện", "tiến hành"), "hoàn thành": ("xong", "làm xong"), "bồi dưỡng": ("tập huấn",), "đào tạo": ("dạy", "mở lớp"),
    "thành lập": ("lập", "mở"), "ban hành": ("ra", "đưa ra"), "kinh phí": ("tiền", "chi phí"), "hỗ trợ": ("giúp", "trợ giúp"),
    "tăng": ("nâng lên", "thêm"), "giảm": ("bớt", "cắt"), "cán bộ": ("nhân viên", "công chức"), "tổ chức": ("mở", "làm"), "chủ trì": ("đầu mối", "phụ trách", "lo"),
    "rà soát": ("xem lại", "kiểm tra"), "nâng cao": ("cải thiện", "đẩy mạnh"), "tham mưu": ("đề xuất",), "phối hợp": ("cùng làm",), "đạt": ("lên tới", "phải đạt", "được"),
    "số lượng": ("số",), "thực hiện": ("làm", "triển khai"), "tuyên truyền": ("phổ biến",), "cung cấp": ("đưa", "cấp"), "đề án": ("dự án",), "phát triển": ("mở rộng",),
    "đẩy mạnh": ("tăng cường",), "quản lý": ("trông coi", "theo dõi"), "kiểm tra": ("rà",), "đầu tư": ("bỏ vốn",), "diện tích": ("bao nhiêu đất",), "cơ quan nào": ("bên nào", "ai"),
    "khi nào": ("lúc nào", "bao giờ", "tháng mấy"), "bao nhiêu": ("bn", "mấy"), "thủ tục hành chính": ("giấy tờ", "thủ tục"), "sử dụng": ("dùng",), "hướng dẫn": ("chỉ dẫn",),
}  # fmt: skip
_BEFORE = (
    "cho hỏi", "theo chỉ tiêu đề ra thì", "lãnh đạo muốn biết", "trong nhiệm kỳ này", "báo cáo nêu", "để làm tờ trình cần biết", "theo phân công mới nhất",
    "về phần chuyên môn", "xin số liệu", "trong kế hoạch năm", "theo yêu cầu đặt ra",
)  # fmt: skip
_INSIDE = (
    "phấn đấu", "dự kiến", "ít nhất", "cụ thể", "toàn tỉnh", "hiện nay", "được giao", "trên địa bàn", "tính chung", "hằng năm", "trong giai đoạn tới", "theo quy định",
    "bước đầu", "nói chung", "mức tối thiểu", "cho các đơn vị", "nhằm phục vụ", "thực tế",
)  # fmt: skip


def reworded(words: str, chance: random.Random) -> str:
    """A question as somebody may type it."""
    if chance.random() < 0.55:
        words = _other_words(words, chance)
    if chance.random() < 0.4:
        words = _further_words(words, chance)
    if chance.random() < 0.4:
        words = _fewer_words(words, chance)
    if chance.random() < 0.3:
        words = _short_forms(words)
    return folded(words) if chance.random() < 0.4 else words


def _other_words(words: str, chance: random.Random) -> str:
    for printed, said in _SAID_FOR.items():
        if chance.random() < 0.6:
            words = re.sub(rf"(?i)(?<!\w){printed}(?!\w)", chance.choice(said), words, count=1)
    return words


def _further_words(words: str, chance: random.Random) -> str:
    if chance.random() < 0.5:
        return f"{chance.choice(_BEFORE)} {words[:1].lower()}{words[1:]}"
    joints = [m.start() for m in re.finditer(r" (?=(?:là|đạt|của|do|giao|phải|tại|năm|được) )", words)]
    at = chance.choice(joints) if joints else len(words) - 1
    return f"{words[:at]} {chance.choice(_INSIDE)}{words[at:]}"


def _fewer_words(words: str, chance: random.Random) -> str:
    parts = words.split(" ")
    inner = [
        at
        for at in range(3, len(parts) - 3)
        if all(parts[n].islower() and parts[n].isalpha() for n in (at - 1, at, at + 1))
    ]
    gone = set(chance.sample(inner, min(len(inner), chance.choice((1, 2)), len(parts) // 6)))
    return " ".join(part for at, part in enumerate(parts) if at not in gone)


def _short_forms(words: str) -> str:
    for full in reversed(find_full_forms(words)):
        if full.shorts and not places_in(full.span.of(words)):
            words = words[: full.span.start] + full.shorts[0] + words[full.span.end :]
    return words
