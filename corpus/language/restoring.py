"""A question as typed → what its words are read as. Words that are trusted come back as they are."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from corpus.language.decoding import Column, decode
from corpus.language.habits import COSTS, HABITS, Typing
from corpus.language.marks import may_be, parts_of
from corpus.language.model import SyllableModel
from corpus.language.tokens import BREAK, NUMBER, Word, words_of
from corpus.types import Span, value

MOST_SPELLINGS = 20  # of one syllable without marks


@value
class Restored:
    """A word that is read otherwise than typed: where it stands, what it is read as, how it came to be typed so."""

    span: Span
    read: str
    typing: Typing


class _Choice(NamedTuple):
    form: str
    typing: Typing


class _Choices(NamedTuple):
    """All that a word may mean, and the same as a column."""

    choices: tuple[_Choice, ...]
    column: Column


class Restorer:
    """Reads words with a model; quick, and safe to call from several threads."""

    def __init__(self, model: SyllableModel) -> None:
        self.model = model
        self._choices = lru_cache(1 << 14)(self._make_choices)
        self._break = Column(np.array([model.number(BREAK)]), np.zeros((len(HABITS), 1)))
        self._start = Column(self._break.numbers, HABITS[:, None])

    def restore(self, question: str, kept: Sequence[Span] = ()) -> list[Restored]:
        """What is read otherwise in an NFC question, in order; what overlaps ``kept`` stays."""
        words = words_of(question)
        found = [self._of_word(word, shouted=question.isupper(), kept=kept) for word in words]
        columns, at = [self._start], []
        for word, choices in zip(words, found, strict=True):
            if word.after_stop and len(columns) > 1:
                columns.append(self._break)
            at.append(len(columns))
            columns.append(choices.column)
        places = decode(self.model, [*columns, self._break])
        meant = [choices.choices[places[n]] for n, choices in zip(at, found, strict=True)]
        return [
            Restored(word.span, cased(choice.form, word.typed), choice.typing)
            for word, choice in zip(words, meant, strict=True)
            if choice.form != word.form
        ]

    def _of_word(self, word: Word, *, shouted: bool, kept: Sequence[Span]) -> _Choices:
        fixed = any(word.span.start < span.end and span.start < word.span.end for span in kept)
        capitals = len(word.typed) > 1 and word.typed.isupper() and not shouted
        return self._choices(word.form, fixed or capitals)

    def _make_choices(self, form: str, fixed: bool) -> _Choices:
        choices = [_Choice(form, Typing.WHOLE if parts_of(form).plain != form else Typing.PLAIN)]
        if not fixed and form.isalpha():
            choices += self._marked(form)
        names = [NUMBER if form.isdecimal() else form, *(choice.form for choice in choices[1:])]
        numbers = np.array([self.model.number(name) for name in names])
        return _Choices(tuple(choices), Column(numbers, COSTS[:, [choice.typing for choice in choices]]))

    def _marked(self, form: str) -> list[_Choice]:
        """Syllables that the form may be with marks left out."""
        typed = parts_of(form)
        typing = Typing.BARE if typed.plain == form else Typing.PARTLY
        words = [self.model.words[number] for number in self.model.spelt(typed.plain)[:MOST_SPELLINGS]]
        return [_Choice(word, typing) for word in words if word != form and may_be(typed, parts_of(word))]


def cased(form: str, typed: str) -> str:
    """A form in the case of what was typed."""
    if typed.isupper() and len(typed) > 1:
        return form.upper()
    return form[:1].upper() + form[1:] if typed[:1].isupper() else form
