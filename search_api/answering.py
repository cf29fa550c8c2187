"""Evidence → Answer: which units are cited, whether they are enough, and the words in which the first one answers."""

import re
from collections.abc import Mapping, Sequence

from corpus.grammar.numbers import find_numbers
from corpus.store import Store
from corpus.text import matching_form, one_line
from corpus.types import Passage, PassageKind, Span
from search_api.asking.behind import consistent, next_sentence, term_apart
from search_api.asking.each_amount import each_amount
from search_api.asking.refusing.signs import signs_of
from search_api.asking.refusing.sureness import LEAST, SURE_OF_THINGS, sureness
from search_api.asking.terms import term_in
from search_api.cutting import around, figure_near
from search_api.texts import Texts
from search_api.types import Answer, Citation, Confidence, Evidence, Hits, Kind, Reading
from search_api.units import clauses

MOST_CITATIONS = 8
LONGEST_ANSWER = 390  # characters; lists and comparisons may be longer
LONGEST_LIST = 1500
AS_GOOD = 0.85  # of the coverage of the best worded unit
_OF_FIGURES = (Kind.TARGET, Kind.RESULT, Kind.DEADLINE, Kind.COMPARE, Kind.CONFLICT)
_NEARLY_AS_GOOD, _HALF_AS_GOOD = 0.8, 0.5  # of the coverage of the first citation
_FEWEST_ITEMS = 2  # of a list that a passage holds by itself
_COUNTED_UP, _FEWEST_COUNTED = re.compile(r"[,;] "), 4  # what a sentence counts up is not cut
_ITEM = re.compile(r"(?:^|[\s;:])(?:[-–+•]|\d{1,2}[.)]|[a-zđ]\)|\([\da-zđ]{1,2}\))\s")
_WORD = re.compile(r"[^\W\d_]+")
_DATED = re.compile(r"(?i)(?:năm|tháng|ngày|quý) \d[\d/]*")
_HOW_MUCH = re.compile(r"(?<!\w)(?:bao nhiêu|mấy|bn)(?!\w)")
_MOST_SHARES = 2  # in an answer
AS_NEAR = 0.05  # to its score


def answer(store: Store, texts: Texts, reading: Reading, hits: Hits, evidence: Sequence[Evidence]) -> Answer:
    """The answer, or none where the evidence is weak; the citations are the nearest things there are, either way."""
    chosen = choose(texts, evidence, reading)
    confidence = judge(signs_of(store, texts, reading, hits, chosen), chosen)
    citations = tuple(Citation(n, e, texts.of(e.hit)) for n, e in enumerate(chosen, start=1))
    text = compose(reading, citations) if confidence.found else None
    return Answer(reading, confidence.found, text, citations, confidence)


def choose(texts: Texts, evidence: Sequence[Evidence], reading: Reading | None = None) -> list[Evidence]:
    """The best units for citing: one of a passage, and copies of the same words in other documents after all others."""
    evidence = consistent_first(texts, evidence, reading)
    first: list[Evidence] = []
    copies: list[Evidence] = []
    passages: set[str] = set()
    said: set[str] = set()
    for item in evidence:
        if item.hit.stored.id in passages:
            continue
        passages.add(item.hit.stored.id)
        words = re.sub(r"\W+", " ", matching_form(item.core.of(texts.of(item.hit)))).strip()
        (copies if words in said else first).append(item)
        said.add(words)
        if len(first) >= MOST_CITATIONS:
            break
    return [*first[:3], *copies, *first[3:]][:MOST_CITATIONS]


def consistent_first(texts: Texts, evidence: Sequence[Evidence], reading: Reading | None = None) -> Sequence[Evidence]:
    """The best unit that has what is asked for and says nothing otherwise goes before better worded ones that do."""
    asks_when = reading is not None and reading.kind is Kind.DEADLINE
    best = term_apart(texts, evidence, reading.text) if reading is not None and asks_when else None
    if best is None and (not evidence or consistent(evidence[0])):
        return evidence
    best = best or next((e for e in evidence if consistent(e) and _is_as_good(e, evidence[0])), None)
    best = best or _with_figure(evidence) or (next_sentence(evidence) if asks_when else None)
    return evidence if best is None else [best, *(e for e in evidence if e is not best)]


def _with_figure(evidence: Sequence[Evidence]) -> Evidence | None:
    """Where the first unit only has no figure of the kind that is asked for, the best worded one that has it; None for none near enough."""
    first = evidence[0]
    if first.against != {"measure"} or not first.years:
        return None
    best = max((e for e in evidence if consistent(e)), key=lambda e: e.coverage, default=None)
    return best if best is not None and best.coverage >= _NEARLY_AS_GOOD * first.coverage else None


