"""corpus.layout: a layout goes into the catalogue as bytes and comes back the same."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from corpus.layout import pack_layout, unpack_layout
from corpus.types import Layout, Span

_SIZE = st.floats(1, 10_000, width=32)
_WORD = st.tuples(st.integers(1, 32_000), st.tuples(_SIZE, _SIZE, _SIZE, _SIZE))


@given(st.lists(st.tuples(_SIZE, _SIZE), max_size=4), st.lists(_WORD, max_size=20))
def test_what_is_packed_comes_back_the_same(
    sizes: list[tuple[float, float]], words: list[tuple[int, tuple[float, float, float, float]]]
) -> None:
    spans = np.array([(5 * i, 5 * i + 4) for i in range(len(words))], np.int32).reshape(-1, 2)
    pages = np.array([page for page, _ in words], np.int16)
    layout = Layout(tuple(sizes), spans, pages, np.array([box for _, box in words], np.float32).reshape(-1, 4))
    again = unpack_layout(pack_layout(layout))
    assert again is not None
    assert again.page_sizes == layout.page_sizes
    for name in ("spans", "pages", "boxes"):
        kept, given_ = getattr(again, name), getattr(layout, name)
        np.testing.assert_array_equal(kept, given_)
        assert kept.dtype == given_.dtype
    whole = Span(0, 5 * len(words))
    assert again.boxes_of(whole) == layout.boxes_of(whole)


def test_a_format_without_pages_has_no_layout() -> None:
    assert pack_layout(None) is None
    assert unpack_layout(None) is None
