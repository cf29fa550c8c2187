"""What a unit tells of the thing that is asked: of several facts the one that answers, in words that hold its figure."""

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.catalogue.facts import StoredFact
from corpus.facts import Assignment, Comparator, Status, Target
from corpus.ledger.normalising import names_of_things, unit_kind
from corpus.text import matching_form, one_line
from corpus.types import CELL_SEPARATOR, Span, value
from search_api.asking.changes import asks_change
from search_api.asking.leading import leads_by_name
from search_api.asking.part_of_year import of_other_part
from search_api.asking.several import content_words
from search_api.asking.slots import fixed_by
from search_api.asking.standing import asked_status
from search_api.asking.subjects import topic_of
from search_api.asking.wording import fitting_fact, target_words
from search_api.ledger.rows import name_of
from search_api.types import Evidence, Kind

_OF_THE_THING = 0.2  # of a figure of the very thing that is named, less for one of another thing
_LEAST_HELD = 0.3  # of the question's words, in the fact that answers
_CLEARLY = 0.06  # by so much it holds more than any other
_SHARE = re.compile(matching_form(r"(?<!\w)(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng)(?!\w)"))
_COUNTED = re.compile(r"(?<!\w)(?:bao nhiêu|mấy|số|số lượng) ((?:[^\W\d_]+ ?){1,4})")
_LISTED = re.compile(r"^\(?(?:[ivx]{1,4}|\d{1,2}|[a-zđ])\) ")
_SCALES = frozenset(matching_form("nghìn ngàn vạn triệu tỷ tỉ").split())
_HOW_MUCH = re.compile(r"(?<!\w)(?:bao nhiêu|mấy|bn)(?!\w)")
_CHANGED = re.compile(r"(?<!\w)(?:tăng|giảm)(?: so với [^,;]{2,60})?$")
_MEASURES = frozenset(
    matching_form(
        "phần tỷ tỉ triệu nghìn đồng đô usd kinh vốn tiền của là ở trong và để cho năm ngày tháng được"
    ).split()
)
# When something was said is no year of the figure: "chỉ số năm 2022 công bố năm 2023: thứ 11".
_SAID_THEN = re.compile(matching_form(r"(?<!\w)(?:công bố|so với|xuất bản)[^,;:()]{0,30}?(?:19|20)\d\d"))
_YEAR_NAMED = re.compile(r"(?<!\w)năm ((?:19|20)\d\d)(?!\d)")
_OUT_OF = re.compile(r"/\d[\d.]{0,12}(?!\w)")
_PHRASE = ("indicator", "value", "unit", "base", "comparator")


@value
class Told:
    """A unit, and of its facts the one that answers; None where its words answer."""

    evidence: Evidence
    fact: StoredFact | None

    @property
    def target(self) -> Target | None:
        """The figure that answers."""
        slots = self.fact.fact.slots if self.fact else None
        return slots if isinstance(slots, Target) else None

    @property
    def task(self) -> Assignment | None:
        """The task that answers."""
        slots = self.fact.fact.slots if self.fact else None
        return slots if isinstance(slots, Assignment) else None


def asked_fact(question: str, kind: Kind, years: Sequence[int], facts: Sequence[StoredFact]) -> StoredFact | None:
    """The fact of a unit that answers: the only one of the kind, else the one that holds clearly most of the question's words.

    Of figures of one indicator and several kinds ("365 đơn, tăng 17%") it is a share where a share is asked for, else the first.
    """
    facts = _levels(question, _of_status(question, kind, facts))
    if (only := fitting_fact(kind, years, facts)) is not None:
        return only
    fitting = _of_measure(question, _of_kind(kind, years, facts))
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    held = sorted(((held_by(question, stored), -n) for n, stored in enumerate(fitting)), reverse=True)
    (best, at), (second, other) = held[:2]
    first = fitting[min(-at, -other)]
    if best >= _LEAST_HELD and best - second >= _CLEARLY:
        return fitting[-at]
    return first if best >= _LEAST_HELD and _is_aside(fitting[-at], fitting[-other]) else None


def _levels(question: str, facts: Sequence[StoredFact]) -> Sequence[StoredFact]:
    """Figures without those that are only changes, where a level is asked for and its change besides; all where there are no levels."""
    if not (asks_change(question) and len(_HOW_MUCH.findall(matching_form(question))) > 1):
        return facts
    return [s for s in facts if not _CHANGED.search(matching_form(getattr(s.fact.slots, "indicator", "")))] or facts


def _is_aside(one: StoredFact, other: StoredFact) -> bool:
    """Whether two figures are of one indicator and of other kinds: two of one kind are of other places or years, and none is better."""
    a, b = one.fact.slots, other.fact.slots
    if not isinstance(a, Target) or not isinstance(b, Target):
        return False
    return a.indicator == b.indicator and unit_kind(a.unit) != unit_kind(b.unit)


def _of_measure(question: str, facts: list[StoredFact]) -> list[StoredFact]:
    """Shares where a share is asked for; all where there is none."""
    if not wants_share(question):
        return facts
    return [s for s in facts if isinstance(s.fact.slots, Target) and unit_kind(s.fact.slots.unit) == "%"] or facts


def wants_share(question: str) -> bool:
    """Whether a question asks for a share."""
    return fixed_by(question).measure == "%" or _SHARE.search(matching_form(question)) is not None


