"""Marks of a syllable: which were typed, and whether a syllable may be another with some of its marks left out."""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from corpus.text import folded

_TONES = "\u0300\u0301\u0303\u0309\u0323"


class Parts(NamedTuple):
    """A syllable taken apart. ``shape``: with its letters (ê, ơ, đ) but without tone; ``tone``: the combining mark or "",
    several if a slip made it have more."""

    plain: str
    shape: str
    tone: str


@lru_cache(1 << 16)
def parts_of(form: str) -> Parts:
    """Take a matching form apart."""
    apart = unicodedata.normalize("NFD", form)
    tone = "".join(dict.fromkeys(c for c in apart if c in _TONES))
    shape = unicodedata.normalize("NFC", "".join(c for c in apart if c not in _TONES))
    return Parts(folded(form), shape, tone)


def printed(form: str) -> str:
    """A matching form with the tone where most print it: hoà → hòa, uỷ → ủy; but quý."""
    _, shape, tone = parts_of(form)
    if len(tone) != 1 or shape[-2:] not in ("oa", "oe", "uy") or shape.startswith("qu"):
        return form
    return unicodedata.normalize("NFC", shape[:-1] + tone + shape[-1])


def may_be(typed: Parts, meant: Parts) -> bool:
    """Whether what was typed is what is meant with marks left out: none that it has is another there."""
    if typed.plain != meant.plain or typed.tone not in ("", meant.tone):
        return False
    return all(t in (m, p) for t, m, p in zip(typed.shape, meant.shape, meant.plain, strict=True))
