"""Coverage against correctness: how many questions are answered and how many of the answers are right, for every threshold; as CSV and SVG."""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tests.bench.refusal.asking import Outcome
from tests.bench.refusal.questions import ANSWERABLE

_SIZE, _MARGIN = 460, 50  # pixels of the picture
COST, ONE_IN = 2, 8
_COLOURS = ("#b3261e", "#555555", "#0b5cad")


class Point(NamedTuple):
    """``answered``: share of the answerable questions; ``right``: share of all answers that are right; ``kept``: of the answerable ones that
    would be answered right with no threshold; ``refused``: share of the others; ``worth``: right answers less ``COST`` times the wrong ones, a
    question, where one in ``ONE_IN`` has no answer.
    """

    least: float
    answered: float
    right: float
    kept: float
    refused: float
    worth: float


def points(outcomes: Sequence[Outcome], scores: NDArray[np.float64], thresholds: Sequence[float]) -> list[Point]:
    """A point for each threshold; a score of 0 is no answer whatever the threshold."""
    answerable = np.array([outcome.made.sort == ANSWERABLE for outcome in outcomes])
    right = np.array([outcome.right for outcome in outcomes])
    others = answerable.sum() / (ONE_IN - 1) / max(1, (~answerable).sum())
    weights = np.where(answerable, 1.0, others)  # as many without an answer as in use
    found = []
    for least in thresholds:
        said = (scores >= least) & (scores > 0)
        worth = (weights * said * np.where(right, 1.0, -COST)).sum() / weights.sum()
        found.append(Point(
            round(float(least), 3), _mean(said[answerable]), _mean(right[said]) if said.any() else 1.0, _mean(said[right]),
            _mean(~said[~answerable]), round(float(worth), 4),
        ))  # fmt: skip
    return found


def _mean(flags: NDArray[np.bool_]) -> float:
    return round(float(flags.mean()), 4) if len(flags) else 0.0


def write_csv(path: Path, curves: dict[str, list[Point]]) -> None:
    """All points, with the name of the score."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["score", *Point._fields])
        rows.writerows([name, *point] for name, curve in curves.items() for point in curve)


def write_svg(path: Path, curves: dict[str, list[Point]], marked: Point) -> None:
    """The curves, right answers (up) over answered questions (to the right); ``marked``: where the threshold stands."""
    lowest = min(point.right for curve in curves.values() for point in curve if point.answered > 0)
    lowest = max(0.0, np.floor(lowest * 10) / 10)

    def place(point: Point) -> tuple[float, float]:
        inner = _SIZE - 2 * _MARGIN
        return _MARGIN + inner * point.answered, _SIZE - _MARGIN - inner * (point.right - lowest) / (1 - lowest)

    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{_SIZE}" height="{_SIZE}" font-family="sans-serif" font-size="12">',
             f'<rect width="{_SIZE}" height="{_SIZE}" fill="#fff"/>']  # fmt: skip
    for share in np.arange(0, 1.01, 0.2):
        x, y = place(Point(0, share, lowest + share * (1 - lowest), 0, 0, 0))
        parts += [f'<path d="M{x:.0f} {_MARGIN}V{_SIZE - _MARGIN}M{_MARGIN} {y:.0f}H{_SIZE - _MARGIN}" stroke="#ddd"/>',
                  f'<text x="{x - 8:.0f}" y="{_SIZE - _MARGIN + 16}">{share:.1f}</text>',
                  f'<text x="{_MARGIN - 32}" y="{y + 4:.0f}">{lowest + share * (1 - lowest):.2f}</text>']  # fmt: skip
    for n, (name, curve) in enumerate(curves.items()):
        line = " ".join("{:.1f},{:.1f}".format(*place(point)) for point in curve if point.answered > 0)
        colour = _COLOURS[n % len(_COLOURS)]
        parts += [f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>',
                  f'<text x="{_MARGIN + 10}" y="{_SIZE - _MARGIN - 12 - 16 * n}" fill="{colour}">{name}</text>']  # fmt: skip
    x, y = place(marked)
    parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{_COLOURS[0]}"/>', f'<text x="{x - 60:.0f}" y="{y - 10:.0f}">from {marked.least:.2f}</text>',
              f'<text x="{_SIZE / 2 - 90:.0f}" y="{_SIZE - 12}">answerable questions that are answered</text>',
              f'<text x="14" y="{_SIZE / 2 + 60:.0f}" transform="rotate(-90 14 {_SIZE / 2 + 60:.0f})">answers that are right</text>', "</svg>"]  # fmt: skip
    path.write_text("\n".join(parts), encoding="utf-8")
