"""What a composer says, before it is numbered: statements with their evidence. ``finished`` makes the answer of it."""

from collections.abc import Callable, Mapping, Sequence

from corpus.types import value
from search_api.answering import MOST_CITATIONS
from search_api.asking.asked import Asked
from search_api.asking.wording import fact_ids
from search_api.types import Answer, Citation, Evidence, LedgerView, Row, Table


@value
class Statement:
    """Words, the unit they rest on, and, where the draft is a table, its cells; ``beside``: a further unit they rest on."""

    words: str
    evidence: Evidence
    cells: tuple[str, ...] = ()
    beside: Evidence | None = None


@value
class Draft:
    """``before`` and ``after`` stand around the statements and say nothing that needs a citation; ``proofs``: further units on
    which all statements rest; ``columns``: the statements make a table of them; ``listed``: they make a list; ``total``: of how many.
    """

    statements: tuple[Statement, ...]
    joined: str = " "
    before: str = ""
    after: str = ""
    proofs: tuple[Evidence, ...] = ()
    disagreement: str | None = None
    columns: tuple[str, ...] = ()
    listed: bool = False
    total: int = 0
    ledger: LedgerView | None = None


Composer = Callable[[Asked], Draft | None]


def said(*statements: tuple[str, Evidence]) -> tuple[Statement, ...]:
    """Statements of words and evidence."""
    return tuple(Statement(words, item) for words, item in statements)


def finished(asked: Asked, draft: Draft) -> Answer:
    """The answer of a draft: each statement with its citation; what was found besides is cited after them."""
    own, numbers = _numbered(draft)
    rest = [c.evidence for c in asked.plain.citations if _key(c.evidence) not in numbers]
    items = [*own, *rest][: max(MOST_CITATIONS, len(own))]
    citations = tuple(Citation(n, item, asked.text(item)) for n, item in enumerate(items, start=1))
    proofs = [numbers[_key(item)] for item in draft.proofs if _key(item) not in map(_key, _evidence(draft))]
    also = "".join(f"[{n}]" for n in proofs)
    words = draft.joined.join(
        f"{s.words.strip().rstrip('.;,')} {''.join(f'[{n}]' for n in _proving(s, numbers))}{also}."
        for s in draft.statements
    )
    plain = asked.plain
    return Answer(
        plain.reading, True, f"{draft.before}{words}{draft.after}", citations, plain.confidence, fact_ids(plain.reading, own),
        draft.disagreement, _table(draft, numbers, proofs), draft.ledger,
    )  # fmt: skip


def _evidence(draft: Draft) -> list[Evidence]:
    return [
        item for statement in draft.statements for item in (statement.evidence, statement.beside) if item is not None
    ]


def _proving(statement: Statement, numbers: Mapping[object, int]) -> list[int]:
    """The numbers of the units that a statement rests on."""
    both = (statement.evidence, statement.beside)
    return list(dict.fromkeys(numbers[_key(item)] for item in both if item is not None))


def _numbered(draft: Draft) -> tuple[list[Evidence], dict[object, int]]:
    """Units of the statements in their order, then the proofs; and their numbers."""
    unique = {_key(item): item for item in reversed([*_evidence(draft), *draft.proofs])}
    order = dict.fromkeys(_key(item) for item in [*_evidence(draft), *draft.proofs])
    own = [unique[key] for key in order]
    return own, {key: n for n, key in enumerate(order, start=1)}


def _table(draft: Draft, numbers: dict[object, int], proofs: Sequence[int]) -> Table | None:
    if not draft.columns and not draft.listed:
        return None
    rows = tuple(
        Row(s.cells or (s.words.strip().rstrip(".;,"),), (*_proving(s, numbers), *proofs)) for s in draft.statements
    )
    return Table(draft.columns, rows, draft.total or len(rows))


def _key(item: Evidence) -> object:
    return item.hit.document.id, item.quote
