"""The words of counts and lists: how many there are, then each with what was asked of it."""

import re
from collections.abc import Sequence
from datetime import date

from corpus.catalogue.facts import StoredFact
from corpus.facts import Assignment, Decision, FactKind, Target
from corpus.grammar.renaming import tidy_name
from corpus.text import one_line
from corpus.types import Span
from search_api.asking.aggregates.narrowing import annual
from search_api.asking.aggregates.wanted import Body, Role, Standing, Wanted
from search_api.asking.wording import figure_words, shortened
from search_api.ledger.rows import known_as, phrase_of
from search_api.types import Evidence

NOUNS = {FactKind.ASSIGNMENT: "nhiệm vụ", FactKind.TARGET: "chỉ tiêu", FactKind.DECISION: "quyết định"}
_ROLES = {Role.LEAD: "chủ trì", Role.COORDINATE: "phối hợp", Role.ANY: "chủ trì hoặc phối hợp"}
_VERBS = {
    "thay the": "thay thế", "bai bo": "bãi bỏ", "huy bo": "hủy bỏ", "het hieu luc": "hết hiệu lực", "sua doi": "sửa đổi",
    "sua doi bo sung": "sửa đổi, bổ sung", "sua doi, bo sung": "sửa đổi, bổ sung",
}  # fmt: skip
_JOINT = re.compile(
    r"(?:[;,]| và) (?=(?:Quyết định|Nghị quyết|Nghị định|Thông tư|Chỉ thị|Kế hoạch|Công văn|Hướng dẫn|Quy định|Quy chế|Luật|Kết luận|Thông báo) (?:số:? ?)?\d)"
)
_LONGEST_LEAD, _LONGEST_DEADLINE = 45, 24  # characters
_MOST_NAMES = 3  # of documents that are named in a sentence


def counted(wanted: Wanted, number: int | str, names: Sequence[str], today: date) -> str:
    """ "Sở Y tế chủ trì 12 nhiệm vụ có hạn trong quý IV/2025". ``names``: of the documents that are meant."""
    things = (
        f"{number} {NOUNS[wanted.kind]}"
        if wanted.kind is not FactKind.DECISION
        else f"{number} văn bản {_actions(wanted)}"
    )
    if wanted.kind is FactKind.DECISION and wanted.documents and names:
        return f"Theo {', '.join(names[:_MOST_NAMES])}, {things}"
    tail = narrowed(wanted, names, today)
    if not wanted.bodies:
        return f"Kho ghi nhận {things}{tail}"
    return f"{_bodies(wanted)} {things}{tail}"


def nothing(wanted: Wanted, names: Sequence[str], today: date) -> str:
    """ "Trong kho chưa có nhiệm vụ nào Sở Y tế chủ trì có hạn trong quý IV/2025"."""
    noun = NOUNS[wanted.kind] if wanted.kind is not FactKind.DECISION else f"văn bản {_actions(wanted)}"
    whose = f" {_bodies(wanted)}" if wanted.bodies else ""
    tail = narrowed(wanted, names, today)
    return f"Trong kho chưa có {noun} nào{whose}{tail}"


def narrowed(wanted: Wanted, names: Sequence[str], today: date) -> str:
    """Which of the things are meant, besides whose they are."""
    return "".join((_topics(wanted), _standing(wanted, today), _period(wanted), _within(wanted, names)))


def _bodies(wanted: Wanted) -> str:
    """Who has what to do with it, those with the same role together."""
    said = []
    for role in Role:
        if names := [_named(body) for body in wanted.bodies if body.role is role]:
            verb = "chủ trì, theo dõi" if wanted.kind is FactKind.TARGET else _ROLES[role]
            said.append(f"{', '.join(names)} {verb}")
    return ", ".join(said)


def _named(body: Body) -> str:
    """Today's name; the former one beside it where that was typed, before it where only its own things are meant."""
    typed = tidy_name(body.typed)
    if phrase_of(typed) == phrase_of(body.shown) or known_as(typed) != body.shown:
        return body.shown
    return f"{typed} (nay là {body.shown})" if body.own else f"{body.shown} (trước là {typed})"


def _topics(wanted: Wanted) -> str:
    return f" về {', '.join(map(one_line, wanted.topics))}" if wanted.topics else ""


