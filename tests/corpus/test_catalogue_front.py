"""corpus.catalogue.front: a person's word on front matter stands before the letterhead's and outlives every reading."""

import pytest

from corpus.catalogue import Catalogue
from corpus.catalogue.documents import get_document
from corpus.catalogue.front import FrontField, correct_field, corrected, front_fields
from corpus.types import FRONT_FIELDS
from tests.corpus.made import front_of, publish

READ = front_of(symbol="12-CTr/TU", doc_type="chương trình", issuer="Tỉnh ủy Bạch Sơn", issued_on="2022-03-15")


def test_a_persons_word_counts_and_the_letterheads_is_kept_beside_it(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        id_ = publish(connection, "a", ["Một."], front=READ).document_id
        correct_field(connection, id_, "issuer", "Tỉnh uỷ Bắc Lĩnh")
        fields = front_fields(connection, id_)
        assert fields.keys() == set(FRONT_FIELDS)
        assert (fields["issuer"].value, fields["issuer"].read) == ("Tỉnh uỷ Bắc Lĩnh", "Tỉnh ủy Bạch Sơn")
        assert fields["issuer"].set_at is not None
        assert fields["symbol"] == FrontField("12-CTr/TU", "12-CTr/TU", None)
        assert fields["signer"] == FrontField(None, None, None)
        assert get_document(connection, id_).front["issuer"] == "Tỉnh uỷ Bắc Lĩnh"


def test_it_outlives_reading_again_and_a_new_version(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        id_ = publish(connection, "a", ["Một."], front=READ).document_id
        correct_field(connection, id_, "symbol", "21-CTr/TU")
        correct_field(connection, id_, "issued_on", "")
        for name, replaces in (("a", None), ("b", id_)):
            publish(
                connection, name, ["Hai."], front=front_of(symbol="99-CTr/TU", signer="Lò Văn Phong"), replaces=replaces
            )
            assert get_document(connection, id_).front == {"symbol": "21-CTr/TU", "signer": "Lò Văn Phong"}
            assert front_fields(connection, id_)["symbol"].read == "99-CTr/TU"


def test_an_empty_word_means_there_is_none(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        id_ = publish(connection, "a", ["Một."], front=READ).document_id
        correct_field(connection, id_, "issued_on", " \u200b")
        info = get_document(connection, id_)
        assert "issued_on" not in info.front
        assert info.year is None
        field = front_fields(connection, id_)["issued_on"]
        assert (field.value, field.read) == (None, "2022-03-15")


def test_a_word_taken_back_lets_the_letterhead_count_again(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        id_ = publish(connection, "a", ["Một."], front=READ).document_id
        before = front_fields(connection, id_)
        for word in ("Sở Y tế", ""):
            correct_field(connection, id_, "issuer", word)
            correct_field(connection, id_, "issuer", None)
            assert front_fields(connection, id_) == before
        correct_field(connection, id_, "signer", None)
        assert front_fields(connection, id_) == before


def test_what_a_new_reading_says_is_put_right_before_anything_is_indexed(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        id_ = publish(connection, "a", ["Một."], front=READ).document_id
        correct_field(connection, id_, "issuer", "Sở Y tế")
        correct_field(connection, id_, "symbol", "")
        said = corrected(connection, id_, {"symbol": "12-CTr/TU", "place": "Bạch Sơn"})
        assert said == {"issuer": "Sở Y tế", "place": "Bạch Sơn"}
        assert corrected(connection, "another", {"symbol": "1-CTr/TU"}) == {"symbol": "1-CTr/TU"}


def test_the_same_word_again_keeps_its_time(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        id_ = publish(connection, "a", ["Một."], front=READ).document_id
        correct_field(connection, id_, "issuer", "Sở Y tế")
        connection.exec_driver_sql("UPDATE front_matter SET set_at = '2020' WHERE by_person")
        correct_field(connection, id_, "issuer", "  Sở  Y tế ")
        assert front_fields(connection, id_)["issuer"].set_at == "2020"
        correct_field(connection, id_, "issuer", "Sở Nội vụ")
        assert front_fields(connection, id_)["issuer"].set_at != "2020"


@pytest.mark.parametrize(("typed", "kept"), [("Kế hoạch", "kế hoạch"), ("BÁO CÁO", "báo cáo"), ("Sổ tay", "Sổ tay")])
def test_a_known_type_is_written_as_letterheads_are_read(catalogue: Catalogue, typed: str, kept: str) -> None:
    with catalogue.write() as connection:
        id_ = publish(connection, "a", ["Một."], front=READ).document_id
        correct_field(connection, id_, "doc_type", typed)
        assert get_document(connection, id_).front["doc_type"] == kept
