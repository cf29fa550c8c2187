"""What a question fixes besides its topic: places, documents, an ordinal, the unit of the figure it wants. What says otherwise is no answer."""

import re
from functools import lru_cache

from corpus.grammar.places import places_in
from corpus.grammar.spoken_symbols import SpokenSymbol, find_spoken
from corpus.grammar.symbols import document_types
from corpus.text import folded, matching_form
from corpus.types import Span, value
from search_api.naming.naming import with_lead

_ORDINAL_WORDS = {
    "nhất": "1",
    "hai": "2",
    "ba": "3",
    "tư": "4",
    "năm": "5",
    "sáu": "6",
    "bảy": "7",
    "tám": "8",
    "chín": "9",
    "mười": "10",
}
_ROMAN = {
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "x": "10",
}
_ORDINAL = re.compile(
    r"(?<!\w)(?:phiên họp|kỳ họp|hội nghị|cuộc họp|phiên|đại hội)(?: \w+){0,4}? (?:lần )?thứ (\w+)(?: \(khoá)?"
)
UPPER = "".join(c for c in map(chr, (*range(0x41, 0x250), *range(0x1EA0, 0x1EFA))) if c.isupper())
_NAME = rf"[{UPPER}][^\W\d_{UPPER}]+"
# Places below a province and departments, by their whole names. A level that was typed without its marks may have been read with others:
# "Phuong Dong Khe" as "Phương Đông Khê".
_COMMUNE = re.compile(
    rf"(?<!\w)(?P<before>{_NAME} )?(?P<level>(?i:ph[uưứừửữự][oơớờởỡợôốồổỗộ]ng|x[aãà]|qu[aâậ]n|huy[eệêề]n|th[iị] tr[aấâ]n|đ[aặă]c khu))(?P<name>(?: {_NAME}){{1,3}})"
)
_LEVELS = ("phường", "xã", "quận", "huyện", "thị trấn", "đặc khu")
# In a question without capitals a name is a syllable or two that go not on with the sentence; these words begin no name.
_GOES_ON = r"(?:có|là|đạt|được|đã|sẽ|phải|giao|lo|chủ|năm|đến|trong|theo|do|tăng|giảm|còn|hỗ|cho|về|ở|thì|bao|mấy|ai|nào|giai|từ|cuối|đầu|hết|muốn|cần|đặt|đề)"
_NO_NAME = (
    r"(?!(?:hội|nào|này|đó|kia|và|hoặc|hay|ủy|uỷ|phường|xã|quận|huyện|thị|đặc|nông|biên|đảo|miền|vùng|thuần|khó|nghèo|mới|trên|dưới|sau|trước|các|lấy|mình"
    rf"|ta|tôi|em|chúng|pháp|án|tiện|thức|hướng|châm|ngữ|trình|số|uẩn|gì|bị|đủ|trực|thuộc|loại|điểm|khi|nếu|{_GOES_ON})(?!\w))"
)
_TYPED_COMMUNE = re.compile(
    rf"(?:^|(?<=của )|(?<=tại )|(?<=ở )|(?<=thuộc )|(?<=bàn ))(?:phường|phương|xã|quận|huyện|thị trấn|đặc khu) {_NO_NAME}[^\W\d_]+(?: (?!{_GOES_ON}(?!\w))[^\W\d_]+)?"
)
_DEPARTMENT = re.compile(rf"(?<!\w)Sở {_NAME} [^\W\d_]+(?= (?:được|chủ trì|phải|có|làm|là|giao|và|,))")
_YEAR_BEHIND = re.compile(r"(?: ?\((?:19|20)\d\d\))?")
_ASKED = r"(?:bao nhiêu|bao nhiu|mấy|bn)"
_SHARE = re.compile(rf"(?<!\w){_ASKED} ?(?:%|phần trăm)|(?<!\w)tỷ lệ {_ASKED}")
_MONEY = re.compile(
    rf"(?<!\w){_ASKED} ?(?:nghìn |triệu )?(?:tỷ|tỉ|triệu|nghìn)?(?: đồng| đô la| đô| usd)(?!\w)|(?<!\w){_ASKED} ?(?:tỷ|tỉ|tiền)(?!\w)|(?<!\w)tốn (?:hết )?{_ASKED}(?!\w)|(?:kinh phí|vốn đầu tư|mức đầu tư|(?:mức|tiền) lương|học phí|lệ phí|mức phí|thù lao|phụ cấp|tiền thưởng|mức thưởng)[^,;?]{{0,80}}{_ASKED}(?! ?(?:%|phần trăm|lần))"
)
_RANK = re.compile(r"(?<!\w)(?:thứ|hạng|nhóm) (?:mấy|bao nhiêu)(?!\w)")
_DAY = re.compile(r"(?<!\w)(?:ngày|hôm) (?:nào|mấy|bao nhiêu)(?!\w)")
_PHONE = re.compile(
    r"(?<!\w)(?:điện thoại|đường dây nóng|hotline|tổng đài)(?!\w)[^?]{0,100}(?<!\w)(?:số|nào|gì|bao nhiêu|mấy)(?!\w)"
)
_ADDRESS = re.compile(
    r"(?<!\w)(?:trụ sở|địa chỉ|số nhà)(?!\w)[^?]{0,100}(?<!\w)(?:ở đâu|đường nào|phố nào|nào|gì|bao nhiêu|mấy)(?!\w)"
)
_MAIL = re.compile(
    r"(?<!\w)(?:e-?mail|thư điện tử|hộp thư)(?: nào(?!\w)|[^?,]{0,80} là (?:gì|bao nhiêu|(?:hộp thư |địa chỉ )?nào)\W*$)"
)
_MEASURES = (
    ("điện thoại", _PHONE),
    ("thư điện tử", _MAIL),
    ("địa chỉ", _ADDRESS),
    ("đồng", _MONEY),
    ("%", _SHARE),
    ("hạng", _RANK),
    ("ngày", _DAY),
)


