"""Facts as rows of a table: one row a fact, its citation and link beside it."""

from collections.abc import Sequence
from datetime import date

from corpus.facts import FactKind
from corpus.messages import LEDGER_HEADINGS, LEDGER_NAMES, LEDGER_WORDS
from corpus.types import Json
from search_api.ledger.schemas import AnyFact

Cell = str | int | float | date | None

_OWN = {
    FactKind.TARGET: ("status", "indicator", "comparator", "value", "upper", "unit", "base", "scope", "year", "lead"),
    FactKind.ASSIGNMENT: ("task", "lead", "coordinate", "deadline", "deadline_date", "deadline_state", "product", "cost"),
    FactKind.DECISION: ("action", "object", "effective_on"),
}  # fmt: skip
_PROOF = ("quote", "symbol", "page")
_BESIDES = (
    "lead_canonical",
    "heading",
    "title",
    "doc_type",
    "issuer",
    "issued_on",
    "file_name",
    "sample",
    "verdict",
    "by",
    "link",
)
DATES = ("deadline_date", "effective_on", "issued_on")
_WORDED = ("status", "comparator", "deadline_state", "verdict")


def columns_of(kind: FactKind | None) -> tuple[str, ...]:
    """The columns of a kind of facts, or of all kinds in one table."""
    return (*printed_columns(kind), *_BESIDES)


def printed_columns(kind: FactKind | None) -> tuple[str, ...]:
    """The first of them: what fits on paper, the fact and where it stands."""
    if kind:
        return ("n", *_OWN[kind], *_PROOF)
    return ("n", "kind", *dict.fromkeys(name for own in _OWN.values() for name in own), *_PROOF)


def headings(columns: Sequence[str]) -> list[str]:
    """What stands over the columns."""
    return [LEDGER_HEADINGS[name] for name in columns]


def cells_of(fact: AnyFact, columns: Sequence[str], site: str) -> list[Cell]:
    """The row of a fact; links lead to its sentence on the page at ``site``."""
    content = {**fact.model_dump(), **fact.document.model_dump(exclude={"id"})}
    content["link"] = link_to(fact, site)
    content["heading"] = " › ".join(fact.heading)
    content["sample"] = LEDGER_WORDS["sample"] if fact.document.sample else None
    content["kind"] = LEDGER_NAMES[fact.kind]
    if fact.review:
        content |= {"verdict": fact.review.verdict, "by": fact.review.by}
    if fact.kind == "target" and isinstance(fact.value, tuple):
        content["value"], content["upper"] = fact.value
    return [_cell(name, content) for name in columns]


def link_to(fact: AnyFact, site: str) -> str:
    """The address of the page that shows a fact's sentence in its document."""
    return f"{site.rstrip('/')}/van-ban/{fact.document.id}?tu={fact.start}&den={fact.end}"


def _cell(name: str, content: Json) -> Cell:
    found = content.get(name)
    if found is None or found == "":
        return None
    if name in DATES:
        return date.fromisoformat(found)
    if name in _WORDED:
        return LEDGER_WORDS[found]
    if isinstance(found, list):
        return "; ".join(dict.fromkeys(found)) or None
    if isinstance(found, float) and found.is_integer():
        return int(found)
    cell: Cell = found
    return cell
