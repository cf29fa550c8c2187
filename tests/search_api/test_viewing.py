"""A stretch of a document for reading, around a place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.catalogue.passages import CanonicalText
from corpus.types import Heading, Span
from search_api.document_schemas import ParagraphOut
from search_api.viewing import view

LINES = ("I. MỤC TIÊU", "Dòng một.", "Dòng hai có chỗ này.", "1 | Việc | Sở Y tế", "Dòng bốn.", "Dòng năm.")
TEXT = "\n".join(LINES)
CANONICAL = CanonicalText(TEXT, None, (Heading(Span(0, len(LINES[0])), 1, LINES[0]),), None, ())
PLACE = Span(TEXT.index("chỗ này"), TEXT.index("chỗ này") + len("chỗ này"))


def _words(paragraph: ParagraphOut) -> str:
    return "".join(segment.text for segment in paragraph.segments)


def _marked(paragraphs: list[ParagraphOut]) -> list[str]:
    return [segment.text for paragraph in paragraphs for segment in paragraph.segments if segment.mark]


def test_the_line_of_the_place_is_shown_with_the_place_marked() -> None:
    paragraphs, earlier, later = view(CANONICAL, None, PLACE, 0, 0)
    assert [_words(p) for p in paragraphs] == ["Dòng hai có chỗ này."]
    assert _marked(paragraphs) == ["chỗ này"]
    assert (earlier, later) == (True, True)


def test_lines_before_and_after_as_many_as_wanted() -> None:
    paragraphs, earlier, later = view(CANONICAL, None, PLACE, 1, 2)
    assert [_words(p) for p in paragraphs] == list(LINES[1:5])
    assert (earlier, later) == (True, True)


def test_at_the_ends_there_is_nothing_more() -> None:
    paragraphs, earlier, later = view(CANONICAL, None, PLACE, 50, 50)
    assert [_words(p) for p in paragraphs] == list(LINES)
    assert (earlier, later) == (False, False)


def test_titles_rows_and_running_text_are_told_apart() -> None:
    paragraphs, _, _ = view(CANONICAL, None, PLACE, 50, 50)
    assert [p.kind for p in paragraphs] == ["heading", "paragraph", "paragraph", "row", "paragraph", "paragraph"]


def test_a_place_over_several_lines_is_marked_in_each() -> None:
    place = Span(TEXT.index("một"), TEXT.index("chỗ"))
    paragraphs, _, _ = view(CANONICAL, None, place, 0, 0)
    assert _marked(paragraphs) == ["một.", "Dòng hai có "]


@pytest.mark.parametrize("place", [Span(10**9, 10**9), Span(len(TEXT), len(TEXT))])
def test_a_place_beyond_the_text_shows_its_end(place: Span) -> None:
    paragraphs, _, later = view(CANONICAL, None, place, 0, 5)
    assert [_words(p) for p in paragraphs] == [LINES[-1]]
    assert not later


def test_an_empty_text_has_no_lines() -> None:
    assert view(CanonicalText("", None, (), None, ()), None, Span(0, 0), 5, 5) == ([], False, False)


numbers = st.integers(0, 80)


@given(st.text("ab\n ", max_size=80), numbers, numbers, st.integers(0, 5), st.integers(0, 5))
def test_what_is_shown_are_whole_lines_in_order_that_hold_the_place(
    text: str, start: int, length: int, before: int, after: int
) -> None:
    paragraphs, _, _ = view(CanonicalText(text, None, (), None, ()), None, Span(start, start + length), before, after)
    lines = [line for line in text.split("\n") if line]
    shown = [_words(p) for p in paragraphs]
    assert any(lines[at : at + len(shown)] == shown for at in range(len(lines) + 1))
    assert "".join(_marked(paragraphs)) == text[start : start + length].replace("\n", "")
