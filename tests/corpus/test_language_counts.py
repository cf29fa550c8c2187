"""corpus.language.counts and base: counts add up, can be taken away again, and come back from the file that ships."""

from itertools import pairwise
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.base import FILE, base_counts, write_base
from corpus.language.counts import NOTHING, Counts, count_texts, total_of
from corpus.language.tokens import BREAK, NUMBER, words_of

TEXTS = st.lists(st.text("ab cđê.,1\n", max_size=40), max_size=5)


def _as_dicts(counts: Counts) -> tuple[dict[str, int], dict[tuple[str, str], int]]:
    singles = dict(zip(counts.words, counts.singles.tolist(), strict=True))
    rows = zip(counts.left.tolist(), counts.right.tolist(), counts.often.tolist(), strict=True)
    return singles, {(counts.words[left], counts.words[right]): often for left, right, often in rows}


def test_syllables_and_neighbours_are_counted_in_one_spelling() -> None:
    singles, pairs = _as_dicts(count_texts(["Hòa bình, năm 2.025. HOÀ BÌNH"]))
    assert singles == {"hoà": 2, "bình": 2, "năm": 1, NUMBER: 1, BREAK: 3}
    assert pairs == {
        (BREAK, "hoà"): 2, ("hoà", "bình"): 2, ("bình", "năm"): 1, ("năm", NUMBER): 1, (NUMBER, BREAK): 1, ("bình", BREAK): 1,
    }  # fmt: skip


@given(TEXTS, TEXTS)
def test_counts_of_parts_add_up_and_come_off_again(some: list[str], more: list[str]) -> None:
    both = total_of([(1, count_texts(some)), (1, count_texts(more))])
    assert _as_dicts(both) == _as_dicts(count_texts([*some, *more]))
    assert _as_dicts(total_of([(1, both), (-1, count_texts(more))])) == _as_dicts(count_texts(some))
    assert np.all(np.diff(both.pairs) > 0)


def test_nothing_is_left_when_all_is_taken_away() -> None:
    counts = count_texts(["một hai ba"])
    assert _as_dicts(total_of([(1, counts), (-1, counts)])) == _as_dicts(NOTHING)


def test_the_file_that_ships_is_small_and_says_no_text() -> None:
    path = Path(__file__).parents[2] / "corpus" / "language" / FILE
    assert path.stat().st_size < 5_000_000
    singles, pairs = _as_dicts(base_counts())
    assert {"nghị", "quyết", "năm", BREAK, NUMBER} <= singles.keys()
    assert pairs["nghị", "quyết"] > pairs["nghị", "lực"]


def test_counts_come_back_from_a_file_nearly_as_they_were(tmp_path: Path) -> None:
    counts = count_texts(["kinh tế số phát triển " * 70, "xã hội số " * 9])
    write_base(tmp_path / "base.npz", counts)
    with np.load(tmp_path / "base.npz") as stored:
        assert stored["words"].tobytes().decode().split("\n") == list(counts.words)
        assert np.allclose(2 ** (stored["often"] / 10), counts.often, rtol=0.04)
    once = (tmp_path / "base.npz").read_bytes()
    write_base(tmp_path / "base.npz", counts)
    assert (tmp_path / "base.npz").read_bytes() == once, "the same counts give the same file"


@given(st.text(max_size=200))
def test_words_of_a_question_stand_where_they_say(question: str) -> None:
    words = words_of(question)
    assert all(word.span.of(question) == word.typed and len(word.form) == len(word.typed) for word in words)
    assert all(a.span.end <= b.span.start for a, b in pairwise(words))
