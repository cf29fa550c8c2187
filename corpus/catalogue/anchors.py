"""Finding words again in a text that was read anew: by their letters, and among like places by the letters around them."""

import re
from collections.abc import Iterator

from corpus.text import folded, matching_form
from corpus.types import Span, value

AROUND = 80  # characters kept on either side of a quote
_LETTER = re.compile(r"\w")


@value
class Anchor:
    """Words, those before and after them, and where they stood."""

    quote: str
    before: str
    after: str
    start: int


def anchor_of(text: str, span: Span) -> Anchor:
    """The anchor of a span."""
    before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    return Anchor(span.of(text), before, after, span.start)


def letters(text: str) -> str:
    """Letters and digits alone, without case and marks: what stays when a reader learns to join lines or read dashes."""
    return "".join(_LETTER.findall(folded(matching_form(text))))


def find_again(text: str, anchors: list[Anchor]) -> list[list[Span]]:
    """For each anchor where in the text its words stand now, the likeliest place first."""
    plain = folded(matching_form(text))
    places = [match.start() for match in _LETTER.finditer(plain)]
    squeezed = "".join(plain[at] for at in places)
    return [_likeliest(anchor, squeezed, places) for anchor in anchors]


def _likeliest(anchor: Anchor, squeezed: str, places: list[int]) -> list[Span]:
    wanted, before, after = letters(anchor.quote), letters(anchor.before), letters(anchor.after)
    found = []
    for at in _occurrences(squeezed, wanted):
        end = at + len(wanted)
        left = _common(reversed(before), reversed(squeezed[max(0, at - len(before)) : at]))
        right = _common(iter(after), iter(squeezed[end : end + len(after)]))
        span = Span(places[at], places[end - 1] + 1)
        found.append((-left - right, abs(span.start - anchor.start), span))
    return [span for _, _, span in sorted(found)]


def _occurrences(squeezed: str, wanted: str) -> Iterator[int]:
    at = squeezed.find(wanted) if wanted else -1
    while at >= 0:
        yield at
        at = squeezed.find(wanted, at + 1)


def _common(one: Iterator[str], other: Iterator[str]) -> int:
    """How many letters two runs begin with alike."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
