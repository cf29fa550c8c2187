"""corpus.log: every line on standard error is one JSON object, also what libraries say."""

import json
import subprocess
import sys
from typing import Any

from tests.corpus.processes import ROOT

CODE = """
import logging, sys
from corpus.log import log, start_log
start_log(sys.argv[1])
log.debug("job.step")
log.info("job.done", job="đã thêm", passages=3)
log.error("job.failed")
try:
    1 / 0
except ZeroDivisionError:
    log.exception("job.crashed")
    logging.getLogger("pdf.reader").exception('a "quoted" word\\nand a second line of %s', "trang")
logging.getLogger("pdf.reader").info("never said")
logging.getLogger("pdf.reader").warning("%d%%", 5)
"""


def lines(level: str) -> list[dict[str, Any]]:
    """What a process with this level writes."""
    done = subprocess.run([sys.executable, "-c", CODE, level], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == ""
    return [json.loads(line) for line in done.stderr.splitlines()]


def test_every_line_is_one_event_with_level_and_time() -> None:
    ours = [line for line in lines("info") if line["event"] != "library"]
    assert [(line["event"], line["level"]) for line in ours] == [
        ("job.done", "info"),
        ("job.failed", "error"),
        ("job.crashed", "error"),
    ]
    assert ours[0]["job"] == "đã thêm"
    assert ours[0]["passages"] == 3
    assert all(line["timestamp"].endswith("Z") for line in ours)
    assert "ZeroDivisionError" in ours[2]["exception"]


def test_libraries_are_heard_from_warnings_on_in_the_same_form() -> None:
    libraries = [line for line in lines("debug") if line["event"] == "library"]
    assert [line["level"] for line in libraries] == ["error", "warning"]
    assert libraries[0]["logger"] == "pdf.reader"
    assert libraries[0]["text"].startswith('a "quoted" word\nand a second line of trang\nTraceback')
    assert libraries[1]["text"] == "5%"


def test_the_level_decides_what_is_written() -> None:
    assert [line["event"] for line in lines("debug")][:2] == ["job.step", "job.done"]
    assert "job.done" not in [line["event"] for line in lines("error")]
