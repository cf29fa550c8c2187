"""Deadlines as a calendar (RFC 5545): one all-day entry for each assignment with a date."""

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from corpus.facts import FactKind
from corpus.messages import CALENDAR_WORDS
from search_api.ledger.schemas import AnyFact, AssignmentOut
from search_api.ledger.table import link_to

if TYPE_CHECKING:
    from icalendar import Event

_LONGEST = 120  # characters of a title


def write_calendar(facts: list[AnyFact], kind: FactKind | None, site: str) -> bytes:
    """A calendar that other calendars take in; taking in a later one puts the same entries right."""
    del kind  # only assignments have deadlines
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Căn Cứ//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    moment = datetime.now(UTC).replace(microsecond=0)
    for fact in facts:
        if isinstance(fact, AssignmentOut) and fact.deadline_date:
            calendar.add_component(_event(fact, date.fromisoformat(fact.deadline_date), moment, link_to(fact, site)))
    written: bytes = calendar.to_ical()
    return written


def _event(fact: AssignmentOut, due: date, moment: datetime, link: str) -> "Event":
    from icalendar import Event

    task = fact.task if len(fact.task) <= _LONGEST else fact.task[:_LONGEST].rsplit(" ", 1)[0] + "…"
    lines = [
        fact.task, *_line("lead", "; ".join(fact.lead)), *_line("coordinate", "; ".join(fact.coordinate)), *_line("deadline", fact.deadline),
        *_line("product", fact.product), *_line("source", f"{fact.document.symbol or ''} {fact.document.title}".strip()), link,
    ]  # fmt: skip
    event = Event()
    event.add("uid", f"{fact.id}@cancu")
    event.add("dtstamp", moment)
    event.add("dtstart", due)
    event.add("dtend", due + timedelta(days=1))
    event.add("summary", f"{CALENDAR_WORDS['due']}: {task}")
    event.add("description", "\n".join(lines))
    event.add("url", link)
    event.add("transp", "TRANSPARENT")  # the day stays free
    return event


def _line(name: str, content: str) -> list[str]:
    return [f"{CALENDAR_WORDS[name]}: {content}"] if content else []
