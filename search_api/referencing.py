"""A citation as it is put into a document: the document named in full, and the place in it.

State documents: type, number and symbol, date, body, subject (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6 on documents that are referred to
for the first time; of laws the name alone). Party documents: "số 07-CTr/TU, ngày 12/3/2021 của …" and the place behind (Hướng dẫn
36-HD/VPTW). Both put a nought before days below 10 and before January and February only. What is not known is left out.
"""

import re

from corpus.catalogue.documents import DocumentInfo
from corpus.grammar.symbols import document_types, find_symbols, organs
from corpus.text import matching_form, one_line
from corpus.types import Passage, Span
from search_api.placing import place_words, type_at_start

_LONGEST_SUBJECT = 400  # characters
_PARTY_SYMBOL = re.compile(r"\d[^/-]*-[^/]+/")  # 57-NQ/TW; of the State 144/KH-UBND
_PARTY = re.compile(
    matching_form(
        r"(?<!\w)(?:(?:tỉnh|thành|huyện|quận|thị|đảng|quân) ủy|chi ủy|đảng bộ|chi bộ|đảng đoàn|ban cán sự đảng|bộ chính trị|ban bí thư|trung ương đảng"
        r"|ban chấp hành|(?:ban (?:tổ chức|tuyên giáo|dân vận|nội chính|kinh tế|chính sách)|ủy ban kiểm tra|văn phòng) trung ương)(?!\w)"
    )
)
_BY_NAME = ("luật", "bộ luật", "pháp lệnh", "hiến pháp")
_LETTER = ("công văn", "công điện")
# What a subject begins with when it says what the document does ("phê duyệt Đề án …"); others are what it is about.
_DOES = re.compile(
    matching_form(
        r"(?:về|phê duyệt|ban hành|quy định|thành lập|kiện toàn|sửa đổi|bổ sung|điều chỉnh|bãi bỏ|thay thế|công bố|công nhận|giao|phân công|ủy quyền|cho phép"
        r"|thông qua|thực hiện|triển khai|hướng dẫn|tổng kết|sơ kết|tổ chức|tăng cường|đẩy mạnh|phân bổ|quyết định|chấp thuận|bổ nhiệm|đính chính|đề nghị)(?!\w)"
    )
)
_ABOUT_WHAT = re.compile(r"(?:v/v|về việc)[:\s]\s*", re.IGNORECASE)


def reference(info: DocumentInfo, text: str, passage: Passage, quote: Span) -> str:
    """The citation of a quotation. ``text``: of the whole document; ``passage``: the one the quotation stands in."""
    place = place_words(text, passage, quote, info.front.get("doc_type", ""))
    party = is_of_party(info)
    if party or not _is_named(info):
        page = [f"{'tr.' if party else 'trang '}{passage.page}"] if passage.page else []
        return ", ".join([_document(info, party=party), *place.wide, *page])
    named = " ".join([*place.narrow, _document(info, party=False)])
    return f"{named}, trang {passage.page}" if passage.page else named


def is_of_party(info: DocumentInfo) -> bool:
    """Whether a body of the Party issued a document: by its symbol, else by the body's name."""
    symbol = info.front.get("symbol", "")
    if symbol:
        organ = next((found.organ for found in find_symbols(symbol)), "")
        return organs().get(organ, _PARTY_SYMBOL.match(symbol) is not None)
    return _PARTY.search(matching_form(info.front.get("issuer", ""))) is not None


def _is_named(info: DocumentInfo) -> bool:
    """Whether a document can be named by its type: it has a number, or a date or body beside its type."""
    front = info.front
    return bool(
        front.get("symbol") or (_type(info) and (front.get("issued_on") or front.get("issuer"))) or _is_law(info)
    )


def _is_law(info: DocumentInfo) -> bool:
    return _type(info) in _BY_NAME and bool(info.front.get("subject"))


def _document(info: DocumentInfo, *, party: bool) -> str:
    front = info.front
    type_, symbol, issuer, day = _type(info), front.get("symbol"), front.get("issuer"), front.get("issued_on")
    subject = _shortened(one_line(front.get("subject", "")))
    if _is_law(info):
        return f"{type_.capitalize()} {_without_type(type_, subject)}"
    if not _is_named(info):
        return _titled(info)
    words = (type_ or "văn bản").capitalize() + (f" số {symbol}" if symbol else "")
    if day:
        words += f", ngày {_figures(day)}" if party else f" ngày {_in_words(day)}"
    if issuer:
        words += f" của {one_line(issuer)}"
    return f"{words} {_about(type_, subject)}" if subject else words


def _type(info: DocumentInfo) -> str:
    """The type as the letterhead says, else as the symbol does."""
    said = info.front.get("doc_type", "")
    symbol = next(iter(find_symbols(info.front.get("symbol", ""))), None)
    return said or (document_types().get(symbol.type, "") if symbol else "")


def _titled(info: DocumentInfo) -> str:
    """A document without a number, by its title, or by its file where it has none."""
    subject = one_line(info.front.get("subject", ""))
    words = f"“{subject}”" if subject else f"tệp {info.file_name}"
    if issuer := info.front.get("issuer"):
        words += f" của {one_line(issuer)}"
    return f"{words}, ngày {_figures(day)}" if (day := info.front.get("issued_on")) else words


def _about(type_: str, subject: str) -> str:
    """The subject so that it follows the issuer: "về …", or what the document does."""
    if type_ in _LETTER or _ABOUT_WHAT.match(subject):
        return f"về việc {_begun_small(_ABOUT_WHAT.sub('', subject, count=1))}"
    if subject.isupper():
        return subject if _DOES.match(matching_form(subject)) else f"về {subject}"
    if _DOES.match(matching_form(subject)):
        return subject[:1].lower() + subject[1:]
    return f"về {_begun_small(subject)}"


def _begun_small(subject: str) -> str:
    """The subject without the capital of its first word, unless that belongs to a name."""
    first, _, rest = subject.partition(" ")
    name = rest[:1].isupper() or bool(type_at_start(matching_form(subject)))
    return subject if name or not first[1:].islower() else subject[:1].lower() + subject[1:]


def _without_type(type_: str, subject: str) -> str:
    return subject[len(type_) :].strip() if matching_form(subject).startswith(f"{type_} ") else subject


def _shortened(subject: str) -> str:
    """A very long subject, cut at a space."""
    return subject if len(subject) <= _LONGEST_SUBJECT else subject[: subject.rfind(" ", 0, _LONGEST_SUBJECT)] + "…"


def _in_words(day: str) -> str:
    return "{} tháng {} năm {}".format(*_day_month_year(day))


def _figures(day: str) -> str:
    return "/".join(_day_month_year(day))


def _day_month_year(day: str) -> tuple[str, str, str]:
    year, month, date = day[:4], int(day[5:7]), day[8:10]
    return date, f"{month:02d}" if month <= 2 else str(month), year
