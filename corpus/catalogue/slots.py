"""The slots of facts as JSON, in the catalogue and in the API, and back."""

from dataclasses import fields
from datetime import date
from enum import StrEnum

from corpus.facts import Assignment, Comparator, Decision, FactKind, Status, Target
from corpus.types import Json

Slots = Target | Assignment | Decision
SLOTS: dict[FactKind, type[Target] | type[Assignment] | type[Decision]] = {
    FactKind.TARGET: Target,
    FactKind.ASSIGNMENT: Assignment,
    FactKind.DECISION: Decision,
}


def slot_names(kind: FactKind) -> tuple[str, ...]:
    """The slots of a kind, in order."""
    return tuple(field.name for field in fields(SLOTS[kind]))


def slots_json(slots: Slots) -> Json:
    """Slots by name: lists for tuples, ISO texts for dates."""
    return {field.name: _plain(getattr(slots, field.name)) for field in fields(slots)}


def _plain(content: object) -> object:
    if isinstance(content, tuple):
        return list(content)
    if isinstance(content, date):
        return content.isoformat()
    return str(content) if isinstance(content, StrEnum) else content


def slots_of(kind: FactKind, content: Json) -> Slots:
    """The slots again, from what ``slots_json`` gave."""
    match kind:
        case FactKind.TARGET:
            figure = content["value"]
            return Target(
                **{**content, "status": Status(content["status"]), "comparator": Comparator(content["comparator"]),
                   "value": (figure[0], figure[1]) if isinstance(figure, list) else figure}
            )  # fmt: skip
        case FactKind.ASSIGNMENT:
            bodies = {name: tuple(content[name]) for name in ("lead", "coordinate")}
            return Assignment(**{**content, **bodies, "deadline_date": _date(content["deadline_date"])})
        case FactKind.DECISION:
            return Decision(**{**content, "effective_on": _date(content["effective_on"])})


def _date(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
