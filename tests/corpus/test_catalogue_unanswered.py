"""corpus.catalogue.unanswered and refusals: one entry a question however it is typed, tried once for every state of the documents."""

import unicodedata
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.catalogue import Catalogue, now, refusals, set_meta
from corpus.catalogue.refusals import (
    count_untried,
    is_open,
    keep_refusal,
    next_untried,
    note_answered,
    note_refused,
    note_tried,
    reopen,
    state_of_answers,
)
from corpus.catalogue.statistics import bring_back, withdraw
from corpus.catalogue.trash import forget
from corpus.catalogue.unanswered import (
    Reason,
    Refused,
    State,
    Unanswered,
    count_unanswered,
    dismiss,
    forget_question,
    get_unanswered,
    list_unanswered,
    question_id,
)
from corpus.errors import NotFound
from corpus.text import folded
from tests.corpus.made import bytes_named, publish

MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
TEA = "Năm 2030 diện tích chè của Bạch Sơn là bao nhiêu?"
letters = st.text(st.sampled_from("aăâbdđeêghiklmnoôơuưxyáàảãạấầộợựýỳ 0123456789.,/-%"), min_size=1, max_size=60)


def refused(question: str = TEA, reason: Reason = Reason.TOPIC, nearest: str | None = None) -> Refused:
    """A question that was typed as it is read."""
    return Refused(question, question, False, reason, None, nearest)


def keep(catalogue: Catalogue, question: str = TEA, *, minutes: float = 0, tried: str = "") -> Unanswered:
    """Have a question refused so many minutes after eight o'clock."""
    at = (MORNING + timedelta(minutes=minutes)).isoformat(timespec="milliseconds")
    with catalogue.write() as connection:
        keep_refusal(connection, refused(question), tried, at)
        return get_unanswered(connection, question_id(question))


def listed(catalogue: Catalogue, state: State | None = None, since: str = "") -> list[str]:
    """The questions of the list, in its order."""
    with catalogue.read() as connection:
        return [entry.refused.question for entry in list_unanswered(connection, state, since=since)]


@given(letters)
def test_a_question_is_the_same_in_every_spelling(question: str) -> None:
    spellings = (
        question.upper(),
        folded(question),
        unicodedata.normalize("NFD", question),
        f"  {question}?! ",
        question.replace(" ", "  "),
    )
    assert {question_id(spelling) for spelling in spellings} == {question_id(question)}


@given(letters, letters)
def test_questions_of_other_words_are_others(one: str, other: str) -> None:
    def words(text: str) -> str:
        return " ".join("".join(c if c.isalnum() else " " for c in folded(text.lower())).split())

    assert (question_id(one) == question_id(other)) == (words(one) == words(other))


def test_a_question_asked_again_is_counted_in_one_entry(catalogue: Catalogue) -> None:
    first = keep(catalogue)
    again = keep(catalogue, TEA.upper(), minutes=30)
    assert listed(catalogue) == [TEA.upper()], "the words are those it was read as last"
    assert (first.asked, again.asked) == (1, 2)
    assert (again.first_at, again.last_at) == (first.first_at, "2026-03-02T08:30:00.000+00:00")


def test_words_with_marks_are_not_given_up_for_words_without(catalogue: Catalogue) -> None:
    bare = folded(TEA)
    assert keep(catalogue, bare).refused.typed == bare
    assert keep(catalogue, TEA, minutes=5).refused.typed == TEA
    assert keep(catalogue, bare, minutes=10).refused == refused(TEA)


def test_a_page_that_is_loaded_again_does_not_count(catalogue: Catalogue) -> None:
    keep(catalogue)
    assert keep(catalogue, minutes=0.9).asked == 1
    assert keep(catalogue, minutes=1.1).asked == 2


def test_open_questions_are_listed_by_how_often_they_are_asked(catalogue: Catalogue) -> None:
    keep(catalogue, "Một?")
    keep(catalogue, "Hai?", minutes=1)
    keep(catalogue, "Ba?", minutes=2)
    keep(catalogue, "Một?", minutes=3)
    assert listed(catalogue, State.OPEN) == ["Một?", "Ba?", "Hai?"]
    with catalogue.read() as connection:
        second = list_unanswered(connection, State.OPEN, limit=1, offset=1)
    assert [entry.refused.question for entry in second] == ["Ba?"]


def test_each_state_has_its_list(catalogue: Catalogue) -> None:
    ids = [keep(catalogue, question).id for question in ("Một?", "Hai?", "Ba?")]
    with catalogue.write() as connection:
        assert note_answered(connection, ids[0], None)
        assert dismiss(connection, ids[1]).state is State.DISMISSED
    assert {state: listed(catalogue, state) for state in State} == {
        State.ANSWERED: ["Một?"],
        State.DISMISSED: ["Hai?"],
        State.OPEN: ["Ba?"],
    }
    with catalogue.write() as connection:
        assert dismiss(connection, ids[1], back=True).state is State.OPEN
        assert [count_unanswered(connection, state) for state in State] == [2, 1, 0]


