"""Questions that ask two things at once: "…, hạn tháng mấy?", "… và bao nhiêu …?". Each part is answered by the unit that holds it."""

import itertools
import re
from collections.abc import Sequence

from corpus.text import folded, matching_form
from corpus.types import value
from search_api.asking.asked import Asked
from search_api.asking.drafts import Draft, said
from search_api.reading.kinds import kind_of
from search_api.types import Evidence, Kind

_ASKS = re.compile(r"(?<!\w)(?:bao nhieu|may|bn|nao|ai|gi|khi nao|bao gio|ra sao|the nao)(?!\w)")
_JOINTS = re.compile(r"[,;:]\s+|\s+(?:và|va|rồi|thì|còn)\s+")
_WORD = re.compile(r"\w+")
_EMPTY = frozenset(
    [
        "bao",
        "nhiêu",
        "mấy",
        "phần",
        "trăm",
        "nào",
        "gì",
        "ai",
        "khi",
        "là",
        "của",
        "và",
        "được",
        "phải",
        "đạt",
        "có",
        "cho",
        "đến",
        "năm",
        "theo",
        "các",
        "những",
        "do",
        "bị",
        "đã",
        "sẽ",
        "trong",
        "ở",
        "tại",
        "với",
        "về",
        "ra",
        "sao",
        "thế",
        "này",
        "đó",
        "thêm",
    ]
)
_LEAST_HELD = 0.5
_MOST_UNITS = 120  # that are looked at for each part
LONGEST_STATEMENT = 180  # of several, so that together they stay short


@value
class Part:
    """One thing that is asked, with its kind and its words that carry meaning."""

    words: str
    kind: Kind
    content: frozenset[str]


def several(asked: Asked) -> Draft | None:
    """A statement for each thing that is asked, None where one unit says all."""
    parts = parts_of(asked.reading.text)
    if not parts or all(is_short(part) for part in parts[1:]):
        return None
    usable = [e for e in asked.evidence if not e.against and e.years][:_MOST_UNITS]
    found: list[tuple[str, Evidence]] = []
    for part in parts:
        best = _best_for(asked, part, usable)
        if best is None:
            return None
        if not any(best.core == item.core and best.hit.document.id == item.hit.document.id for _, item in found):
            found.append((asked.own_words(best, LONGEST_STATEMENT), best))
    return Draft(said(*found)) if len(found) > 1 else None


def _best_for(asked: Asked, part: Part, usable: Sequence[Evidence]) -> Evidence | None:
    """The unit that holds most of a part's own words."""
    if not usable:
        return None
    held = [share_held(part.content, e.core.of(asked.text(e))) for e in usable]
    best = max(range(len(usable)), key=lambda n: (held[n] + 0.5 * usable[n].score, -n))
    return usable[best] if held[best] >= _LEAST_HELD else None


def parts_of(question: str) -> list[Part]:
    """The parts of a question that asks several things; none where it asks one."""
    cuts = [0, *(m.end() for m in _JOINTS.finditer(question)), len(question)]
    pieces = [question[a:b] for a, b in itertools.pairwise(cuts) if question[a:b].strip()]
    joined: list[str] = []
    begun = ""
    for piece in pieces:
        begun += piece
        if _ASKS.search(folded(matching_form(piece))):
            joined.append(begun)
            begun = ""
    if begun and joined:
        joined[-1] += begun
    if len(joined) < 2:
        return []
    return [Part(words.strip(" ,;?"), kind_of(words), content_words(words)) for words in joined]


def content_words(words: str) -> frozenset[str]:
    """Syllables that carry meaning."""
    return frozenset(w for w in _WORD.findall(matching_form(words)) if w not in _EMPTY and len(w) > 1)


def share_held(content: frozenset[str], words: str) -> float:
    """Which share of the content a text has."""
    return len(content & frozenset(_WORD.findall(matching_form(words)))) / max(1, len(content))


def is_short(part: Part) -> bool:
    """Whether a part only asks on about the same thing: "giao sở nào", "hạn tháng mấy", "ai theo dõi"."""
    return len(part.content) <= 3 and part.kind in (Kind.LEAD_AGENCY, Kind.DEADLINE, Kind.TARGET, Kind.RESULT)
