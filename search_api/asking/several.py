"""Questions that ask two things at once: "…, hạn tháng mấy?", "… và bao nhiêu …?". Each part is answered by the unit that holds it."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.facts import Status, Target
from corpus.text import folded, matching_form
from corpus.types import PassageKind, value
from search_api.answering import LONGEST_ANSWER
from search_api.asking.asked import Asked
from search_api.asking.drafts import Draft, said
from search_api.asking.each_amount import each_amount
from search_api.asking.standing import asked_status
from search_api.asking.subjects import topic_of
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
# How much of something, and how it has changed, is said of what was asked before: "…, tăng mấy phần trăm", "…, tổng số bao nhiêu".
_OF_ANY_FIGURE = frozenset(
    ["tăng", "giảm", "chiếm", "bằng", "khoảng", "tổng", "cộng", "số", "mức", "tỷ", "tỉ", "lệ", "trọng", "trị", "giá", "tiền",
     "diện", "tích", "so", "cùng", "kỳ", "trước", "triệu", "nghìn", "đồng", "ha", "km", "người", "thu", "về", "còn", "lên", "xuống",
     "mục", "tiêu", "chỉ", "kế", "hoạch", "đặt", "đề", "giao", "phấn", "đấu"]
)  # fmt: skip
_AIM = re.compile(matching_form(r"(?<!\w)(?:mục tiêu|chỉ tiêu|kế hoạch|phấn đấu|đặt ra|đề ra|được giao)(?!\w)"))
_FIGURES = (Kind.TARGET, Kind.RESULT)
_LEAST_HELD, _LEAST_BESIDE = 0.5, 0.4  # share of the words of a part; in the document of the best unit
_MOST_OF_SHORT = 3  # words that carry meaning in a part that only asks on
_OF_STATUS = 0.2  # to the share of a unit with an aim where aims are asked for, with a result where results are
_OF_LATER = 0.3  # from the share of a unit that is on what another part asks for
_MOST_UNITS = 120  # that are looked at for each part
LONGEST_STATEMENT = 180  # of several, so that together they stay short


@value
class Part:
    """One thing that is asked, with its kind and its words that carry meaning; ``aims``: what was aimed at is asked of another part."""

    words: str
    kind: Kind
    content: frozenset[str]
    aims: bool = False


def several(asked: Asked) -> Draft | None:
    """A statement for each thing that is asked, None where one unit says all."""
    parts = parts_of(asked.reading.text)
    parts = [parts[0], *(_of_the_same(part, parts[0]) for part in parts[1:])] if parts else []
    if not parts or all(is_short(part) for part in parts[1:]):
        return None
    if _says_all(asked):
        return None
    usable = [e for e in asked.evidence if not e.against - {"status"}][:_MOST_UNITS]
    chosen: list[tuple[Part, Evidence]] = []
    for part in sorted(parts, key=lambda part: -len(part.content)):
        best = _best_for(asked, part, usable, [item for _, item in chosen], _of_later(part, parts))
        if best is None or not _holds_own(asked, part, best):
            return None
        chosen.append((part, best))
    chosen.sort(key=lambda pair: parts.index(pair[0]))
    found: list[tuple[str, Evidence]] = []
    for part, best in chosen:
        if not any(_same_unit(best, item) for _, item in found):
            found.append((_words_of(asked, part, best), best))
    return Draft(said(*found)) if len(found) > 1 else None


def _says_all(asked: Asked) -> bool:
    """Whether the best unit itself gives a figure for each of the amounts that are asked for."""
    item = asked.first
    return bool(each_amount(asked.reading.text, asked.text(item), item.core, LONGEST_ANSWER))


def _same_unit(one: Evidence, other: Evidence) -> bool:
    return one.core == other.core and one.hit.document.id == other.hit.document.id


def _of_the_same(part: Part, first: Part) -> Part:
    """A short part that asks what was aimed at, with the words of the first one, of which the aim is: "…, mục tiêu là bao nhiêu"."""
    aims = _AIM.search(matching_form(part.words)) and not _AIM.search(matching_form(first.words))
    if not aims or not is_short(part):
        return part
    return replace(part, words=f"mục tiêu {topic_of(first.words)}", content=first.content, aims=True)


def _words_of(asked: Asked, part: Part, item: Evidence) -> str:
    """The figure of a unit that answers a part, where it is clear which; else the unit's own words."""
    from search_api.asking.told import asked_fact, phrase  # which counts words as is done here

    facts = [s for s in item.facts if not part.aims or getattr(s.fact.slots, "status", None) is Status.TARGET]
    fact = asked_fact(part.words, part.kind, (), facts) if part.kind in _FIGURES else None
    if fact is not None and isinstance(fact.fact.slots, Target) and item.hit.stored.passage.kind is not PassageKind.ROW:
        return phrase(fact, asked.text(item), LONGEST_STATEMENT)
    return asked.own_words(item, LONGEST_STATEMENT)


