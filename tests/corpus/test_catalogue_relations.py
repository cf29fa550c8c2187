"""corpus.catalogue.relations: references as printed, found by what they refer to; the line they stand in."""

from datetime import date
from itertools import combinations

from corpus.catalogue import Catalogue, now
from corpus.catalogue.relations import (
    all_relations,
    documents_referred,
    line_around,
    relations_of,
    relations_to,
    save_relations,
    title_key,
)
from corpus.catalogue.statistics import withdraw
from corpus.facts import Relation, RelationKind
from corpus.grammar.symbols import symbol_key
from corpus.types import Span
from tests.corpus.made import front_of, publish

BASED = Relation(RelationKind.BASED_ON, "12-CTr/TU", Span(0, 5), "chương trình", date(2022, 3, 15))
LAW = Relation(RelationKind.MENTIONS, "", Span(6, 9), "luật", None, "Luật Trồng chè")


def test_references_are_kept_in_order_in_place_of_earlier_ones(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        id_ = publish(connection, "a", ["Căn cứ Chương trình số 12-CTr/TU."]).document_id
        save_relations(connection, id_, [LAW])
        save_relations(connection, id_, [BASED, LAW])
        assert [stored.relation for stored in relations_of(connection, id_)] == [BASED, LAW]


def test_references_are_found_by_symbol_however_it_is_printed_and_by_title(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        id_ = publish(connection, "a", ["Một hai ba."]).document_id
        save_relations(connection, id_, [BASED, LAW])
        (by_symbol,) = relations_to(connection, [symbol_key("12 - ctr/TU")])
        (by_title,) = relations_to(connection, [title_key("luật  trồng chè")])
        assert (by_symbol.relation, by_title.relation) == (BASED, LAW)
        withdraw(connection, id_, now())
        assert relations_to(connection, [symbol_key("12-CTr/TU")]) == all_relations(connection) == []


def test_documents_that_may_be_meant_have_the_symbol_or_the_subject(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        programme = publish(connection, "a", ["Một."], front=front_of(symbol="12-CTr/TU")).document_id
        law = publish(connection, "b", ["Hai."], front=front_of(doc_type="luật", subject="Trồng chè")).document_id
        publish(connection, "c", ["Ba."], front=front_of(symbol="13-CTr/TU"))
        assert set(documents_referred(connection, [BASED, LAW])) == {programme, law}
        assert documents_referred(connection, []) == []


def test_the_line_around_any_span_is_the_line_that_holds_it(catalogue: Catalogue) -> None:
    paragraphs = ["Căn cứ Luật;", "đ", "Thực hiện 1/KH", "Hết."]
    text, first = "\n".join(paragraphs), 0
    with catalogue.write() as connection:
        id_ = publish(connection, "a", paragraphs).document_id
        for paragraph in paragraphs:
            for start, end in combinations(range(first, first + len(paragraph) + 1), 2):
                line, words = line_around(connection, id_, Span(start, end), 600)
                assert words == line.of(text) == paragraph
            first += len(paragraph) + 1


def test_of_a_long_line_there_is_no_more_than_was_asked_for(catalogue: Catalogue) -> None:
    text = "Căn cứ " + "rất nhiều chữ " * 200 + "12-CTr/TU" + " và nữa" * 200
    start = text.index("12-CTr")
    with catalogue.write() as connection:
        id_ = publish(connection, "a", [text]).document_id
        line, words = line_around(connection, id_, Span(start, start + 9), 600)
    assert len(words) == 600 and words == line.of(text)
    assert line.holds(Span(start, start + 9))
