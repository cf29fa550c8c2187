"""Facts in words: a figure with its comparator, unit and year; a task with who leads, who takes part, and by when."""

import re
from collections.abc import Sequence

from corpus.catalogue.facts import StoredFact
from corpus.facts import Assignment, Comparator, Target
from corpus.text import matching_form, one_line
from corpus.types import PassageKind
from search_api.asking.leading import leads_by_name
from search_api.types import Evidence, Kind, Reading

_COMPARATORS = {
    Comparator.AT_LEAST: "tối thiểu", Comparator.MORE: "trên", Comparator.AT_MOST: "tối đa", Comparator.LESS: "dưới", Comparator.ABOUT: "khoảng",
}  # fmt: skip
_TAKES_OR_LEADS = re.compile(
    matching_form(
        r"(?:(?:chủ động|tích cực|tăng cường|tiếp tục),? ){0,2}(?:chủ trì|phối hợp|tham gia|hỗ trợ|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|là (?:cơ quan|đơn vị|đầu mối)|làm (?:cơ quan|đầu mối)|đề cao)(?!\w)"
    )
)
_SIGNS = {"≥": "tối thiểu ", ">=": "tối thiểu ", "≤": "tối đa ", "<=": "tối đa ", ">": "trên ", "<": "dưới "}


def assignment_words(task: Assignment, longest: int) -> str:
    """A task in a sentence: who has it, with whom, until when, with what product."""
    own = _without_number(task.task)
    goes_on = bool(task.lead) and _goes_on(own)
    said = (
        ", ".join(task.lead) if goes_on
        else f"{', '.join(task.lead)} chủ trì:" if task.lead
        else "Chưa nêu cơ quan chủ trì:"
    )  # fmt: skip
    own = own[:1].lower() + own[1:] if goes_on else own
    tail = ""
    if task.coordinate and not (goes_on and matching_form(task.coordinate[0]) in matching_form(own)):
        tail += f"; phối hợp: {', '.join(task.coordinate)}"
    if task.deadline and matching_form(task.deadline) not in matching_form(own)[: max(0, longest - len(said))]:
        tail += f"; thời hạn: {task.deadline}"
    if task.product:
        tail += f"; sản phẩm: {task.product}"
    room = max(60, longest - len(said) - len(tail) - 4)
    words = f"{said} {shortened(own, room)}{tail}"
    return shortened(words, longest)


def _goes_on(own: str) -> bool:
    """Whether a task goes on with the sentence that its body begins ("Chủ trì, phối hợp với …"), and does not stand by itself as in a table.

    One that only takes part leads nothing: of "Sở A phối hợp với …" nobody may say that Sở A "chủ trì".
    """
    return own[:1].islower() or _TAKES_OR_LEADS.match(matching_form(own)) is not None


def target_words(stored: StoredFact, text: str, longest: int) -> str:
    """A figure in a sentence: the indicator, its value as printed, unit, year and who follows it."""
    target = stored.fact.slots
    assert isinstance(target, Target)
    figure = figure_words(stored, text)
    year = (
        f", năm {target.year}" if isinstance(target.year, int) else f", giai đoạn {target.year}" if target.year else ""
    )
    if str(target.year) in target.indicator:
        year = ""
    lead = f"; cơ quan chủ trì, theo dõi: {one_line(target.lead)}" if target.lead else ""
    room = max(60, longest - len(figure) - len(year) - len(lead) - 4)
    return shortened(
        f"{shortened(_without_number(target.indicator).rstrip(' .;:'), room)}: {figure}{year}{lead}", longest
    )


def figure_words(stored: StoredFact, text: str) -> str:
    """The figure as printed, with the word for its comparator and its unit where these stand elsewhere (a column, a heading)."""
    target = stored.fact.slots
    assert isinstance(target, Target)
    parts = [p for p in (*stored.fact.parts, *stored.fact.inherited) if p.slot == "value"]
    printed = one_line(parts[0].span.of(text)) if parts else _number(target)
    for sign, words in _SIGNS.items():
        if printed.startswith(sign):
            printed = words + printed[len(sign) :].strip()
            break
    else:
        word = _COMPARATORS.get(target.comparator, "")
        if word and not matching_form(printed).startswith(
            ("tối", "trên", "dưới", "khoảng", "ít", "hơn", "từ", "không")
        ):
            printed = f"{word} {printed}"
    unit = target.unit
    if unit == "%" and not printed.endswith("%"):
        printed += "%"
    elif unit and matching_form(unit) not in matching_form(printed):
        printed += unit if unit.startswith("%") else f" {unit}"
    if target.base and matching_form(target.base) not in matching_form(printed) and len(target.base) < 40:
        printed += f" {target.base}"
    return printed


def _number(target: Target) -> str:
    values = target.value if isinstance(target.value, tuple) else (target.value,)
    return " - ".join(f"{v:g}".replace(".", ",") for v in values if v is not None)


def _without_number(words: str) -> str:
    return words.strip().lstrip("-–+• ").strip()


def shortened(words: str, longest: int) -> str:
    """Words cut at a space where they are too long."""
    words = one_line(words)
    return words if len(words) <= longest else words[: words.rfind(" ", 0, longest)].rstrip(" ,;:-") + "…"


def fitting_fact(kind: Kind, years: Sequence[int], facts: Sequence[StoredFact]) -> StoredFact | None:
    """The fact of a unit that answers a kind of question, None where none alone does."""
    if kind in (Kind.LEAD_AGENCY, Kind.DEADLINE):
        tasks = [s for s in facts if isinstance(s.fact.slots, Assignment) and s.fact.slots.lead]
        if kind is Kind.DEADLINE:
            tasks = [s for s in tasks if isinstance(s.fact.slots, Assignment) and s.fact.slots.deadline]
        else:
            tasks = [s for s in tasks if isinstance(s.fact.slots, Assignment) and leads_by_name("", s.fact.slots)]
        return tasks[0] if len(tasks) == 1 else None
    if kind in (Kind.TARGET, Kind.RESULT):
        figures = [s for s in facts if isinstance(s.fact.slots, Target) and s.fact.slots.value is not None]
        if years:
            own = [(s, getattr(s.fact.slots, "year", None)) for s in figures]
            # a figure without a year may be of the year that another one of its unit names
            figures = [s for s, year in own if year is None or any(str(y) in str(year) for y in years)] or figures
        return figures[0] if len(figures) == 1 else None
    return None


def fact_words(reading: Reading, item: Evidence, text: str, longest: int) -> str:
    """The fact of a unit in words, "" where the unit itself says it better. ``text``: of its whole document."""
    stored = fitting_fact(reading.kind, reading.years, item.facts)
    if stored is None:
        return ""
    if reading.kind in (Kind.LEAD_AGENCY, Kind.DEADLINE) and isinstance(stored.fact.slots, Assignment):
        return assignment_words(stored.fact.slots, longest)
    if item.hit.stored.passage.kind is PassageKind.ROW and isinstance(stored.fact.slots, Target):
        return target_words(stored, text, longest)
    return ""


def fact_ids(reading: Reading, items: Sequence[Evidence]) -> tuple[str, ...]:
    """The facts that statements rest on: the one that answers, or the only one of a unit."""
    found = (
        fitting_fact(reading.kind, reading.years, item.facts) or (item.facts[0] if len(item.facts) == 1 else None)
        for item in items
    )
    return tuple(dict.fromkeys(fact.id for fact in found if fact is not None))