@value
class Fixed:
    """What a question fixes. ``communes``: places below a province, by their names without marks; ``departments``: of provinces.

    ``measure``: "%", "đồng", "hạng", "ngày", "điện thoại", "thư điện tử", "địa chỉ" or "" where it wants none of these in particular."""

    places: frozenset[str]
    communes: frozenset[str]
    departments: frozenset[str]
    documents: tuple[SpokenSymbol, ...]
    ordinals: frozenset[str]
    measure: str


@lru_cache(4096)
def fixed_by(question: str, places: frozenset[str] = frozenset()) -> Fixed:
    """What the words of a question fix; ``places``: names of places the corpus knows besides the provinces, in matching form."""
    form = matching_form(question)
    said = {spoken.number: spoken for spoken in reversed(find_spoken(question))}
    departments = frozenset(matching_form(m[0]) for m in _DEPARTMENT.finditer(question))
    return Fixed(
        places_in(question, places),
        _communes(question),
        departments,
        tuple(said[n] for n in sorted(said)),
        ordinals_in(form),
        _measure(form),
    )


def _communes(question: str) -> frozenset[str]:
    return frozenset(folded(matching_form(span.of(question))) for span in commune_spans(question))


def commune_spans(question: str) -> list[Span]:
    """Where wards, communes and districts are named."""
    found = []
    for match in _COMMUNE.finditer(question):
        level = matching_form(match["level"])
        # "Trần Thị Huyền Trang" is a person
        begun = match["before"] is None and match["level"][0].isupper() and match["name"].count(" ") > 1
        sure = level in _LEVELS or (begun and folded(level) in map(folded, _LEVELS))
        if sure and not places_in(match["name"]):
            found.append(Span(match.start("level"), match.end()))
    if not found and question == question.lower():
        return [Span(*match.span()) for match in _TYPED_COMMUNE.finditer(matching_form(question))]
    return found


def document_spans(question: str) -> list[Span]:
    """Where documents are named by type and number, with the type before and a bracketed year behind."""
    found = [with_lead(question, spoken.span) for spoken in find_spoken(question)]
    return [Span(span.start, _YEAR_BEHIND.match(question, span.end).end()) for span in found]  # type: ignore[union-attr]


