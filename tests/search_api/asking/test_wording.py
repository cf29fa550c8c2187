"""Tasks in words: nobody is said to lead who does not."""

import pytest

from corpus.facts import Assignment
from search_api.asking.wording import assignment_words, fitting_fact
from search_api.types import Kind
from tests.search_api.asking.units import fact


@pytest.mark.parametrize(
    ("task", "words"),
    [
        ("chủ trì, lập danh mục bến", "Sở Xây dựng chủ trì, lập danh mục bến"),
        ("lập danh mục bến", "Sở Xây dựng lập danh mục bến"),  # goes on with its sentence
        ("Lập danh mục bến", "Sở Xây dựng chủ trì: Lập danh mục bến"),  # stands by itself, as in a table
        ("Phối hợp kiểm tra bến", "Sở Xây dựng phối hợp kiểm tra bến"),
        ("có trách nhiệm sơn lại bến", "Sở Xây dựng có trách nhiệm sơn lại bến"),
    ],
)
def test_a_body_is_said_to_do_what_its_task_says(task: str, words: str) -> None:
    assert assignment_words(Assignment(task, ("Sở Xây dựng",)), 300) == words


def test_partners_are_named_once() -> None:
    task = Assignment("phối hợp với Công an tỉnh kiểm tra bến", ("Sở Xây dựng",), ("Công an tỉnh",))
    assert assignment_words(task, 300) == "Sở Xây dựng phối hợp với Công an tỉnh kiểm tra bến"


def test_a_duty_of_everybody_is_not_put_into_words_as_who_leads() -> None:
    text = "Các sở, ngành lập danh mục bến."
    everybody = fact(text, Assignment("lập danh mục bến", ("Các sở", "các ngành")), lead="Các sở, ngành")
    assert fitting_fact(Kind.LEAD_AGENCY, (), [everybody]) is None
    assert fitting_fact(Kind.DEADLINE, (), [everybody]) is None
    one = fact(text, Assignment("lập danh mục bến", ("Sở Xây dựng",)))
    assert fitting_fact(Kind.LEAD_AGENCY, (), [everybody, one]) is one