def _is_as_good(item: Evidence, first: Evidence) -> bool:
    return item.coverage >= AS_GOOD * first.coverage or item.score >= first.score - AS_NEAR


def judge(signs: Mapping[str, float], chosen: Sequence[Evidence]) -> Confidence:
    """Whether the best unit is an answer: its signs make it sure enough, and it says nothing otherwise than the question.

    Fused scores say nothing of confidence. The figures are those of the signs, "sure" and the flags.
    """
    if not chosen:
        return Confidence(False, dict(signs))
    best, sure = chosen[0], sureness(signs)
    flags = {
        "fits": float(best.fits),
        "years": float(best.years),
        "slots": float(not best.against),
        "things": float(signs["thing"] > 0 or sure >= SURE_OF_THINGS),  # 0: another thing is counted
    }
    figures = {name: round(figure, 3) for name, figure in {**signs, "sure": sure}.items()}
    return Confidence(sure >= LEAST and all(flags.values()), {**figures, **flags})


def compose(reading: Reading, citations: Sequence[Citation]) -> str:
    """The words of the answer: the unit that answers, shortened to what was asked where it is long."""
    first = citations[0]
    passage = first.evidence.hit.stored.passage
    if reading.kind in (Kind.COMPARE, Kind.CONFLICT) and len(citations) > 1:
        return "\n".join(
            f"{c.evidence.hit.document.title}: {unit_words(reading, c, LONGEST_ANSWER)} [{c.n}]"
            for c in citations[:3]
            if reading.kind is Kind.COMPARE or c.evidence.coverage >= _HALF_AS_GOOD * first.evidence.coverage
        )
    if reading.kind is Kind.LIST:
        whole = passage.span.of(first.text) if passage.kind is not PassageKind.ROW else ""
        several = _as_good(citations)
        if len(several) > 1 and len(_ITEM.findall(whole)) < _FEWEST_ITEMS:
            return _one_below_another(reading, several)
        if 0 < len(whole) <= LONGEST_LIST:
            return f"{whole} [1]"
    longest = LONGEST_LIST if reading.kind in (Kind.LIST, Kind.DECISION) else LONGEST_ANSWER
    return f"{unit_words(reading, first, longest)} [1]"


def _as_good(citations: Sequence[Citation]) -> list[Citation]:
    """The first citation and those that hold nearly as much of the question, in the order of their documents' texts."""
    least = _NEARLY_AS_GOOD * citations[0].evidence.coverage
    good = [
        c for c in citations
        if c.evidence.coverage >= least and not c.evidence.against and c.evidence.years
        and (c is citations[0] or c.evidence.hit.stored.passage.kind is not PassageKind.LETTERHEAD)
    ]  # fmt: skip
    documents = list(dict.fromkeys(c.evidence.hit.document.id for c in good))
    return sorted(good, key=lambda c: (documents.index(c.evidence.hit.document.id), c.evidence.core))


def _one_below_another(reading: Reading, several: Sequence[Citation]) -> str:
    """What stands in several places is listed from all of them, as many as there is room for."""
    lines, room = list[str](), LONGEST_LIST
    for citation in several:
        counts_up = len(_COUNTED_UP.findall(citation.evidence.core.of(citation.text))) >= _FEWEST_COUNTED
        line = f"{unit_words(reading, citation, LONGEST_LIST // 2 if counts_up else LONGEST_ANSWER)} [{citation.n}]"
        room -= len(line) + 1
        if room >= 0:
            lines.append(line)
    return "\n".join(lines)


def unit_words(reading: Reading, citation: Citation, longest: int) -> str:
    """What a citation says, as short as asked."""
    passage = citation.evidence.hit.stored.passage
    if passage.kind is PassageKind.ROW and passage.columns and citation.evidence.core == passage.span:
        return row_words(citation.text, passage, longest)
    return sentence_words(reading, citation, longest)


def row_words(text: str, passage: Passage, longest: int) -> str:
    """A table row as "column: cell; …", without its running number; where it is long, its longest cells are cut."""
    named = [
        (column.of(text) if column else "", cell.of(text))
        for column, cell in zip(passage.columns, passage.cells, strict=True)
        if cell.end > cell.start and not _is_number_column(column.of(text) if column else "")
    ]
    named = [(column, _with_share(column, words)) for column, words in named]
    room = longest
    while named and sum(len(c) + len(w) + 4 for c, w in named) > room:
        at = max(range(len(named)), key=lambda n: len(named[n][1]))
        column, words = named[at]
        over = sum(len(c) + len(w) + 4 for c, w in named) - room
        shorter = words[: max(40, len(words) - over - 2)]
        if len(shorter) >= len(words) - 1:
            named.pop()
        else:
            named[at] = (column, shorter[: shorter.rfind(" ")].rstrip(" ,;:-") + "…")
    return "; ".join(f"{column}: {words}" if column else words for column, words in named)


