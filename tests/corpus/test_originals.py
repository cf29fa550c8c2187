"""corpus.catalogue.originals: a file is kept whole, once and untouched, or not at all."""

import hashlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.catalogue import Catalogue
from corpus.catalogue.originals import Originals, register_original
from corpus.catalogue.schema import originals as table
from corpus.errors import NotFound
from tests.corpus.processes import python, says


@pytest.fixture
def originals(tmp_path: Path) -> Originals:
    """An empty folder of originals."""
    return Originals(tmp_path / "originals")


def files_in(folder: Path) -> list[Path]:
    """All files under a folder."""
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_file_is_kept_under_its_digest(originals: Originals) -> None:
    sha, size = originals.keep([b"%PDF", b"", b"-1.7"])
    assert (sha, size) == (hashlib.sha256(b"%PDF-1.7").hexdigest(), 8)
    assert originals.existing(sha).read_bytes() == b"%PDF-1.7"
    assert files_in(originals.folder) == [originals.path(sha)]


@given(st.lists(st.binary(max_size=50)))
def test_how_a_file_comes_in_makes_no_difference(chunks: list[bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        kept = Originals(Path(folder))
        whole = b"".join(chunks)
        assert kept.keep(chunks) == kept.keep([whole]) == (hashlib.sha256(whole).hexdigest(), len(whole))
        assert [path.read_bytes() for path in files_in(kept.folder)] == [whole]


def test_an_upload_that_breaks_off_leaves_nothing(originals: Originals) -> None:
    def broken() -> Iterator[bytes]:
        yield b"half"
        raise ConnectionError

    with pytest.raises(ConnectionError):
        originals.keep(broken())
    assert files_in(originals.folder) == []


def test_an_original_that_is_not_there_is_not_found(originals: Originals) -> None:
    with pytest.raises(NotFound, match="0000"):
        originals.existing("0" * 64)


def test_sweeping_takes_what_a_killed_process_left_and_nothing_else(originals: Originals, catalogue: Catalogue) -> None:
    code = """if True:
        import sys
        from pathlib import Path
        from corpus.catalogue.originals import Originals
        def chunks():
            yield b"half" * 100_000
            print("half", flush=True)
            input()
        Originals(Path(sys.argv[1])).keep(chunks())
    """
    with python(code, originals.folder) as process:
        assert says(process) == "half"
        process.kill()
    known, _ = originals.keep([b"known"])
    stray, _ = originals.keep([b"stray"])
    assert len(files_in(originals.folder)) == 3
    with catalogue.write() as connection:
        register_original(connection, known, 5)
        swept = originals.sweep(connection)
    assert len(swept) == 2
    assert originals.path(stray) in swept
    assert files_in(originals.folder) == [originals.path(known)]


def test_an_original_is_entered_once(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        register_original(connection, "0" * 64, 5)
        register_original(connection, "0" * 64, 5)
        assert len(connection.execute(table.select()).all()) == 1
