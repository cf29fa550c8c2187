"""The JSON of facts held against each other."""

from typing import Literal

from pydantic import BaseModel, Field

from search_api.ledger.schemas import AnyFact, FactQuery, Word
from search_api.schemas import FacetValue


class ConflictQuery(FactQuery):
    """Which conflicts are wanted: those of which one fact fits, for one of these reasons. Order and format of facts do not matter."""

    reason: list[Word] = Field(default_factory=list)


class ConflictOut(BaseModel):
    """Two facts that disagree, the earlier first. ``about``: the indicator or the task; ``reason``: why, in Vietnamese."""

    kind: Literal["target", "assignment"]
    about: str
    reason: str
    facts: list[AnyFact]


class ConflictList(BaseModel):
    """Conflicts; ``reasons`` counts all that fit, whatever the reason."""

    total: int
    conflicts: list[ConflictOut]
    reasons: list[FacetValue]


class StepOut(BaseModel):
    """A place on the way from the centre to the commune: ``level`` 0 centre, 1 province, 2 district, 3 commune; ids of its facts."""

    level: int | None
    place: str
    facts: list[str]


class YearOut(BaseModel):
    """Ids of targets and results of one year, of the place whose the fact is that was asked about."""

    year: int | str
    targets: list[str]
    results: list[str]


class RelatedOut(BaseModel):
    """Facts about the same indicator. ``total`` counts those that are not listed, too."""

    indicator: str
    total: int
    facts: list[AnyFact]
    path: list[StepOut]
    years: list[YearOut]
    conflicts: list[ConflictOut]


class ClashOut(BaseModel):
    """Ids of two facts that disagree, and why."""

    reason: str
    facts: list[str]


class GroupOut(BaseModel):
    """What was asked for of one indicator, place by place from the centre to the commune, each by year. ``total`` counts those that are not listed, too."""

    indicator: str
    total: int
    facts: list[AnyFact]
    places: list[StepOut]
    conflicts: list[ClashOut]


class GroupPage(BaseModel):
    """Indicators, those first that most documents speak of. ``total`` counts indicators."""

    total: int
    groups: list[GroupOut]
