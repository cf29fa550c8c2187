"""A question as typed → what its words are read as. Words that are trusted come back as they are."""

from collections.abc import Sequence

import numpy as np

from corpus.language.choices import Choice, Choices, Chooser
from corpus.language.decoding import Column, decode
from corpus.language.habits import HABITS, Typing
from corpus.language.marks import parts_of, printed
from corpus.language.model import UNKNOWN, SyllableModel
from corpus.language.tokens import BREAK, Word, words_of
from corpus.types import Span, value

_SHORTEST_SLIP = 2  # letters
_VOWELS = frozenset("aeiouy")
_MOST_SLIPS = 30  # meanings of one word that is looked at as a slip


@value
class Restored:
    """A word that is read otherwise than typed: where it stands, what it is read as, how it came to be typed so."""

    span: Span
    read: str
    typing: Typing


class Restorer:
    """Reads words with a model; quick, and safe to call from several threads."""

    def __init__(self, model: SyllableModel) -> None:
        self.model = model
        self._chooser = Chooser(model)
        self._break = Column(np.array([model.number(BREAK)]), np.zeros((len(HABITS), 1)))
        self._start = Column(self._break.numbers, HABITS[:, None])

    def restore(self, question: str, kept: Sequence[Span] = ()) -> list[Restored]:
        """What is read otherwise in an NFC question, in order; what overlaps ``kept`` stays."""
        words = words_of(question)
        free = [not any(w.span.start < span.end and span.start < w.span.end for span in kept) for w in words]
        shouted = question.isupper()
        capitals = [not shouted and any(letter.isupper() for letter in w.typed[1:]) for w in words]
        found = [
            self._chooser.of(word.form, loud) if is_free else self._chooser.only(word.form)
            for word, is_free, loud in zip(words, free, capitals, strict=True)
        ]
        meant = self._decoded(words, found)
        doubtful = [
            at for at in self._doubtful(words, meant)
            if free[at] and not capitals[at] and _may_be_slip(words[at].form)
        ]  # fmt: skip
        if doubtful:
            for at in doubtful:
                found[at] = self._with_slips(words, meant, at)
            meant = self._decoded(words, found)
        return [
            Restored(word.span, cased(choice.form, word.typed), choice.typing)
            for word, choice in zip(words, meant, strict=True)
            if choice.form != word.form
        ]

    def _decoded(self, words: Sequence[Word], found: Sequence[Choices]) -> list[Choice]:
        """The likeliest meaning of each word."""
        columns, at = [self._start], []
        for word, choices in zip(words, found, strict=True):
            if word.after_stop and len(columns) > 1:
                columns.append(self._break)
            at.append(len(columns))
            columns.append(choices.column)
        places = decode(self.model, [*columns, self._break])
        return [choices.choices[places[n]] for n, choices in zip(at, found, strict=True)]

    def _doubtful(self, words: Sequence[Word], meant: Sequence[Choice]) -> list[int]:
        """Words that nobody has seen beside their neighbours, and words that stand nowhere."""
        numbers = np.array([self.model.number(choice.form) for choice in meant])
        seen = self.model.has_seen(numbers[:-1], numbers[1:])
        beside = np.zeros((2, len(words)), bool)
        beside[0, 1:] = beside[1, :-1] = seen
        return np.flatnonzero((numbers == UNKNOWN) | ~beside.any(axis=0)).tolist()

    def _with_slips(self, words: Sequence[Word], meant: Sequence[Choice], at: int) -> Choices:
        """All meanings of a word; of those by a slip only the ones that fit its neighbours best."""
        name = words[at].typed[0].isupper() and not words[at].after_stop
        every = self._chooser.slips_of(words[at].form, name)
        if len(every.choices) <= _MOST_SLIPS:
            return every
        numbers = every.column.numbers
        fit = -every.column.costs.min(axis=0)
        if at:
            left = np.full(len(numbers), self.model.number(meant[at - 1].form))
            fit = fit + self.model.log_following(left, numbers)
        if at + 1 < len(words):
            right = np.full(len(numbers), self.model.number(meant[at + 1].form))
            fit = fit + self.model.log_following(numbers, right)
        kept = np.sort(np.argsort(-fit[1:], kind="stable")[: _MOST_SLIPS - 1] + 1)
        places = np.concatenate(([0], kept))
        column = Column(numbers[places], every.column.costs[:, places])
        return Choices(tuple(every.choices[place] for place in places), column)


def _may_be_slip(form: str) -> bool:
    """Two letters without a vowel are an abbreviation."""
    return form.isalpha() and len(form) >= _SHORTEST_SLIP + _VOWELS.isdisjoint(parts_of(form).plain)


def cased(form: str, typed: str) -> str:
    """A form in the case of what was typed."""
    form = printed(form)
    if typed.isupper() and len(typed) > 1:
        return form.upper()
    return form[:1].upper() + form[1:] if typed[:1].isupper() else form
