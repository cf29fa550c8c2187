"""When the service should rather say nothing: coverage of the best evidence against correctness, as a curve.

    python -m tests.bench.refusal [QUESTIONS.jsonl] --url http://127.0.0.1:8000

The questions are those of tests/quality (or of a file of the same form), asked of a running server that holds their documents. For
each threshold of coverage: which share of the questions that the documents answer would be answered, how many of those answers are
right, and which share of the others would be refused. Beside it, by which sign the unanswerable ones were refused.
"""

import argparse
import json
import urllib.request
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from search_api.evaluation.comparable import holds
from search_api.evaluation.gold import UNANSWERABLE, Question, read_gold

THRESHOLDS = (0.0, 0.1, 0.2, 0.25, 0.28, 0.3, 0.32, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7)


class Asked(NamedTuple):
    """One question with what came of it; ``kept``: the other signs let it pass."""

    sample: Question
    coverage: float
    kept: bool
    right: bool
    figures: dict[str, float]


def ask(url: str, sample: Question) -> Asked:
    """Ask one question."""
    body = json.dumps({"question": sample.question}).encode()
    request = urllib.request.Request(f"{url}/api/ask", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as response:
        got: dict[str, Any] = json.load(response)
    figures = got["confidence"]
    kept = all(figures.get(sign, 1.0) == 1.0 for sign in ("fits", "years", "slots"))
    right = got["status"] == "answered" and all(holds(got["answer"], value) for value in sample.values)
    return Asked(sample, figures["coverage"], kept, right, figures)


def curve(asked: list[Asked]) -> list[str]:
    """A line for each threshold."""
    answerable = [a for a in asked if a.sample.kind != UNANSWERABLE]
    others = [a for a in asked if a.sample.kind == UNANSWERABLE]
    lines = [f"{'coverage':>9}{'answered':>10}{'right':>8}{'refused':>9}"]
    for least in THRESHOLDS:
        said = [a for a in answerable if a.kept and a.coverage >= least]
        refused = [a for a in others if not (a.kept and a.coverage >= least)]
        right = sum(a.right for a in said) / max(1, len(said))
        lines.append(
            f"{least:9.2f}{len(said) / max(1, len(answerable)):10.3f}{right:8.3f}{len(refused) / max(1, len(others)):9.3f}"
        )
    return lines


def signs(asked: list[Asked]) -> Counter[str]:
    """By which sign the unanswerable questions are refused, coverage apart."""
    found: Counter[str] = Counter()
    for one in asked:
        if one.sample.kind == UNANSWERABLE:
            found.update(sign for sign in ("fits", "years", "slots") if one.figures.get(sign, 1.0) != 1.0)
    return found


def main() -> None:
    """Print the curve."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", nargs="?", type=Path, default=Path("tests/quality/samples.jsonl"))
    parser.add_argument("--url", default="http://127.0.0.1:8000")
    arguments = parser.parse_args()
    asked = [ask(arguments.url, sample) for sample in read_gold(arguments.questions)]
    print(*curve(asked), sep="\n")
    print("refused by:", dict(signs(asked)))


if __name__ == "__main__":
    main()
