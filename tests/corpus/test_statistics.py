"""corpus.catalogue.statistics: counts of terms always are those of the live passages, whatever was added, replaced or deleted."""

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from corpus.bm25 import term_number
from corpus.catalogue import Catalogue, now
from corpus.catalogue.documents import list_documents
from corpus.catalogue.passages import passages_of, text_of
from corpus.catalogue.schema import term_counts
from corpus.catalogue.statistics import (
    bring_back,
    count_terms,
    counts_of,
    minus,
    passage_counts,
    passages_with,
    withdraw,
)
from corpus.errors import NotFound
from corpus.wording import wordings
from tests.corpus.made import publish


def kept(connection: Connection) -> dict[int, int]:
    """The counts that the catalogue keeps."""
    return {row.term: row.passages for row in connection.execute(select(term_counts))}


def counted_anew(connection: Connection) -> dict[int, int]:
    """What the counts must be, from all live passages."""
    texts: list[str] = []
    for info in list_documents(connection).values():
        found = [stored.passage for stored in passages_of(connection, info.id)]
        texts += wordings(text_of(connection, info.id).text, found, info.label)
    return dict(passage_counts(texts))


def number_of_passages(connection: Connection) -> int:
    """How many passages are live."""
    return sum(len(passages_of(connection, id_)) for id_ in list_documents(connection))


def test_a_term_counts_once_a_passage() -> None:
    counts = passage_counts(["số số số", "số khác", "không"])
    assert counts[term_number("số")] == 2
    assert counts[term_number("số số")] == 1


def test_counts_are_added_and_taken_away_and_none_stays_at_nought(catalogue: Catalogue) -> None:
    counts = passage_counts([f"từ {n}" for n in range(1100)])
    with catalogue.write() as connection:
        count_terms(connection, counts)
        count_terms(connection, {term_number("từ"): 5})
        assert kept(connection) == {**counts, term_number("từ"): 1105}
        count_terms(connection, minus(counts))
        assert kept(connection) == {term_number("từ"): 5}


def test_what_is_asked_for_comes_with_the_number_of_live_passages(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        publish(connection, "a", ["kinh tế số", "kinh tế", "khác"])
        asked = [term_number(term) for term in ("kinh tế", "số", "chưa có")]
        assert passages_with(connection, asked) == ({asked[0]: 2, asked[1]: 1}, 3)
        assert passages_with(connection, []) == ({}, 3)


def test_deleting_takes_a_document_out_of_the_counts_and_bringing_it_back_puts_it_in(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        stays = publish(connection, "a", ["kinh tế số", "xã hội số"])
        goes = publish(connection, "b", ["kinh tế số", "chính quyền số", "khác"])
        both = kept(connection)
        withdraw(connection, goes.document_id, now())
        assert kept(connection) == counts_of(connection, stays.document_id)
        assert passages_with(connection, [term_number("kinh tế")]) == ({term_number("kinh tế"): 1}, 2)
        bring_back(connection, goes.document_id)
        assert kept(connection) == both
        assert passages_with(connection, [])[1] == 5


def test_bringing_back_what_is_there_changes_nothing(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish(connection, "a", ["kinh tế số"])
        before = kept(connection)
        bring_back(connection, place.document_id)
        assert kept(connection) == before


def test_a_document_is_deleted_once(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish(connection, "a", ["kinh tế số"])
        withdraw(connection, place.document_id, now())
        with pytest.raises(NotFound):
            withdraw(connection, place.document_id, now())
        with pytest.raises(NotFound):
            bring_back(connection, "không-có")
        assert kept(connection) == {}


STEPS = st.lists(
    st.tuples(st.sampled_from(["add", "replace", "delete", "bring back"]), st.sampled_from("abc")), max_size=12
)


class Undo(Exception):
    """Ends a transaction without keeping anything."""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # every example undoes what it wrote
@given(STEPS)
def test_counts_are_those_of_the_live_passages_after_any_steps(
    catalogue: Catalogue, steps: list[tuple[str, str]]
) -> None:
    ids: dict[str, str] = {}
    with suppress(Undo), catalogue.write() as connection:
        for act, name in steps:
            live = ids.get(name) in list_documents(connection)
            if act == "add":
                ids[name] = publish(connection, name, [f"kinh tế {name}", "kinh tế số"]).document_id
            elif act == "replace" and live:
                publish(connection, name + name, ["xã hội số", f"xã hội {name}"], replaces=ids[name])
            elif act == "delete" and live:
                withdraw(connection, ids[name], now())
            elif act == "bring back" and name in ids:
                bring_back(connection, ids[name])
            assert kept(connection) == counted_anew(connection)
            assert passages_with(connection, [])[1] == number_of_passages(connection)
        raise Undo
