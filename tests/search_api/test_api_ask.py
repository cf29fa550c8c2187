"""POST /api/ask on a real server with the samples."""

import re
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.servers import Server

ANSWERED = "Đến năm 2025 Lạc Giang phấn đấu kinh tế số chiếm khoảng bao nhiêu phần trăm GRDP?"
UNKNOWN = "Giá vé tàu điện ngầm từ nhà ga Kim Liên là bao nhiêu?"
QUESTIONS = [
    ANSWERED,
    "Diễn tập thực chiến an toàn thông tin năm 2024 do sở nào chủ trì?",
    "Nền tảng LGSP phải hoàn thành trong quý mấy theo kế hoạch năm 2022?",
    "Nghị quyết 25 áp dụng cho những đối tượng nào?",
    UNKNOWN,
]


def _without_time(answer: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in answer.items() if name != "took_ms"}


def test_an_answer_says_what_was_asked_and_proves_itself(server: Server) -> None:
    got = server.ask(ANSWERED)
    assert got.keys() >= {
        "question",
        "read_as",
        "status",
        "kind",
        "answer",
        "facts",
        "conflicts",
        "citations",
        "took_ms",
    }
    assert (got["question"], got["status"], got["kind"]) == (ANSWERED, "answered", "target")
    assert "30%" in got["answer"]
    assert "30%" in got["citations"][0]["quote"]
    assert got["took_ms"] > 0


def test_what_is_not_in_the_documents_is_not_answered_but_the_nearest_is_shown(server: Server) -> None:
    got = server.ask(UNKNOWN)
    assert (got["status"], got["answer"]) == ("not_found", None)
    assert got["citations"]


@pytest.mark.parametrize("question", QUESTIONS)
def test_citations_are_whole_and_numbered_and_those_named_in_the_answer_are_there(
    server: Server, question: str
) -> None:
    got = server.ask(question)
    citations = got["citations"]
    assert [citation["n"] for citation in citations] == list(range(1, len(citations) + 1))
    assert {int(n) for n in re.findall(r"\[(\d+)\]", got["answer"] or "")} <= {c["n"] for c in citations}
    assert bool(re.search(r"\[1\]", got["answer"] or "")) == (got["status"] == "answered")
    assert len({(c["document"]["id"], c["start"], c["end"]) for c in citations}) == len(citations), "each cited once"
    for citation in citations:
        assert citation.keys() >= {
            "n", "document", "passage_id", "heading", "page", "start", "end", "quote", "highlights", "segments",
        }  # fmt: skip
        assert citation["document"].keys() >= {
            "id", "symbol", "title", "doc_type", "issuer", "issued_on", "file_name", "version", "sample",
        }  # fmt: skip


def test_a_citation_of_a_pdf_names_its_page(server: Server) -> None:
    pages = [c["page"] for c in server.ask(ANSWERED)["citations"] if c["document"]["file_name"].endswith(".pdf")]
    assert pages
    assert all(isinstance(page, int) and page >= 1 for page in pages)


def test_the_same_question_has_the_same_answer(server: Server) -> None:
    assert _without_time(server.ask(ANSWERED)) == _without_time(server.ask(ANSWERED))


@pytest.mark.parametrize("form", ["NFD", "NFKD"])
def test_letters_and_marks_sent_apart_are_the_same_question(server: Server, form: Any) -> None:
    typed = unicodedata.normalize(form, ANSWERED)
    assert typed != ANSWERED
    assert _without_time(server.ask(typed)) == _without_time(server.ask(ANSWERED))


def test_white_space_and_invisible_characters_change_nothing(server: Server) -> None:
    typed = "\u200b  " + ANSWERED.replace(" ", "\u00a0 \n").replace("kinh tế", "kinh\u200d tế")
    assert _without_time(server.ask(typed)) == _without_time(server.ask(ANSWERED))


@pytest.mark.parametrize(
    ("filters", "files"),
    [
        ({"doc_type": ["kế hoạch"], "year": [2022]}, {"58-KH-UBND-2022.pdf"}),
        ({"year": [2021], "issuer": ["Hội đồng nhân dân thành phố Lạc Giang"]}, {"25-2021-NQ-HDND.docx"}),
        ({"doc_type": []}, None),
        ({}, None),
    ],
)
def test_filters_leave_only_documents_that_match(server: Server, filters: Any, files: set[str] | None) -> None:
    cited = {
        c["document"]["file_name"]
        for c in server.ask("kinh tế số đến năm 2025 bao nhiêu phần trăm?", filters=filters)["citations"]
    }
    assert cited
    assert cited == files if files else len(cited) > 1


@pytest.mark.parametrize(
    "question",
    ["So sánh tỷ trọng kinh tế số năm 2025 và năm 2030?", "Cơ quan nào chủ trì phát triển kinh tế số của thành phố?"],
)
def test_what_is_searched_again_stays_within_the_filters(server: Server, question: str) -> None:
    found = server.ask(question, filters={"doc_type": ["kế hoạch"], "year": [2022]})["citations"]
    assert {c["document"]["file_name"] for c in found} == {"58-KH-UBND-2022.pdf"}


def test_a_filter_that_matches_nothing_finds_nothing(server: Server) -> None:
    got = server.ask(ANSWERED, filters={"year": [1999]})
    assert (got["status"], got["citations"]) == ("not_found", [])


def test_as_typed_and_the_previous_question_may_be_sent(server: Server) -> None:
    assert server.ask(ANSWERED, as_typed=True, previous=UNKNOWN)["status"] == "answered"


def test_questions_at_once_get_their_own_answers(server: Server) -> None:
    expected = [_without_time(server.ask(question)) for question in QUESTIONS]
    with ThreadPoolExecutor(8) as pool:
        at_once = list(pool.map(lambda question: _without_time(server.ask(question)), QUESTIONS * 6))
    assert at_once == expected * 6
