"""corpus.catalogue.facts: facts belong to the live reading, keep their names while they stay in place, and go and come back with it."""

import pytest
from sqlalchemy import Connection, func, select

from corpus.catalogue import Catalogue, count_of_changes, now
from corpus.catalogue.documents import Place
from corpus.catalogue.facts import count_pending, facts_by_id, facts_of, get_fact, set_extractor, without_facts
from corpus.catalogue.passages import passages_of, text_of
from corpus.catalogue.relations import save_relations
from corpus.catalogue.reviews import Verdict, set_review
from corpus.catalogue.schema import extractions, facts, relations, reviews
from corpus.catalogue.statistics import bring_back, withdraw
from corpus.catalogue.trash import forget
from corpus.errors import NotFound
from corpus.facts import Relation, RelationKind, Target
from corpus.types import Span
from tests.corpus.made import publish
from tests.corpus.made_facts import (
    APPROVED,
    RULES,
    SHARE,
    TASK,
    TEA,
    facts_in,
    give_facts,
    publish_with_facts,
    share,
    tea,
)


def _ids(connection: Connection, place: Place) -> list[str]:
    return [stored.id for stored in facts_of(connection, [place.document_id])[place.document_id]]


def test_facts_come_back_as_they_were_kept_each_with_the_words_of_its_span(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish_with_facts(connection, "a", [TEA, "Không có gì.", SHARE, TASK, APPROVED])
        text = text_of(connection, place.document_id).text
        found = facts_of(connection, [place.document_id])[place.document_id]
        assert [stored.fact for stored in found] == facts_in(text)
        assert [stored.quote for stored in found] == [TEA, SHARE, TASK, APPROVED]
        assert all(stored.fact.span.of(text) == stored.quote for stored in found)
        assert facts_by_id(connection, [stored.id for stored in found]) == {stored.id: stored for stored in found}


def test_a_fact_knows_the_passage_it_stands_in(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish_with_facts(connection, "a", ["Một.", TEA, "Hai.", SHARE])
        passages = {stored.id: stored.passage for stored in passages_of(connection, place.document_id)}
        for stored in facts_of(connection, [place.document_id])[place.document_id]:
            assert passages[stored.passage_id].span.holds(stored.fact.span)


def test_words_to_be_found_by_are_those_of_quote_and_slots(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish(connection, "a", [TEA])
        text = text_of(connection, place.document_id).text
        give_facts(connection, place, [tea(text, scope="Bạch Sơn")])
        (stored,) = facts_of(connection, [place.document_id])[place.document_id]
        assert {"chè", "ha", "bạch", "500"} <= set(stored.words.split())


def test_names_stay_when_the_rules_learn_more_of_the_same_place(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish_with_facts(connection, "a", [TEA, SHARE])
        text, before = text_of(connection, place.document_id).text, _ids(connection, place)
        give_facts(connection, place, [tea(text, scope="tỉnh", year=2025), share(text)])
        assert _ids(connection, place) == before


def test_two_facts_of_the_same_words_have_two_names(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish(connection, "a", [TEA])
        text = text_of(connection, place.document_id).text
        give_facts(connection, place, [tea(text), tea(text, unit="hécta")])
        assert len(set(_ids(connection, place))) == 2


def test_a_new_version_has_its_own_facts_only(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish_with_facts(connection, "a", [TEA, SHARE])
        before = _ids(connection, place)
        newer = publish_with_facts(connection, "b", [TEA], replaces=place.document_id)
        (stored,) = facts_of(connection, [place.document_id])[place.document_id]
        assert stored.quote == TEA and stored.id not in before
        assert newer.document_id == place.document_id
        with pytest.raises(NotFound):
            get_fact(connection, before[0])


def test_facts_go_with_a_deleted_document_and_come_back_with_it(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish_with_facts(connection, "a", [TEA])
        (id_,) = _ids(connection, place)
        withdraw(connection, place.document_id, now())
        assert facts_by_id(connection, [id_]) == {}
        bring_back(connection, place.document_id)
        assert get_fact(connection, id_).quote == TEA


def test_nothing_is_left_of_a_document_that_is_gone_for_good(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish_with_facts(connection, "a", [TEA])
        save_relations(connection, place.document_id, [Relation(RelationKind.MENTIONS, "1/KH-UBND", Span(0, 4))])
        set_review(connection, _ids(connection, place)[0], Verdict.WRONG, "Én")
        withdraw(connection, place.document_id, now())
        forget(connection, [place.document_id])
        for table in (facts, relations, extractions, reviews):
            assert connection.scalar(select(func.count()).select_from(table)) == 0


def test_documents_wait_until_the_present_rules_have_gone_over_their_live_reading(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        before = publish(connection, "a", [TEA])
        done = publish_with_facts(connection, "b", [SHARE])
        gone = publish(connection, "c", [TASK])
        withdraw(connection, gone.document_id, now())
        assert without_facts(connection) == [before.document_id]
        give_facts(connection, before)
        assert without_facts(connection) == [] and count_pending(connection) == 0
        publish(connection, "b", [SHARE], replaces=done.document_id)
        assert without_facts(connection) == [done.document_id]
        set_extractor(connection, f"{RULES}-2")
        assert count_pending(connection) == 2


def test_whoever_keeps_facts_in_memory_is_told_of_every_change(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish(connection, "a", [TEA])
        seen = {count_of_changes(connection)}
        give_facts(connection, place)
        seen.add(count_of_changes(connection))
        set_review(connection, _ids(connection, place)[0], Verdict.RIGHT, "Én")
        seen.add(count_of_changes(connection))
    assert len(seen) == 3


def test_a_figure_without_a_number_and_a_range_are_kept(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish(connection, "a", [TEA])
        text = text_of(connection, place.document_id).text
        given = [tea(text, value=None, year="2021-2025"), tea(text, value=(7.0, 7.5))]
        give_facts(connection, place, given)
        kept = [stored.fact.slots for stored in facts_of(connection, [place.document_id])[place.document_id]]
        assert kept == [fact.slots for fact in given]
        assert all(isinstance(slots, Target) for slots in kept)
