"""What a question that counts or lists wants of the ledger."""

from datetime import date
from enum import StrEnum

from corpus.facts import FactKind
from corpus.types import value


class Form(StrEnum):
    """How the answer is wanted."""

    LIST = "list"
    COUNT = "count"
    RANKING = "ranking"  # who has most of it


class Standing(StrEnum):
    """How a deadline or an aim is to stand."""

    OVERDUE = "overdue"
    SOON = "soon"
    MET = "met"
    UNMET = "unmet"


class Role(StrEnum):
    """What a body has to do with a task."""

    LEAD = "lead"
    COORDINATE = "coordinate"
    ANY = "any"


@value
class Period:
    """Days from ``start`` to ``end``, both of them in it, None where it is open; ``words``: as it is shown, with its preposition."""

    start: date | None
    end: date | None
    words: str


@value
class Body:
    """A body of a question. ``names``: those it has in the ledger; ``shown``: its name today; ``typed``: as the question has it.

    ``own``: what is printed under the name typed is meant, not what became its successor's.
    """

    names: tuple[str, ...]
    shown: str
    typed: str
    role: Role = Role.LEAD
    own: bool = False


@value
class Wanted:
    """``actions``: verbs of decisions, without marks; ``topics``: phrases that all must stand there; ``place``: whose documents, in matching form;
    ``noun``: what the question calls the things; ``among``: the word bodies must begin with in a ranking ("Sở"), "" for all; ``annexed``: they stand in a table or an annex; ``beside``: what
    else the things are called in the question ("mảng việc, hệ thống"), without marks; ``timed``: the period is said of deadlines.
    """

    kind: FactKind
    form: Form
    noun: str
    bodies: tuple[Body, ...] = ()
    period: Period | None = None
    standing: Standing | None = None
    documents: tuple[str, ...] = ()
    place: str = ""
    topics: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    among: str = ""
    annexed: bool = False
    beside: str = ""
    timed: bool = False
