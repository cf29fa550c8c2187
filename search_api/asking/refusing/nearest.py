"""The nearest things to a question that has no answer: units of its topic, without regard to whose and when they are, and what they lack."""

import re
from collections.abc import Iterable, Mapping, Sequence, Set

from corpus.catalogue.documents import DocumentInfo
from corpus.facts import Assignment, Target
from corpus.text import matching_form
from search_api.answering import MOST_CITATIONS
from search_api.asking.asked import Asked
from search_api.asking.subjects import topic_of
from search_api.concepts import with_own_terms
from search_api.evidence import surroundings, weights_of
from search_api.reading.kinds import content_of
from search_api.types import Evidence, Kind

MOST_NAMED = 3  # places, years or documents
_LOOKED_AT = 60  # units, the best first
_SAME_SYLLABLES, _SAME_PAIRS = 0.65, 0.4  # shares of the topic that a unit has with what stands over it
_FAR_SYLLABLES, _FAR_PAIRS = 0.5, 0.34  # where no unit has more, the topic is not there
# What is missing is said of the first that the nearest unit lacks.
_ORDER = ("documents", "places", "bodies", "ordinals", "years", "period", "status", "measure", "fits")
# What is wanted of a topic is no part of it: a unit that lacks it is near all the same.
_WANTED = re.compile(
    matching_form(
        r"(?<!\w)(?:(?:tổng |mức )?kinh phí|số tiền|(?:mức|tổng) vốn(?: đầu tư)?|(?:mức|tiền) lương|số điện thoại|địa chỉ|số nhà|trụ sở|thực tế|kết quả"
        r"|mục tiêu|chỉ tiêu|phấn đấu|tỷ lệ|phần trăm|số lượng|(?:(?:nghìn |triệu )?(?:tỷ|tỉ|triệu|nghìn) )?đồng|thời hạn|cuối|đầu|hết|còn|đặt)(?!\w)"
    )
)
_LONGEST_TITLE = 90  # characters


class Nearest:
    """``units``: of the topic, the nearest first, one of a passage; ``is_far``: nothing there has even half of the topic."""

    def __init__(self, asked: Asked) -> None:
        topic = content_of(_WANTED.sub(" , ", matching_form(topic_of(asked.reading.text))))
        weights = weights_of(asked.store, topic)
        self._syllables = {term: weights[term] for term in topic if " " not in term}
        self._pairs = {term: weights[term] for term in topic if " " in term}
        shares = [(item, *self._shares(asked, item)) for item in _of_topic(asked)]
        same = [(item, s) for item, s, p in shares if s >= _SAME_SYLLABLES and (p >= _SAME_PAIRS or not self._pairs)]
        same.sort(key=lambda pair: (len(flags_of(pair[0])), -round(pair[1], 1)))  # stable: by score otherwise
        self.units = list({item.hit.stored.id: item for item, _ in reversed(same)}.values())[::-1][:MOST_CITATIONS]
        self.is_far = all(s <= _FAR_SYLLABLES and p <= _FAR_PAIRS for _, s, p in shares)

    def _shares(self, asked: Asked, item: Evidence) -> tuple[float, float]:
        text = asked.text(item)
        said = asked.texts.said(item.hit, item.core) | surroundings(text, item.hit)
        held = with_own_terms(asked.reading.concepts, said)
        return _share(self._syllables, held), _share(self._pairs, held)

    @property
    def lacking(self) -> str:
        """What the nearest unit lacks: a flag of ``Evidence.against``, "years", "fits", or "" for nothing in particular."""
        flags = flags_of(self.units[0]) if self.units else set[str]()
        return next((name for name in _ORDER if name in flags), "")

    def noun(self, kind: Kind) -> str:
        """What the units are, in words."""
        slots = [stored.fact.slots for item in self.units[:MOST_NAMED] for stored in item.facts]
        if kind in (Kind.LEAD_AGENCY, Kind.DEADLINE):
            return "nhiệm vụ này" if any(isinstance(s, Assignment) for s in slots) else "nội dung này"
        return "chỉ tiêu này" if any(isinstance(s, Target) for s in slots) else "nội dung này"

    @property
    def documents(self) -> str:
        """The documents of the units, in words."""
        return listed(dict.fromkeys(label_of(item.hit.document) for item in self.units))


def _of_topic(asked: Asked) -> list[Evidence]:
    """What was found for the question, and what is found for its topic alone: the name of a place or a year that the corpus has elsewhere
    leads away from it.
    """
    topic = topic_of(asked.reading.text)
    fixed = asked.fixed
    if not (fixed.places or fixed.communes or fixed.departments or asked.reading.years) or not content_of(topic):
        return list(asked.evidence[:_LOOKED_AT])
    further = asked.again.by_words(topic)[:_LOOKED_AT]
    unique = {(item.hit.stored.id, item.core): item for item in (*asked.evidence[:_LOOKED_AT], *further)}
    return list(unique.values())


def _share(of: Mapping[str, float], held: Set[str]) -> float:
    return sum(weight for term, weight in of.items() if term in held) / (sum(of.values()) or 1.0)


def flags_of(item: Evidence) -> set[str]:
    """What a unit says otherwise than the question, or lacks of it."""
    return {*item.against, *(() if item.years else ("years",)), *(() if item.fits else ("fits",))}


def over(text: str, item: Evidence) -> str:
    """The titles, the lead-in and the columns over a unit."""
    passage = item.hit.stored.passage
    return " ".join([*passage.heading, *(span.of(text) for span in passage.context)])


def label_of(info: DocumentInfo) -> str:
    """A document by type and number; by its title where it has no number."""
    kind, symbol = info.front.get("doc_type", ""), info.front.get("symbol")
    return f"{kind[:1].upper()}{kind[1:]} {symbol}".strip() if symbol else f"“{cut(info.title)}”"


def listed(names: Iterable[str]) -> str:
    """Up to three names, joined as in a sentence."""
    shown: Sequence[str] = list(names)[:MOST_NAMED]
    return " và ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)


def cut(words: str) -> str:
    """A title at most so long."""
    if len(words) <= _LONGEST_TITLE:
        return words
    return words[: words.rfind(" ", 0, _LONGEST_TITLE)].rstrip(" ,;:") + "…"
