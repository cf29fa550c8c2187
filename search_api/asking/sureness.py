"""How sure it is that the best evidence is the answer, by its signs.

A logistic model. Its weights were fitted by ``tests/bench/refusal --fit`` to some 1,300 questions made by rule from the facts of 137 documents of
programmes (plans, resolutions, reports), worded otherwise than the documents, of which a fifth has no answer there; five folds of
documents held out give the same order of answers.
"""

import math
from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {"cosine": 4.51, "inside": 3.76, "pairs": 1.86, "whose": 4.44, "named": 1.94, "gap": -1.16}
CONSTANT = -11.95
LEAST = 0.3


def sureness(signs: Mapping[str, float]) -> float:
    """A share: of so many answers with such signs, so many are right."""
    return 1 / (1 + math.exp(-(CONSTANT + sum(weight * signs[name] for name, weight in WEIGHTS.items()))))
