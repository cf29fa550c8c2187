"""corpus.catalogue: one database, brought up to date when opened; writers wait for one another, readers for nobody."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import insert, text
from sqlalchemy.exc import IntegrityError

from corpus import catalogue as module
from corpus.catalogue import HEAD, Catalogue, get_meta, set_meta
from corpus.catalogue.schema import meta, metadata, passages
from corpus.errors import CatalogueTooNew, CatalogueUnavailable, SettingsError
from tests.corpus.processes import ROOT, python, says

OPEN = "import sys; from corpus.catalogue import *; c = Catalogue(sys.argv[1]);"


def url_in(folder: Path) -> str:
    """A catalogue's address in a folder."""
    return f"sqlite:///{folder / 'data' / 'catalogue.sqlite'}"


def test_migrations_make_the_tables_that_the_code_names(catalogue: Catalogue) -> None:
    with catalogue.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_newest_migration_is_the_one_that_the_code_expects() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(module.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_a_catalogue_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    made = Catalogue(url_in(tmp_path))
    with made.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    made.close()
    before = (tmp_path / "data" / "catalogue.sqlite").read_bytes()
    with pytest.raises(CatalogueTooNew, match="9999"):
        Catalogue(url_in(tmp_path))
    assert (tmp_path / "data" / "catalogue.sqlite").read_bytes() == before


def test_a_full_disk_is_told_as_such_and_nothing_is_half_written(catalogue: Catalogue) -> None:
    with pytest.raises(CatalogueUnavailable, match="full"), catalogue.write() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        set_meta(connection, "k", "một")
        set_meta(connection, "long", "x" * 1_000_000)
    with catalogue.read() as connection:
        assert get_meta(connection, "k") is None


def test_an_error_of_the_database_quotes_nothing_of_what_was_written(catalogue: Catalogue) -> None:
    with pytest.raises(IntegrityError) as told, catalogue.write() as connection:
        for _ in range(2):
            connection.execute(insert(meta).values(key="k", value="Nội dung mật."))
    assert "Nội dung" not in str(told.value)


def test_a_file_that_is_no_database_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "catalogue.sqlite").write_bytes(b"not a database" * 1000)
    with pytest.raises(CatalogueUnavailable, match="not a database"):
        Catalogue(url_in(tmp_path))


def test_opening_again_finds_what_was_written(tmp_path: Path) -> None:
    for expected in (None, "một"):
        opened = Catalogue(url_in(tmp_path))
        with opened.write() as connection:
            assert get_meta(connection, "k") == expected
            set_meta(connection, "k", "một")
        opened.close()


def test_opening_what_is_up_to_date_needs_no_migration_tool(tmp_path: Path) -> None:
    Catalogue(url_in(tmp_path)).close()
    code = OPEN + "sys.exit('alembic' in sys.modules)"
    subprocess.run([sys.executable, "-c", code, url_in(tmp_path)], cwd=ROOT, check=True)


def test_several_processes_may_open_a_new_catalogue_at_once(tmp_path: Path) -> None:
    code = "import sys, alembic.command, corpus.catalogue as m; print('go', flush=True); input(); m.Catalogue(sys.argv[1]); print('ok')"
    with ExitStack() as stack:
        openers = [stack.enter_context(python(code, url_in(tmp_path))) for _ in range(3)]
        assert [says(opener) for opener in openers] == ["go"] * 3
        for opener in openers:
            assert opener.stdin is not None
            opener.stdin.write("\n")
            opener.stdin.flush()
        assert [says(opener) for opener in openers] == ["ok"] * 3


def count_up(connection_of: Catalogue, times: int) -> None:
    """Read a number and write the next one, in one transaction each."""
    for _ in range(times):
        with connection_of.write() as connection:
            set_meta(connection, "n", str(int(get_meta(connection, "n") or 0) + 1))


def test_no_write_is_lost_among_threads(catalogue: Catalogue) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: count_up(catalogue, 15), range(8)))
    with catalogue.read() as connection:
        assert get_meta(connection, "n") == "120"


def test_no_write_is_lost_among_processes(tmp_path: Path) -> None:
    opened = Catalogue(url_in(tmp_path))
    code = "import sys; from corpus.catalogue import Catalogue; from tests.corpus.test_catalogue import count_up; count_up(Catalogue(sys.argv[1]), 40); print('done')"
    with python(code, url_in(tmp_path)) as other:
        count_up(opened, 40)
        assert says(other) == "done"
    with opened.read() as connection:
        assert get_meta(connection, "n") == "80"
    opened.close()


def test_what_was_written_outlives_a_killed_process(tmp_path: Path) -> None:
    code = """if True:
        import sys
        from corpus.catalogue import Catalogue, set_meta
        opened = Catalogue(sys.argv[1])
        with opened.write() as connection:
            set_meta(connection, "k", "một")
        with opened.write() as connection:
            set_meta(connection, "k", "hai")
            print("kept", flush=True)
            input()
    """
    with python(code, url_in(tmp_path)) as writer:
        assert says(writer) == "kept"
        writer.kill()
        writer.wait()
    opened = Catalogue(url_in(tmp_path))
    with opened.read() as connection:
        assert get_meta(connection, "k") == "một"
    opened.close()


def test_a_write_that_fails_leaves_nothing(catalogue: Catalogue) -> None:
    with pytest.raises(ZeroDivisionError), catalogue.write() as connection:
        set_meta(connection, "k", "v")
        set_meta(connection, "k2", str(1 // 0))
    with catalogue.read() as connection:
        assert get_meta(connection, "k") is None


def test_a_reader_sees_one_state_while_a_writer_works(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        set_meta(connection, "k", "trước")
    with catalogue.read() as reader:
        assert get_meta(reader, "k") == "trước"
        with catalogue.write() as writer:
            set_meta(writer, "k", "sau")
            assert get_meta(reader, "k") == "trước"
        assert get_meta(reader, "k") == "trước"
    with catalogue.read() as reader:
        assert get_meta(reader, "k") == "sau"


def test_all_that_is_read_together_is_of_one_state(catalogue: Catalogue) -> None:
    def read() -> str | None:
        with catalogue.read() as connection:
            return get_meta(connection, "x")

    def elsewhere() -> str | None:
        with ThreadPoolExecutor(1) as pool:
            return pool.submit(read).result()

    with catalogue.one_state(), catalogue.one_state():
        assert read() is None
        with catalogue.write() as connection:
            set_meta(connection, "x", "1")
        assert (read(), elsewhere()) == (None, "1")
    assert read() == "1"
    with pytest.raises(ZeroDivisionError), catalogue.one_state():
        _ = 1 / 0
    with catalogue.write() as connection:
        set_meta(connection, "x", "2")
    assert read() == "2"


def test_a_passage_needs_its_document(catalogue: Catalogue) -> None:
    row = {"id": "p", "document_id": "none", "version": 1, "generation": 1, "ordinal": 0, "kind": "item", "start": 0,
           "end": 1, "heading": "[]", "parts": "{}", "text_hash": b""}  # fmt: skip
    with pytest.raises(IntegrityError), catalogue.write() as connection:
        connection.execute(insert(passages), row)


@pytest.mark.parametrize("url", ["không phải địa chỉ", "mongodb://u:mật@db/cancu", "postgresql://u:mật@db:cổng/cancu"])
def test_an_address_that_makes_no_sense_is_a_settings_error_without_the_password(url: str) -> None:
    with pytest.raises(SettingsError, match="CANCU_DATABASE_URL") as refused:
        Catalogue(url)
    assert "mật@" not in refused.value.message
