"""Places in a ranking: "thuộc nhóm 3 nước dẫn đầu Đông Nam Á", "xếp thứ 05/34", "đứng đầu cả nước"."""

import re

from corpus.facts import Comparator
from corpus.grammar.quantities import Quantity, UnitKind
from corpus.types import Span, value

RANK = "hạng"
_WHO = r"(?:nước|quốc gia|địa phương|tỉnh, thành phố|tỉnh, thành|tỉnh thành|tỉnh|thành phố|đơn vị|nền kinh tế|xã|phường|bộ, ngành|trường|vị trí)"
_IN_GROUP = re.compile(
    rf"(?<!\w)(?:(?:(?:thuộc|trong|vào|lọt vào|đứng trong)\s)?(?:nhóm|top|tốp)\s|(?:đứng|nằm|lọt|thuộc|xếp)(?:\s(?:vào|trong))?(?:\ssố)?\s(?=\d{{1,3}}\s{_WHO}))(?P<group>\d{{1,3}})(?!\d|[.,/]\d)(?:\s{_WHO})?(?:\s(?P<lead>dẫn đầu|đứng đầu|hàng đầu|đi đầu|cao nhất|tốt nhất|đầu|có))?"
)
_ANY = re.compile(r"nhóm|top|tốp|xếp|đứng|thứ|hạng|thuộc|nằm|lọt")
_PLACED = re.compile(
    r"(?<!\w)(?:xếp|đứng)(?:\shạng)?(?:\sở)?(?:\svị trí)?(?:\sthứ)?\s(?P<place>\d{1,3})(?:\s?/\s?(?P<of>\d{1,3}))?(?!\d|[.,/]\d)|(?<!\w)vị trí thứ\s(?P<position>\d{1,3})(?:\s?/\s?(?P<among>\d{1,3}))?(?!\d|[.,/]\d)|(?<!\w)thứ\s(?P<ordinal>\d{1,3})\s?/\s?(?P<whole>\d{1,3})(?!\d|[.,/]\d)"
)
_FIRST = re.compile(
    r"(?<!\w)(?:đứng đầu|xếp thứ nhất|đứng thứ nhất)(?=\s(?:cả nước|toàn quốc|toàn tỉnh|khu vực|thế giới|vùng))"
)
_BASE = re.compile(
    r"\s(?:trong\s|của\s|khu vực\s)?(?P<base>(?!tăng|giảm|vượt|về|năm|trong|so|lên|và)[^\W\d][^,;.()\n]{1,60}?)(?=\svề\s|\svào\s|\snăm\s|\stheo\s|\svà\snhóm|[,;.()\n]|$)"
)


@value
class Rank:
    """A place in a ranking as a quantity of the unit "hạng", and among whom."""

    quantity: Quantity
    base: Span | None


def find_ranks(form: str, start: int, end: int) -> list[Rank]:
    """Every place in a ranking between two places of a text, in order."""
    found: list[Rank] = []
    if _ANY.search(form, start, end) is None:
        return found
    for match in _IN_GROUP.finditer(form, start, end):
        if match["lead"] or match[0].startswith(("top", "tốp")):
            found.append(_rank(form, match, "group", Comparator.AT_MOST))
    for match in _PLACED.finditer(form, start, end):
        name = next(name for name in ("place", "position", "ordinal") if match[name])
        found.append(_rank(form, match, name, Comparator.EQUAL, match["of"] or match["among"] or match["whole"]))
    taken = [rank.quantity.span for rank in found]
    for match in _FIRST.finditer(form, start, end):
        span = Span(*match.span())
        if not any(other.start <= span.start < other.end for other in taken):
            quantity = Quantity(span, span, 1.0, Comparator.EQUAL, RANK, UnitKind.OTHER)
            found.append(Rank(quantity, _base(form, span.end, end)))
    return sorted(found, key=lambda rank: rank.quantity.span.start)


def _rank(form: str, match: re.Match[str], name: str, comparator: Comparator, total: str | None = None) -> Rank:
    quantity = Quantity(
        Span(*match.span()), Span(*match.span(name)), float(match[name]), comparator, RANK, UnitKind.OTHER,
        total=float(total) if total else None,
    )  # fmt: skip
    return Rank(quantity, _base(form, match.end(), match.endpos))


def _base(form: str, start: int, end: int) -> Span | None:
    match = _BASE.match(form, start, end)
    return Span(*match.span("base")) if match else None
