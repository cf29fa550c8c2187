"""Questions with known answers, and how an answer of the service is scored against them."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from corpus.text import matching_form

NOTHING = "unanswerable"
_WORDY_DATE = re.compile(r"(\d{1,2}) tháng (\d{1,2}) năm (\d{4})")
_WORDY_MONTH = re.compile(r"tháng (\d{1,2}) năm (\d{4})")


@dataclass(frozen=True)
class Sample:
    """A question. ``docs``: file names that answer it; ``values``: what the answer must hold; ``evidence``: any of them proves it."""

    id: str
    question: str
    kind: str
    style: str
    docs: tuple[str, ...]
    answer: str
    values: tuple[str, ...]
    evidence: tuple[str, ...]
    notes: str


class Score(NamedTuple):
    """What is right of an answer; None where it cannot be asked of the question."""

    refusal: bool
    exact: bool
    first: bool | None
    third: bool | None
    proof: bool | None
    figure: bool | None


def load_samples(path: Path) -> list[Sample]:
    """The samples of a file, one JSON object a line."""
    return [_sample(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def _sample(row: dict[str, Any]) -> Sample:
    fields: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
    return Sample(**fields)


def comparable(text: str) -> str:
    """One form of what can be written in several: lower case, tone placement, dashes, dates, spaces around signs."""
    plain = re.sub(r"[–—]", "-", matching_form(text).replace("|", " "))
    plain = _WORDY_DATE.sub(r"\1/\2/\3", " ".join(plain.split()))
    plain = _WORDY_MONTH.sub(r"\1/\2", plain)
    plain = re.sub(r"\s*([/-])\s*|\s+(?=%)", lambda match: match[1] or "", plain)
    return re.sub(r"(?<![\d.,])0+(?=\d)", "", plain)


def holds(text: str, words: str) -> bool:
    """Whether a text holds words or a figure as such: 30% is not in 130%, nor 8/63 in 18/63."""
    return re.search(rf"(?<![\w.,]){re.escape(comparable(words))}(?!\w|[.,]\d)", comparable(text)) is not None


def score(sample: Sample, answered: Mapping[str, Any], texts: Mapping[str, str]) -> Score:
    """Score an answer; ``texts``: the whole text of each document by its id."""
    cited: Sequence[Any] = answered["citations"]
    refused = answered["status"] == "not_found"
    exact = all(texts[c["document"]["id"]][c["start"] : c["end"]] == c["quote"] for c in cited)
    if sample.kind == NOTHING:
        return Score(refused, exact, None, None, None, None)
    right = [c["document"]["file_name"] in sample.docs for c in cited[:3]]
    proof = any(
        of_document and comparable(words) in comparable(c["quote"])
        for of_document, c in zip(right, cited, strict=False)
        for words in sample.evidence
    )
    figure = not refused and all(holds(answered["answer"], value) for value in sample.values)
    return Score(not refused, exact, any(right[:1]), any(right), proof, figure)


def shares(scores: Iterable[Score]) -> dict[str, float]:
    """The share that is right of each part of the score, over the questions of which it can be asked."""
    columns = zip(Score._fields, zip(*scores, strict=True), strict=True)
    known = {name: [value for value in column if value is not None] for name, column in columns}
    return {name: sum(values) / len(values) for name, values in known.items() if values}


def table(groups: Mapping[str, Sequence[Score]]) -> str:
    """A line for each group of questions, in percent."""
    lines = [f"{'questions':<14}{'n':>4}" + "".join(f"{name:>9}" for name in Score._fields)]
    for group, scores in groups.items():
        found = shares(scores)
        cells = (f"{100 * found[name]:9.1f}" if name in found else f"{'–':>9}" for name in Score._fields)
        lines.append(f"{group:<14}{len(scores):>4}" + "".join(cells))
    return "\n".join(lines)
