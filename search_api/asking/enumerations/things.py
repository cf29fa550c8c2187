"""Question → the things it asks for: what they are called, how many the question says there are, and what else it says of them."""

import re

from corpus.text import folded, matching_form
from corpus.types import Span, value
from search_api.asking.slots import document_spans

_NUMBERS = {
    "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10, "muoi mot": 11, "muoi hai": 12,
}  # fmt: skip
_MARKED = frozenset(["hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai"])
_MACHINE = re.compile(r"(?:bo|vi) $")
_UNSURE = frozenset(["nam", "sau", "bay", "tam"])
# A number that counts, and is not one of a document, a stage, an article or a day.
_COUNT = (
    r"(?<!giai doan )(?<!thu )(?<!muc do )(?<!lan )(?<!so )(?<!cap )(?<!khoan )(?<!dieu )(?<!nam )(?<!thang )(?<!quy )(?<!ngay )(?<!phan )(?<![\d/.,-])"
    r"(?<!ke hoach )(?<!nghi quyet )(?<!quyet dinh )(?<!ket luan )(?<!chuong trinh )(?<!chi thi )(?<!thong bao )(?<!de an )(?<!cong van )(?<!bao cao )"
    r"(?<!phu luc )(?<!(?<!\w)kh )(?<!(?<!\w)nq )(?<!(?<!\w)qd )(?<!(?<!\w)tb )"
    rf"(?P<count>0?\d{{1,2}}(?![\d/.,%-])|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
)
_MANY = r"(?<!(?<!\w)o )(?<!tai )(?:(?:tat ca|toan bo) )?(?P<many>nhung|cac|may|bao nhieu|bn)"  # "ở những nơi nào" asks for places in a sentence
_ASKING = r"(?:nao|gi|ai)(?!\w)"
_NO_TIME = r"(?!nam(?: \d|\W*$)|thang |ngay |quy |lan |phan tram|khi |luc |ty |trieu |nghin )"


def _head(most: int) -> str:
    return rf"{_NO_TIME}(?!ai |gi |va |hoac |la )(?P<head>[a-z&]+(?: (?!nhung )[a-z&]+){{0,{most - 1}}}?)"


_FURTHER = r"(?:(?: ?;| (?:cua|trong(?! diem| tam| yeu)|(?<!ton )tai|theo|o|do|duoc|den|tren|thuoc|quy dinh)(?!\w))[^?]{0,120}?)?"
_BEFORE = r"(?:[^?,]{0,80}, |(?:trong|tai|theo|o) [^?]{0,80}? thi )?"
_ASKED: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        # "những đối tượng nào", "ba phân hệ nào"
        rf"(?<!\w)(?:{_MANY}) {_head(8)}(?<! la)(?<! gom) {_ASKING}",
        rf"(?<!\w){_COUNT} {_head(6)}(?<! la)(?<! gom) {_ASKING}",
        # "liệt kê các dự án", "kể tên 5 dự án"
        rf"(?<!\w)(?:liet ke|ke ten|ke ra|neu|cho biet)(?: ro| cu the)?(?: {_MANY}| {_COUNT}) {_head(10)}(?= (?:cua|trong(?! diem| tam| yeu)|tai|theo|o|do|duoc|ma|den|tren|thuoc|nhu)(?!\w)|\s*[,.;?]|\s*$)",
        # "hai nhiệm vụ quá hạn là gì", "thành viên gồm những ai"
        rf"^{_BEFORE}(?:(?:{_MANY}) |{_COUNT} ){_head(10)}{_FURTHER} (?:la|gom|bao gom|co)(?: co)?(?: nhung| cac)? {_ASKING}",
        rf"^{_BEFORE}{_head(10)}{_FURTHER} (?:gom|bao gom|(?:la|co) (?:nhung|cac))(?: co)?(?: nhung| cac)? {_ASKING}",
    )
)
_WORD = re.compile(r"\w+(?:&\w+)*")
# Words that only ask or join, without marks; then those that say no more than that there are some.
_ASKS = frozenset(
    [
        "nao",
        "gi",
        "ai",
        "nhung",
        "cac",
        "may",
        "bao",
        "nhieu",
        "bn",
        "la",
        "gom",
        "co",
        "thi",
        "ma",
        "cua",
        "trong",
        "tai",
        "theo",
        "o",
        "va",
        "hoac",
        "voi",
        "ve",
        "cho",
        "duoc",
        "phai",
        "bi",
        "do",
        "de",
        "se",
        "da",
        "dang",
        "vao",
        "den",
        "tu",
        "liet",
        "khi",
        "luc",
        "ke",
        "ten",
        "neu",
        "cu",
        "the",
        "tat",
        "ca",
        "toan",
        "bo",
        "hay",
        "ra",
        "biet",
        "toi",
        "minh",
        "xin",
        "so",
    ]
)
_ANYTHING = frozenset(
    [
        "khoan",
        "noi",
        "dung",
        "viec",
        "dieu",
        "thu",
        "diem",
        "muc",
        "loai",
        "truong",
        "hop",
        "phan",
        "gi",
        "cai",
        "y",
        "thanh",
    ]
)
_INNER = frozenset(
    ["bi", "duoc", "phai", "cac", "nhung", "se", "da", "cua", "ma", "va"]
)  # of a name, what documents leave out
_PLAIN = re.compile(r"^(?:(?:noi dung|khoan|danh sach|thanh phan|thanh vien)(?: cua)? )+")
_BODIES = frozenset([("co", "quan"), ("don", "vi"), ("so",), ("bo",), ("nganh",)])  # who leads is asked of tasks
_TIMES = frozenset([("ngay",), ("khi",), ("thang",), ("nam",), ("quy",), ("luc",)])
LEAST = 2  # of a list
_JOINED = re.compile(
    r"(?<=nhiệm vụ)(?:,| và) (?=giải pháp)|(?<=nhiem vu)(?:,| va) (?=giai phap)"
)  # one title in documents


