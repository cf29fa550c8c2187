"""Makes the questions, asks them, and shows coverage against correctness: see the package."""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from search_api.asking.refusing.sureness import LEAST, sureness
from tests.bench.refusal.asking import Outcome, ask_all
from tests.bench.refusal.book import Book
from tests.bench.refusal.curve import Point, points, write_csv, write_svg
from tests.bench.refusal.fitting import area, fit, held_out_scores
from tests.bench.refusal.questions import ANSWERABLE, make

THRESHOLDS = tuple(n / 40 for n in range(39))
_OF_COSINE = tuple(0.7 + n / 200 for n in range(52))
_SHOWN = (0.0, 0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8)


def main() -> None:
    """Print the curve and the sorts of twins; write CSV and SVG; ``--fit``: new weights, too."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default="http://127.0.0.1:8000")
    parser.add_argument("--out", type=Path, default=Path("build/refusal"))
    parser.add_argument("--fit", action="store_true", help="fit the weights anew, by folds of documents")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    book = Book(arguments.url)
    made = make(book, arguments.seed)
    print(
        f"{len(book.documents)} documents, {len(book.facts)} facts;", dict(Counter(question.sort for question in made))
    )
    outcomes = ask_all(arguments.url, made)
    show(outcomes, arguments.out)
    if arguments.fit:
        show_fit(outcomes)


def show(outcomes: Sequence[Outcome], out: Path) -> None:
    """The curve of the service's own score beside those of its parts, and each sort of question."""
    sure = np.array([sureness(outcome.figures) * outcome.passes for outcome in outcomes])
    scores = {"sureness": sure} | {
        name: np.array([outcome.figures[name] * outcome.passes for outcome in outcomes])
        for name in ("coverage", "cosine")
    }
    curves = {
        name: points(outcomes, score, _OF_COSINE if name == "cosine" else THRESHOLDS) for name, score in scores.items()
    }
    out.mkdir(parents=True, exist_ok=True)
    write_csv(out / "curve.csv", curves)
    write_svg(out / "curve.svg", curves, points(outcomes, sure, [LEAST])[0])
    print(("{:>10}" * 6).format(*Point._fields))
    for point in points(outcomes, sure, sorted({*_SHOWN, LEAST})):
        print(("{:10.3f}" * 6).format(*point) + ("  <- threshold" if point.least == LEAST else ""))
    right = np.array([outcome.right for outcome in outcomes])
    passing = np.array([outcome.passes for outcome in outcomes])
    print("area under the curve, of those that no flag rules out:",
          {name: round(area(score[passing], right[passing]), 3) for name, score in scores.items()})  # fmt: skip
    for sort, count in sorted(Counter(outcome.made.sort for outcome in outcomes).items()):
        own = [outcome for outcome in outcomes if outcome.made.sort == sort]
        answered = [outcome for outcome in own if outcome.answered]
        print(f"{sort:12}{count:6} no flag {sum(o.passes for o in own) / count:.3f} answered {len(answered) / count:.3f}"
              f" with a figure {sum(any(c.isdigit() for c in _said(o)) for o in answered) / count:.3f}"
              + (f" right {sum(o.right for o in answered) / max(1, len(answered)):.3f}" if sort == ANSWERABLE else ""))  # fmt: skip


def _said(outcome: Outcome) -> str:
    """An answer without the numbers of its citations."""
    return outcome.answer if outcome.made.sort == ANSWERABLE else outcome.answer.replace("[1]", "")


def show_fit(outcomes: Sequence[Outcome]) -> None:
    """Weights fitted to these outcomes, and what folds of documents say of them."""
    scores, right = held_out_scores(outcomes), np.array([outcome.right for outcome in outcomes])
    passing = np.array([outcome.passes for outcome in outcomes])
    constant, weights = fit(outcomes)
    print("fitted:", round(constant, 2), {name: round(weight, 2) for name, weight in weights.items()})
    print("on documents that were held out: area", round(area(scores[passing], right[passing]), 3))
    for point in points(outcomes, scores, _SHOWN):
        print(("{:10.3f}" * 6).format(*point))


if __name__ == "__main__":
    main()
