"""search_api.asking.aggregates.asking: what a question that counts or lists wants, and which questions do not; reviewed in a file of made-up questions."""

import itertools
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text import folded
from search_api.asking.aggregates import cues
from search_api.asking.aggregates.asking import Surroundings, wanted_of
from search_api.asking.aggregates.periods import period_of
from search_api.asking.aggregates.unread import Unread
from search_api.asking.aggregates.wanted import Role, Wanted
from search_api.asking.slots import document_spans
from search_api.ledger.rows import key_of, known_as

TODAY = date(2026, 11, 23)
BODIES = (
    "Sở Khoa học và Công nghệ",
    "Sở Y tế",
    "Sở Tài chính",
    "Công an thành phố",
    "Thành đoàn",
    "Đơn vị",
    "Ủy ban nhân dân cấp xã",
)
_SIGNS = {Role.LEAD: "+", Role.COORDINATE: "&", Role.ANY: "±"}
_ROWS = [
    row.split("\t")
    for row in Path(__file__).with_name("aggregate_questions.tsv").read_text("utf-8").splitlines()
    if row and not row.startswith("#")
]


def known(typed: str) -> Sequence[str]:
    """The bodies that typed words may mean."""
    return [body for body in BODIES if key_of(body) in (key_of(typed), key_of(known_as(typed)))]


def read(question: str) -> Wanted | None:
    """What a question wants of a corpus with one plan and two places."""
    named = ("d1",) if document_spans(question) else ()
    return wanted_of(
        question, Surroundings(known, ("lạc giang", "bạch sơn"), named, ("Phát triển y tế",) if named else (), TODAY)
    )


def row_of(wanted: Wanted) -> list[str]:
    """The same as a row of the file."""
    besides = [
        "documents" if wanted.documents else "", f"place={wanted.place}" if wanted.place else "", f"among={wanted.among}" if wanted.among else "",
        f"actions={','.join(wanted.actions)}" if wanted.actions else "", "annex" if wanted.annexed else "",
    ]  # fmt: skip
    start, end = (wanted.period.start, wanted.period.end) if wanted.period else (None, None)
    return [
        str(wanted.kind), str(wanted.form), " ".join(f"{_SIGNS[body.role]}{body.shown}" for body in wanted.bodies), str(start or ""), str(end or ""),
        str(wanted.standing or ""), ", ".join(wanted.topics), ";".join(part for part in besides if part),
    ]  # fmt: skip


@pytest.mark.parametrize(("question", "expected"), [(row[0], row[1:]) for row in _ROWS], ids=[row[0] for row in _ROWS])
def test_a_question_wants_what_a_person_reads_in_it(question: str, expected: list[str]) -> None:
    wanted = read(question)
    assert (row_of(wanted) if wanted else [""] * 8) == expected


@pytest.mark.parametrize(
    "row", [row for row in _ROWS if row[1] in ("assignment", "target")], ids=lambda row: str(row[0])
)
def test_one_word_that_nobody_understands_makes_it_no_list(row: list[str]) -> None:
    assert read(f"Hôm qua xylophone {row[0]}") is None


@given(st.text("aàáạ bộsở,chỉtiêunhiệmvụ2025/quý ", max_size=60))
def test_stretches_lie_in_the_question_apart_and_hold_nothing_that_was_taken(question: str) -> None:
    unread = Unread(question)
    taken = [match.span() for match in unread.take_all(cues.FILLING)]
    runs = unread.runs(cues.EMPTY)
    assert all(0 <= run.start < run.end <= len(question) for run in runs)
    assert all(one.end <= other.start for one, other in itertools.pairwise(runs))
    assert all(run.end <= start or end <= run.start for run in runs for start, end in taken)


@given(
    st.integers(1, 4),
    st.integers(2000, 2060),
    st.sampled_from(("quý {q}/{y}", "quý {q} năm {y}", "quy {q}/{y}", "quý {q} {y}")),
)
def test_a_quarter_is_its_three_months_however_it_is_written(quarter: int, year: int, form: str) -> None:
    found = [
        period_of(Unread(f"trong {form.format(q=q, y=year)}"), TODAY)
        for q in (str(quarter), ("I", "II", "III", "IV")[quarter - 1])
    ]
    for period in found:
        assert period is not None and period.start == date(year, 3 * quarter - 2, 1)
        assert period.end is not None and (period.end.month, period.end.day) == (
            3 * quarter,
            31 if quarter in (1, 4) else 30,
        )


@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)), st.booleans())
def test_a_day_that_is_a_limit_is_part_of_the_time(day: date, marked: bool) -> None:
    words = f"trước ngày {day:%d/%m/%Y}"
    period = period_of(Unread(words if marked else folded(words)), TODAY)
    assert period is not None and (period.start, period.end) == (None, day)


@pytest.mark.parametrize("words", ["ngày 31/02/2026", "quý V/2026", "từ 2025 rồi 2027 rồi 2029"])
def test_what_is_no_one_time_is_none(words: str) -> None:
    assert period_of(Unread(words), TODAY) is None
