"""The likeliest syllables of a question: Viterbi's algorithm (1967) over the candidates of every word.

How carefully somebody types is not known beforehand. So the question is decoded under several habits of typing at once (all marks
typed, some left out, all left out), and the habit wins under which the whole question is likeliest.
"""

from collections.abc import Sequence
from typing import NamedTuple

from corpus.language.counts import Integers
from corpus.language.model import Floats, SyllableModel


class Column(NamedTuple):
    """What stands at one place of a question: numbers of syllables (k,), and what each costs under each habit (habits, k).

    Costs are negative natural logarithms of chances.
    """

    numbers: Integers
    costs: Floats


def decode(model: SyllableModel, columns: Sequence[Column]) -> list[int]:
    """Which place of each column is meant; the first and the last column are a break each, whose costs are those of the habits."""
    steps = model.log_steps([column.numbers for column in columns])
    score = -columns[0].costs
    back: list[Integers | None] = []
    for column, step in zip(columns[1:], steps, strict=True):
        if len(step) == 1:  # one way to come here: most words of a question with marks have but one meaning
            back.append(None)
            score = score + step - column.costs
        else:
            reached = score[:, :, None] + step
            back.append(reached.argmax(axis=1))
            score = reached.max(axis=1) - column.costs
    habit = int(score[:, 0].argmax())
    chosen = [0]
    for pointers in reversed(back):
        chosen.append(0 if pointers is None else int(pointers[habit, chosen[-1]]))
    return chosen[::-1]
