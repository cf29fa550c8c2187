"""How people type: what it costs, under each habit, that a word is what it is. Costs are negative natural logarithms of chances."""

from enum import IntEnum

import numpy as np


class Typing(IntEnum):
    """How a word came to be typed as it stands."""

    WHOLE = 0  # it has marks, and they are all there
    PLAIN = 1  # it has none, and none were meant
    BARE = 2  # all its marks were left out
    PARTLY = 3  # some of its marks were left out, mostly the tone
    KEYS = 4  # keys of Telex or VNI were not turned into marks
    TONE = 5  # it has another tone or letter mark than meant
    LETTERS = 6  # a letter too many, too few, another, or two swapped


# Habits: all marks typed; hardly one forgotten; half of them left out; tones left out; all left out. First what the habit itself costs.
HABITS = np.array([0.0, 3.0, 5.0, 6.0, 1.0])
COSTS = np.array(
    [  # WHOLE PLAIN BARE PARTLY KEYS TONE LETTERS
        [0.0, 0.0, 9.0, 8.0, 5.0, 9.0, 8.0],
        [0.1, 0.0, 3.0, 4.0, 4.0, 9.0, 8.0],
        [0.7, 0.0, 0.9, 2.5, 4.0, 9.0, 8.0],
        [1.5, 0.0, 3.0, 0.4, 4.0, 9.0, 8.0],
        [3.5, 0.0, 0.0, 4.0, 4.0, 9.0, 8.0],
    ]
)
