"""Acts of a document on other documents: the sentences in which it replaces, repeals or amends them.

Many sentences say these words of others ("Luật A được sửa đổi bởi Luật B"), or as a task ("rà soát, sửa đổi, bổ sung Nghị định C"). It is
an act when the document speaks of itself ("Nghị quyết này thay thế …"), or when an article begins with the verb ("Điều 4. Bãi bỏ …").
"""

import re
from functools import cache

from corpus.facts import RelationKind
from corpus.grammar.symbols import type_names
from corpus.text import matching_form
from corpus.types import FrontMatter, Span, value
from ingest.facts.lines import Line, Region
from ingest.facts.matching import pattern


def can_decide(front: FrontMatter) -> bool:
    """Whether a document of this type can change others by its articles. A scan may have lost the line with the type."""
    if front.doc_type:
        return front.doc_type.value in _DECIDING
    return bool(front.symbol or front.issuer)


@value
class Act:
    """What a sentence does to the documents named behind ``verb``; to those in front of it where ``backward``."""

    kind: RelationKind
    verb: Span
    backward: bool = False


_VERBS = {
    "thay thế": RelationKind.REPLACES,
    "bãi bỏ": RelationKind.REPEALS,
    "hủy bỏ": RelationKind.REPEALS,
    "sửa đổi": RelationKind.AMENDS,
    "bổ sung": RelationKind.AMENDS,
    "điều chỉnh": RelationKind.AMENDS,
    "đính chính": RelationKind.AMENDS,
}
_KINDS = {matching_form(verb): kind for verb, kind in _VERBS.items()}
_MORE = "(?:, (?:" + "|".join(map(re.escape, _KINDS)) + ")){0,3}"
_VERB = "(?P<verb>(?:" + "|".join(map(re.escape, _KINDS)) + f"){_MORE})"
# The article on coming into force, and those that carry acts of one kind.
_OF_EFFECT = pattern(
    r"hiệu lực|điều khoản thi hành|điều khoản chuyển tiếp|tổ chức thực hiện|thay thế|bãi bỏ|hủy bỏ|sửa đổi|bổ sung"
)
_DECIDING = frozenset(
    ("quyết định", "nghị quyết", "nghị định", "luật", "bộ luật", "pháp lệnh", "thông tư", "thông tư liên tịch", "quy định", "quy chế", "điều lệ")
)  # fmt: skip


@cache
def _own() -> re.Pattern[str]:
    """The document as subject: "Quyết định này (có hiệu lực kể từ ngày ký và) thay thế"."""
    types = "|".join(sorted(map(re.escape, map(matching_form, type_names())), key=len, reverse=True))
    force = r" (?:có|bắt đầu có) hiệu lực(?: thi hành| thực hiện| áp dụng)?(?:,? (?:kể |tính )?từ [^.;,]{0,60}?)?(?:,? và|[,;])"
    verb = rf"(?:{matching_form(force)}|,? và|,)? (?:sẽ |được )?{_VERB}(?!\w)"
    return re.compile(rf"(?<!\w)(?<!ngày )(?P<own>(?:{types}) này){verb}")


_INITIAL = re.compile(rf"{_VERB}(?!\w)")
_ENDED = pattern(r"(?<!\w)(?P<verb>(?<!chưa )hết hiệu lực|được thay thế|bị bãi bỏ|bị thay thế)(?!\w)")
_ISSUING_WITH = pattern(r"(?<!\w)ban hành [^.;]{3,120}?, (?P<verb>thay thế(?: dần)?)(?!\w)")


def act_of(low: str, line: Line, sentence: Span, *, decides: bool) -> Act | None:
    """The act in a sentence of a line. ``low`` is the whole text in matching form; ``decides``: see ``can_decide``."""
    if line.region is Region.OUTSIDE or line.row:
        return None
    if match := _own().search(low, *sentence):
        return _act(match)
    begin = max(sentence.start, line.words) if sentence.start <= line.words else sentence.start
    effective = line.region is Region.BODY and decides and _carries_acts(low, line)
    if effective and (match := _INITIAL.match(low, begin, sentence.end)):
        return _act(match)
    if effective and (match := _ENDED.search(low, *sentence)):
        return Act(RelationKind.REPEALS, Span(*match.span("verb")), backward=True)
    if line.region is Region.PREAMBLE and (match := _ISSUING_WITH.search(low, *sentence)):
        return _act(match)
    return None


def act_in_title(low: str, title: Span) -> Act | None:
    """The act that a document's subject names: "Sửa đổi, bổ sung một số điều của Quyết định số …"."""
    match = _INITIAL.search(low, title.start, min(title.end, title.start + 60))
    return _act(match) if match else None


def _act(match: re.Match[str]) -> Act:
    kind = next(kind for verb, kind in _KINDS.items() if match["verb"].startswith(verb))
    return Act(kind, Span(*match.span("verb")))


def _carries_acts(low: str, line: Line) -> bool:
    """Whether the line is an article, or stands in one about acts."""
    article = line.article
    if article is None:
        return False
    return article.span == line.span or _OF_EFFECT.search(low, *article.span) is not None
