"""What a run of readings.py found, for people and as JSON."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from rich.table import Table

from corpus.text import matching_form
from tests.bench.ranking_metrics import Difference, Measures, paired_bootstrap
from tests.bench.retrieval_sets import RetrievalSet
from tests.bench.variants import VARIANTS

# By how much R@10 of a variant as read may lie below R@10 of the marked questions as typed.
BARS = {"marked": 0.0, "unmarked": 0.010, "half": 0.010, "keys": 0.030, "slips": 0.030}
COMPARED = ("recall_10", "ndcg_10")
_ROUNDING = 1e-9


def syllables(text: str) -> list[str]:
    """What stands between spaces, as it is compared."""
    return matching_form(text).split()


class Trial(NamedTuple):
    """One way of typing a question: what it was to be, what was typed, how it was read, and both measured."""

    question: str
    typed: str
    read: str
    measured_typed: Measures
    measured_read: Measures
    seconds: float

    @property
    def restored(self) -> bool:
        """Whether it was read as the marked question, letter for letter but for case, spaces and the placement of tones."""
        return syllables(self.read) == syllables(self.question)


class Row(NamedTuple):
    """A trial, the question and variant it belongs to, and the marked question as typed."""

    id: str
    variant: str
    marked: Measures
    trial: Trial


class VariantResult(NamedTuple):
    """Of the questions that a variant changes. ``read_minus``: as read less the marked question, or less the variant, as typed."""

    questions: int
    marked: Measures
    typed: Measures
    read: Measures
    read_minus: Mapping[str, Mapping[str, Difference]]
    restored: float
    milliseconds: tuple[float, float]


class SetReadings(NamedTuple):
    """One set: the summary of every variant, and the rows it was made from."""

    data: RetrievalSet
    variants: Mapping[str, VariantResult]
    rows: Sequence[Row]


def summarise(data: RetrievalSet, rows: Sequence[Row]) -> SetReadings:
    """From rows by question and variant to means and intervals."""
    made = {name: [row for row in rows if row.variant == name] for name in ("marked", *VARIANTS)}
    return SetReadings(data, {name: _summary(of_it) for name, of_it in made.items() if of_it}, rows)


def _summary(rows: Sequence[Row]) -> VariantResult:
    marked, trials = [row.marked for row in rows], [row.trial for row in rows]
    typed, read = [t.measured_typed for t in trials], [t.measured_read for t in trials]
    p50, p99 = np.percentile([t.seconds * 1000 for t in trials], [50, 99])
    return VariantResult(
        len(rows),
        _mean(marked),
        _mean(typed),
        _mean(read),
        {other: _minus(read, measured) for other, measured in (("marked", marked), ("typed", typed))},
        float(np.mean([t.restored for t in trials])),
        (float(p50), float(p99)),
    )


def _minus(a: Sequence[Measures], b: Sequence[Measures]) -> dict[str, Difference]:
    return {name: paired_bootstrap([getattr(m, name) for m in a], [getattr(m, name) for m in b]) for name in COMPARED}


def set_table(result: SetReadings) -> Table:
    """One set, for people."""
    data = result.data
    shown = Table(
        title=f"{data.name}: {len(data.documents)} of {data.whole} documents, {len(data.questions)} questions"
    )
    for column in (
        "", "n", "R@10", "typed", "read", "nDCG@10", "typed", "read", "R@10 read − marked", "nDCG@10 (95 %)", "exact", "ms", "p99",
    ):  # fmt: skip
        shown.add_column(column, no_wrap=True)
    for name, found in result.variants.items():
        levels = [f"{getattr(m, c):.3f}" for c in COMPARED for m in (found.marked, found.typed, found.read)]
        differences = [_interval(found.read_minus["marked"][c]) for c in COMPARED]
        times = [f"{ms:.2f}" for ms in found.milliseconds]
        shown.add_row(name, str(found.questions), *levels, *differences, f"{found.restored:.3f}", *times)
    return shown


def bar_table(results: Sequence[SetReadings]) -> Table:
    """R@10 as read less R@10 of the marked questions, every set beside the bar it has to reach."""
    shown = Table("", "bar", *(result.data.name for result in results), title="R@10: read − marked")
    for name, bar in BARS.items():
        found = [
            r.variants[name].read_minus["marked"]["recall_10"].mean if name in r.variants else 0.0 for r in results
        ]
        verdicts = (f"{mean:+.4f} {'ok' if mean >= -bar - _ROUNDING else 'missed'}" for mean in found)
        shown.add_row(name, f"−{bar:.3f}", *verdicts)
    return shown


def as_json(result: SetReadings) -> dict[str, Any]:
    """One set, for machines."""
    data = result.data
    return {
        "set": data.name,
        "documents": len(data.documents),
        "of": data.whole,
        "questions": len(data.questions),
        "variants": {name: _variant_json(found) for name, found in result.variants.items()},
        "wrong": [_wrong_json(row) for row in result.rows if not row.trial.restored],
    }


def _variant_json(found: VariantResult) -> dict[str, Any]:
    return {
        "questions": found.questions,
        **{name: getattr(found, name)._asdict() for name in ("marked", "typed", "read")},
        "read_minus": {
            other: {name: difference._asdict() for name, difference in differences.items()}
            for other, differences in found.read_minus.items()
        },
        "restored": found.restored,
        "ms_p50": found.milliseconds[0],
        "ms_p99": found.milliseconds[1],
    }


def _wrong_json(row: Row) -> dict[str, Any]:
    trial = row.trial
    return {
        "id": row.id,
        "variant": row.variant,
        "meant": trial.question,
        "typed": trial.typed,
        "read": trial.read,
        "recall_10": {"marked": row.marked.recall_10, "read": trial.measured_read.recall_10},
    }


def _mean(rows: Sequence[Measures]) -> Measures:
    return Measures(*np.mean(np.array(rows), axis=0).tolist())


def _interval(difference: Difference) -> str:
    return f"{difference.mean:+.3f} ({difference.low:+.3f} {difference.high:+.3f})"
