"""corpus.language.learning: the model grows and shrinks with the documents, and remembers what it has learnt."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from corpus.catalogue import Catalogue, now
from corpus.catalogue.statistics import bring_back, withdraw
from corpus.catalogue.trash import forget
from corpus.language import learning
from corpus.language.counts import Counts, count_texts
from corpus.language.learning import FILE, Learner
from corpus.language.learnt import load_learnt
from corpus.language.model import UNKNOWN
from tests.corpus.made import publish

NAME = "hẩung"  # no syllable of any text


@contextmanager
def learner_of(catalogue: Catalogue, folder: Path) -> Iterator[Learner]:
    """One that is waited for."""
    learner = Learner(catalogue, folder, patience=30, rest=0)
    yield learner
    learner.close()


def knows(learner: Learner, word: str = NAME) -> bool:
    """Whether a word has been learnt."""
    return learner.restorer().model.number(word) != UNKNOWN


def add(catalogue: Catalogue, name: str, text: str, replaces: str | None = None) -> str:
    """A document of one paragraph; returns its id."""
    with catalogue.write() as connection:
        return publish(connection, name, [text], replaces=replaces).document_id


def test_words_come_and_go_with_their_documents(catalogue: Catalogue, tmp_path: Path) -> None:
    with learner_of(catalogue, tmp_path) as learner:
        assert not knows(learner)
        id_ = add(catalogue, "a", f"Bản {NAME} trồng quế.")
        assert knows(learner)
        with catalogue.write() as connection:
            withdraw(connection, id_, now())
        assert not knows(learner)
        with catalogue.write() as connection:
            bring_back(connection, id_)
        assert knows(learner)
        add(catalogue, "a2", "Bản khác trồng quế.", replaces=id_)
        assert not knows(learner)


def test_a_word_stays_while_another_document_has_it(catalogue: Catalogue, tmp_path: Path) -> None:
    with learner_of(catalogue, tmp_path) as learner:
        first, _ = (add(catalogue, name, f"Bản {NAME} trồng quế.") for name in ("a", "b"))
        assert knows(learner)
        with catalogue.write() as connection:
            withdraw(connection, first, now())
        assert knows(learner)
        assert learner.restorer().restore("ban haung")[-1].read == NAME


def test_after_a_restart_only_the_difference_is_counted(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(catalogue, "a", f"Bản {NAME} trồng quế.")
    with learner_of(catalogue, tmp_path) as learner:
        assert knows(learner)
    counted: list[str] = []

    def count_and_tell(texts: Iterable[str]) -> Counts:
        counted.extend(given := list(texts))
        return count_texts(given)

    monkeypatch.setattr(learning, "count_texts", count_and_tell)
    add(catalogue, "b", "Bản khác.")
    with learner_of(catalogue, tmp_path) as learner:
        assert knows(learner)
    assert counted == ["Bản khác."]


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 cut short", b"\x00" * 5000])
def test_a_damaged_file_is_made_again(catalogue: Catalogue, tmp_path: Path, damage: bytes) -> None:
    add(catalogue, "a", f"Bản {NAME} trồng quế.")
    with learner_of(catalogue, tmp_path) as learner:
        assert knows(learner)
    whole = (tmp_path / FILE).read_bytes()
    (tmp_path / FILE).write_bytes(damage or whole[: len(whole) // 2])
    with learner_of(catalogue, tmp_path) as learner:
        assert knows(learner)
    assert load_learnt(tmp_path / FILE).counts.words


def test_a_file_whose_numbers_do_not_fit_is_made_again(catalogue: Catalogue, tmp_path: Path) -> None:
    add(catalogue, "a", f"Bản {NAME} trồng quế.")
    with learner_of(catalogue, tmp_path) as learner:
        assert knows(learner)
    with np.load(tmp_path / FILE) as stored:
        parts = dict(stored)
    np.savez(tmp_path / FILE, **{**parts, "pairs": parts["pairs"] + (1 << 40)})
    assert load_learnt(tmp_path / FILE).texts == frozenset()
    with learner_of(catalogue, tmp_path) as learner:
        assert knows(learner)


def test_when_a_text_is_gone_for_good_the_rest_is_learnt_again(catalogue: Catalogue, tmp_path: Path) -> None:
    id_ = add(catalogue, "a", f"Bản {NAME} trồng quế.")
    add(catalogue, "b", "Bản Mường Khoa trồng hồi.")
    with learner_of(catalogue, tmp_path) as learner:
        assert knows(learner)
    with catalogue.write() as connection:
        withdraw(connection, id_, now())
        forget(connection, [id_])
    with learner_of(catalogue, tmp_path) as learner:
        assert not knows(learner)
        assert knows(learner, "khoa")
    assert load_learnt(tmp_path / FILE).counts.singles.sum() > 0


def test_who_asks_does_not_wait_longer_than_the_patience(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_go = False

    def slow(texts: Iterable[str]) -> Counts:
        while not let_go:
            time.sleep(0.01)
        return count_texts(texts)

    learner = Learner(catalogue, tmp_path, patience=0, rest=0)
    learner.restorer()
    add(catalogue, "a", f"Bản {NAME} trồng quế.")
    monkeypatch.setattr(learning, "count_texts", slow)
    assert not knows(learner), "it is still being learnt"
    let_go = True
    while not knows(learner):
        time.sleep(0.01)
    learner.close()


def test_a_folder_that_cannot_be_written_costs_no_answer(catalogue: Catalogue, tmp_path: Path) -> None:
    add(catalogue, "a", f"Bản {NAME} trồng quế.")
    with learner_of(catalogue, tmp_path / "gone") as learner:
        assert learner.restorer().restore("nghi quyet")[-1].read == "quyết"


def test_many_texts_are_learnt_slice_by_slice(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learning, "_SLICE", 10)
    for number in range(7):
        add(catalogue, f"d{number}", f"Bản {NAME} trồng quế ở xã số {number}, có cả hồi.")
    with learner_of(catalogue, tmp_path) as learner:
        assert knows(learner)
    learnt = load_learnt(tmp_path / FILE)
    assert len(learnt.texts) == 7
    assert learnt.counts.singles[learnt.counts.words.index(NAME)] == 7
