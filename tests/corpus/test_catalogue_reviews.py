"""corpus.catalogue.reviews: a person's word is tied to words; it outlives readings, moves with them, and says when its words are gone."""

import pytest
from sqlalchemy import Connection

from corpus.catalogue import Catalogue, now
from corpus.catalogue.documents import Place
from corpus.catalogue.facts import StoredFact, facts_of
from corpus.catalogue.passages import text_of
from corpus.catalogue.reviews import (
    Review,
    Verdict,
    drop_review,
    list_reviews,
    remove_review,
    reviews_of,
    set_review,
)
from corpus.catalogue.statistics import bring_back, withdraw
from corpus.errors import NotFound
from corpus.facts import Fact
from tests.corpus.made_facts import SHARE, TASK, TEA, fact_in, give_facts, publish_with_facts, tea


def _facts(connection: Connection, place: Place) -> dict[str, StoredFact]:
    return {stored.quote: stored for stored in facts_of(connection, [place.document_id])[place.document_id]}


def _only(connection: Connection) -> Review:
    (review,) = list_reviews(connection)
    return review


def test_a_word_is_kept_with_name_time_and_the_words_around(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish_with_facts(connection, "a", ["Mở đầu.", TEA, "Kết thúc."])
        fact = _facts(connection, place)[TEA]
        begun = now()
        said = set_review(
            connection, fact.id, Verdict.CORRECTED, "Lò Thị Én", note="theo bảng", corrected={"year": 2025}
        )
        assert said == _only(connection) == reviews_of(connection, [fact.id])[fact.id]
        assert (said.author, said.note, said.corrected, said.verdict) == (
            "Lò Thị Én",
            "theo bảng",
            {"year": 2025},
            "corrected",
        )
        assert begun <= said.set_at <= now()
        assert (said.anchor.quote, said.anchor.before, said.anchor.after) == (TEA, "Mở đầu.\n", "\nKết thúc.")


def test_the_last_word_counts_and_can_be_taken_back(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish_with_facts(connection, "a", [TEA, SHARE])
        fact = _facts(connection, place)[TEA]
        set_review(connection, fact.id, Verdict.WRONG, "Én")
        set_review(connection, fact.id, Verdict.RIGHT, "Sơn")
        assert (_only(connection).verdict, _only(connection).author) == (Verdict.RIGHT, "Sơn")
        remove_review(connection, fact.id)
        assert list_reviews(connection) == []


def test_it_stays_with_its_fact_when_the_text_moves(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish_with_facts(connection, "a", [TEA, SHARE])
        set_review(connection, _facts(connection, place)[SHARE].id, Verdict.WRONG, "Én")
        newer = publish_with_facts(
            connection, "b", ["Thêm một đoạn ở đầu.", TEA, "Và một đoạn.", SHARE], replaces=place.document_id
        )
        moved = _facts(connection, newer)[SHARE]
        assert _only(connection).fact_id == moved.id
        assert moved.fact.span.start > _only(connection).anchor.start


def test_it_stays_when_the_same_file_is_read_again(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish_with_facts(connection, "a", [TEA])
        fact = _facts(connection, place)[TEA]
        set_review(connection, fact.id, Verdict.RIGHT, "Én")
        again = publish_with_facts(connection, "a", [TEA], replaces=place.document_id)
        assert again.generation > place.generation
        assert _only(connection).fact_id == fact.id == _facts(connection, again)[TEA].id


def test_it_stays_when_rules_take_a_larger_unit(catalogue: Catalogue) -> None:
    longer = f"{TEA} Trong đó chè hữu cơ 900 ha."
    with catalogue.write() as connection:
        place = publish_with_facts(connection, "a", [longer])
        set_review(connection, _facts(connection, place)[TEA].id, Verdict.RIGHT, "Én")
        text = text_of(connection, place.document_id).text
        give_facts(connection, place, [fact_in(text, longer, tea(text).slots, value="4.500")])
        assert _only(connection).fact_id == _facts(connection, place)[longer].id


def _twice(text: str) -> list[Fact]:
    first, second = text.index(TEA), text.rindex(TEA)
    return [fact_in(text, TEA, tea(text).slots, after=at, value="4.500") for at in (first, second)]


def test_of_two_equal_sentences_it_stays_with_the_one_that_was_meant(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish_with_facts(connection, "a", ["Huyện Một.", TEA, "Huyện Hai.", TEA], facts=())
        text = text_of(connection, place.document_id).text
        give_facts(connection, place, _twice(text))
        _, second = facts_of(connection, [place.document_id])[place.document_id]
        set_review(connection, second.id, Verdict.WRONG, "Én")
        newer = publish_with_facts(
            connection, "b", ["Lời đầu.", "Huyện Một.", TEA, "Huyện Hai.", TEA], replaces=place.document_id, facts=()
        )
        give_facts(connection, newer, _twice(text_of(connection, place.document_id).text))
        _, second = facts_of(connection, [place.document_id])[place.document_id]
        assert _only(connection).fact_id == second.id


def test_it_does_not_pass_to_another_figure_of_the_sentence(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish_with_facts(connection, "a", [TEA])
        text = text_of(connection, place.document_id).text
        set_review(connection, _facts(connection, place)[TEA].id, Verdict.WRONG, "Én")
        give_facts(connection, place, [tea(text, value=45)])
        assert _only(connection).fact_id is None


def test_what_was_put_right_finds_its_fact_when_rules_read_it_so_themselves(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish_with_facts(connection, "a", [TEA])
        text = text_of(connection, place.document_id).text
        set_review(
            connection,
            _facts(connection, place)[TEA].id,
            Verdict.CORRECTED,
            "Én",
            corrected={"value": 4.5, "unit": "nghìn ha"},
        )
        give_facts(connection, place, [tea(text, value=4.5, unit="nghìn ha")])
        assert _only(connection).fact_id == _facts(connection, place)[TEA].id


def test_when_the_quote_is_gone_the_word_is_kept_and_can_be_let_go(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish_with_facts(connection, "a", [TEA, SHARE])
        set_review(connection, _facts(connection, place)[TEA].id, Verdict.RIGHT, "Én")
        set_review(connection, _facts(connection, place)[SHARE].id, Verdict.RIGHT, "Én")
        publish_with_facts(connection, "b", [SHARE, TASK], replaces=place.document_id)
        (orphan,) = list_reviews(connection, orphaned=True)
        (tied,) = list_reviews(connection, orphaned=False)
        assert (orphan.anchor.quote, orphan.fact_id) == (TEA, None)
        assert tied.anchor.quote == SHARE
        drop_review(connection, orphan.id)
        assert list_reviews(connection) == [tied]
        with pytest.raises(NotFound):
            drop_review(connection, orphan.id)


def test_an_orphan_finds_its_way_back_with_its_words(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish_with_facts(connection, "a", [TEA])
        set_review(connection, _facts(connection, place)[TEA].id, Verdict.WRONG, "Én")
        publish_with_facts(connection, "b", [SHARE], replaces=place.document_id)
        assert _only(connection).fact_id is None
        last = publish_with_facts(connection, "c", [SHARE, TEA], replaces=place.document_id)
        assert _only(connection).fact_id == _facts(connection, last)[TEA].id


def test_words_on_a_deleted_document_are_not_listed_and_come_back_with_it(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish_with_facts(connection, "a", [TEA])
        set_review(connection, _facts(connection, place)[TEA].id, Verdict.WRONG, "Én")
        withdraw(connection, place.document_id, now())
        assert list_reviews(connection) == []
        bring_back(connection, place.document_id)
        assert len(list_reviews(connection, orphaned=False)) == 1


def test_two_words_never_end_at_one_fact(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish_with_facts(connection, "a", [TEA], facts=())
        text = text_of(connection, place.document_id).text
        give_facts(connection, place, [tea(text), tea(text, unit="hécta")])
        for stored in facts_of(connection, [place.document_id])[place.document_id]:
            set_review(connection, stored.id, Verdict.RIGHT, "Én")
        give_facts(connection, place, [tea(text)])
        assert len({review.fact_id for review in list_reviews(connection)} - {None}) == 1
        assert len(list_reviews(connection, orphaned=True)) == 1
