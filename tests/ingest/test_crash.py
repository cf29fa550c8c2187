"""A server killed in the midst of adding ends, once started again, with what it would have had without: nothing twice, nothing missing.

tests/bench/crash.py does the same with fifty kills.
"""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.types import Stage
from tests.crashing import PUBLISHING, Aim, Crashing
from tests.snapshot import differences, take


@pytest.fixture(scope="module")
def crashing() -> Iterator[Crashing]:
    """A clean run to compare with. Sockets lie beside it, and their names must be short: not in pytest's folder."""
    with tempfile.TemporaryDirectory() as work:
        yield Crashing(Path(work))


def test_nothing_is_twice_and_nothing_is_missing_after_three_kills(crashing: Crashing) -> None:
    aims = [Aim(4, Stage.READING, 0.5), Aim(9, Stage.ENCODING, 0.5), Aim(13, PUBLISHING, 0.3)]
    done = crashing.run(aims)
    print(*done.kills, sep="\n")  # which stages were hit, if it fails
    assert len(done.kills) == len(aims)
    assert done.differences == []


def test_the_comparison_sees_what_a_kill_could_do(crashing: Crashing) -> None:
    assert crashing.counts["points"] == crashing.counts["passages"] > 500
    data = crashing.work / "base"
    lines = differences(crashing.wanted, take(data, crashing.encoder))
    assert {line.split()[0] for line in lines} >= {"documents", "jobs", "passages", "points", "term_counts", "texts"}
    stray = crashing.work / "stray"
    shutil.copytree(crashing.work / "clean", stray)
    (stray / "originals" / ".coming-1").touch()
    assert differences(crashing.wanted, take(stray, crashing.encoder)) == ["files .coming-1: too much"]
