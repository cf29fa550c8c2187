"""Whose figure it is: the place that the sentence names, else the body that issued the document."""

import re

from corpus.text import folded
from corpus.types import Span, value
from ingest.facts.targets.setting import Setting

_LEVEL = r"(?:tỉnh|thành phố|Thành phố|Tỉnh|TP\.?|huyện|quận|thị xã|xã|phường|đặc khu)"
_CAPITAL = "".join(letter for letter in map(chr, range(0x41, 0x1EFA)) if letter.isupper() and folded(letter).isascii())
_PLACE = re.compile(
    rf"(?<!\w){_LEVEL}(?! Quý| Đồng bằng)(?: [{_CAPITAL}][^\W\d_]*){{1,4}}|(?<!\w)(?:[Cc]ả nước|[Tt]oàn quốc|[Tt]oàn tỉnh|[Tt]oàn thành phố|Việt Nam)(?!\w)"
)
# What a figure or a rank is compared with is not whose it is.
_COMPARED = ("bình quân chung ", "mức bình quân ", "so với ", "cao hơn ", "thấp hơn ", "đứng đầu ", "dẫn đầu ", "đi đầu ", "hàng đầu ", "nhất ", "thứ ")  # fmt: skip


@value
class Scope:
    """The words, and where they stand if the sentence says them."""

    words: str
    span: Span | None = None


_PERSON = re.compile(
    r"(?:chủ tịch|giám đốc|trưởng ban|bí thư) (?:[^\W\d]+ ){0,3}(?:ubnd|hđnd|uỷ ban nhân dân|thành uỷ|tỉnh uỷ) $",
    re.IGNORECASE,
)


# An address, a body that was merged or split, and what somebody is a centre of, are not whose figure it is either.
_BESIDE = re.compile(
    r"(?:(?:số \d{1,4}[a-z]?|đường|phố) [^,;.]{0,40}, |(?:sáp nhập|hợp nhất|chia tách|cũ của|trước đây (?:là|thuộc)) [^,;.]{0,40}|(?:một trong|trung tâm|hàng đầu) [^,;.]{0,70}của )$"
)
_OF_BODY = re.compile(
    r"(?:ngân hàng|tập đoàn|tổng công ty|công ty|liên đoàn|liên hiệp|hội|đài|mặt trận tổ quốc|đảng cộng sản|bưu điện) [^,;.]{0,40}$"
)
_WHERE = re.compile(r"(?:tại|ở|của|địa bàn|thuộc|trong) $")
_ANOTHER = re.compile(r",\s\d|\s(?:riêng|là|gồm)\s")  # what comes between is said of something else
_NEAR = 80  # characters before a place that say what it is named for
_OPENS = 60  # characters in which a place opens a sentence and holds for all its clauses


def scope_of(
    setting: Setting, quote: Span, sentence: Span | None = None, figure: Span | None = None, since: int = 0
) -> Scope:
    """The scope of a figure, or of the first words of a quotation where no figure is given.

    The first place behind the figure before (``since``) counts, else one that an expression of place names behind the figure in its
    clause, else the one its clause or sentence opens with, else one in the other cells of its row, else the issuer.
    """
    around = sentence or quote
    found = _places(setting, around)
    if figure is not None:
        found = _of_figure(setting, around, found, figure, since)
    if not found and quote != around:
        found = [place for place in _places(setting, quote) if not any(cell.holds(place) for cell in (*setting.apart, around))]  # fmt: skip
    if found:
        return Scope(" ".join(found[0].of(setting.text).split()), found[0])
    issuer = setting.source.front.issuer
    return Scope(issuer.value if issuer else "")


def _of_figure(setting: Setting, around: Span, places: list[Span], figure: Span, since: int) -> list[Span]:
    form = setting.form
    clause = max(around.start, form.rfind(";", around.start, figure.start) + 1)
    end = form.find(";", figure.end, around.end)
    limit = end if end >= 0 else around.end
    inside = [place for place in places if figure.start <= place.start < figure.end]
    own = [place for place in places if max(clause, since) <= place.start < figure.start]
    only = len({place.of(form) for place in places}) == 1
    behind = [place for place in places if figure.end <= place.start < limit and not _ANOTHER.search(form, figure.end, place.start)
              and (_WHERE.search(form, figure.end, place.start) or (only and not form.endswith((", ", "và "), figure.end, place.start)))]  # fmt: skip
    before = [place for place in places if clause <= place.start < figure.start]
    opening = [place for place in places[:1] if place.start < min(around.start + _OPENS, figure.start)]
    return inside or own or behind or before or opening


def _places(setting: Setting, around: Span) -> list[Span]:
    """The places that a stretch of text names, without those that something is compared with or that only say where a house stands."""
    found = []
    for match in _PLACE.finditer(setting.text, around.start, around.end):
        before = setting.form[max(around.start, match.start() - _NEAR) : match.start()]
        if (
            not before.endswith(_COMPARED)
            and not _PERSON.search(before)
            and not (_BESIDE.search(before) or _is_of_body(match[0], before))
        ):
            found.append(Span(*match.span()))
    return found


def _is_of_body(place: str, before: str) -> bool:
    """Whether the country only ends the name of a body: "Ngân hàng Nhà nước Việt Nam"."""
    return place == "Việt Nam" and _OF_BODY.search(before) is not None
