"""What one word of a question may mean: itself, itself with marks, the syllable that its keys spell, or one a slip away."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from corpus.language.decoding import Column
from corpus.language.habits import COSTS, Typing
from corpus.language.keystrokes import decoded
from corpus.language.marks import Parts, may_be, parts_of
from corpus.language.model import UNKNOWN, SyllableModel
from corpus.language.slips import meant_by
from corpus.language.tokens import NUMBER

MOST_SPELLINGS = 14  # of one syllable without marks
_VOWELS = frozenset("aeiouy")
_KEYS_OF_D = re.compile("dd|d9")  # Telex, VNI
_MARKED_LETTERS = frozenset("ăâđêôơư")
_KNOWN_COST = 3.0  # beside that of a slip: a word that is known is seldom one
_USUAL_COST = 0.5  # the same, for each e-fold that it is more frequent than the next
_SELDOM = -13.0  # twice in a million words
_NAME_COST = 5.0  # beside that of a slip: a name that is not known is no slip


class Choice(NamedTuple):
    """A meaning: the form, how it came to be typed as it stands, and what it costs beside the habit's cost of that."""

    form: str
    typing: Typing
    cost: float = 0.0


class Choices(NamedTuple):
    """All meanings of a word, itself first, and the same as a column."""

    choices: tuple[Choice, ...]
    column: Column


class Chooser:
    """Finds meanings with a model, and remembers them."""

    def __init__(self, model: SyllableModel) -> None:
        self.model = model
        self.of = lru_cache(1 << 14)(self._of)
        self.slips_of = lru_cache(1 << 12)(self._slips_of)

    def only(self, form: str) -> Choices:
        """A word that stays, whatever it may mean."""
        return self._column([_itself(form)])

    def _of(self, form: str, capitals: bool) -> Choices:
        """All but slips. ``capitals``: it has capitals inside, among small letters: an abbreviation."""
        choices = [_itself(form)]
        if len(form) == 1 and form not in _VOWELS:
            pass  # the label of an item
        elif capitals:
            choices += self._abbreviations(form)
        else:
            choices += [*self._marked(form), *self._keyed(form)]
        return self._column(choices)

    def _slips_of(self, form: str, name: bool) -> Choices:
        """The word and what it may be if it was not typed as it was meant."""
        more = (_NAME_COST if name else 0.0) + self._trust(form)
        slips = [
            choice._replace(cost=choice.cost + more)
            for choice in (*self._other_marks(form), *self._other_letters(form))
        ]
        return self._column([*self.of(form, False).choices, *slips])

    def _trust(self, form: str) -> float:
        """What it costs more to take a word for a slip, the more usual it is."""
        number = self.model.number(form)
        if number == UNKNOWN:
            return 0.0
        return _KNOWN_COST + _USUAL_COST * max(0.0, self.model.log_chance(number) - _SELDOM)

    def _column(self, choices: list[Choice]) -> Choices:
        itself = choices[0].form
        names = [NUMBER if itself.isdecimal() else itself, *(choice.form for choice in choices[1:])]
        costs = COSTS[:, [choice.typing for choice in choices]] + np.array([choice.cost for choice in choices])
        return Choices(tuple(choices), Column(np.array([self.model.number(name) for name in names]), costs))

    def _spelt(self, plain: str) -> Iterator[tuple[str, Parts]]:
        for number in self.model.spelt(plain)[:MOST_SPELLINGS]:
            word = self.model.words[number]
            yield word, parts_of(word)

    def _marked(self, form: str) -> list[Choice]:
        """With marks that were left out."""
        typed = parts_of(form)
        typing = Typing.BARE if typed.plain == form else Typing.PARTLY
        return [
            Choice(word, typing) for word, meant in self._spelt(typed.plain) if word != form and may_be(typed, meant)
        ]

    def _abbreviations(self, form: str) -> list[Choice]:
        """With Đ for D and the like, or for its keys; a syllable that can be spoken is no abbreviation."""
        typed = parts_of(form)
        keyed = _KEYS_OF_D.sub("đ", form)
        by_keys = [Choice(keyed, Typing.KEYS)] if keyed != form and self.model.number(keyed) != UNKNOWN else []
        return by_keys + [
            Choice(word, Typing.BARE, cost=-COSTS[0, Typing.BARE] / 2)
            for word, meant in self._spelt(typed.plain)
            if word != form and not meant.tone and may_be(typed, meant) and _VOWELS.isdisjoint(meant.plain)
        ]

    def _keyed(self, form: str) -> list[Choice]:
        """What its keys spell, with marks beside if some keys were left out, too."""
        keyed = decoded(form)
        if keyed is None:
            return []
        return [
            Choice(word, Typing.KEYS, 0.0 if meant == keyed else 2.0)
            for word, meant in self._spelt(keyed.plain)
            if may_be(keyed, meant)
        ]

    def _other_marks(self, form: str) -> list[Choice]:
        typed = parts_of(form)
        if typed.plain == form:
            return []
        return [Choice(word, Typing.TONE) for word, meant in self._spelt(typed.plain) if not may_be(typed, meant)]

    def _other_letters(self, form: str) -> list[Choice]:
        """One slip away, with no mark lost that was typed."""
        typed = parts_of(form)
        marked = _marked_letters(typed)
        bare = typed.plain == form
        return [
            Choice(word, Typing.LETTERS, cost + (1.0 if bare and meant.plain != word else 0.0))
            for plain, cost in meant_by(typed.plain).items()
            for word, meant in self._spelt(plain)
            if typed.tone in ("", meant.tone) and marked <= _marked_letters(meant)
        ]


def _itself(form: str) -> Choice:
    return Choice(form, Typing.WHOLE if parts_of(form).plain != form else Typing.PLAIN)


def _marked_letters(parts: Parts) -> set[str]:
    return {letter for letter in parts.shape if letter in _MARKED_LETTERS}