def _of_kind(kind: Kind, years: Sequence[int], facts: Sequence[StoredFact]) -> list[StoredFact]:
    if kind in (Kind.LEAD_AGENCY, Kind.DEADLINE):
        tasks = [s for s in facts if isinstance(s.fact.slots, Assignment) and s.fact.slots.lead]
        if kind is Kind.DEADLINE:
            return [s for s in tasks if isinstance(s.fact.slots, Assignment) and s.fact.slots.deadline]
        return [s for s in tasks if isinstance(s.fact.slots, Assignment) and leads_by_name("", s.fact.slots)]
    if kind in (Kind.TARGET, Kind.RESULT):
        figures = [s for s in facts if isinstance(s.fact.slots, Target) and s.fact.slots.value is not None]
        return [s for s in figures if getattr(s.fact.slots, "year", None) is None or is_of_years(s, years)] or figures
    return []


def _of_status(question: str, kind: Kind, facts: Sequence[StoredFact]) -> Sequence[StoredFact]:
    """Figures that were reached where what was reached is asked for, aims where aims are; all where there is none of them."""
    wanted = asked_status(question) or (Status.RESULT if kind is Kind.RESULT else None)
    if wanted is None or not any(getattr(s.fact.slots, "status", None) is wanted for s in facts):
        return facts
    return [s for s in facts if getattr(s.fact.slots, "status", wanted) is wanted]


def is_of_years(stored: StoredFact, years: Sequence[int]) -> bool:
    """Whether a figure is of one of these years, or of a period that ends then."""
    year = getattr(stored.fact.slots, "year", None)
    return not years or any(str(year) == str(y) or str(year).endswith(f"-{y}") for y in years)


def held_by(question: str, stored: StoredFact) -> float:
    """How much of a question a fact holds: the share of its words, a little of how few others there are, and the thing that is counted."""
    content, slots = content_words(question), stored.fact.slots
    unit = matching_form(slots.unit) if isinstance(slots, Target) else ""
    words = frozenset(re.findall(r"\w+", matching_form(f"{name_of(slots)} {unit} {getattr(slots, 'scope', '')}")))
    both = len(content & words)
    held = both / max(1, len(content)) + 0.2 * both / max(1, len(words)) + 0.2 * is_counted(question, unit)
    held -= 0.2 * of_other_part(question, name_of(slots)) + 0.1 * _is_rate(question, unit)
    return held + _OF_THE_THING * _of_the_thing(question, slots)


def _is_rate(question: str, unit: str) -> bool:
    """Whether a figure is so many for each of something that a question does not name: "doanh nghiệp/nghìn dân"."""
    per = unit.partition("/")[2].split()
    return bool(per) and per[-1] not in matching_form(question).split()


def _of_the_thing(question: str, slots: object) -> float:
    """How many of the things that a question names by a compound ("xuất khẩu") a figure is of, -1…1: "xuất nhập khẩu" is another thing."""
    named = _named_in(question)
    if not named or not isinstance(slots, Target):
        return 0.0
    own = names_of_things(f"{slots.indicator} {slots.unit}")
    return 2 * len(named & own) / len(named) - 1


@lru_cache(1024)
def _named_in(question: str) -> frozenset[str]:
    return names_of_things(topic_of(question))


def counts(question: str) -> bool:
    """Whether a question asks how many of something there are."""
    return any(match[1].split()[0] not in _MEASURES for match in _COUNTED.finditer(matching_form(question)))


def is_counted(question: str, unit: str) -> bool:
    """Whether a question counts what a figure counts: "bao nhiêu tập dữ liệu" and "20 tập dữ liệu mở"."""
    counted = matching_form(unit).partition("/")[0]  # of "người/vạn dân" people are counted
    form = [word for word in counted.split() if word not in _SCALES]
    if not form or form[0] in ("%", "đồng", "usd"):
        return False
    asked = (match[1].split() for match in _COUNTED.finditer(matching_form(question)))
    return any(words[: len(form[:2])] == form[:2] for words in asked)


def named_years(target: Target) -> list[int]:
    """The years that a figure's own name gives ("chỉ số năm 2022"), but none in which it was only published or that it is compared with."""
    return [int(year) for year in _YEAR_NAMED.findall(_SAID_THEN.sub(" ", matching_form(target.indicator)))]


def phrase(stored: StoredFact, text: str, longest: int) -> str:
    """A figure with its indicator as they are printed together; of a table row, or where they stand far apart, one after the other."""
    assert isinstance(stored.fact.slots, Target)
    spans = [p.span for p in stored.fact.parts if p.slot in _PHRASE]
    whole = Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else stored.fact.span
    if out_of := _OUT_OF.match(text, whole.end):  # "thứ 11/63"
        whole = Span(whole.start, out_of.end())
    words = one_line(whole.of(text))
    if words.count("(") > words.count(")"):
        words += ")" if text[whole.end : whole.end + 1] == ")" else ""
    if CELL_SEPARATOR.strip() in words or len(words) > longest or not spans:
        return target_words(stored, text, longest)
    return _LISTED.sub("", words.lstrip("-–+• ")).strip()


def kind_told(question: str, kind: Kind, fact: StoredFact | None) -> Kind:
    """The kind of a question about a figure, as the figure that answers it tells: the words of "năm 2023 đạt bao nhiêu" do not."""
    slots = fact.fact.slots if fact is not None else None
    if kind is not Kind.TARGET or not isinstance(slots, Target) or asked_status(question) is Status.TARGET:
        return kind
    return Kind.RESULT if slots.status is Status.RESULT and slots.comparator is Comparator.EQUAL else kind
