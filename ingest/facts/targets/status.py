"""Whether a figure is aimed at or was reached, from the words beside it, its column, its year and the titles above it."""

import re

from corpus.facts import Status
from corpus.types import Span
from ingest.facts.targets.setting import Setting

_AIM = re.compile(
    r"(?<!\w)(?:phấn đấu|mục tiêu|chỉ tiêu|phải đạt|cần đạt|đặt ra|yêu cầu|dự kiến|kế hoạch giao|được giao|hướng tới|hướng đến)(?!\w)"
)
_REACHED = re.compile(
    r"(?<!\w)(?:đến nay|tới nay|hiện nay|hiện đã|hiện có|hiện đạt|hiện mới|hiện đang|mới đạt|mới chỉ|ước đạt|ước tính|ước thực hiện|tính đến|luỹ kế|đạt được|thực hiện được|đã đạt|đã hoàn thành|hoàn thành được)(?!\w)"
)
_DONE = re.compile(r"(?<!\w)(?:đã|được bố trí|chỉ (?=\d)|mới (?=\w+ \d)|đang)(?!\w)")
_DONE_AFTER = re.compile(r"^[^,;.]{0,60}?(?<!\w)(?:đã|đang)(?!\w)(?! được số hoá| số hoá)")
_AIM_COLUMN = re.compile(
    r"chỉ tiêu|mục tiêu|kế hoạch|nhiệm vụ|phấn đấu|nội dung|giải pháp|định hướng|công việc|dự kiến"
)
_RESULT_COLUMN = re.compile(
    r"kết quả (?:thực hiện|đạt được|năm|giai đoạn)|thực hiện(?! năm 20[3-9])|ước|đạt được|tình hình|hiện trạng|^kết quả$"
)
_AIM_TITLE = re.compile(
    r"mục tiêu|chỉ tiêu|nhiệm vụ|giải pháp|phương hướng|định hướng|tổ chức thực hiện|tầm nhìn|kế hoạch|phân công|yêu cầu|dự kiến"
)
_RESULT_TITLE = re.compile(
    r"kết quả|tình hình|thực trạng|hiện trạng|đánh giá|tồn tại|hạn chế|đã đạt|thành tựu|ưu điểm|khó khăn|nguyên nhân|bối cảnh|sự cần thiết"
)
_AIM_TYPES = frozenset(
    ("nghị quyết", "quyết định", "kế hoạch", "chương trình", "chương trình hành động", "chỉ thị", "đề án", "phương án", "công văn", "chiến lược", "phụ lục", "tờ trình")
)  # fmt: skip
_AIM_YEAR = re.compile(r"(?<!\w)(?:đến|tầm nhìn)(?: hết| cuối)? (?:năm )?20\d\d")


def status_of(setting: Setting, clause: Span, figure: Span, year: int | str | None, *, part: bool) -> Status:
    """The status of a figure. ``part``: it is a part of a whole (34/36), as only results are."""
    before = setting.form[clause.start : figure.start]
    aim, reached = (max((m.start() for m in p.finditer(before)), default=-1) for p in (_AIM, _REACHED))
    if aim != reached:
        return Status.TARGET if aim > reached else Status.RESULT
    if part:
        return Status.RESULT
    last = int(str(year)[-4:]) if year is not None else None
    if last is not None and setting.issued is not None and last != setting.issued:
        return Status.TARGET if last > setting.issued else Status.RESULT
    if setting.column:
        if _RESULT_COLUMN.search(setting.column) and not _aimed_titles(setting):
            return Status.RESULT
        if _AIM_COLUMN.search(setting.column):
            return Status.TARGET
    after = setting.form[figure.end : min(clause.end, figure.end + 80)]
    done = bool(_DONE.search(before)) or bool(_DONE_AFTER.match(after))
    for title in reversed(setting.titles):
        words = title.text
        if _RESULT_TITLE.search(words) and not _AIM_YEAR.search(words):
            return Status.RESULT
        if _AIM_TITLE.search(words) or _AIM_YEAR.search(words):
            return Status.RESULT if done and not re.search("mục tiêu|chỉ tiêu", words) else Status.TARGET
    kind = setting.source.front.doc_type
    if kind is not None and kind.value in _AIM_TYPES:
        return Status.RESULT if done else Status.TARGET
    return Status.RESULT


def _aimed_titles(setting: Setting) -> bool:
    """Whether a title above gives a year to come: "Kết quả" then heads the column of what is to be reached."""
    return any(_AIM_YEAR.search(title.text) or "mục tiêu" in title.text for title in setting.titles[-2:]) and bool(
        re.fullmatch(r"kết quả", setting.column)
    )
