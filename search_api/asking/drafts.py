"""What a composer says, before it is numbered: statements with their evidence. ``finished`` makes the answer of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from corpus.types import value
from search_api.answering import MOST_CITATIONS
from search_api.asking.asked import Asked
from search_api.asking.wording import fact_ids
from search_api.types import Answer, Citation, Evidence, Kind, LedgerView, Row, Table


@value
class Statement:
    """Words, the unit they rest on, where the draft is a table its cells, and further units they rest on."""

    words: str
    evidence: Evidence
    cells: tuple[str, ...] = ()
    proofs: tuple[Evidence, ...] = ()


@value
class Draft:
    """``before`` and ``after`` stand around the statements and say nothing that needs a citation; ``proofs``: further units on
    which all statements rest; ``conclusion``: what follows from all statements, cited with all of them; ``columns``: the statements
    make a table of them; ``listed``: they make a list; ``total``: of how many; ``kind``: what was asked, where the evidence shows it
    better than the words of the question.
    """

    statements: tuple[Statement, ...]
    joined: str = " "
    before: str = ""
    after: str = ""
    proofs: tuple[Evidence, ...] = ()
    conclusion: str = ""
    disagreement: str | None = None
    columns: tuple[str, ...] = ()
    listed: bool = False
    total: int = 0
    ledger: LedgerView | None = None
    kind: Kind | None = None


Composer = Callable[[Asked], Draft | None]


def said(*statements: tuple[str, Evidence]) -> tuple[Statement, ...]:
    """Statements of words and evidence."""
    return tuple(Statement(words, item) for words, item in statements)


def finished(asked: Asked, draft: Draft) -> Answer:
    """The answer of a draft: each statement with its citations; what was found besides is cited after them."""
    own, numbers = _numbered(draft)
    rest = [c.evidence for c in asked.plain.citations if _key(c.evidence) not in numbers]
    items = [*own, *rest][: max(MOST_CITATIONS, len(own))]
    citations = tuple(Citation(n, item, asked.text(item)) for n, item in enumerate(items, start=1))
    cited = [_cited(draft, statement, numbers) for statement in draft.statements]
    words = draft.joined.join(
        f"{s.words.strip().rstrip('.;,')} {_marks(n)}." for s, n in zip(draft.statements, cited, strict=True)
    )
    if draft.conclusion:
        words += f"{draft.joined}{draft.conclusion} {_marks(n for several in cited for n in several)}."
    plain = asked.plain
    reading = plain.reading if draft.kind is None else replace(plain.reading, kind=draft.kind)
    return Answer(
        reading, True, f"{draft.before}{words}{draft.after}", citations, plain.confidence, fact_ids(plain.reading, own),
        draft.disagreement, _table(draft, cited), draft.ledger,
    )  # fmt: skip


def _cited(draft: Draft, statement: Statement, numbers: dict[object, int]) -> tuple[int, ...]:
    """The numbers of the units a statement rests on, its own first; those of the other statements are no proof of it."""
    own = {_key(s.evidence) for s in draft.statements}
    further = (item for item in draft.proofs if _key(item) not in own)
    return tuple(dict.fromkeys(numbers[_key(item)] for item in (statement.evidence, *statement.proofs, *further)))


def _marks(numbers: Iterable[int]) -> str:
    return "".join(f"[{n}]" for n in dict.fromkeys(numbers))


def _numbered(draft: Draft) -> tuple[list[Evidence], dict[object, int]]:
    """Units of the statements in their order, then the proofs; and their numbers."""
    further = [item for statement in draft.statements for item in statement.proofs]
    every = [*(statement.evidence for statement in draft.statements), *further, *draft.proofs]
    unique = {_key(item): item for item in reversed(every)}
    order = dict.fromkeys(map(_key, every))
    own = [unique[key] for key in order]
    return own, {key: n for n, key in enumerate(order, start=1)}


def _table(draft: Draft, cited: Sequence[tuple[int, ...]]) -> Table | None:
    if not draft.columns and not draft.listed:
        return None
    rows = tuple(
        Row(s.cells or (s.words.strip().rstrip(".;,"),), n) for s, n in zip(draft.statements, cited, strict=True)
    )
    return Table(draft.columns, rows, draft.total or len(rows))


def _key(item: Evidence) -> object:
    return item.hit.document.id, item.quote
