"""Documents and facts made for tests of the ledger."""

from datetime import date

from corpus.facts import Assignment, Comparator, Status, Target
from corpus.ledger.entries import Card, Entry

GOVERNMENT = Card("g", "3/NQ-CP", "nghị quyết", "Chính phủ", date(2031, 1, 9))
PROVINCE = Card("p", "15/KH-UBND", "kế hoạch", "Ủy ban nhân dân tỉnh Bến Sậy", date(2031, 3, 5))
COMMUNE = Card("c", "2/KH-UBND", "kế hoạch", "Ủy ban nhân dân xã Rạch Mơ", date(2031, 5, 1))
LATER = Card("l", "40/KH-UBND", "kế hoạch", "Ủy ban nhân dân tỉnh Bến Sậy", date(2032, 3, 5))
COMMITTEE = Card("t", "7-CTr/TU", "chương trình", "Tỉnh ủy", date(2030, 2, 1), place="Bến Sậy")


def target(
    id_: str, document: Card, indicator: str, value: float | tuple[float, float] | None, year: int | str | None = 2035, *,
    unit: str = "%", base: str = "", scope: str = "", status: Status = Status.TARGET,
) -> Entry:  # fmt: skip
    """A figure of a document."""
    return Entry(id_, document, Target(status, indicator, Comparator.EQUAL, value, unit, base, scope, year))


def task(id_: str, document: Card, words: str, *lead: str) -> Entry:
    """A task of a document, and who has it."""
    return Entry(id_, document, Assignment(words, lead))
