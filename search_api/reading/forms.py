"""Steps of reading that put one form of words in place of another: abbreviations and shorthand
by their full words, relative times by dates.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date

from corpus.grammar.abbreviations import find_abbreviations
from corpus.grammar.definitions import is_abbreviation
from corpus.grammar.relative_time import find_relative_time
from corpus.grammar.shorthand import find_shorthand
from corpus.text import matching_form
from corpus.types import Span
from search_api.types import Change, ChangeKind

# "bên nào nhiều dự án hơn", typed without marks: the last word is no other ("hồn", "hộn")
_MORE = re.compile(
    r"(?<!\w)(?:nao|ai|dau)(?!\w)[^,?]{0,60}?(?<!\w)(?:nhieu|it|cao|thap|lon|nho|som|muon)(?: [a-z]{1,8}){0,5}? (?P<more>hon)(?=\W*$|[,?]| bao | may | bn )"
)
Defined = Callable[[], Mapping[str, str]]  # short forms that documents have defined


def abbreviation_changes(text: str, defined: Mapping[str, str]) -> list[Change]:
    """Abbreviations of a question with their full forms; those that are as usual as the full form stay.

    What documents have defined stays too, initials ("TNOMHN") as well as names ("Chương trình 12"): from there on they print nothing else, and
    as a concept of the question the full form counts anyway. With the full form in its place, questions in which every fourth has one lost
    0.03 of nDCG@10 (``tests/bench/readings.py``).
    """
    initials = {short: full for short, full in defined.items() if is_abbreviation(short)}
    own = {matching_form(short) for short in initials}
    return [
        Change(found.span, _as_begun(found.full, found.span.start), ChangeKind.ABBREVIATION)
        for found in find_abbreviations(text, initials)
        if not found.kept and matching_form(found.short) not in own
    ]


def _as_begun(full: str, start: int) -> str:
    return full[:1].upper() + full[1:] if start == 0 else full


def shorthand_changes(text: str, defined: Mapping[str, str]) -> list[Change]:
    """Shorthand of a question with its words; letters that documents have defined are no shorthand."""
    own = {matching_form(short) for short in defined}
    return [
        Change(found.span, _as_begun(found.words, found.span.start), ChangeKind.ABBREVIATION)
        for found in find_shorthand(text)
        if matching_form(found.span.of(text)) not in own
    ]


def time_changes(text: str, today: date) -> list[Change]:
    """Relative times of a question with their dates."""
    return [Change(time.span, time.read, ChangeKind.TIME) for time in find_relative_time(text, today)]


def comparative_changes(text: str) -> list[Change]:
    """ "hon" that ends a comparison with its marks, where the words before it were typed without them."""
    return [Change(Span(*match.span("more")), "hơn", ChangeKind.MARKS) for match in _MORE.finditer(text)]


def form_steps(
    defined: Defined = dict, today: Callable[[], date] = date.today
) -> tuple[Callable[[str], list[Change]], ...]:
    """All of them, as steps of a reader."""
    return (
        lambda text: abbreviation_changes(text, defined()),
        lambda text: shorthand_changes(text, defined()),
        lambda text: time_changes(text, today()),
        comparative_changes,
    )
