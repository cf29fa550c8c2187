"""corpus.catalogue.counting: what is remembered of the numbers of passages is never other than what the catalogue says."""

import pytest
from sqlalchemy import event

from corpus.bm25 import term_number
from corpus.catalogue import Catalogue, counting, now
from corpus.catalogue.counting import PassageCounts
from corpus.catalogue.statistics import bring_back, passages_with, withdraw
from tests.corpus.made import publish

ASKED = [term_number(term) for term in ("kinh tế", "số", "chưa có")]


def said(catalogue: Catalogue) -> tuple[list[int], int]:
    with catalogue.read() as connection:
        counts, total = passages_with(connection, ASKED)
    return [counts.get(term, 0) for term in ASKED], total


def remembered(counts: PassageCounts) -> tuple[list[int], int]:
    found, total = counts.of(ASKED)
    return [found[term] for term in ASKED], total


def test_numbers_are_those_of_the_catalogue_after_every_change(catalogue: Catalogue) -> None:
    counts = PassageCounts(catalogue)
    assert remembered(counts) == ([0, 0, 0], 0)
    with catalogue.write() as connection:
        place = publish(connection, "a", ["kinh tế số", "kinh tế"])
        publish(connection, "b", ["số"])
    assert remembered(counts) == said(catalogue) == ([2, 2, 0], 3)
    with catalogue.write() as connection:
        withdraw(connection, place.document_id, now())
    assert remembered(counts) == said(catalogue) == ([0, 1, 0], 1)
    with catalogue.write() as connection:
        bring_back(connection, place.document_id)
    assert remembered(counts) == said(catalogue) == ([2, 2, 0], 3)


def test_what_is_known_is_not_looked_up_again(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        publish(connection, "a", ["kinh tế số"])
    counts, statements = PassageCounts(catalogue), list[str]()
    counts.of(ASKED[:2])
    event.listen(catalogue.engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
    assert counts.of(ASKED[:2]) == ({ASKED[0]: 1, ASKED[1]: 1}, 1)
    assert not [s for s in statements if "term_counts" in s or "count(" in s.lower()]
    counts.of(ASKED)
    assert [s for s in statements if "term_counts" in s]


def test_no_more_terms_are_kept_than_there_is_room_for(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "MOST_TERMS", 10)
    counts = PassageCounts(catalogue)
    for n in range(40):
        assert counts.of([n, n + 1]) == ({n: 0, n + 1: 0}, 0)
        assert len(counts._known) <= 12
