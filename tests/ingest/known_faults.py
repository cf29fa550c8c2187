"""Expectations that say what is right and, beside it, what the rules are known to get wrong.

A line of an expectations file is a fact as a reader of the document would put it down. Where the rules find something else, ``causes``
says why, and ``faults`` what they find: the slots that are wrong, with what stands there now (null: nothing), or "absent" (they miss
the fact) or "surplus" (they find it, but it is none). Once a fault is mended the test fails until it is taken off here, so that
the list neither hides a step back nor outlives what it lists.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.ingest.sourcing import RENEW

Fact = dict[str, Any]

ABSENT, SURPLUS = "absent", "surplus"
OF_TARGETS = {
    "bare_indicator": "a figure in the second half of a sentence keeps only its own words: what it is a figure of is lost",
    "base_cut": "the base ends too early (before “và”, a comma, a phrase of its own) or runs on into the predicate",
    "base_of_parent": "a share of the whole that was named before it has no base",
    "cut_indicator": "words that belong to the indicator stand behind the figure, or before an “và”, and are lost",
    "explained": "a sentence that explains figures of other documents is read as a result",
    "lead_in": "who says or does it, or “hai chỉ tiêu chưa đạt là”, is taken into the indicator",
    "not_read_count": "a count without a verb or a unit that the rules know is missed",
    "not_read_in_row": "a figure in a row of tasks is missed",
    "not_read_limit": "a limit of time (“không quá …”) is missed",
    "not_read_rank": "“trong nhóm 10 trung tâm …” is missed: the thing ranked is no place",
    "not_read_second": "the second figure of a clause or a cell is missed",
    "not_read_unit": "a unit that the rules do not know",
    "place_without_level": "whose figure it is stands there without “tỉnh, thành phố …”",
    "plan_without_base": "the plan beside a result does not take over its base",
    "reported_amount": "an amount that somebody tells of or proposes is read as a result",
    "run_on": "the indicator runs on into what is said next",
    "unit_cut": "of “hộ, hợp tác xã” only the first is the unit, or there is none",
    "year_of_next": "a year that belongs to something else in the sentence, or only the end of a school year",
    "year_of_plan": "a task of a plan of one year, without a date of its own, has no year",
}  # fmt: skip
OF_ASSIGNMENTS = {
    "body_not_known": "who is to do it is named in a way that the rules do not know for a body",
    "clause_of_another": "a second sentence or clause, about another body, is taken into the task",
    "date_in_words": "“vào giữa tháng 7/2023”, “tại kỳ họp cuối năm” is no deadline to the rules",
    "lead_runs_on": "the body runs on into the verb",
    "no_task": "a closing formula or a rule about the body itself is no task",
    "second_date": "of two dates only the first is the deadline",
    "task_runs_on": "the task runs on into the next sentence, or keeps “./”",
    "told_in_news": "what somebody was told to do, in a piece of news, is missed",
}


def read(file: Path) -> list[Fact]:
    """The expectations of a file, a line each."""
    expected: list[Fact] = json.loads(file.read_text("utf-8"))
    return expected


def assert_right_but_for_faults(found: Sequence[Fact], file: Path) -> None:
    """What was found is what its file expects, known faults apart; where renewing is asked for, the file is written first."""
    if RENEW:
        lines = renewed(found, read(file) if file.exists() else [])
        file.write_text("[\n" + ",\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\n]\n", "utf-8")
    assert found == as_found(read(file))


def as_found(expected: Sequence[Fact]) -> list[Fact]:
    """The facts as rules with these known faults find them."""
    return list(_found(expected))


def _found(expected: Sequence[Fact]) -> Iterator[Fact]:
    for fact in expected:
        faults = fact.get("faults", {})
        if faults == ABSENT:
            continue
        found = _plain(fact) if faults == SURPLUS else {**_plain(fact), **faults}
        yield {slot: content for slot, content in found.items() if content is not None}


def renewed(found: Sequence[Fact], expected: Sequence[Fact]) -> list[Fact]:
    """What was found, with what is known of it: a line whose facts have changed loses its faults and is to be read again."""
    lines, left = [], list(expected)
    for fact in found:
        at = next((n for n, old in enumerate(left) if as_found([old]) == [fact]), None)
        known = left[: at + 1] if at is not None else []
        lines += [old for old in known if old.get("faults") == ABSENT or old is known[-1]] or [fact]
        left = left[len(known) :]
    return lines + [old for old in left if old.get("faults") == ABSENT]


def _plain(fact: Fact) -> Fact:
    return {slot: content for slot, content in fact.items() if slot not in ("faults", "causes")}
