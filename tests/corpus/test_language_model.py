"""corpus.language.model: chances are chances, and the corpus bends them."""

import numpy as np
import pytest

from corpus.language.model import UNKNOWN, SyllableModel

CORPUS = ["Bản Nà Hẩu trồng quế. Xã Nà Hẩu có 300 ha quế, bản Nà Hẩu bán quế."] * 3


@pytest.fixture(scope="module")
def bent() -> SyllableModel:
    """The general model after a small corpus."""
    return SyllableModel.with_texts(CORPUS)


@pytest.mark.parametrize("left", ["nghị", "nà", "hẩu", "trồng", "tế"])
def test_what_may_follow_a_syllable_adds_up_to_one(bent: SyllableModel, left: str) -> None:
    every = np.arange(len(bent.words))
    chances = np.exp(bent.log_following(np.full(len(every), bent.number(left)), every))
    assert chances.sum() == pytest.approx(1, abs=0.02)


def test_the_corpus_makes_its_names_likely(bent: SyllableModel) -> None:
    general = SyllableModel.base()

    def chance(model: SyllableModel, left: str, right: str) -> float:
        return float(model.log_following(np.array([model.number(left)]), np.array([model.number(right)]))[0])

    assert bent.number("hẩu") != UNKNOWN
    assert general.number("hẩu") == UNKNOWN or chance(bent, "nà", "hẩu") > chance(general, "nà", "hẩu") + 2
    assert chance(bent, "nghị", "quyết") == pytest.approx(chance(general, "nghị", "quyết"), abs=0.1)


def test_spellings_are_those_with_the_same_letters_likely_ones_first(bent: SyllableModel) -> None:
    spellings = [bent.words[number] for number in bent.spelt("quyet")]
    assert spellings[0] == "quyết"
    assert {"quyệt", "quyết"} <= set(spellings)
    assert bent.spelt("quyết") == ()


def test_steps_are_the_same_chances_looked_up_together(bent: SyllableModel) -> None:
    places = [
        np.array([bent.number(word) for word in words]) for words in (["bản"], ["nà", "na", "ná"], ["hẩu", "hầu"])
    ]
    first, second = bent.log_steps(places)
    assert first.shape == (1, 3)
    assert second.shape == (3, 2)
    for row, left in enumerate(places[1].tolist()):
        assert second[row] == pytest.approx(bent.log_following(np.full(2, left), places[2]))
