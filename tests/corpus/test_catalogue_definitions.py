"""corpus.catalogue.definitions: short forms of documents, kept and offered."""

from collections.abc import Mapping

from corpus.catalogue import Catalogue, now
from corpus.catalogue.definitions import definitions_of, offered_definitions, save_definitions
from corpus.catalogue.statistics import bring_back, withdraw
from corpus.catalogue.trash import forget
from corpus.grammar.definitions import Definition
from corpus.types import Span
from tests.corpus.made import publish


def made(forms: Mapping[str, str]) -> list[Definition]:
    """Definitions one after another."""
    return [Definition(short, full, Span(10 * n, 10 * n + 9)) for n, (short, full) in enumerate(forms.items())]


def document(catalogue: Catalogue, name: str, forms: Mapping[str, str]) -> str:
    """A document that defines these forms."""
    with catalogue.write() as connection:
        id_ = publish(connection, name, ["Một."]).document_id
        save_definitions(connection, id_, made(forms))
        return id_


def offered(catalogue: Catalogue) -> dict[str, str]:
    """What every question may use."""
    with catalogue.read() as connection:
        return offered_definitions(connection)


def test_a_document_has_the_definitions_last_saved(catalogue: Catalogue) -> None:
    id_ = document(catalogue, "a", {"TTGS": "trung tâm giám sát", "Đề án": "Đề án trồng chè"})
    with catalogue.write() as connection:
        assert definitions_of(connection, id_) == made({"TTGS": "trung tâm giám sát", "Đề án": "Đề án trồng chè"})
        save_definitions(connection, id_, made({"TĐVC": "tổ đội vận chuyển"}))
        assert [d.short for d in definitions_of(connection, id_)] == ["TĐVC"]


def test_what_all_documents_agree_on_is_offered(catalogue: Catalogue) -> None:
    document(catalogue, "a", {"TTGS": "trung tâm giám sát", "TĐVC": "tổ đội vận chuyển"})
    document(catalogue, "b", {"TTGS": "Trung tâm, giám sát", "TĐVC": "tổ điều vận cảng"})
    assert offered(catalogue) == {"TTGS": "trung tâm giám sát"}


def test_two_letters_and_a_name_without_a_number_are_valid_at_home_only(catalogue: Catalogue) -> None:
    document(
        catalogue, "a", {"TN": "tổng nitơ", "Đề án": "Đề án trồng chè", "Đề án 31": "Đề án trồng chè trên đất dốc"}
    )
    assert offered(catalogue) == {"Đề án 31": "Đề án trồng chè trên đất dốc"}


def test_what_everybody_knows_is_not_offered_anew(catalogue: Catalogue) -> None:
    document(catalogue, "a", {"UBND": "ủy ban nhân dân"})
    assert offered(catalogue) == {}


def test_deleted_documents_offer_nothing(catalogue: Catalogue) -> None:
    document(catalogue, "a", {"TĐVC": "tổ đội vận chuyển"})
    other = document(catalogue, "b", {"TĐVC": "tổ điều vận cảng"})
    with catalogue.write() as connection:
        withdraw(connection, other, now())
    assert offered(catalogue) == {"TĐVC": "tổ đội vận chuyển"}
    with catalogue.write() as connection:
        bring_back(connection, other)
    assert offered(catalogue) == {}


def test_a_document_that_goes_for_good_takes_its_definitions_along(catalogue: Catalogue) -> None:
    id_ = document(catalogue, "a", {"TĐVC": "tổ đội vận chuyển"})
    with catalogue.write() as connection:
        withdraw(connection, id_, now())
        forget(connection, [id_])
        assert definitions_of(connection, id_) == []
