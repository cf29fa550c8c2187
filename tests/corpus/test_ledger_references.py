"""corpus.ledger.references: which documents of the corpus are meant, and which are missing."""

from dataclasses import replace
from datetime import date

import pytest

from corpus.facts import Relation, RelationKind
from corpus.ledger.entries import Card
from corpus.ledger.references import missing, resolve
from corpus.types import Span

PLAN = Card("p", "58/KH-UBND", "kế hoạch", "Ủy ban nhân dân tỉnh Bến Sậy", date(2031, 2, 25), "Mở lớp học buổi tối")
LAW = Card("l", "46/2019/QH14", "luật", "Quốc hội", date(2019, 11, 21), "Thư viện")


def cited(symbol: str = "58/KH-UBND", **slots: object) -> Relation:
    return Relation(RelationKind.BASED_ON, symbol, Span(0, 1), **slots)  # type: ignore[arg-type]


def meant(relation: Relation, *documents: Card, cited_on: date | None = None) -> tuple[str, ...]:
    [found] = resolve([relation], documents, cited_on)
    return found.documents


@pytest.mark.parametrize("symbol", ["58/KH-UBND", "058/KH - UBND", "58/kh-ubnd"])
def test_a_symbol_is_found_however_it_is_printed(symbol: str) -> None:
    assert meant(cited(symbol), PLAN, LAW) == ("p",)


def test_the_same_symbol_of_another_day_is_another_document() -> None:
    later = replace(PLAN, id="q", issued_on=date(2032, 2, 20))
    assert meant(cited(issued_on=date(2032, 2, 20)), PLAN, later) == ("q",)
    assert meant(cited(issued_on=date(2033, 1, 1)), PLAN, later) == ()


def test_without_a_date_the_latest_before_the_citing_document_is_meant() -> None:
    later = replace(PLAN, id="q", issued_on=date(2032, 2, 20))
    assert meant(cited(), PLAN, later, cited_on=date(2031, 12, 1)) == ("p",)
    assert meant(cited(), PLAN, later, cited_on=date(2032, 12, 1)) == ("q",)
    assert meant(cited(), PLAN, later, cited_on=date(2030, 12, 1)) == ()


def test_a_document_of_unknown_date_can_be_meant() -> None:
    assert meant(cited(issued_on=date(2031, 2, 25)), replace(PLAN, issued_on=None)) == ("p",)


def test_the_type_must_agree_but_for_its_kinds() -> None:
    assert meant(cited(doc_type="quyết định"), PLAN) == ()
    assert meant(cited(doc_type="kế hoạch hành động"), PLAN) == ("p",)


def test_a_law_is_found_by_its_name() -> None:
    named = cited("", title="Luật Thư viện", doc_type="luật", issued_on=date(2019, 11, 21))
    assert meant(named, PLAN, LAW) == ("l",)
    assert meant(replace(named, issued_on=date(2000, 1, 1)), PLAN, LAW) == ()


def test_two_forms_of_one_document_are_both_meant() -> None:
    assert meant(cited(), PLAN, replace(PLAN, id="scan")) == ("p", "scan")
    undated = replace(PLAN, id="scan", issued_on=None)
    assert meant(cited(issued_on=PLAN.issued_on), PLAN, undated) == ("p", "scan")


def test_what_the_corpus_does_not_hold_is_missing() -> None:
    relations = [cited(), cited("9/QĐ-UBND")]
    assert missing(resolve(relations, [PLAN])) == [relations[1]]
