"""What the columns of a table are for, as their headings say."""

import re

from corpus.types import Passage, Span, value
from ingest.facts.targets.setting import Setting
from ingest.facts.targets.years import Year

_NUMBER_COLUMN = re.compile(r"(?:s?tt|số tt|số thứ tự|#)\W*$")
_UNIT_COLUMN = re.compile(r"(?:đơn vị(?: tính)?|đvt|đơn vị đo)\W*$")
_INDICATOR_COLUMN = re.compile(
    r"(?:tên |các |danh mục |hệ thống )?(?:chỉ tiêu|chỉ số|mục tiêu|nội dung|tiêu chí|danh mục)"
)
_LEAD_COLUMN = re.compile(r"chủ trì|phụ trách|(?:cơ quan|đơn vị) (?:theo dõi|thực hiện|chịu trách nhiệm)")
_OTHER_BODY = re.compile(r"phối hợp|cơ quan|đơn vị (?!tính)|văn bản|căn cứ|ghi chú|nguồn")
_DEADLINE_COLUMN = re.compile(r"thời gian|thời hạn|tiến độ|hạn hoàn thành|hoàn thành(?! năm)|lộ trình")
_FIGURE_COLUMN = re.compile(
    r"20\d\d|kết quả|mục tiêu|kế hoạch|thực hiện|(?<!\w)ước(?!\w)|chỉ tiêu|mức|giá trị|tỷ lệ|tỉ lệ|số lượng|phấn đấu|định hướng|cộng|tổng|kinh phí|vốn|ngân sách|đạt"
)
_DOCUMENT_NAMED = re.compile(r"\s?\((?:theo )?(?:nghị quyết|kế hoạch|quyết định|chương trình|đề án)[^()]{1,60}\)\s?$")
BARE = re.compile(
    r"^\W*(?:(?:tối thiểu|ít nhất|trên|dưới|khoảng|từ|đạt|hơn|không quá|tối đa|tăng|giảm|đến|top|nhóm|còn|thứ|hạng|xếp|vị trí|xếp thứ)\s)*[<>≥≤=~\s]*\d"
)
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_PERIOD = re.compile(r"(20\d\d)\s?[-–—]\s?(20\d\d)")


@value
class Column:
    """A cell and what its column is for."""

    cell: Span
    heading: str
    role: str
    title: Span | None = None


def columns_of(setting: Setting, passage: Passage) -> list[Column]:
    headings = passage.columns or (None,) * len(passage.cells)
    columns = []
    taken = False
    for cell, heading in zip(passage.cells, headings, strict=True):
        words = " ".join(heading.of(setting.form).split()) if heading else ""
        role = _role(words, first=not taken)
        taken = taken or role == "indicator"
        columns.append(Column(cell, words, role, heading))
    return columns


def _role(heading: str, *, first: bool) -> str:
    if not heading:
        return "words"
    for role, pattern in (("number", _NUMBER_COLUMN), ("unit", _UNIT_COLUMN)):
        if pattern.match(heading):
            return role
    if first and _INDICATOR_COLUMN.match(heading) and not _YEAR.search(heading):
        return "indicator"
    heading = _DOCUMENT_NAMED.sub("", heading) or heading
    for role, pattern in (
        ("lead", _LEAD_COLUMN),
        ("other", _OTHER_BODY),
        ("deadline", _DEADLINE_COLUMN),
        ("figure", _FIGURE_COLUMN),
    ):
        if pattern.search(heading):
            return role
    return "words"


def column_year(heading: str) -> Year | None:
    """The year or period that a column is for."""
    if match := _PERIOD.search(heading):
        return f"{match[1]}-{match[2]}"
    years = _YEAR.findall(heading)
    return int(years[0]) if len(years) == 1 else None
