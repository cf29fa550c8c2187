"""/api/unanswered: what was refused is listed, with what a person does to it, and as a file; and what is not listed."""

import csv
import io
import time
from typing import Any

import pytest

from search_api.client import RemoteClient
from search_api.evaluation.asking import ask_all
from search_api.evaluation.gold import Question
from tests.search_api.apps import RunningApp
from tests.search_api.shape import assert_error_shape

_PATIENCE = 20  # seconds
STRANGE = "Cách nấu phở bò ngon tại nhà là gì?"


@pytest.fixture(autouse=True)
def empty(app: RunningApp) -> None:
    """The list is empty before each test."""
    app.app.state.service.unanswered.write()
    for entry in page(app, limit=500)["questions"]:
        app.http.delete(f"/api/unanswered/{entry['id']}").raise_for_status()


def ask(app: RunningApp, question: str, **more: Any) -> Any:
    """The answer to a question."""
    return app.http.post("/api/ask", json={"question": question, **more}).raise_for_status().json()


def page(app: RunningApp, **wanted: Any) -> Any:
    """A page of the list."""
    return app.http.get("/api/unanswered", params=wanted).raise_for_status().json()


def kept(app: RunningApp, *questions: str) -> list[Any]:
    """The list once these questions, and no others, stand in it."""
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        found = page(app)["questions"]
        if sorted(entry["question"] for entry in found) == sorted(questions):
            return list(found)
        time.sleep(0.02)
    raise AssertionError(page(app))


def test_a_refused_question_is_listed_with_the_reason_and_the_nearest_document(app: RunningApp) -> None:
    answer = ask(app, STRANGE)
    assert (answer["status"], answer["kept"]) == ("not_found", True)
    (entry,) = kept(app, STRANGE)
    assert (entry["state"], entry["asked"], entry["typed"]) == ("open", 1, STRANGE)
    assert entry["why"]
    assert entry["nearest"]["id"] == answer["citations"][0]["document"]["id"]
    assert entry["first_at"] == entry["last_at"]
    assert (entry["answered_at"], entry["answered_by"], entry["dismissed_at"]) == (None, None, None)
    counts = page(app, state="open")
    assert (counts["total"], counts["open"], counts["answered"], counts["dismissed"]) == (1, 1, 0, 0)


def test_what_is_narrowed_measured_searched_or_answered_is_not_listed(app: RunningApp) -> None:
    assert not ask(app, STRANGE, filters={"year": [2001]})["kept"]
    assert not ask(app, STRANGE, keep=False)["kept"]
    app.http.get("/api/search", params={"q": STRANGE}).raise_for_status()
    assert not ask(app, "???")["kept"]
    ask(app, "Ai làm bánh cuốn ngon nhất phố?")
    kept(app, "Ai làm bánh cuốn ngon nhất phố?")


def test_an_evaluation_fills_no_list(app: RunningApp) -> None:
    with RemoteClient(app.url) as client:
        made = ask_all(
            client, "gold", [Question("la", STRANGE, "unanswerable", "accented", (), (), ())], False, lambda *_: None
        )
    assert [reply.answered for reply in made.replies] == [False]
    assert ask(app, "Ai làm bánh cuốn ngon nhất phố?")["kept"]
    kept(app, "Ai làm bánh cuốn ngon nhất phố?")


def test_an_empty_list_is_a_list(app: RunningApp) -> None:
    assert page(app) == {"total": 0, "open": 0, "answered": 0, "dismissed": 0, "waiting": 0, "questions": []}


def test_dismissing_is_taken_back_and_forgetting_is_not(app: RunningApp) -> None:
    ask(app, STRANGE)
    (entry,) = kept(app, STRANGE)
    of = f"/api/unanswered/{entry['id']}"
    assert app.http.post(f"{of}/dismiss").json()["state"] == "dismissed"
    assert (page(app, state="open")["questions"], page(app, state="dismissed")["total"]) == ([], 1)
    assert app.http.post(f"{of}/restore").json()["state"] == "open"
    assert app.http.post(f"{of}/retry").json()["state"] == "open"
    assert page(app)["questions"][0]["asked"] == 1, "trying again is no asking"
    assert app.http.delete(of).json()["total"] == 0
    for method, path in (("DELETE", of), *(("POST", f"{of}/{act}") for act in ("dismiss", "restore", "retry"))):
        assert_error_shape(app.http.request(method, path), 404, "not_found", "câu hỏi")


def test_a_document_that_is_deleted_is_not_named(app: RunningApp) -> None:
    ask(app, STRANGE)
    (entry,) = kept(app, STRANGE)
    document = f"/api/documents/{entry['nearest']['id']}"
    app.http.delete(document).raise_for_status()
    assert page(app)["questions"][0]["nearest"] is None
    app.http.post(f"{document}/restore").raise_for_status()
    assert page(app)["questions"][0]["nearest"] == entry["nearest"]


@pytest.mark.parametrize(
    "wanted",
    [
        {"state": "gone"},
        {"limit": 0},
        {"limit": 5001},
        {"offset": -1},
        {"since": "hôm qua"},
        {"format": "pdf"},
        {"q": "x"},
    ],
)
def test_a_wish_that_makes_no_sense_is_refused(app: RunningApp, wanted: dict[str, Any]) -> None:
    assert_error_shape(app.http.get("/api/unanswered", params=wanted), 400, "invalid_request")


def test_the_file_is_a_table_that_spreadsheets_open_without_computing(app: RunningApp) -> None:
    odd = "=HYPERLINK(1) cách nấu, “phở”?"
    ask(app, odd)
    ask(app, STRANGE)
    kept(app, odd, STRANGE)
    response = app.http.get("/api/unanswered", params={"format": "csv", "state": "open"})
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert "unanswered-" in response.headers["content-disposition"]
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert sorted(row["Câu hỏi"] for row in rows) == sorted([f"'{odd}", STRANGE])
    assert {(row["Số lần hỏi"], row["Tình trạng"], row["Có lời đáp từ"]) for row in rows} == {
        ("1", "chưa có lời đáp", "")
    }
    assert all(row["Vì sao"] and row["Văn bản gần nhất"] for row in rows)
