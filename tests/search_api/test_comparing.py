"""search_api.comparing and aligning: what changed from one text to another, nothing lost, figures first, also of long texts."""

import itertools
import random
import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.text import matching_form
from corpus.types import Span
from search_api.aligning import unchanged
from search_api.comparing import Change, compare

BEFORE = """\
CHƯƠNG TRÌNH
1. Tỷ lệ chè chế biến sâu đạt 35%.
2. Xây dựng đề án vùng chè.
3. Giao Sở Y tế chủ trì.
4. Mở 12 lớp học.
Nơi nhận: như trên."""
AFTER = """\
Chương  trình
1. Tỷ lệ chè chế biến sâu đạt 40%.
2. Giao Sở Nội vụ chủ trì.
Điểm mới hoàn toàn.
Thêm 5 trạm bơm nước.
Nơi nhận: như trên."""

words = st.sampled_from(["đạt", "35%", "40%", "Giao", "giao", "sở", "1.", "2.", "|", "30/6", "hoà", "hòa", "chè"])
lines = st.lists(st.one_of(words, st.just(" ")), max_size=5).map(" ".join)
documents = st.lists(lines, max_size=14).map("\n".join)


def _shown(changes: Sequence[Change]) -> list[tuple[str, str | None, str | None]]:
    return [
        (c.kind, c.before.of(BEFORE) if c.before else None, c.after.of(AFTER) if c.after else None) for c in changes
    ]


def _marked(change: Change) -> tuple[list[str], list[str]]:
    return [m.of(BEFORE) for m in change.before_marks], [m.of(AFTER) for m in change.after_marks]


def test_lines_are_changed_added_or_removed_figures_first() -> None:
    changes = compare(BEFORE, AFTER)
    assert _shown(changes) == [
        ("changed", "1. Tỷ lệ chè chế biến sâu đạt 35%.", "1. Tỷ lệ chè chế biến sâu đạt 40%."),
        ("removed", "4. Mở 12 lớp học.", None),
        ("added", None, "Thêm 5 trạm bơm nước."),
        ("removed", "2. Xây dựng đề án vùng chè.", None),
        ("changed", "3. Giao Sở Y tế chủ trì.", "2. Giao Sở Nội vụ chủ trì."),
        ("added", None, "Điểm mới hoàn toàn."),
    ]
    assert [change.figures for change in changes] == [True] * 3 + [False] * 3


def test_in_a_changed_line_only_what_differs_is_marked() -> None:
    figure, *_, agency, _ = compare(BEFORE, AFTER)
    assert _marked(figure) == (["35%."], ["40%."])
    assert _marked(agency) == (["3.", "Y tế"], ["2.", "Nội vụ"])


@pytest.mark.parametrize(
    ("before", "after", "figures"),
    [
        ("3. Mở lớp học buổi tối", "4. Mở lớp học buổi tối", False),
        ("a) Mở lớp học buổi tối", "1.2. Mở lớp học buổi tối", False),
        ("7 | Mở lớp học | Sở Y tế", "8 | Mở lớp học | Sở Y tế", False),
        ("7 | Mở lớp học | 30/6", "7 | Mở lớp học | 30/9", True),
        ("- Mở 3 lớp học buổi tối", "- Mở 4 lớp học buổi tối", True),
        ("Mở lớp học buổi tối", "Mở 4 lớp học buổi tối", True),
        ("đạt 4.500 ha chè hữu cơ", "đạt 4.120 ha chè hữu cơ", True),
        ("từ 3 thôn đến 5 thôn xa", "từ 5 thôn đến 3 thôn gần", False),
        ("2. Mở lớp học", "", False),
        ("2. Mở 3 lớp học", "", True),
    ],
)
def test_the_number_of_an_item_is_no_figure(before: str, after: str, figures: bool) -> None:
    (change,) = compare(before, after)
    assert change.figures is figures


def test_case_tone_placement_and_spaces_are_no_change() -> None:
    assert compare("TỈNH ỦY HÒA BÌNH\n\nXã  ta", "Tỉnh ủy Hoà Bình\nXã ta\n \n") == []


def test_lines_that_share_too_little_are_not_called_one_line_changed() -> None:
    many = "\n".join(f"việc thứ {n} của thôn" for n in range(60))
    others = "\n".join(f"khoản chi số {n}" for n in range(60))
    for before, after in (("Mở lớp học", "Trồng rừng ngập mặn"), (many, others)):
        assert {change.kind for change in compare(before, after)} == {"removed", "added"}


