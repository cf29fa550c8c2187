"""Where what a body has to do begins: the verbs and modal words of administrative tasks, told from the same words inside names of bodies."""

import re

# Words that stand between a body and its verb, and verbs that are never part of a name.
_PLAIN = (
    "có trách nhiệm", "chịu trách nhiệm", "tự chịu trách nhiệm", "có nhiệm vụ", "có kế hoạch", "có văn bản", "có giải pháp", "có phương án", "(?:là|làm) (?:cơ quan|đơn vị) (?:thường trực|đầu mối|chủ trì|tham mưu|chủ quản)", "là đầu mối", "làm đầu mối",
    "tiếp tục", "chủ động", "khẩn trương", "tập trung", "cần", "phải", "sẽ", "sớm", "kịp thời", "tích cực", "nghiêm túc", "quyết liệt", "trực tiếp", "thường xuyên", "định kỳ", "hằng năm", "hàng năm", "hằng quý",
    "hàng quý", "hằng tháng", "hàng tháng", "ngay", "nhanh chóng", "đồng thời", "căn cứ", "trên cơ sở", "theo chức năng", "theo thẩm quyền", "theo nhiệm vụ", "theo quy định", "dựa trên", "bám sát", "thống nhất",
    "xây dựng", "ban hành", "tham mưu", "tham gia", "trình(?! độ| tự| diễn| bày)", "rà soát", "triển khai", "thực hiện", "hoàn thiện", "hoàn thành", "tăng cường", "đẩy mạnh", "đẩy nhanh", "phát huy", "phát động", "phát triển",
    "nâng cao", "bố trí", "đề xuất", "kiến nghị", "lãnh đạo", "chỉ đạo", "hướng dẫn", "đôn đốc", "giám sát", "theo dõi", "tổng hợp", "báo cáo", "gửi", "cập nhật", "công bố", "quán triệt", "tuyên truyền",
    "vận động", "đăng ký", "ưu tiên", "chú trọng", "quan tâm", "lồng ghép", "(?:thể chế|cụ thể|chuẩn|số|hiện đại|đơn giản|đa dạng|tối ưu|lượng) h(?:óa|oá)", "cân đối", "thẩm tra", "phê duyệt", "ký kết", "tiếp nhận", "bàn giao", "chuẩn bị", "huy động", "bảo đảm",
    "bảo đảm", "đảm bảo", "khắc phục", "tháo gỡ", "chấn chỉnh", "phân công", "cử", "giao", "yêu cầu", "lập", "thành lập", "kiện toàn", "kết nối", "chia sẻ", "tích hợp",
    "tổ chức(?!,| đảng| chính trị| đoàn| thành viên| và cá nhân| và các| kinh tế| xã hội| tín dụng| cơ sở| có | liên quan| quốc tế| cá nhân| khác| được| trong| ngoài| sự nghiệp| khoa học| hội| công đoàn| trực thuộc| bộ máy)",
    "mở", "tạo điều kiện", "thúc đẩy", "đổi mới(?! sáng tạo)", "đưa", "làm việc", "làm tốt", "đánh giá", "xem xét", "lựa chọn", "chấp hành", "tuân thủ", "phổ biến", "đấu tranh", "nắm", "siết chặt", "duy trì", "giúp",
    "xác định", "kiểm soát", "thanh tra, kiểm tra", "bổ sung", "sửa đổi", "điều chỉnh", "phân bổ", "giải ngân", "lưu ý", "tiến hành", "thí điểm", "mời", "thông báo", "trao đổi", "thông qua", "quyết định", "gương mẫu",
    "Tập trung", "Khẩn trương", "Tiếp tục", "Chủ động", "Chủ trì", "nêu gương", "nâng", "thống kê", "phát hiện", "giới thiệu", "kêu gọi", "mở rộng", "làm rõ", "thu thập", "biên soạn", "tập huấn", "xếp hạng", "số hoá", "lắp đặt", "mua sắm", "bảo vệ", "phòng ngừa", "ngăn chặn", "tiếp thu", "thu hồi", "giảm", "tăng", "đồng hành", "bố trí", "xây mới", "tiên phong", "quản lý chặt chẽ", "lên phương án", "nộp", "cam kết", "đề cao", "khen thưởng", "tôn vinh", "nhân rộng", "thu hút",
)  # fmt: skip
# Verbs that names are made of too (viện nghiên cứu, cơ quan quản lý, đơn vị phối hợp); a noun of a kind of body before them keeps them in the name.
_IN_NAMES = ("chủ trì", "phối hợp", "quản lý", "nghiên cứu", "đào tạo", "tư vấn", "kiểm tra", "điều phối", "cung cấp", "sản xuất", "kiểm định", "bồi dưỡng", "tiếp công dân", "thanh tra", "phát triển(?! nông thôn)", "hỗ trợ", "ứng dụng", "khai thác", "xử lý", "giải quyết", "khuyến khích", "vận hành", "khảo sát", "sử dụng", "thẩm định", "đầu tư")  # fmt: skip
_NOUNS = ("cơ quan", "đơn vị", "viện", "trung tâm", "cơ sở", "doanh nghiệp", "tổ chức", "phòng", "ban", "Ban", "tổ", "bộ", "uỷ ban", "ủy ban", "trường", "ngành", "đoàn", "hội", "chi cục", "cục", "các", "quỹ", "công ty")  # fmt: skip

