"""What a run of retrieval.py found, for people and as JSON."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from rich.table import Table

from tests.bench.ranking_metrics import Difference, Measures, paired_bootstrap
from tests.bench.retrieval_sets import RetrievalSet

COMPARED = ("ndcg_10", "recall_10")


class SetResult(NamedTuple):
    """Means of every system on one set, and for every other system by how much ours differs from it."""

    data: RetrievalSet
    means: Mapping[str, Measures]
    ours_minus: Mapping[str, Mapping[str, Difference]]


def summarise(data: RetrievalSet, measured: Mapping[str, Sequence[Measures]], ours: str) -> SetResult:
    """From measures by question to means and intervals."""
    minus = {
        system: {name: paired_bootstrap(_column(measured[ours], name), _column(rows, name)) for name in COMPARED}
        for system, rows in measured.items()
        if system != ours
    }
    return SetResult(data, {system: _mean(rows) for system, rows in measured.items()}, minus)


def set_table(result: SetResult) -> Table:
    """One set, for people."""
    data = result.data
    shown = Table(
        title=f"{data.name}: {len(data.documents)} of {data.whole} documents, {len(data.questions)} questions"
    )
    for column in ("", "R@1", "R@10", "nDCG@10", "MRR", "ours − it: nDCG@10", "R@10 (95 % interval)"):
        shown.add_column(column, no_wrap=True)
    for system, means in result.means.items():
        differences = result.ours_minus.get(system, {})
        shown.add_row(system, *_numbers(means), *(_interval(differences[name]) for name in COMPARED if differences))
    return shown


def mean_table(results: Sequence[SetResult]) -> Table:
    """All sets, each counting the same."""
    shown = Table("", "R@1", "R@10", "nDCG@10", "MRR", title=f"mean of {len(results)} sets")
    for system in results[0].means:
        shown.add_row(system, *_numbers(_mean([result.means[system] for result in results])))
    return shown


def as_json(result: SetResult) -> dict[str, Any]:
    """One set, for machines."""
    data = result.data
    return {
        "set": data.name,
        "documents": len(data.documents),
        "of": data.whole,
        "questions": len(data.questions),
        "means": {system: means._asdict() for system, means in result.means.items()},
        "ours_minus": {
            system: {name: difference._asdict() for name, difference in differences.items()}
            for system, differences in result.ours_minus.items()
        },
    }


def _column(rows: Sequence[Measures], name: str) -> list[float]:
    return [getattr(row, name) for row in rows]


def _mean(rows: Sequence[Measures]) -> Measures:
    return Measures(*np.mean(np.array(rows), axis=0).tolist())


def _numbers(means: Measures) -> list[str]:
    return [f"{value:.4f}" for value in means]


def _interval(difference: Difference) -> str:
    return f"{difference.mean:+.3f} ({difference.low:+.3f} {difference.high:+.3f})"