def test_an_item_put_in_the_middle_leaves_the_others_alone() -> None:
    items = [f"Việc số {n} giao cho tổ {n % 7}" for n in range(50)]
    (change,) = compare("\n".join(items), "\n".join([*items[:20], "Một việc chen vào giữa", *items[20:]]))
    assert (change.kind, change.after_marks) == ("added", ())


@given(documents)
def test_a_text_compared_with_itself_has_no_changes(text: str) -> None:
    assert compare(text, text) == []


@given(documents, documents)
@settings(deadline=None)
def test_changes_and_unchanged_lines_together_are_both_texts(before: str, after: str) -> None:
    changes = compare(before, after)
    same: list[list[str]] = []
    for text, spans in ((before, [c.before for c in changes]), (after, [c.after for c in changes])):
        taken = [span for span in spans if span is not None]
        assert len(set(taken)) == len(taken), "a line stands in two changes"
        rest, rebuilt, at = [], [], 0
        for line in text.split("\n"):
            span = Span(at, at + len(line))
            at = span.end + 1
            if span in taken:
                taken.remove(span)
                rebuilt.append(span.of(text))
            else:
                rebuilt.append(line)
                rest += [" ".join(matching_form(line).split())] if line.strip() else []
        assert taken == [], "a change names no line"
        assert "\n".join(rebuilt) == text
        same.append(rest)
    assert same[0] == same[1]


@given(documents, documents)
@settings(deadline=None)
def test_marks_lie_in_their_line_in_order_and_something_is_marked(before: str, after: str) -> None:
    for change in compare(before, after):
        for text, line, marks in (
            (before, change.before, change.before_marks),
            (after, change.after, change.after_marks),
        ):
            assert list(marks) == sorted(marks)
            assert all(line and line.holds(mark) and mark.of(text).strip() == mark.of(text) != "" for mark in marks)
            assert all(one.end < two.start for one, two in itertools.pairwise(marks))
        assert bool(change.before_marks or change.after_marks) == (change.kind == "changed")


@given(documents, documents)
@settings(deadline=None)
def test_figures_come_first_and_else_the_order_is_that_of_the_newer_text(before: str, after: str) -> None:
    changes = compare(before, after)
    assert [c.figures for c in changes] == sorted((c.figures for c in changes), reverse=True)
    for figures in (True, False):
        places = [c.after for c in changes if c.after and c.figures is figures]
        assert places == sorted(places)


@given(st.lists(st.integers(0, 5), max_size=30), st.lists(st.integers(0, 5), max_size=30))
def test_pairs_rise_on_both_sides_and_hold_the_same(old: list[int], new: list[int]) -> None:
    pairs = unchanged(old, new)
    assert all(old[a] == new[b] for a, b in pairs)
    assert all(a < c and b < d for (a, b), (c, d) in itertools.pairwise(pairs))


def _texts(kind: str, n: int) -> tuple[str, str]:
    draw = random.Random(7)
    if kind == "half of the lines changed":
        return "\n".join(f"{i}. Việc {i} giao tổ {i % 7}" for i in range(n)), "\n".join(f"{i}. Việc {i} giao tổ {3 * i % 7}" for i in range(n))  # fmt: skip
    if kind == "the same few lines again and again":
        return "\n".join(f"- | - | {draw.randrange(9)}" for _ in range(n)), "\n".join(f"- | - | {draw.randrange(9)}" for _ in range(n))  # fmt: skip
    if kind == "all lines in the other order":
        return "\n".join(f"dòng {i}" for i in range(n)), "\n".join(f"dòng {n - i}" for i in range(n))
    return " ".join(f"từ{draw.randrange(99)}" for _ in range(5 * n)), " ".join(
        f"từ{draw.randrange(99)}" for _ in range(5 * n)
    )


@pytest.mark.parametrize(
    "kind",
    [
        "half of the lines changed",
        "the same few lines again and again",
        "all lines in the other order",
        "one long line",
    ],
)
def test_a_text_eight_times_as_long_takes_nowhere_near_the_square_of_it(kind: str) -> None:
    """Work that grew with the square would take 64 times as long; twice eight leaves room for a busy machine."""
    spent = []
    for n in (1000, 8000):
        texts = _texts(kind, n)
        best = float("inf")
        for _ in range(3):
            started = time.process_time()
            assert compare(*texts)
            best = min(best, time.process_time() - started)
        spent.append(best)
    assert spent[1] < 24 * spent[0]
