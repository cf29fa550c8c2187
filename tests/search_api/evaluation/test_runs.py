"""search_api.evaluation.runs: a run is the same after it was saved, and a file that is none is refused."""

import json
from pathlib import Path

import pytest

from corpus.errors import InvalidRun
from search_api.evaluation.runs import read_run, save_run
from tests.search_api.evaluation.replies import cited, reply, run_of

RUN = run_of(reply("Đạt 30%.", cited(), cited("“Chè”\n", exact=False)), reply(None, id="r", ms=7), no_marks=True)


def test_a_saved_run_is_the_run(tmp_path: Path) -> None:
    save_run(RUN, tmp_path / "run.json")
    assert read_run(tmp_path / "run.json") == RUN


@pytest.mark.parametrize(
    "change",
    [
        {"format": 0},
        {"format": ...},
        {"replies": 5},
        {"replies": [{"id": "q"}]},
        {"replies": [[]]},
        {"documents": "ba"},
        {"no_marks": None},
        {"more": 1},
    ],
)
def test_a_file_that_is_no_run_is_refused(tmp_path: Path, change: dict[str, object]) -> None:
    path = tmp_path / "run.json"
    save_run(RUN, path)
    content = json.loads(path.read_text("utf-8")) | change
    path.write_text(json.dumps({name: part for name, part in content.items() if part is not ...}))
    with pytest.raises(InvalidRun, match=r"run\.json"):
        read_run(path)


@pytest.mark.parametrize(
    ("field", "content"), [("ms", "nhanh"), ("answer", None), ("citations", None), ("citations", [{"n": 1}])]
)
def test_a_damaged_reply_is_refused(tmp_path: Path, field: str, content: object) -> None:
    path = tmp_path / "run.json"
    save_run(RUN, path)
    saved = json.loads(path.read_text("utf-8"))
    saved["replies"][0][field] = content
    path.write_text(json.dumps(saved))
    with pytest.raises(InvalidRun):
        read_run(path)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b"[" * 100_000])
def test_a_file_that_is_not_even_json_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "run.json").write_bytes(content)
    with pytest.raises(InvalidRun):
        read_run(tmp_path / "run.json")