@value
class Things:
    """``head``: the words they are called by, without marks, () where those are of anything ("khoản nào"); ``words``: all words of the
    question that carry meaning, ``head`` among them, without what names a document; ``count``: how many there are said to be, 0 where that is not said.
    """

    head: tuple[str, ...]
    words: frozenset[str]
    count: int = 0


def number_words(count: int) -> frozenset[str]:
    """How a number up to twelve is written in words, without marks."""
    return frozenset(word for word, number in _NUMBERS.items() if number == count)


def things_asked(question: str, *, bodies: bool = False) -> Things | None:
    """What things a question asks for; None where it asks for none, or for one, or for bodies, but where those are wanted, too."""
    form = _JOINED.sub(" ", without(matching_form(question), document_spans(question)))
    plain = folded(form)
    match = next((m for p in _ASKED for m in p.finditer(plain) if _is_number(m, form, plain)), None)
    if match is None:
        return None
    head = tuple(_PLAIN.sub("", match["head"]).split()) or tuple(match["head"].split())
    bare = tuple(w for n, w in enumerate(head) if w not in (_ASKS if n == 0 and head != ("bo",) else _INNER))
    if (not bodies and (head[:2] in _BODIES or head[:1] in _BODIES)) or head[-1:] in _TIMES:
        return None
    generic = frozenset(bare) <= _ANYTHING
    number = match.groupdict().get("count") or ""
    words = frozenset(_WORD.findall(plain)) - _ASKS - {number} - (frozenset(head) if generic else frozenset())
    if not words:
        return None
    count = int(number) if number.isdigit() else _NUMBERS.get(number, 0)
    return Things(() if generic else bare, words, count)


def _is_number(match: re.Match[str], form: str, plain: str) -> bool:
    """Whether the number of a match is one: without marks "tam" may be "tâm", and "sau" a time; "bộ máy" has no "mấy"."""
    found = match.groupdict()
    if (
        found.get("many") == "may"
        and form[slice(*match.span("many"))] != "mấy"
        and (form != plain or _MACHINE.search(plain, 0, match.start("many")))
    ):
        return False
    word = found.get("count")
    if not word or word.isdigit():
        return True
    return word not in _UNSURE if form == plain else form[slice(*match.span("count"))] in _MARKED


def without(plain: str, spans: list[Span]) -> str:
    """Words with nothing in the places of some of them."""
    for span in sorted(spans, reverse=True):
        plain = f"{plain[: span.start]};{plain[span.end :]}"
    return plain


def words_in(text: str) -> tuple[str, ...]:
    """The words of a text, without marks, in order."""
    return tuple(_WORD.findall(folded(matching_form(text))))


def stands_in(phrase: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether a phrase stands in words as it is."""
    return f" {' '.join(phrase)} " in f" {' '.join(words)} "
