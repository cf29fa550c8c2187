"""corpus.pipelines: Haystack as we want it: without telemetry, without PyTorch, and quiet about what is told elsewhere."""

import json
import subprocess
import sys

from tests.corpus.processes import ROOT

FAILING = """
import logging, os, sys
from corpus.log import start_log
start_log("INFO")
from corpus.pipelines import Pipeline, component

class Parts: ...

@component
class Broken:
    @component.output_types(out=int)
    def run(self, parts: Parts) -> dict:
        raise ValueError("cannot be read")

pipeline = Pipeline()
pipeline.add_component("broken", Broken())
try:
    pipeline.run({"broken": {"parts": Parts()}})
except Exception:
    logging.getLogger("haystack.elsewhere").warning("told")
print("torch" in sys.modules, os.environ["HAYSTACK_TELEMETRY_ENABLED"])
"""


def test_a_component_that_fails_is_not_told_twice_and_other_warnings_are_told_once() -> None:
    done = subprocess.run([sys.executable, "-c", FAILING], cwd=ROOT, capture_output=True, text=True, check=True)
    assert [json.loads(line)["text"] for line in done.stderr.splitlines()] == ["told"]
    assert done.stdout.split() == ["False", "False"]
