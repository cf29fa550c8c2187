"""Facts: what a document says that people ask for, each tied to the words it stands in; and how documents refer to each other.

All texts in slots are as printed, spaces and line ends made one; positions are code points of the canonical text.
"""

from datetime import date
from enum import StrEnum

from corpus.types import Span, value


class FactKind(StrEnum):
    """The three ledgers."""

    TARGET = "target"
    ASSIGNMENT = "assignment"
    DECISION = "decision"


class Status(StrEnum):
    """Whether a figure is aimed at or was reached."""

    TARGET = "target"
    RESULT = "result"


class Comparator(StrEnum):
    """How a figure is meant: "tối thiểu 30%" is ``>=``, "trên 55%" ``>``, "khoảng 40%" ``~``, "7 - 7,5%" ``range``."""

    EQUAL = "="
    AT_LEAST = ">="
    MORE = ">"
    AT_MOST = "<="
    LESS = "<"
    ABOUT = "~"
    RANGE = "range"


@value
class Target:
    """A figure aimed at or reached.

    ``value``: a number as printed beside ``unit`` (25.000 "tỷ đồng"), two of them for a range, None where the aim has no figure.
    ``base``: what a share is a share of ("GDP"); ``scope``: whose figure it is; ``year``: one, a period "2021-2025", or None.
    """

    status: Status
    indicator: str
    comparator: Comparator = Comparator.EQUAL
    value: float | tuple[float, float] | None = None
    unit: str = ""
    base: str = ""
    scope: str = ""
    year: int | str | None = None
    lead: str = ""


@value
class Assignment:
    """A task and who has it. Bodies one by one, as printed; ``deadline`` as printed, ``deadline_date`` its last day where it is a date."""

    task: str
    lead: tuple[str, ...] = ()
    coordinate: tuple[str, ...] = ()
    deadline: str = ""
    deadline_date: date | None = None
    product: str = ""
    cost: str = ""


@value
class Decision:
    """What was approved, issued, amended, replaced or agreed: ``action`` the verb, ``object`` what it is done to."""

    action: str
    object: str
    effective_on: date | None = None


@value
class Part:
    """Where the words of a slot stand."""

    slot: str
    span: Span


@value
class Fact:
    """A fact and its proof.

    ``span``: the smallest whole unit that says it (a sentence, an item, a table row), 600 characters at most.
    ``parts``: words of its slots inside ``span``; ``inherited``: those that stand over it, in a heading, a lead-in or a row above.
    """

    slots: Target | Assignment | Decision
    span: Span
    parts: tuple[Part, ...] = ()
    inherited: tuple[Part, ...] = ()

    @property
    def kind(self) -> FactKind:
        """Its ledger."""
        return FactKind(type(self.slots).__name__.lower())


class RelationKind(StrEnum):
    """How a document refers to another one."""

    BASED_ON = "based_on"  # Căn cứ …
    IMPLEMENTS = "implements"  # Thực hiện …
    REPLACES = "replaces"  # thay thế
    AMENDS = "amends"  # sửa đổi, bổ sung
    REPEALS = "repeals"  # bãi bỏ
    ATTACHED_TO = "attached_to"  # (Kèm theo …)
    MENTIONS = "mentions"


@value
class Relation:
    """A reference: ``symbol`` as printed without inner spaces, ``doc_type`` and ``issued_on`` where they are named beside it.

    A document that is cited by its name alone ("Luật Thư viện ngày 21 tháng 11 năm 2019") has no symbol but a ``title``.
    """

    kind: RelationKind
    symbol: str
    span: Span
    doc_type: str = ""
    issued_on: date | None = None
    title: str = ""
