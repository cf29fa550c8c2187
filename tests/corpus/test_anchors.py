"""corpus.catalogue.anchors: words are found again by their letters, and among equal ones by those around them."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.catalogue.anchors import anchor_of, find_again, letters
from corpus.text import clean
from corpus.types import Span

WORDS = st.lists(
    st.sampled_from(["Chè", "rừng", "đạt", "35%", "(ha)", "–", "năm", "2025", "tỉnh", "Ủy"]), min_size=1, max_size=12
).map(" ".join)


@given(st.lists(WORDS, min_size=1, max_size=6), st.data())
def test_words_of_a_text_are_found_where_they_stand(paragraphs: list[str], data: st.DataObject) -> None:
    text = "\n".join(paragraphs)
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    (places,) = find_again(text, [anchor_of(text, span)])
    if letters(span.of(text)):
        assert span.holds(places[0])
        assert letters(places[0].of(text)) == letters(span.of(text))
    else:
        assert places == []


@given(st.text(max_size=60).map(clean), st.text(max_size=20).map(clean))
def test_every_place_found_has_the_letters_that_were_sought(text: str, quote: str) -> None:
    (places,) = find_again(text, [anchor_of(quote, Span(0, len(quote)))])
    assert all(letters(place.of(text)) == letters(quote) for place in places)
    assert bool(places) == (letters(quote) != "" and letters(quote) in letters(text))


def test_lines_joined_other_dashes_and_other_places_of_tones_make_no_difference() -> None:
    before = "Mục tiêu:\n- Hoà Bình đạt 7 -\n7,5%.\nHết."
    after = "MỤC TIÊU:\n– Hòa Bình đạt 7–7,5%.\nHết."
    (places,) = find_again(after, [anchor_of(before, Span(10, 33))])
    assert places[0].of(after) == "– Hòa Bình đạt 7–7,5%."[2:-2]


def test_among_equal_words_those_with_the_same_neighbours_come_first() -> None:
    line = "Đạt 35%."
    text = f"Xã Một. {line} Xã Hai. {line} Xã Ba."
    second = text.index(line, text.index(line) + 1)
    anchor = anchor_of(text, Span(second, second + len(line)))
    moved = f"Mở đầu mới. {text.replace('Xã Ba', 'Xã Bốn')}"
    (places,) = find_again(moved, [anchor])
    assert places[0].start == moved.rindex("Đạt")
