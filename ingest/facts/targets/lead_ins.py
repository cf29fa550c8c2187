"""What leads in to an indicator and is no part of it: who says it, what the figures are examples of."""

import re

from corpus.types import Span

# "Giám đốc Sở … cho biết", "…, Hiệu trưởng Trường …, thông tin": a person or a body stands before the verb
_WHO = re.compile(
    r"(?<!\w)(?:đồng chí|ông|bà|chủ tịch|giám đốc|bí thư|trưởng|hiệu trưởng|đại diện|bộ trưởng|thứ trưởng|thủ tướng|lãnh đạo)(?!\w)"
)
_SAYS = re.compile(
    r"(?:(?<!\w)(?:cho biết|cho hay|khẳng định|nhấn mạnh)(?:\s(?:rằng|là|thêm))?|,\s(?:thông tin|chia sẻ|báo cáo)|(?<!\w)(?:nói|kể|chia sẻ)\srằng),?\s"
)
_EXAMPLE = re.compile(
    r"(?:(?:một|hai|ba|bốn|năm|sáu|bảy|các|những|\d{1,2})\s)?(?:chỉ tiêu|điểm sáng|điểm nổi bật|kết quả nổi bật)(?:\s[^\W\d_]+){0,6}?\slà\s"
)
_SOURCE = re.compile(r"theo\s(?:kết quả|báo cáo|số liệu|thống kê|đánh giá|tính toán)\s[^,;.\n]{3,120},\s")


def behind_lead_in(form: str, words: Span) -> int:
    """Where the indicator begins in the words before a figure."""
    start = words.start
    says = next(reversed(list(_SAYS.finditer(form, words.start, words.end))), None)
    if says is not None and _WHO.search(form, words.start, says.start()):
        start = says.end()
    for opening in (_SOURCE, _EXAMPLE):
        match = opening.match(form, start, words.end)
        start = match.end() if match else start
    return start if start < words.end else words.start
