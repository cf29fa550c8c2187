"""corpus.catalogue.tags: collections; and a catalogue from before there were any."""

from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, inspect, text

from corpus import catalogue as module
from corpus.catalogue import Catalogue, get_meta, now, set_meta
from corpus.catalogue.documents import get_document
from corpus.catalogue.passages import text_of
from corpus.catalogue.statistics import withdraw
from corpus.catalogue.tags import LONGEST_TAG, MOST_TAGS, count_tags, set_tags, tagged, tags_of
from corpus.errors import InvalidRequest
from tests.corpus.made import front_of, publish


def test_a_document_is_in_the_collections_last_given_and_no_others(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        a, b = (publish(connection, name, ["Một."]).document_id for name in "ab")
        assert set_tags(connection, a, ["Rừng", "Chè", ""]) == ["Chè", "Rừng"]
        assert set_tags(connection, b, ["Chè"]) == ["Chè"]
        assert set_tags(connection, a, ["Đường sá", "Chè"]) == ["Chè", "Đường sá"]
        assert tags_of(connection) == {a: ["Chè", "Đường sá"], b: ["Chè"]}
        assert tags_of(connection, [b]) == {b: ["Chè"]}
        assert set_tags(connection, a, []) == []
        assert tags_of(connection) == {b: ["Chè"]}


def test_a_name_is_one_however_it_is_typed_and_written_as_others_have_it(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        a, b = (publish(connection, name, ["Một."]).document_id for name in "ab")
        assert set_tags(connection, a, ["Chuyển đổi số", " chuyển  ĐỔI số"]) == ["chuyển ĐỔI số"]
        assert set_tags(connection, a, ["Hòa giải"]) == ["Hòa giải"]
        assert set_tags(connection, b, ["hoà GIẢI"]) == ["Hòa giải"]
        assert tagged(connection, ["HÒA  giải"]) == tagged(connection, ["hoà giải"])
        assert set(tagged(connection, ["hoà giải"])) == {a, b}


def test_the_only_one_in_a_collection_can_write_its_name_anew(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        a = publish(connection, "a", ["Một."]).document_id
        set_tags(connection, a, ["chè shan"])
        assert set_tags(connection, a, ["Chè Shan"]) == ["Chè Shan"]
        assert count_tags(connection) == {"Chè Shan": 1}


def test_deleted_documents_are_not_counted(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        a, b, c = (publish(connection, name, ["Một."]).document_id for name in "abc")
        for id_, names in ((a, ["Chè", "Rừng"]), (b, ["Chè"]), (c, ["Rừng"])):
            set_tags(connection, id_, names)
        assert count_tags(connection) == {"Chè": 2, "Rừng": 2}
        withdraw(connection, a, now())
        withdraw(connection, c, now())
        assert count_tags(connection) == {"Chè": 1}


def test_documents_of_any_of_the_names_are_found(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        a, b, c = (publish(connection, name, ["Một."]).document_id for name in "abc")
        set_tags(connection, a, ["Chè", "Rừng"])
        set_tags(connection, b, ["Chè"])
        set_tags(connection, c, ["Suối"])
        assert set(tagged(connection, ["Chè", "Rừng"])) == {a, b}
        assert tagged(connection, ["Núi"]) == []


@pytest.mark.parametrize(
    "names", [["x" * (LONGEST_TAG + 1)], [f"nhóm {n}" for n in range(MOST_TAGS + 1)]], ids=["long", "many"]
)
def test_names_that_are_too_long_or_too_many_are_refused_and_nothing_changes(
    catalogue: Catalogue, names: list[str]
) -> None:
    with catalogue.write() as connection:
        a = publish(connection, "a", ["Một."]).document_id
        set_tags(connection, a, ["Chè"])
        with pytest.raises(InvalidRequest, match="bộ sưu tập"):
            set_tags(connection, a, names)
        assert tags_of(connection) == {a: ["Chè"]}


def test_as_long_and_as_many_as_may_be_are_kept(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        a = publish(connection, "a", ["Một."]).document_id
        names = [f"{n:02d}" + "y" * (LONGEST_TAG - 2) for n in range(MOST_TAGS)]
        assert set_tags(connection, a, [*names, names[0]]) == names


def test_a_catalogue_from_before_collections_keeps_all_it_has(tmp_path: Path) -> None:
    """One of the first migration, with a document in it, is opened by this program."""
    url = f"sqlite:///{tmp_path / 'catalogue.sqlite'}"
    config = Config()
    config.set_main_option("script_location", str(Path(module.__file__).parent / "migrations"))
    engine = create_engine(url)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    with engine.begin() as connection:
        assert not {"tags", "watched"} & set(inspect(connection).get_table_names())
        place = publish(connection, "a", ["Mục tiêu.", "Đạt 35%."], front=front_of(symbol="12-CTr/TU"))
        set_meta(connection, "k", "một")
        before = get_document(connection, place.document_id), text_of(connection, place.document_id)
    engine.dispose()

    opened = Catalogue(url)
    with opened.write() as connection:
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == module.HEAD
        assert (get_document(connection, place.document_id), text_of(connection, place.document_id)) == before
        assert get_meta(connection, "k") == "một"
        assert set_tags(connection, place.document_id, ["Chè"]) == ["Chè"]
        assert {"tags", "watched"} <= set(inspect(connection).get_table_names())
    opened.close()
