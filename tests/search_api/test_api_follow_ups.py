"""Questions that follow up another, asked of a server: over the samples they are answered as the whole question typed out is."""

import csv
from pathlib import Path
from typing import Any

import httpx
import pytest

from search_api.reading.reader import LONGEST_QUESTION
from tests.servers import Server

AIM = "Đến năm 2030 Lạc Giang phấn đấu quy mô kinh tế số tối thiểu bao nhiêu phần trăm GRDP?"
with (Path(__file__).parent / "follow_ups_of_samples.tsv").open(encoding="utf-8", newline="") as file:
    PAIRS = [(row["previous"], row["question"], row["whole"]) for row in csv.DictReader(file, delimiter="\t")]


def _first(answer: dict[str, Any]) -> tuple[str, str, int]:
    citation = answer["citations"][0]
    return answer["status"], citation["document"]["id"], citation["start"]


@pytest.mark.parametrize(("previous", "question", "whole"), PAIRS)
def test_a_follow_up_is_answered_as_the_whole_question(
    server: Server, previous: str, question: str, whole: str
) -> None:
    got = server.ask(question, previous=previous)
    assert (got["question"], got["follows"]["question"]) == (question, previous)
    assert _first(got) == _first(server.ask(whole))


def test_the_page_may_go_on_from_what_was_asked(server: Server) -> None:
    asked = server.ask("còn năm 2045?", previous=AIM)["follows"]["asked"]
    assert asked == AIM.replace("2030", "2045")
    assert server.ask("thế cả nước?", previous=asked)["follows"] == {
        "question": asked, "asked": asked.replace("Lạc Giang", "cả nước"),
    }  # fmt: skip


def test_a_question_of_its_own_is_answered_as_if_nothing_had_been_asked_before(server: Server) -> None:
    question = "Diễn tập thực chiến an toàn thông tin năm 2024 do sở nào chủ trì?"
    alone, after = server.ask(question), server.ask(question, previous=AIM)
    assert after["follows"] is None
    assert {**after, "took_ms": 0} == {**alone, "took_ms": 0}


@pytest.mark.parametrize("previous", [None, "", "  "])
def test_without_a_question_before_it_nothing_is_followed_up(server: Server, previous: str | None) -> None:
    assert server.ask("còn năm 2045?", previous=previous)["follows"] is None


def test_a_previous_question_that_is_too_long_is_an_error_like_any_other(server: Server) -> None:
    body = {"question": "còn năm 2045?", "previous": "chè " * LONGEST_QUESTION}
    response = httpx.post(f"{server.url}/api/ask", json=body, timeout=60)
    assert response.is_client_error
    assert str(LONGEST_QUESTION) in response.json()["error"]["message"]