def test_what_was_answered_since_a_time_can_be_asked_for(catalogue: Catalogue) -> None:
    entry = keep(catalogue)
    before = now()
    with catalogue.write() as connection:
        note_answered(connection, entry.id, None)
        after = get_unanswered(connection, entry.id).answered_at or ""
    assert (listed(catalogue, since=after), before <= after) == ([], True)
    assert listed(catalogue, State.ANSWERED, since=MORNING.isoformat()) == [TEA]


def test_a_person_who_dismissed_a_question_is_heeded_when_it_is_asked_or_answered(catalogue: Catalogue) -> None:
    entry = keep(catalogue)
    with catalogue.write() as connection:
        dismiss(connection, entry.id)
    assert keep(catalogue, minutes=9).state is State.DISMISSED
    with catalogue.write() as connection:
        note_answered(connection, entry.id, None)
        assert get_unanswered(connection, entry.id).state is State.DISMISSED
        assert dismiss(connection, entry.id, back=True).state is State.ANSWERED


def test_a_question_that_had_an_answer_and_has_none_again_is_open(catalogue: Catalogue) -> None:
    entry = keep(catalogue)
    with catalogue.write() as connection:
        note_answered(connection, entry.id, "tai-lieu")
        assert not is_open(connection, entry.id)
        assert not note_answered(connection, entry.id, "khac")
        assert get_unanswered(connection, entry.id).answered_by == "tai-lieu"
    assert keep(catalogue, minutes=5).state is State.OPEN


def test_each_question_is_tried_once_for_every_state(catalogue: Catalogue) -> None:
    for n in range(3):
        keep(catalogue, f"Câu {n}?", tried="1/")
    with catalogue.write() as connection:
        assert (count_untried(connection, "1/"), count_untried(connection, "2/")) == (0, 3)
        assert next_untried(connection, "1/") is None
        tried = []
        while (entry := next_untried(connection, "2/")) is not None:
            tried.append(entry.refused.question)
            note_refused(connection, entry.id, refused("khác", Reason.YEAR, "gan"), "2/")
        assert sorted(tried) == ["Câu 0?", "Câu 1?", "Câu 2?"]
        after = list_unanswered(connection)
        assert {(e.refused.reason, e.refused.nearest, e.asked) for e in after} == {(Reason.YEAR, "gan", 1)}
        assert {e.refused.question for e in after} == set(tried), "trying again changes no words"


def test_answered_dismissed_and_impossible_questions_are_not_tried(catalogue: Catalogue) -> None:
    ids = [keep(catalogue, question).id for question in ("Một?", "Hai?", "Ba?")]
    with catalogue.write() as connection:
        note_answered(connection, ids[0], None)
        dismiss(connection, ids[1])
        note_tried(connection, ids[2], "7/")
        assert next_untried(connection, "7/") is None
        assert count_untried(connection, "8/") == 1


def test_what_answers_rest_on_changes_with_documents_and_with_the_rules_for_facts(catalogue: Catalogue) -> None:
    def state() -> str:
        with catalogue.read() as connection:
            return state_of_answers(connection)

    states = [state()]
    with catalogue.write() as connection:
        publish(connection, "một", ["Một."])
    states.append(state())
    with catalogue.write() as connection:
        set_meta(connection, "extractor", "2")
    states.append(state())
    assert len(set(states)) == 3
    keep(catalogue)
    assert state() == states[-1], "keeping a question is no change"


@pytest.mark.parametrize("for_good", [False, True])
def test_a_question_is_open_again_when_its_document_is_deleted(catalogue: Catalogue, for_good: bool) -> None:
    document = bytes_named("còn")[:16]
    entry, other = keep(catalogue), keep(catalogue, "Khác?")
    with catalogue.write() as connection:
        publish(connection, "còn", ["Một."])
        note_answered(connection, entry.id, document)
        note_answered(connection, other.id, None)
        assert reopen(connection) == 0
        withdraw(connection, document, now())
        if for_good:
            forget(connection, [document])
        assert reopen(connection) == 1
        assert get_unanswered(connection, entry.id).state is State.OPEN
        assert get_unanswered(connection, other.id).state is State.ANSWERED
        if not for_good:
            bring_back(connection, document)
            assert get_unanswered(connection, entry.id).state is State.OPEN, "until it is tried again"


def test_the_list_keeps_its_size_and_lets_go_of_what_matters_least(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refusals, "MOST_KEPT", 4)
    ids = [keep(catalogue, f"Câu {n}?", minutes=n).id for n in range(4)]
    with catalogue.write() as connection:
        dismiss(connection, ids[3])
        note_answered(connection, ids[2], None)
    gone = []
    for n in range(4, 8):
        before = set(listed(catalogue))
        keep(catalogue, f"Câu {n}?", minutes=n)
        gone += sorted(before - set(listed(catalogue)))
    assert gone == ["Câu 3?", "Câu 2?", "Câu 0?", "Câu 1?"]


def test_a_question_can_be_taken_out_for_good(catalogue: Catalogue) -> None:
    entry = keep(catalogue)
    with catalogue.write() as connection:
        forget_question(connection, entry.id)
        for act in (get_unanswered, dismiss, forget_question):
            with pytest.raises(NotFound):
                act(connection, entry.id)
    assert listed(catalogue) == []