def _with_share(column: str, words: str) -> str:
    """A figure under a column of shares ("Tỷ lệ (%)") with its sign."""
    return f"{words}%" if "%" in column and re.fullmatch(r"\d[\d.,]*", words) else words


def _is_number_column(title: str) -> bool:
    return re.fullmatch(r"(?:s?tt|số tt|số thứ tự)", title.strip(" .").lower()) is not None


_LIST_MARK = re.compile(r"^(?:[-–+•]|\d{1,2}(?:\.\d{1,2})*[.)]?|[a-zđ]\)|\([\da-zđ]{1,2}\))\s+")


def sentence_words(reading: Reading, citation: Citation, longest: int) -> str:
    """A sentence; of a long one, or one with many figures, the clauses that hold most of the question."""
    text, core = citation.text, citation.evidence.core
    words = _LIST_MARK.sub("", one_line(core.of(text)))
    if reading.kind in (Kind.TARGET, Kind.RESULT) and (whole := _before_breakdown(reading.text, words)):
        words = whole
    figures = len([n for n in find_numbers(words) if words[n.span.end :].lstrip()[:1] == "%"])
    if len(words) <= longest and (figures <= 2 or reading.kind not in (Kind.TARGET, Kind.RESULT)):
        return words
    if both := each_amount(reading.text, text, core, longest):
        return both
    if reading.kind in (Kind.TARGET, Kind.RESULT) and len(words) > longest:
        figure = figure_near(text, core, citation.evidence.highlights)
        if figure is not None:
            return around(text, _unlisted(text, core), figure, longest)
    if reading.kind is Kind.DEADLINE and (term := term_in(reading.text, text, core)) is not None:
        return around(text, _unlisted(text, core), term, longest)
    parts = _telling(reading, text, clauses(text, core))
    best = max(range(len(parts)), key=lambda n: (_marked(citation.evidence.highlights, parts[n]), -n), default=0)
    if not parts:
        return _cut(words, longest)
    chosen = parts[best]
    if reading.kind in (Kind.TARGET, Kind.RESULT) and chosen.end - chosen.start > longest:
        figure = figure_near(text, chosen, citation.evidence.highlights)
        if figure is not None:
            return around(text, _unlisted(text, chosen), figure, longest)
    return _cut(_LIST_MARK.sub("", chosen.of(text).strip(" ;")), longest)


def _before_breakdown(question: str, words: str) -> str:
    """A sentence with many shares up to ", trong đó", where it has the figures that are asked for by then; "" where nothing is to be cut."""
    whole, joint, parts = words.partition(", trong đó ")
    if not joint or words.count("%") <= _MOST_SHARES or "trong đó" in question.lower():
        return ""
    asked = frozenset(_WORD.findall(matching_form(question)))
    own, inside = (frozenset(_WORD.findall(matching_form(side))) for side in (whole, parts))
    told = len(find_numbers(_DATED.sub(" ", whole)))
    return whole if told >= len(_HOW_MUCH.findall(question.lower())) and not asked & (inside - own) else ""


def _telling(reading: Reading, text: str, parts: Sequence[Span]) -> Sequence[Span]:
    """Where a figure or a time is asked for, the clauses with one that the question has not; all where none has."""
    if reading.kind not in _OF_FIGURES:
        return parts
    asked = {number.value for number in find_numbers(reading.question)}
    return [p for p in parts if any(n.value not in asked for n in find_numbers(p.of(text)))] or parts


def _unlisted(text: str, core: Span) -> Span:
    """A unit without the sign or the number that it has in a list."""
    mark = _LIST_MARK.match(core.of(text))
    return Span(core.start + mark.end(), core.end) if mark else core


def _marked(highlights: Sequence[Span], part: Span) -> int:
    """How many characters of a part are marked."""
    return sum(max(0, min(h.end, part.end) - max(h.start, part.start)) for h in highlights)


def _cut(words: str, longest: int) -> str:
    return words if len(words) <= longest else words[: words.rfind(" ", 0, longest)].rstrip(" ,;:") + "…"