def ordinals_in(form: str) -> frozenset[str]:
    """Ordinal numbers of meetings in a text in matching form: "phiên họp thứ sáu" and "phiên họp lần thứ 6" are one."""
    said = (m[1] for m in _ORDINAL.finditer(form))
    return frozenset(
        number
        for word in said
        if (number := _ORDINAL_WORDS.get(word) or _ROMAN.get(word) or (word if word.isdigit() else ""))
    )


def _measure(form: str) -> str:
    return next((measure for measure, pattern in _MEASURES if pattern.search(form)), "")


_HELD = {
    "%": re.compile(r"%|phần trăm"),
    "đồng": re.compile(matching_form(r"\d(?:[\d.,]*\d)?(?: ?[-–] ?\d[\d.,]*\d)? ?(?:nghìn |triệu )?(?:tỷ|tỉ|triệu|nghìn|đồng|usd|đô la)(?! trọng| lệ| suất| số)(?!\w)")),
    "hạng": re.compile(matching_form(r"(?<!\w)(?:thứ|hạng|nhóm|top) (?:hạng )?(?:\d|nhất|hai|ba)|đứng đầu|dẫn đầu|vị trí")),
    "ngày": re.compile(r"\d{1,2}[/.-]\d{1,2}|ngày \d|\d{1,2} tháng \d|hằng tháng|hàng tháng|thời hạn \d|trong \d+ ngày"),
    "điện thoại": re.compile(r"(?:điện thoại|đường dây nóng|hotline|tổng đài|đt|sđt)[^.;]{0,40}\d{3}|(?<!\d)0\d{2,3}[. ]?\d{3,4}[. ]?\d{3,4}(?!\d)|1[89]00[. ]?\d{3}"),
    "thư điện tử": re.compile(r"\w@\w"),
    "địa chỉ": re.compile(r"số (?:nhà )?\d+\w?,? (?:đường|phố|ngõ|ngách|khu phố|tổ)|(?:trụ sở|địa chỉ)[^.;]{0,30}(?:tại|ở|:)|@|https?:|www\.|\w\.vn(?!\w)"),
}  # fmt: skip


def holds_measure(measure: str, words: str, asked: str) -> bool:
    """Whether a text has a figure of the measure that is asked for; the question's own do not count."""
    if not measure:
        return True
    own = matching_form(asked)
    return any(m[0] not in own or measure in ("%", "hạng") for m in _HELD[measure].finditer(matching_form(words)))


_LONGEST_BEFORE, _LONGEST_BEHIND = 80, 40  # characters of a mention on either side of its number


def mentions(said: SpokenSymbol, text: str) -> bool:
    """Whether a text speaks of a document: its number stands after its type, or in a symbol.

    Only around the number: it is found in no time in a whole document, the pattern is not.
    """
    pattern, number = _mention(said.number, said.types), said.number
    at = text.find(number)
    while at >= 0:
        if pattern.search(text, max(0, at - _LONGEST_BEFORE), at + len(number) + _LONGEST_BEHIND):
            return True
        at = text.find(number, at + 1)
    return False


def mentioned(said: SpokenSymbol, text: str) -> list[Span]:
    """Where a text speaks of a document."""
    return [Span(*match.span()) for match in _mention(said.number, said.types).finditer(text)]


@lru_cache(1024)
def _mention(number: str, types: tuple[str, ...]) -> re.Pattern[str]:
    names = {form for type_ in types if type_ for form in (type_, document_types().get(type_, type_))}
    kinds = "|".join(sorted(map(re.escape, names), key=len, reverse=True)) or "luật|nghị quyết|công văn"
    bare = rf"0{{0,3}}{re.escape(number)}"
    return re.compile(
        rf"(?i)(?<![\d/.])(?:(?:{kinds}) (?:hành động )?(?:số:? ?)?{bare}(?![\d/.]*\d)|{bare} ?[-/] ?(?:\d{{4}}[/-])?(?:{kinds}\b|[A-ZĐ]{{1,4}}\b))"
    )
