"""A reply of an LLM → what of it may be released in place of an answer: all that is proven, and only where nothing is lost."""

import re
from collections.abc import Sequence

from corpus.sentences import sentences
from corpus.text import clean
from corpus.types import value
from search_api.rewording.clauses import Sentence, parse
from search_api.rewording.proving import Fault, unproven
from search_api.rewording.sources import Source, sources_of, times_of
from search_api.types import Answer, Kind

LONGEST = 400  # characters of an answer, as of all short ones
_LONGEST_REPLY = 4000
_KEPT = 0.7  # of the words of a statement
_MARK = re.compile(r"\[(\d{1,3})\]")
_GROUP = re.compile(r"(?:\s?\[\d{1,3}\])+")
_SEVERAL = re.compile(r"\[(\d{1,3}(?:\s?[,;]\s?\d{1,3}){1,7})\]")
_STOP_FIRST = re.compile(r"([.!?…])\s?((?:\[\d{1,3}\]\s?)+)")
_THOUGHT = re.compile(r"^\s*<think>.*?</think>", re.DOTALL)
_ADDRESS = re.compile(
    r"(?:https?|ftp|www)[:.]|[\w-]\.(?:com|net|org|vn|info|io|gov|edu)(?!\w)|\w@\w|\w://", re.IGNORECASE
)
_MARKUP = re.compile(r"[`*#{}|\\_^$]|<\s?[/!a-zA-Z]|\]\(")
_MANNER = re.compile(
    r"(?<!\w)(?:bỏ qua|hãy|vui lòng|bạn|quý vị|tôi|chúng tôi|mình|xin|trợ lý|mô hình ngôn ngữ|ai tạo sinh|chatgpt|câu trả lời|dưới đây|theo yêu cầu của"
    r"|hướng dẫn (?:trên|trước|này|hệ thống)|system|prompt|ignore|instructions?|assistant|note)(?!\w)|\?",
    re.IGNORECASE,
)
# A sentence with one of these is left out and says nothing of the others; any other fault makes the whole reply untrustworthy.
_LEFT_OUT = frozenset({Fault.UNCITED})


@value
class Statement:
    """A stretch of words with the citations that stand at its end."""

    text: str
    said: Sentence
    cited: frozenset[int]


@value
class Bound:
    """An answer as its wording is bound: its statements, and all that each of its citations proves."""

    statements: tuple[Statement, ...]
    sources: dict[int, list[Source]]

    def of(self, cited: frozenset[int]) -> list[Source]:
        """What some citations prove."""
        return [source for n in sorted(cited) for source in self.sources[n]]


@value
class Verdict:
    """``text``: what may be released, None where the answer stands as it is; ``fault``: why, or what was left out."""

    text: str | None
    fault: Fault | None = None


def bound_of(answer: Answer) -> Bound | None:
    """What binds a new wording; None of an answer that keeps its own: refusals, lists, tables, counts, documents that disagree."""
    shown = (answer.table, answer.ledger, answer.disagreement, answer.missing)
    if not answer.found or not answer.text or any(s is not None for s in shown) or answer.reading.kind is Kind.LIST:
        return None
    if "\n" in answer.text or len(answer.text) > LONGEST:
        return None
    pieces, rest = cited_pieces(answer.text)
    citations = {citation.n: citation for citation in answer.citations}
    if rest or not pieces or any(not cited <= citations.keys() for _, cited in pieces):
        return None
    numbers = sorted(frozenset[int]().union(*(cited for _, cited in pieces)))
    sources = {n: sources_of(citations[n], [text for text, cited in pieces if n in cited]) for n in numbers}
    bound = Bound((), sources)
    return Bound(tuple(_statement(text, cited, bound.of(cited)) for text, cited in pieces), sources)


def _statement(text: str, cited: frozenset[int], sources: Sequence[Source]) -> Statement:
    """Words with their citations, read with the bodies that these name."""
    known = {part.body for source in sources for part in source.sentence.parts}
    return Statement(text, parse(text, known), cited)


def cited_pieces(text: str) -> tuple[list[tuple[str, frozenset[int]]], str]:
    """The stretches of a text that end in citations, with these; and what stands behind the last of them."""
    pieces = []
    at = 0
    for match in _GROUP.finditer(text):
        words = text[at : match.start()].strip(" .,;:")
        pieces.append((words, frozenset(int(n) for n in _MARK.findall(match[0]))))
        at = match.end()
    return [piece for piece in pieces if piece[0]], text[at:].strip(" .,;:!…")


def checked(reply: str, bound: Bound) -> Verdict:
    """What of a reply may be released."""
    if len(reply) > _LONGEST_REPLY:
        return Verdict(None, Fault.LENGTH)
    text = _SEVERAL.sub(lambda m: "".join(f"[{n}]" for n in re.findall(r"\d+", m[1])), clean(_THOUGHT.sub("", reply)))
    text = _STOP_FIRST.sub(r" \2\1 ", " ".join(text.split()))
    kept: list[str] = []
    released: list[Statement] = []
    left_out: Fault | None = None
    for span in sentences(text):
        fault, statements = _judged(span.of(text), bound)
        if fault is None:
            kept.append(f"{span.of(text).rstrip(' .!')}.")
            released += statements
        elif fault in _LEFT_OUT:
            left_out = fault
        else:
            return Verdict(None, fault)
    words = " ".join(kept)
    if not kept or len(words) > LONGEST:
        return Verdict(None, Fault.LENGTH if kept else left_out or Fault.NOTHING)
    if any(_is_lost(statement, released) for statement in bound.statements):
        return Verdict(None, left_out or Fault.LOST)
    return Verdict(words, left_out)


def _judged(sentence: str, bound: Bound) -> tuple[Fault | None, list[Statement]]:
    """What is wrong with a sentence, and its stretches with their citations."""
    for pattern, fault in ((_ADDRESS, Fault.ADDRESS), (_MARKUP, Fault.MARKUP), (_MANNER, Fault.MANNER)):
        if pattern.search(sentence):
            return fault, []
    pieces, rest = cited_pieces(sentence)
    if not pieces or rest:
        return Fault.UNCITED, []
    found = []
    for text, cited in pieces:
        if not any(cited <= statement.cited for statement in bound.statements):
            return Fault.CITATION, []
        sources = bound.of(cited)
        statement = _statement(text, cited, sources)
        unsaid = unproven(text, statement.said, sources)
        if unsaid is not None:
            return unsaid, []
        found.append(statement)
    return None, found


def _is_lost(statement: Statement, released: Sequence[Statement]) -> bool:
    """Whether something of a statement is said nowhere in what would be released: a figure with its time, a body, a name, a denial."""
    heirs = [other.said for other in released if other.cited & statement.cited]
    said = statement.said
    for at, clause in enumerate(said.clauses):
        same = [(heir, n) for heir in heirs for n, c in enumerate(heir.clauses) if c.figure == clause.figure]
        if clause.figure is not None and not any(times_of(said, at) <= times_of(heir, n) for heir, n in same):
            return True
    parts = {part for heir in heirs for part in heir.parts}
    symbols = {symbol for heir in heirs for symbol in heir.symbols}
    words, times, signs = (
        frozenset[str]().union(*(getattr(h, name) for h in heirs)) for name in ("words", "times", "signs")
    )
    held = len(said.words & words) >= _KEPT * len(said.words)
    kept = set(said.parts) <= parts and set(said.symbols) <= symbols and said.times <= times and said.signs <= signs
    return not (held and kept)
