"""corpus.types: spans, boxes of a layout, values that are frozen and copied by nobody."""

import copy
from dataclasses import FrozenInstanceError, fields
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.types import (
    FRONT_FIELDS,
    Block,
    BlockKind,
    Box,
    Document,
    Field,
    FrontMatter,
    Layout,
    Passage,
    PassageKind,
    Span,
)

TEXT = "Kinh tế số đạt 30% GDP"
#       0    5  8  11  15  19
WORDS = [(0, 4), (5, 7), (8, 10), (11, 14), (15, 18), (19, 22)]
BOXES = [  # two lines on page 1; the last word on page 2, at the height of the line before
    (1, 10, 100, 30, 110), (1, 32, 100, 40, 110), (1, 42, 101, 50, 111),
    (1, 10, 120, 30, 130), (1, 32, 120, 50, 130),
    (2, 60, 120, 90, 130),
]  # fmt: skip


def placed() -> Layout:
    """The places of the words of TEXT."""
    spans = np.array(WORDS, np.int32)
    pages = np.array([page for page, *_ in BOXES], np.int16)
    return Layout(((595.0, 842.0), (595.0, 842.0)), spans, pages, np.array([box for _, *box in BOXES], np.float32))


@pytest.fixture
def layout() -> Layout:
    """The layout of TEXT."""
    return placed()


def test_words_of_one_line_share_a_box(layout: Layout) -> None:
    assert layout.boxes_of(Span(0, 10)) == [Box(1, 10, 100, 50, 111)]


def test_each_line_and_each_page_has_a_box_of_its_own(layout: Layout) -> None:
    assert layout.boxes_of(Span(0, len(TEXT))) == [
        Box(1, 10, 100, 50, 111),
        Box(1, 10, 120, 50, 130),
        Box(2, 60, 120, 90, 130),
    ]


def test_a_word_that_is_only_touched_has_its_whole_box(layout: Layout) -> None:
    assert layout.boxes_of(Span(6, 9)) == [Box(1, 32, 100, 50, 111)]


def test_a_space_between_words_has_no_box(layout: Layout) -> None:
    assert layout.boxes_of(Span(4, 5)) == []
    assert layout.boxes_of(Span(22, 30)) == []


def test_words_that_stand_left_of_the_last_one_begin_a_new_box() -> None:
    spans, pages = np.array([[0, 1], [2, 3]], np.int32), np.array([1, 1], np.int16)
    columns = Layout(((595.0, 842.0),), spans, pages, np.array([[300, 10, 320, 20], [10, 12, 30, 22]], np.float32))
    assert columns.boxes_of(Span(0, 3)) == [Box(1, 300, 10, 320, 20), Box(1, 10, 12, 30, 22)]


def test_the_page_of_a_span_is_that_of_its_first_word(layout: Layout) -> None:
    assert layout.page_of(Span(0, 22)) == 1
    assert layout.page_of(Span(17, 22)) == 1
    assert layout.page_of(Span(18, 22)) == 2
    assert layout.page_of(Span(22, 30)) is None


@given(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT)))
def test_boxes_cover_the_words_that_a_span_touches_and_no_others(start: int, length: int) -> None:
    end = start + length
    touched = [box for box, (a, b) in zip(BOXES, WORDS, strict=True) if a < end and start < b]
    boxes = placed().boxes_of(Span(start, end))
    for page, left, top, right, bottom in touched:
        assert any(
            box.page == page and box.left <= left and right <= box.right and box.top <= top and bottom <= box.bottom
            for box in boxes
        )
    assert all(any(box.page == page and box.left == left for page, left, *_ in touched) for box in boxes)


def test_a_layout_without_words_has_no_page_and_no_box() -> None:
    empty = Layout((), np.empty((0, 2), np.int32), np.empty(0, np.int16), np.empty((0, 4), np.float32))
    assert empty.page_of(Span(0, 5)) is None
    assert empty.boxes_of(Span(0, 5)) == []


def test_a_span_gives_its_words_by_code_points() -> None:
    assert Span(0, 4).of(TEXT) == "Kinh"
    assert Span(2, 5).of("😀 số") == "số"


def test_a_span_holds_what_lies_wholly_inside() -> None:
    assert Span(0, 10).holds(Span(0, 10))
    assert Span(0, 10).holds(Span(3, 4))
    assert not Span(0, 10).holds(Span(3, 11))


def test_values_are_not_copied_on_their_way_through_a_pipeline(layout: Layout) -> None:
    block = Block(BlockKind.PARAGRAPH, Span(0, 22))
    document = Document(TEXT, (block,), 2, layout)
    assert copy.deepcopy(document) is document
    assert copy.deepcopy([block])[0] is block
    assert copy.deepcopy(layout) is layout


def test_values_cannot_be_changed() -> None:
    passage = Passage(0, PassageKind.ITEM, Span(0, 1))
    with pytest.raises(FrozenInstanceError):
        passage.ordinal = 1  # type: ignore[misc]


def test_front_matter_names_the_fields_that_are_there() -> None:
    front = FrontMatter(symbol=Field("57-NQ/TW", Span(3, 11)), issued_on=Field("2024-12-22"))
    assert [name for name, _ in front.items()] == ["symbol", "issued_on"]
    assert front.date == date(2024, 12, 22)
    assert FrontMatter().date is None
    assert tuple(f.name for f in fields(FrontMatter)) == FRONT_FIELDS
