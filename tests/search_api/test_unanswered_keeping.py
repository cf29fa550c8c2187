"""search_api.unanswered: what is kept of a refusal, when questions are asked again, and that none of it troubles who asks."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from corpus.catalogue import Catalogue, set_meta
from corpus.catalogue.refusals import count_untried, keep_refusal, note_answered, state_of_answers
from corpus.catalogue.state import documents_changed
from corpus.catalogue.unanswered import Reason, Refused, State, Unanswered, list_unanswered
from corpus.errors import CatalogueUnavailable, IndexUnavailable, InvalidRequest
from search_api.reading import read_question
from search_api.types import Answer, Confidence
from search_api.unanswered.keeping import Keeper
from search_api.unanswered.refusing import reason_of, refused_of

STRONG = {"sure": 0.9, "fits": 1.0, "years": 1.0, "slots": 1.0}
TEA = "Năm 2030 diện tích chè hữu cơ là bao nhiêu?"
_PATIENCE = 20  # seconds


def answer_to(question: str, *, found: bool = False, missing: str | None = None) -> Answer:
    """An answer without citations, or a refusal."""
    return Answer(
        read_question(question), found, "Có." if found else None, (), Confidence(found, STRONG), missing=missing
    )


@dataclass
class Oracle:
    """Answers questions that contain one of its words; notes what it was asked, and can be away."""

    words: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    warmed: int = 0
    fault: Exception | None = None

    def ask(self, question: str, *, as_typed: bool = False) -> Answer:
        """Answer, or refuse."""
        self.asked.append(question)
        if self.fault is not None:
            raise self.fault
        return answer_to(
            question, found=any(word in question for word in self.words), missing="Có chè, chưa có năm 2030."
        )

    def warm(self) -> None:
        """Learn."""
        self.warmed += 1


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    """An empty catalogue whose facts are all extracted."""
    made = Catalogue(f"sqlite:///{tmp_path / 'catalogue.sqlite'}")
    with made.write() as connection:
        set_meta(connection, "extractor", "1")
    yield made
    made.close()


def listed(catalogue: Catalogue, state: State | None = None) -> list[Unanswered]:
    """The entries."""
    with catalogue.read() as connection:
        return list_unanswered(connection, state)


def change_documents(catalogue: Catalogue) -> None:
    """As if a document had been added."""
    with catalogue.write() as connection:
        documents_changed(connection)


def put(catalogue: Catalogue, *questions: str) -> None:
    """Questions that were refused in an earlier state of the documents."""
    with catalogue.write() as connection:
        for question in questions:
            keep_refusal(connection, Refused(question, question, False, Reason.TOPIC, None, None), "")


def until(true: Callable[[], bool]) -> None:
    """Wait for something to become true."""
    deadline = time.monotonic() + _PATIENCE
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@contextmanager
def looking(catalogue: Catalogue, oracle: Oracle) -> Iterator[Keeper]:
    """A keeper at work."""
    keeper = Keeper(catalogue, oracle, look_every=0.02)
    keeper.start()
    try:
        yield keeper
    finally:
        keeper.close()


@pytest.mark.parametrize(
    ("figures", "reason"),
    [
        ({"sure": 0.0}, Reason.TOPIC),
        ({**STRONG, "sure": 0.1, "years": 0.0, "slots": 0.0}, Reason.TOPIC),
        ({**STRONG, "sure": 0.1, "fits": 0.0}, Reason.TOPIC),
        ({**STRONG, "years": 0.0, "slots": 0.0, "fits": 0.0}, Reason.YEAR),
        ({**STRONG, "slots": 0.0, "fits": 0.0}, Reason.OTHERWISE),
        ({**STRONG, "fits": 0.0}, Reason.FIGURE),
    ],
)
def test_the_reason_is_what_the_best_evidence_lacks(figures: dict[str, float], reason: Reason) -> None:
    assert reason_of(figures) is reason


def test_a_refusal_is_kept_as_it_was_read_with_what_is_missing() -> None:
    kept = refused_of(answer_to(TEA, missing="Chưa có năm 2030."), as_typed=True)
    assert (kept.question, kept.typed, kept.as_typed) == (TEA, TEA, True)
    assert (kept.reason, kept.missing, kept.nearest) == (Reason.NOTHING, "Chưa có năm 2030.", None)


def test_a_refused_question_is_written_down_beside_the_one_who_asked(catalogue: Catalogue) -> None:
    with looking(catalogue, Oracle()) as keeper:
        assert keeper.note(answer_to(TEA))
        until(lambda: len(listed(catalogue)) == 1)
    assert listed(catalogue)[0].refused.question == TEA


def test_what_was_asked_last_is_written_down_when_the_server_ends(catalogue: Catalogue) -> None:
    keeper = Keeper(catalogue, Oracle())
    assert all(keeper.note(answer_to(f"Kế hoạch {n} của xã?")) for n in range(20))
    assert listed(catalogue) == []
    keeper.close()
    assert len(listed(catalogue)) == 20


@pytest.mark.parametrize("question", ["?!", "123", "…"])
def test_what_has_no_words_is_no_gap(catalogue: Catalogue, question: str) -> None:
    keeper = Keeper(catalogue, Oracle())
    assert not keeper.note(answer_to(question))
    keeper.close()
    assert listed(catalogue) == []


def test_an_open_question_that_somebody_gets_an_answer_to_has_one(catalogue: Catalogue) -> None:
    put(catalogue, TEA)
    keeper = Keeper(catalogue, Oracle())
    assert not keeper.note(answer_to(TEA, found=True))
    assert not keeper.note(answer_to("Khác hẳn?", found=True))
    keeper.close()
    assert [(entry.refused.question, entry.state) for entry in listed(catalogue)] == [(TEA, State.ANSWERED)]


def test_more_questions_than_can_wait_are_let_go_without_a_word(catalogue: Catalogue) -> None:
    keeper = Keeper(catalogue, Oracle())
    kept = [keeper.note(answer_to(f"Kế hoạch {n} của xã?")) for n in range(1001)]
    assert (kept[-2:], sum(kept)) == ([True, False], 1000)


def test_a_full_disk_loses_no_question_and_is_nobody_elses_trouble(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = Keeper(catalogue, Oracle())
    keeper.note(answer_to(TEA))

    def full() -> None:
        raise CatalogueUnavailable("full")

    with monkeypatch.context() as broken:
        broken.setattr(catalogue, "write", full)
        with pytest.raises(CatalogueUnavailable):
            keeper.write()
    keeper.close()
    assert len(listed(catalogue)) == 1


def test_open_questions_are_asked_once_when_documents_have_changed(catalogue: Catalogue) -> None:
    put(catalogue, TEA, "Rừng trồng mới của xã là bao nhiêu?")
    oracle = Oracle({"chè"})
    with looking(catalogue, oracle):
        until(lambda: len(oracle.asked) == 2)
        change_documents(catalogue)
        until(lambda: len(oracle.asked) == 3)
        with catalogue.read() as connection:
            assert count_untried(connection, state_of_answers(connection)) in (0, 1)
        until(lambda: not _waiting(catalogue))
        time.sleep(0.2)
    assert sorted(oracle.asked)[1:] == ["Rừng trồng mới của xã là bao nhiêu?"] * 2, "an answered one is not asked again"
    assert oracle.warmed == 2, "readers learn from what is new before questions are read"
    assert [entry.refused.question for entry in listed(catalogue, State.ANSWERED)] == [TEA]
    (left,) = listed(catalogue, State.OPEN)
    assert (left.asked, left.refused.missing) == (1, "Có chè, chưa có năm 2030.")


def _waiting(catalogue: Catalogue) -> int:
    with catalogue.read() as connection:
        return count_untried(connection, state_of_answers(connection))


def test_without_a_change_of_documents_nothing_is_asked(catalogue: Catalogue) -> None:
    put(catalogue, TEA)
    keeper = Keeper(catalogue, oracle := Oracle())
    keeper.try_all()
    keeper.try_all()
    assert oracle.asked == [TEA]


def test_documents_that_are_still_coming_in_are_waited_for(catalogue: Catalogue) -> None:
    put(catalogue, TEA)
    oracle = Oracle()
    with catalogue.write() as connection:
        connection.exec_driver_sql("INSERT INTO originals VALUES ('a', 1, '')")
        connection.exec_driver_sql(
            "INSERT INTO jobs VALUES ('j', 1, 'a', 'a.md', 0, NULL, NULL, 'encoding', 0, NULL, NULL, 0, 0, 1, NULL, NULL, '1', '1')"
        )
    with looking(catalogue, oracle):
        time.sleep(0.2)
        assert oracle.asked == []
        with catalogue.write() as connection:
            connection.exec_driver_sql("UPDATE jobs SET stage = 'done'")
        until(lambda: oracle.asked == [TEA])


def test_while_the_index_is_away_questions_stay_untried(catalogue: Catalogue) -> None:
    put(catalogue, TEA)
    oracle = Oracle({"chè"}, fault=IndexUnavailable("đi vắng"))
    with looking(catalogue, oracle):
        until(lambda: len(oracle.asked) >= 2)
        assert _waiting(catalogue) == 1
        oracle.fault = None
        until(lambda: len(listed(catalogue, State.ANSWERED)) == 1)


@pytest.mark.parametrize("fault", [InvalidRequest("câu hỏi dài quá"), ZeroDivisionError()])
def test_a_question_that_cannot_be_asked_is_not_asked_for_ever(catalogue: Catalogue, fault: Exception) -> None:
    put(catalogue, TEA, "Khác?")
    keeper = Keeper(catalogue, oracle := Oracle(fault=fault))
    keeper.try_all()
    assert len(oracle.asked) == 2
    assert _waiting(catalogue) == 0


def test_when_documents_change_meanwhile_the_rest_waits_until_they_have_settled(catalogue: Catalogue) -> None:
    put(catalogue, TEA, "Khác?")
    keeper = Keeper(catalogue, oracle := Oracle())
    keeper.try_all(lambda _: change_documents(catalogue))
    assert len(oracle.asked) == 1
    assert _waiting(catalogue) == 2


def test_closing_ends_the_work_at_the_next_question(catalogue: Catalogue) -> None:
    put(catalogue, *(f"Kế hoạch {n} của xã?" for n in range(50)))
    with looking(catalogue, oracle := Oracle()):
        until(lambda: len(oracle.asked) == 2)
    asked = len(oracle.asked)
    assert asked < 10
    time.sleep(0.1)
    assert len(oracle.asked) == asked


def test_a_person_may_ask_again_at_any_time(catalogue: Catalogue) -> None:
    put(catalogue, TEA)
    keeper = Keeper(catalogue, oracle := Oracle())
    (entry,) = listed(catalogue)
    assert keeper.retry(entry.id).state is State.OPEN
    oracle.words.add("chè")
    assert keeper.retry(entry.id).state is State.ANSWERED
    with catalogue.write() as connection:
        note_answered(connection, entry.id, None)
    oracle.words.clear()
    assert keeper.retry(entry.id).state is State.OPEN
    assert listed(catalogue)[0].asked == 1
