"""Follow-ups: which questions are some, and which whole question each stands for (``follow_ups.tsv``, written and reviewed by hand)."""

import csv
import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_api.asking.follow_ups.asks import ASKS
from search_api.asking.follow_ups.following import follow, turn_of
from search_api.asking.follow_ups.slot_spans import Slot, slot_spans
from search_api.reading import kind_of, read_question
from search_api.reading.forms import form_steps
from search_api.reading.reader import LONGEST_QUESTION, Reader, general_restorer
from search_api.types import Kind, Reading

PLACES = frozenset(["bạch sơn"])
AIM = "Đến năm 2030 tỉnh Bạch Sơn phấn đấu tỷ lệ chè chế biến sâu đạt bao nhiêu phần trăm?"
TASK = "Cơ quan nào chủ trì xây dựng Đề án vùng chè hữu cơ?"
SAMPLES = Path(__file__).parents[2] / "quality" / "samples.jsonl"
with (Path(__file__).parent / "follow_ups.tsv").open(encoding="utf-8", newline="") as file:
    FOLLOW_UPS = [(row["previous"], row["question"], row["asked"]) for row in csv.DictReader(file, delimiter="\t")]


@cache
def _reader() -> Reader:
    return Reader(general_restorer, form_steps(today=lambda: date(2026, 3, 2)))


@cache
def _read(question: str) -> Reading:
    return _reader().read(question)


@pytest.mark.parametrize(("previous", "question", "asked"), FOLLOW_UPS)
def test_a_follow_up_is_understood_as_a_person_would(previous: str, question: str, asked: str) -> None:
    assert (follow(_read(previous), _read(question), PLACES) or "") == asked


@pytest.mark.parametrize("asked", sorted({asked for _, _, asked in FOLLOW_UPS if asked}))
def test_the_whole_question_reads_again_to_itself(asked: str) -> None:
    assert _read(asked).text == asked


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("ai chủ trì?", Kind.LEAD_AGENCY),
        ("ai phối hợp?", Kind.LEAD_AGENCY),
        ("hạn khi nào?", Kind.DEADLINE),
        ("kết quả thế nào?", Kind.RESULT),
        ("mục tiêu là bao nhiêu?", Kind.TARGET),
    ],
)
def test_the_whole_question_is_of_the_kind_that_the_follow_up_asks_for(question: str, kind: Kind) -> None:
    assert kind_of(follow(_read("Việc lập Đề án vùng chè hữu cơ do ai làm?"), _read(question)) or "") is kind


def test_a_follow_up_of_a_follow_up_goes_on_from_the_whole() -> None:
    deadline = follow(_read(TASK), _read("hạn khi nào?"))
    assert deadline == "Xây dựng Đề án vùng chè hữu cơ phải hoàn thành khi nào?"
    assert follow(_read(deadline), _read("thế ai phối hợp?")) == "Cơ quan nào phối hợp xây dựng Đề án vùng chè hữu cơ?"
    later = follow(_read(AIM), _read("còn năm 2035?"), PLACES)
    assert follow(_read(later or ""), _read("thế Bắc Ninh?"), PLACES) == (
        "Đến năm 2035 Bắc Ninh phấn đấu tỷ lệ chè chế biến sâu đạt bao nhiêu phần trăm?"
    )


def test_what_is_typed_as_it_stands_is_followed_up_as_it_stands() -> None:
    assert follow(read_question(AIM), read_question("còn năm 2045?"), PLACES) == AIM.replace("2030", "2045")


def test_a_repeated_question_and_one_that_would_be_too_long_stand_alone() -> None:
    assert follow(_read(AIM), _read("năm 2030?"), PLACES) is None
    long = f"Tỷ lệ {'chè ' * ((LONGEST_QUESTION - 20) // 4)}là bao nhiêu?"
    assert len(long) < LONGEST_QUESTION < len(long) + len("năm 2045 ")
    assert follow(read_question(long), read_question("còn năm 2045?")) is None


def test_no_question_of_the_samples_is_taken_for_a_follow_up_of_another() -> None:
    with SAMPLES.open(encoding="utf-8") as lines:
        questions = [_read(json.loads(line)["question"]) for line in lines]
    taken = [(q.text, p.text) for q in questions for p in questions[::8] if p is not q and follow(p, q) is not None]
    assert taken == []


@pytest.mark.parametrize(
    ("text", "slot", "words"),
    [
        ("Đến hết năm 2026 và giai đoạn 2027-2030", Slot.TIME, ["năm 2026", "giai đoạn 2027-2030"]),
        ("quý IV/2025, tháng 7 năm 2026, ngày 01/02/2027", Slot.TIME, ["quý IV/2025", "tháng 7 năm 2026", "ngày 01/02/2027"]),
        ("Nghị quyết 25/2021/NQ-HĐND hỗ trợ 2021 hộ", Slot.TIME, ["2021"]),
        ("phường Bến Chè, Sơn La và cả nước", Slot.PLACE, ["phường Bến Chè", "Sơn La", "cả nước"]),
        ("tỉnh Bạch Sơn và bạch sơn", Slot.PLACE, ["tỉnh Bạch Sơn", "bạch sơn"]),
        ("Sở Tài chính theo Kế hoạch 58/KH-UBND", Slot.BODY, ["Sở Tài chính"]),
        ("Sở Tài chính theo Kế hoạch 58/KH-UBND", Slot.DOCUMENT, ["Kế hoạch 58/KH-UBND"]),
    ],
)  # fmt: skip
def test_slots_are_found_where_they_are_named(text: str, slot: Slot, words: list[str]) -> None:
    assert [span.of(text) for span in slot_spans(text, slot, PLACES)] == words


said = st.lists(
    st.sampled_from(
        [
            "còn", "thế", "năm 2045", "2031", "quý III/2026", "Bắc Ninh", "cả nước", "Sở Tài chính", "Nghị quyết 12", "ai", "chủ trì", "khi nào",
            "bao nhiêu", "đạt", "rồi", "thì sao", "AI", "máy móc", "diện tích chè", "?", ",", "57-NQ/TW", "phối hợp", "kết quả",
        ]
    ),
    min_size=1, max_size=9,
).map(" ".join)  # fmt: skip


@given(said, said)
def test_whatever_is_said_the_whole_is_a_question_that_stands_alone(previous: str, question: str) -> None:
    before, now = read_question(previous), read_question(question)
    whole = follow(before, now, PLACES)
    if whole is not None:
        assert 0 < len(whole) <= LONGEST_QUESTION
        assert read_question(whole).text == whole != previous
        assert "AI" in whole or "AI" not in previous


@given(st.text(max_size=80), st.sampled_from(list(Slot)))
def test_spans_of_a_slot_stand_in_order_inside_the_text(text: str, slot: Slot) -> None:
    ends = [0, *(end for span in slot_spans(text, slot, PLACES) for end in span), len(text)]
    assert ends == sorted(ends)


@given(said)
def test_a_turn_names_only_what_is_said(question: str) -> None:
    turn = turn_of(question, AIM, PLACES)
    if turn is not None:
        assert all(words.lower() in question.lower() for _, words in turn.slots)
        assert turn.slots or turn.ask in {ask for ask, _ in ASKS}
