"""corpus.index.edge: the shard in its folder: whole or not there, one owner, exact after reopening."""

import time
from pathlib import Path

import pytest

from corpus.bm25 import question_weights
from corpus.errors import DataFolderBusy, IndexUnavailable
from corpus.index.edge import EdgeIndex
from tests.corpus.points import DIMENSION, bm25_scores, id_of, point, random_points
from tests.corpus.processes import python, says, wait_until

MAKE = """if True:
    import sys
    from pathlib import Path
    from corpus.index.edge import EdgeIndex
    print("begin", flush=True)
    EdgeIndex(Path(sys.argv[1]), 8)
    print("made", flush=True)
    input()
"""


def usable(folder: Path) -> bool:
    """Whether the index in a folder takes points and can filter and count by its fields."""
    index = EdgeIndex(folder, DIMENSION)
    index.upsert([point(1)])
    fine = index.ids({"document": ["d"]}) == {id_of(1)} and index.facet("year", {}) == {"2025": 1}
    index.close()
    return fine


def test_an_index_is_made_where_there_is_none(tmp_path: Path) -> None:
    assert usable(tmp_path / "a" / "index")
    assert usable(tmp_path / "a" / "index")


@pytest.mark.parametrize("delay", [0.0, 0.01, 0.03])
def test_an_index_whose_making_was_cut_off_is_made_anew(tmp_path: Path, delay: float) -> None:
    folder = tmp_path / "index"
    with python(MAKE, folder) as maker:
        assert says(maker) == "begin"
        wait_until(lambda: any(tmp_path.iterdir()))
        time.sleep(delay)
        maker.kill()
        maker.wait()
    assert usable(folder)


def test_a_folder_has_one_owner(tmp_path: Path) -> None:
    first = EdgeIndex(tmp_path / "index", DIMENSION)
    with pytest.raises(DataFolderBusy) as refused:
        EdgeIndex(tmp_path / "index", DIMENSION)
    assert refused.value.detail == str(tmp_path / "index")
    first.close()
    EdgeIndex(tmp_path / "index", DIMENSION).close()


def test_a_folder_that_holds_something_else_is_no_index_and_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thu.txt").write_text("thư riêng")
    with pytest.raises(IndexUnavailable):
        EdgeIndex(tmp_path, DIMENSION)
    assert (tmp_path / "thu.txt").read_text() == "thư riêng"


def test_weights_of_terms_forget_deleted_points_when_the_index_is_opened_again(tmp_path: Path) -> None:
    points, words = random_points(4, 60)
    index = EdgeIndex(tmp_path / "index", DIMENSION)
    index.upsert(points)
    index.delete({"document": ["d0", "d3"]})
    index.close()
    index = EdgeIndex(tmp_path / "index", DIMENSION)
    stay = [p for p in points if p.fields["document"] not in ("d0", "d3")]
    found = dict(index.search_terms(question_weights(["số", "đạt"]), 100, {}))
    assert found == pytest.approx(bm25_scores(stay, words, ["số", "đạt"]), rel=1e-4)
    index.close()
