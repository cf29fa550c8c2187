"""Questions to the ledger."""

from collections.abc import Sequence
from datetime import date

from search_api.ledger.ledger import Order, Question

TODAY = date(2023, 6, 20)


def asked(
    words: str = "", *, order: Order = "document", descending: bool = False, anyone: bool = False,
    due_from: date | None = None, due_to: date | None = None, **filters: Sequence[str],
) -> Question:  # fmt: skip
    """A question with these filters."""
    return Question(filters, words, due_from, due_to, anyone, order, descending)
