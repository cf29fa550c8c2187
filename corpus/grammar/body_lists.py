"""Lists of bodies: "Sở Nội vụ, Sở Tài chính và các sở, ngành liên quan" → each body, as printed.

Names have commas and "và" in them (Sở Văn hóa, Thể thao và Du lịch; các bộ, ngành, địa phương), so a comma parts two bodies only where
the next words begin one: a kind of body, a plural (các, những), an abbreviation in capitals. A semicolon always parts.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from corpus.grammar.bodies import field_names
from corpus.grammar.body_kinds import begins_body, goes_on, is_abbreviated
from corpus.text import matching_form
from corpus.types import Span


class Body(NamedTuple):
    """A body in a list. ``name`` is printed at ``span``; of "các Sở: Nội vụ, Tài chính" the kind is put before each."""

    span: Span
    name: str


_SEPARATOR = re.compile(
    r"(?P<hard>\s{0,9};[\s;]{0,9}(?:và\s{1,9})?(?:[-–+•]\s{0,9})?|\s{0,9}\n\s{0,9}(?:[-–+•]\s{0,9})?|\.\s{1,9}[-–+•]\s{1,9})"
    r"|(?P<soft>\s{0,9},\s{0,9}(?:và\s{1,9}|cùng\s{1,9})?(?:[-–+•]\s{1,9})?|\s{1,9}(?:và|cùng với|cùng)\s{1,9})|(?P<dash>\s{1,9}[-–•]\s{1,9})"
)
_LOOKED_AT = 300  # characters of a body that tell what it is
_BRACKET = re.compile(r"\([^()]{0,600}\)")
# What a body does, behind its name ("Sở A theo dõi, báo cáo"). In small letters only: "Cục Kiểm tra", "Ban Chỉ đạo" are names.
_PREDICATE = re.compile(
    r"(?<!cơ quan)(?<!đơn vị)(?<![Cc]hương)(?<!công)(?<!quá)(?<!lộ)(?<!quy)(?<!tiến)(?<!giáo)(?:^|\s{1,9})(?:chủ trì|phối hợp|lãnh đạo|tổng hợp|hướng dẫn|theo dõi|thúc đẩy|thực hiện|triển khai|tham mưu|chịu trách nhiệm|có trách nhiệm|là cơ quan|làm đầu mối|đôn đốc|báo cáo|trình)(?!\w)"
)
# "các Sở: Nội vụ, Tài chính", "UBND các xã: An Phú, An Hòa": the words before the colon belong to each.
_SHARED = re.compile(
    r"\s*(?:(?P<of>ubnd|hđnd|[uủ][ỷy] ban nhân dân|hội đồng nhân dân|đảng [uủ][ỷy]|công an)\s+)?(?:các\s+|những\s+)?(?P<kind>bộ|sở|tỉnh|thành phố|huyện|xã|phường|quận)\s*:\s*",
    re.IGNORECASE,
)
_OFFICE_OF_TWO = re.compile(
    r"văn phòng (?:hđnd|ubnd|hội đồng nhân dân|đoàn đbqh|đoàn đại biểu quốc hội|tỉnh uỷ|đảng uỷ|đảng đoàn)[^,;]{0,30}$"
)
_COUNCIL = re.compile(r"(?:hđnd|ubnd|hội đồng nhân dân|uỷ ban nhân dân)(?!\w)")
_LEVEL = r"(?:tỉnh|thành phố|xã|phường|huyện|quận|thị xã|thị trấn|đặc khu)(?!\w)"
_BARE_LEVEL = re.compile(rf"{_LEVEL}(?! uỷ| đoàn)(?! [A-ZĐÂÊÔƠƯĂ])")
_GROUP = re.compile(r"(?:các|những|một số)\s")
_COMRADE = re.compile(
    r"(?:các |Các )?[Đđ]ồng chí (?=Bộ trưởng|Thủ trưởng|Chủ tịch|Phó|Bí thư|Giám đốc|Trưởng|Chánh|Thứ trưởng|Tư lệnh)"
)
_EDGES = " \t\n.,;:-–+•*/"


@cache
def _joined() -> re.Pattern[str]:
    """Names of fields that hold what looks like a separator."""
    names = [matching_form(name) for name in field_names() if re.search(r",| và | - ", name)]
    return re.compile("|".join(map(re.escape, names)))


@cache
def _side_by_side() -> re.Pattern[str]:
    """A ministry or department, and at once the next body: "Bộ Công Thương Bộ Tài chính"."""
    fields = "|".join(re.escape(matching_form(name)) for name in field_names())
    following = "bộ|sở|ubnd|uỷ ban nhân dân|công an|văn phòng|ngân hàng nhà nước|cục|viện|các (?:bộ|sở|tỉnh|địa phương|cơ quan|đơn vị)"
    return re.compile(rf"(?<!\w)(?:bộ|sở) (?:{fields})(?P<gap>\s+)(?=(?:{following})(?!\w))")


def split_bodies(text: str, span: Span | None = None) -> list[Body]:
    """The bodies of a list, in order; ``text`` is NFC. What a body does is left out; of a group with its members in brackets the members stand."""
    whole = Span(0, len(text)) if span is None else span
    words = whole.of(text)
    form = matching_form(words)
    found: list[Body] = []
    for piece, kind in _pieces(words, form):
        for inner in _members(words, form, piece):
            if (own := _own_words(words, inner)) is not None:
                name = f"{kind} {own.of(words)}" if kind else own.of(words)
                found.append(Body(Span(own.start + whole.start, own.end + whole.start), name))
    return found


def _pieces(words: str, form: str) -> Iterator[tuple[Span, str]]:
    """The list cut where bodies part, each piece with the kind it shares with those before it, if any."""
    closed = sorted(Span(*m.span()) for pattern in (_BRACKET, _joined()) for m in pattern.finditer(form))
    marks = [(m.start(), m.end(), str(m.lastgroup)) for m in _SEPARATOR.finditer(words)]
    marks += [
        (m.start("gap"), m.end("gap"), "hard")
        for m in _side_by_side().finditer(form)
        if words[m.end("gap")].isupper() or words.startswith("các", m.end("gap"))
    ]
    marks.sort()
    begin, kind = _after_kind(words, 0, "")
    inside = 0
    for (start, end, mark), following in zip(marks, [*(m[0] for m in marks[1:]), len(words)], strict=False):
        while inside < len(closed) and closed[inside].end <= start:
            inside += 1
        if start < begin or (inside < len(closed) and closed[inside].start <= start):
            continue
        if (
            mark == "hard"
            or (kind and mark == "soft")
            or _parted(words, form, Span(begin, start), Span(end, following), mark)
        ):
            yield Span(begin, start), kind
            begin, kind = _after_kind(words, end, "" if mark == "hard" or begins_body(form, end) else kind)
    yield Span(begin, len(words)), kind


def _after_kind(words: str, begin: int, kind: str) -> tuple[int, str]:
    shared = _SHARED.match(words, begin)
    if shared is None:
        return begin, kind
    own = shared["kind"].lower()
    return shared.end(), f"{shared['of']} {own}" if shared["of"] else own.capitalize() if own in ("bộ", "sở") else own


def _parted(words: str, form: str, begun: Span, following: Span, mark: str) -> bool:
    """Whether another body begins behind a comma, "và" or a dash."""
    at = following.start
    before = form[begun.start : min(begun.end, begun.start + _LOOKED_AT)].lstrip(_EDGES)
    if mark == "dash":
        return words.lstrip()[:1] in "-–•" and begins_body(form, at)
    if _BARE_LEVEL.match(words, at):
        return False
    both = "và" in words[begun.end : at] and _COUNCIL.match(form, at) is not None
    if both and _OFFICE_OF_TWO.search(form, max(begun.start, begun.end - 60), begun.end):
        return False
    if goes_on(form[at : min(following.end, at + _LOOKED_AT)], before):
        return False
    if (
        words[at : at + 1].islower()
        and not _GROUP.match(form, at)
        and _PREDICATE.search(words, max(begun.start, begun.end - _LOOKED_AT), begun.end)
    ):
        return False  # inside what the body before does
    spaced = words[at - 1 : at].isspace()
    return begins_body(form, at) or (spaced and is_abbreviated(words[at : min(following.end, at + _LOOKED_AT)]))


def _members(words: str, form: str, piece: Span) -> Iterator[Span]:
    """The piece itself; of a group that names its members in brackets these."""
    bracket = _BRACKET.search(words, piece.start, piece.end)
    if bracket is None:
        yield piece
    elif _GROUP.match(form, piece.start) and begins_body(form, bracket.start() + 1):
        inner = Span(bracket.start() + 1, bracket.end() - 1)
        yield from (body.span for body in split_bodies(words, inner))
    elif begins_body(form, bracket.start() + 1) or is_abbreviated(words[bracket.start() + 1 : bracket.end() - 1]):
        yield piece
    else:
        yield Span(piece.start, bracket.start())


def _own_words(words: str, span: Span) -> Span | None:
    """A piece without marks around it and without what the body does; None where nothing is left."""
    start, end = span
    while start < end and words[start] in _EDGES:
        start += 1
    if (title := _COMRADE.match(words, start, end)) is not None:
        start = title.end()
    predicate = _PREDICATE.search(words, start, end)
    if predicate is not None:
        end = predicate.start()
    while end > start and words[end - 1] in _EDGES:
        end -= 1
    return Span(start, end) if any(c.isalpha() for c in words[start:end]) else None