_KEPT = "".join(rf"(?<!(?<!\w){noun} )" for noun in _NOUNS)
_GIVEN = r"(?<!và )(?<![Cc]hương )(?<![Nn]goại )(?<!chuyển )(?<!bàn )(?<!quá )(?<!quy )(?<!công )(?<!lộ )(?<!tiến )(?<!giáo )(?<!chủ )(?<!nhà )(?<!xúc tiến )(?<!được )(?<!việc )(?<!để )(?<!bị )"
PREDICATE = re.compile(
    rf"(?<=[\s,]){_GIVEN}(?:(?:{'|'.join(sorted(_PLAIN, key=len, reverse=True))})|{_KEPT}(?:{'|'.join(_IN_NAMES)}))(?!\w)"
)
# A word directly before the verb that makes it no task: something is told, or the verb belongs to a clause.
_TOLD = re.compile(
    r"(?<!\w)(?:đã|đang|vừa|được|bị|do|của|bởi|với|để|khi|việc|nếu|mà|nhằm|từ|theo|là|và|hoặc|không|chưa|về|cho|trong|tại|qua|như|bằng|đến|trên|các|những|gồm|vì|trước|giữa|hay|cũng|vẫn|cùng|công tác|hoạt động|nội dung|kế hoạch)\s*$",
    re.IGNORECASE,
)
COORDINATING = re.compile(
    r"(?:chủ động |tăng cường |tiếp tục )?phối hợp(?: chặt chẽ| thường xuyên| đồng bộ| hiệu quả| kịp thời)*(?:,? (?:với|cùng với|cùng|giữa))?\s+",
    re.IGNORECASE,
)


_MODAL = ("có trách nhiệm", "chịu trách nhiệm", "phải", "cần")


_VERB_FIRST = re.compile(rf"(?:{'|'.join(sorted((*_PLAIN, *_IN_NAMES), key=len, reverse=True))})(?!\w)", re.IGNORECASE)


def begins_with_verb(text: str, at: int) -> bool:
    """Whether a clause begins with what is to be done, nobody named: "phối hợp với …", "Gửi báo cáo …"."""
    return _VERB_FIRST.match(text, at) is not None


def find_predicate(text: str, start: int, end: int) -> int | None:
    """Where the first verb of a task stands behind the name of a body; None where none does, or where something is told."""
    match = PREDICATE.search(text, start, end)
    if match is None or (match[0] not in _MODAL and _TOLD.search(text, max(start, match.start() - 12), match.start())):
        return None
    return match.start()
