"""corpus.errors and corpus.messages: every error says in Vietnamese what happened, and keeps itself across processes."""

import pickle
import re
from collections.abc import Iterator
from string import Formatter

import pytest

from corpus import errors
from corpus.errors import CancuError
from corpus.messages import MESSAGES, STAGES
from corpus.types import Stage


def below(cls: type[CancuError]) -> Iterator[type[CancuError]]:
    """All classes under a class."""
    for child in cls.__subclasses__():
        if child.__module__ == errors.__name__:
            yield child
            yield from below(child)


ALL = list(below(CancuError))
LEAVES = [cls for cls in ALL if not cls.__subclasses__()]


@pytest.mark.parametrize("cls", LEAVES)
def test_every_error_has_code_message_status_and_detail(cls: type[CancuError]) -> None:
    error = cls("chi tiết {0} 100%")
    assert error.detail == "chi tiết {0} 100%"
    assert error.message == str(error) == MESSAGES[error.code].replace("{detail}", error.detail)
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", error.code)
    assert len(error.code) <= 32  # the width of jobs.error_code
    assert 400 <= error.status < 600


@pytest.mark.parametrize("cls", LEAVES)
def test_an_error_is_the_same_after_a_journey_between_processes(cls: type[CancuError]) -> None:
    error = cls("thư mục “dữ liệu”")
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is cls
    assert (again.detail, again.message, again.code, again.args) == (
        error.detail,
        error.message,
        error.code,
        error.args,
    )


def test_every_message_has_an_error_and_every_error_a_message_of_its_own() -> None:
    assert {cls().code for cls in LEAVES} | {"internal_error"} == set(MESSAGES)
    assert len({cls().code for cls in LEAVES}) == len(LEAVES)


@pytest.mark.parametrize("message", MESSAGES.values())
def test_a_message_is_a_sentence_and_names_nothing_but_the_detail(message: str) -> None:
    assert {field for _, field, _, _ in Formatter().parse(message) if field is not None} <= {"detail"}
    assert message[0].isupper()
    assert message == message.strip()
    assert not re.search(r"[a-z]+_[a-z]+", message)


def test_the_tree_in_the_docstring_is_the_tree_of_the_classes() -> None:
    tree = str(errors.__doc__).split("\n\n", 1)[1]
    assert set(re.findall(r"\b[A-Z]\w+", tree)) == {CancuError.__name__, *(cls.__name__ for cls in ALL)}
    for branch in (cls for cls in ALL if CancuError in cls.__bases__):
        part = tree.split(branch.__name__)[1].split("  x ")[0]
        assert all(leaf.__name__ in part for leaf in below(branch))


def test_statuses_say_whose_turn_it_is() -> None:
    assert errors.DamagedDocument().status == 422
    assert errors.NotFound().status == 404
    assert errors.IndexUnavailable().status == 503
    assert errors.EncoderMissing().status == 500


def test_every_stage_of_a_job_has_a_name() -> None:
    assert set(STAGES) == set(Stage)
