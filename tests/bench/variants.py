"""The same question as it is typed in a hurry: a rule for each way of typing, and chance that hangs on the question alone.

A variant is the same on every machine and in every run; what a rule cannot change (a question without marks) comes back as it is.
"""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

from corpus.text import folded, matching_form
from tests.bench.keystrokes import telex, vni
from tests.bench.slips import slip

VNI_SHARE = 0.25  # of the questions with left-overs of an input method; the others have Telex
LEFT_OVER_SHARES = (
    1 / 3,
    2 / 3,
    1.0,
)  # of the marked syllables of one question: the last is a keyboard left on English
TWO_SLIPS_SHARE = 0.5

_SYLLABLE = re.compile(r"[^\W\d_]{1,40}")


def chance(rule: str, question: str) -> random.Random:
    """Chance that hangs on a rule and a question only."""
    return random.Random(blake2b(f"{rule}\n{question}".encode(), digest_size=8).digest())


def unmarked(question: str) -> str:
    """Without any diacritic."""
    return folded(question)


def half_marked(question: str) -> str:
    """Half of the marked syllables, rounded up, without any diacritic."""
    marked = _marked(question)
    chosen = chance("half", question).sample(marked, (len(marked) + 1) // 2)
    return _replaced(question, chosen, folded)


def keyed(question: str) -> str:
    """Some of the marked syllables, at least one, as the keys that were pressed for them: Telex, or in a share of the questions VNI."""
    drawn = chance("keys", question)
    marked = _marked(question)
    share = drawn.choice(LEFT_OVER_SHARES)
    chosen = drawn.sample(marked, min(len(marked), max(1, round(len(marked) * share))))
    method = vni if drawn.random() < VNI_SHARE else telex
    return _replaced(question, chosen, lambda syllable: method(syllable, drawn))


def slipped(question: str) -> str:
    """One or two syllables of three letters and more with a typing slip each."""
    drawn = chance("slips", question)
    long = [m for m in _SYLLABLE.finditer(question) if len(m[0]) >= 3]
    count = 1 + (drawn.random() < TWO_SLIPS_SHARE)
    chosen = drawn.sample(long, min(len(long), count))
    return _replaced(question, chosen, lambda syllable: slip(syllable, drawn))


def _short_forms() -> tuple[Mapping[str, str], re.Pattern[str]]:
    """Abbreviation by full expression, and what finds the expressions, longest first.

    The list is the bench's own: what office staff write, whether or not the product knows it.
    """
    lines = Path(__file__).with_name("short_forms.tsv").read_text(encoding="utf-8").splitlines()
    forms = {matching_form(full): short for full, short in (line.split("\t") for line in lines)}
    longest_first = sorted(forms, key=len, reverse=True)
    return forms, re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


_SHORT_FORMS, _FULL = _short_forms()


def abbreviated(question: str) -> str:
    """Every expression that has a usual abbreviation, abbreviated."""
    parts, end = [], 0
    for match in _FULL.finditer(matching_form(question)):
        parts += [question[end : match.start()], _SHORT_FORMS[match[0]]]
        end = match.end()
    return "".join([*parts, question[end:]])


VARIANTS: Mapping[str, Callable[[str], str]] = {
    "unmarked": unmarked,
    "half": half_marked,
    "keys": keyed,
    "abbreviated": abbreviated,
    "slips": slipped,
}


def _marked(question: str) -> list[re.Match[str]]:
    return [match for match in _SYLLABLE.finditer(question) if folded(match[0]) != match[0]]


def _replaced(question: str, chosen: Sequence[re.Match[str]], change: Callable[[str], str]) -> str:
    parts, end = [], 0
    for match in sorted(chosen, key=lambda m: m.start()):
        parts += [question[end : match.start()], change(match[0])]
        end = match.end()
    return "".join([*parts, question[end:]])
