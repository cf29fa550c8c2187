"""corpus.language: keys that no single letter tells apart: Đ inside abbreviations, ưu."""

import pytest

from corpus.language.keystrokes import decoded
from corpus.language.model import SyllableModel
from corpus.language.restoring import Restorer

RESTORER = Restorer(SyllableModel.with_texts(["Phòng ĐTBX quản lý lớp CTĐT của phường Bến Lạc."] * 3))


@pytest.mark.parametrize(
    ("typed", "meant"), [("DDTBX", "ĐTBX"), ("D9TBX", "ĐTBX"), ("CTDDT", "CTĐT"), ("CTD9T", "CTĐT")]
)
def test_keys_of_d_in_an_abbreviation_of_the_corpus(typed: str, meant: str) -> None:
    (restored,) = RESTORER.restore(f"Phòng {typed} làm gì?")
    assert (restored.read, restored.span) == (meant, (6, 11))


def test_an_abbreviation_that_stands_nowhere_stays() -> None:
    assert RESTORER.restore("Phòng KDDK làm gì?") == []


@pytest.mark.parametrize("typed", ["cuuws", "cuwus", "cuusw", "cu7u1", "cuu71"])
def test_the_first_u_of_two_is_marked(typed: str) -> None:
    keyed = decoded(typed)
    assert keyed is not None
    assert (keyed.shape, keyed.tone) == ("cưu", "\u0301")