def _period(wanted: Wanted) -> str:
    if wanted.period is None:
        return ""
    words = wanted.period.words
    if annual(wanted):
        return f" {words}"
    return f" có hạn {words}" if wanted.kind is FactKind.ASSIGNMENT else f" {words.replace('đến hết năm', 'đến năm')}"


def _standing(wanted: Wanted, today: date) -> str:
    match wanted.standing:
        case Standing.OVERDUE:
            return f" đã qua thời hạn ghi trong văn bản (tính đến ngày {today:%d/%m/%Y})"
        case Standing.SOON:
            return " sắp đến hạn" if wanted.period else " đến hạn trong 30 ngày tới"
        case Standing.MET:
            return " đã đạt"
        case Standing.UNMET:
            return " chưa đạt"
        case None:
            return ""


def _within(wanted: Wanted, names: Sequence[str]) -> str:
    if wanted.documents and names:
        return f" trong {', '.join(names[:_MOST_NAMES])}"
    return f" theo văn bản của {wanted.place.title()}" if wanted.place else ""


def _actions(wanted: Wanted) -> str:
    return "bị " + ", ".join(_VERBS.get(verb, verb) for verb in wanted.actions)


def references(text: str, span: Span) -> list[Span]:
    """The documents that are named in a stretch of a text, each with its own words: "Quyết định số 12 …; Quyết định số 15 …" are two."""
    joints = list(_JOINT.finditer(text, span.start, span.end))
    starts, ends = [span.start, *(m.end() for m in joints)], [*(m.start() for m in joints), span.end]
    pieces = (
        Span(start, start + len(text[start:end].rstrip(" ;,.\n"))) for start, end in zip(starts, ends, strict=True)
    )
    return [piece for piece in pieces if piece.end > piece.start]


def reference_words(reference: str, item: Evidence, longest: int) -> str:
    """A document that a decision is about, and by which document."""
    (stored,) = item.facts
    front = item.hit.document.front
    action = stored.fact.slots.action.lower() if isinstance(stored.fact.slots, Decision) else ""
    by = " ".join(
        part
        for part in (
            front.get("symbol") or item.hit.document.title,
            f"({_day(front['issued_on'])})" if "issued_on" in front else "",
        )
        if part
    )
    tail = f" – {action} theo {by}"
    return f"{shortened(reference, max(60, longest - len(tail)))}{tail}"


def _day(iso: str) -> str:
    return f"{date.fromisoformat(iso):%d/%m/%Y}"


def item_words(wanted: Wanted, stored: StoredFact, text: str, longest: int) -> str:
    """One of the things in words. ``text``: of its whole document."""
    match stored.fact.slots:
        case Assignment() as task:
            details = []
            if not wanted.bodies or any(body.role is not Role.LEAD for body in wanted.bodies):
                details += [shortened(", ".join(task.lead), _LONGEST_LEAD)] if task.lead else []
            if task.deadline and (wanted.period or wanted.standing):
                details.append(f"hạn: {_until(task)}")
            tail = f" ({'; '.join(details)})" if details else ""
            return f"{shortened(_bare(task.task), max(50, longest - len(tail)))}{tail}"
        case Target() as target:
            figure = figure_words(stored, text) if target.value is not None else ""
            year = f" ({target.year})" if target.year and str(target.year) not in target.indicator else ""
            tail = f": {figure}{year}" if figure else year
            return f"{shortened(_bare(target.indicator), max(50, longest - len(tail)))}{tail}"
        case Decision() as decision:
            return shortened(decision.object, longest)


def _until(task: Assignment) -> str:
    """The deadline as printed where that is short, else its day."""
    printed = one_line(task.deadline)
    return (
        printed if len(printed) <= _LONGEST_DEADLINE or task.deadline_date is None else f"{task.deadline_date:%d/%m/%Y}"
    )


def judged_words(aim: StoredFact, aim_text: str, result: StoredFact, result_text: str, longest: int) -> str:
    """An aim beside what was reached."""
    target = aim.fact.slots
    assert isinstance(target, Target)
    year = f", năm {target.year}" if target.year else ""
    tail = f": mục tiêu {figure_words(aim, aim_text)}{year}; kết quả {figure_words(result, result_text)}"
    return f"{shortened(_bare(target.indicator), max(50, longest - len(tail)))}{tail}"


def _bare(words: str) -> str:
    return one_line(words).lstrip("-–+• ").rstrip(" .;,")