def _of_later(part: Part, parts: Sequence[Part]) -> frozenset[str]:
    """What the figures that are asked for behind a figure are of: "tổng vốn bao nhiêu, vốn vay chiếm mấy phần trăm"."""
    if part is not parts[0] or part.kind not in _FIGURES:
        return frozenset()
    later = (other.content for other in parts[1:] if other.kind in _FIGURES and len(other.content) <= _MOST_OF_SHORT)
    return frozenset[str]().union(*later) - part.content - _OF_ANY_FIGURE


def _best_for(
    asked: Asked, part: Part, usable: Sequence[Evidence], taken: Sequence[Evidence], later: frozenset[str]
) -> Evidence | None:
    """The unit that holds most of a part's own words; one that another part has taken only where no other one holds enough.

    ``later``: what is asked for in another part; a unit on that is the less likely to be on this one.
    """
    if part.aims:
        usable = [e for e in usable if any(getattr(s.fact.slots, "status", None) is Status.TARGET for s in e.facts)]
    else:
        figures = part.kind in _FIGURES and asked.reading.kind in _FIGURES
        usable = [e for e in usable if e.years and not e.against and (e.fits or not figures)]
    if not usable:
        return None
    status = asked_status(asked.reading.text) if not part.aims else None
    held = [share_held(part.content, e.core.of(asked.text(e))) for e in usable]
    held = [h + _OF_STATUS * _is_of_status(e, status) for h, e in zip(held, usable, strict=True)]
    if later:
        held = [h - _OF_LATER * share_held(later, e.core.of(asked.text(e))) for h, e in zip(held, usable, strict=True)]
    order = sorted(range(len(usable)), key=lambda n: (-(held[n] + 0.5 * usable[n].score), n))
    good = [usable[n] for n in order if _holds_enough(asked, usable[n], held[n])]
    if not good or not any(_same_unit(good[0], item) for item in taken) or not _counts(part, good[0]):
        return good[0] if good else None
    return next((e for e in good if not any(_same_unit(e, item) for item in taken) and _counts(part, e)), good[0])


def _holds_enough(asked: Asked, item: Evidence, held: float) -> bool:
    """Whether a unit has enough of a part's words; beside the best unit fewer will do: there the topic need not be said again."""
    return held >= (_LEAST_BESIDE if item.hit.document.id == asked.first.hit.document.id else _LEAST_HELD)


def _holds_own(asked: Asked, part: Part, item: Evidence) -> bool:
    """Whether a unit has all that a part of few words is on."""
    if part.aims or part.kind not in _FIGURES or len(part.content) > _MOST_OF_SHORT:
        return True
    return share_held(_own_words(part), item.core.of(asked.text(item))) >= 1.0 or not _own_words(part)


def _is_of_status(item: Evidence, status: Status | None) -> bool:
    """Whether a unit has a figure of the status that the whole question asks for."""
    return status is not None and any(getattr(s.fact.slots, "status", None) is status for s in item.facts)


def _counts(part: Part, item: Evidence) -> bool:
    """Whether a unit has one figure, and a part asks for a figure: two things that are counted are no one count."""
    figures = [s for s in item.facts if isinstance(s.fact.slots, Target) and s.fact.slots.value is not None]
    return part.kind in _FIGURES and len(figures) in (1, 2)


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
    return [Part(words.strip(" ,;?"), kind_of(words), content_words(topic_of(words))) for words in joined]


def content_words(words: str) -> frozenset[str]:
    """Syllables that carry meaning."""
    return frozenset(w for w in _WORD.findall(matching_form(words)) if w not in _EMPTY and len(w) > 1)


def share_held(content: frozenset[str], words: str) -> float:
    """Which share of the content a text has."""
    return len(content & frozenset(_WORD.findall(matching_form(words)))) / max(1, len(content))


def is_short(part: Part) -> bool:
    """Whether a part only asks on about the same thing: "giao sở nào", "hạn tháng mấy", "ai theo dõi"."""
    if len(part.content) > _MOST_OF_SHORT or part.kind not in (Kind.LEAD_AGENCY, Kind.DEADLINE, *_FIGURES):
        return False
    return part.kind not in _FIGURES or len(_own_words(part)) <= 1


def _own_words(part: Part) -> frozenset[str]:
    """What another figure is asked of ("vốn vay"); a name, as that of a place, says whose figure it is and not of what."""
    names = {matching_form(word) for word in _WORD.findall(part.words) if not word.islower()}
    return part.content - _OF_ANY_FIGURE - names
