"""The number of a document whose letterhead was not read: the first in its text, behind its type ("Nghị định của Chính phủ số 12/2024/NĐ-CP về …")."""

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.catalogue.documents import DocumentInfo
from corpus.grammar.spoken_symbols import SpokenSymbol, find_spoken
from corpus.grammar.spoken_types import type_pattern
from corpus.text import folded, matching_form

_OPENING = 400  # characters of a document in which its own number stands
# What may stand before it: whose it is and its type, or the word of a letterhead that was read as running text, and nothing on which it rests.
_HEADED = re.compile(
    rf"^(?:(?!(?:can cu|theo|thuc hien|trien khai|xet|sua doi|thay the|ve) )[^;]){{0,240}}?(?:(?:{type_pattern()})(?: cua [^;:.,]{{2,40}})?(?: so:?)?|(?<!\w)so ?:)\W*$"
)


def is_headed_by(info: DocumentInfo, text: str, said: Sequence[SpokenSymbol]) -> bool:
    """Whether a document without a number of its own is headed by one of those that were said."""
    if info.front.get("symbol"):
        return False
    own = _heading_number(text[:_OPENING])
    return own is not None and any(_is_it(own, one) for one in said)


def _is_it(own: SpokenSymbol, said: SpokenSymbol) -> bool:
    same = own.number == said.number and bool({*own.types} & {*said.types})
    return same and (said.year is None or own.year in (None, said.year)) and said.organ in (None, own.organ)


@lru_cache(4096)
def _heading_number(opening: str) -> SpokenSymbol | None:
    first = next(iter(find_spoken(opening)), None)
    if first is None or not _HEADED.search(folded(matching_form(opening[: first.span.start]))):
        return None
    return first
