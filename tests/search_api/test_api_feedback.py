"""Feedback over HTTP: kept with name and time, the latest first."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.search_api.apps import RunningApp
from tests.search_api.shape import assert_error_shape


def test_words_are_kept_with_name_and_time_the_latest_first(run_app: Callable[..., RunningApp]) -> None:
    app = run_app()
    first = app.http.post(
        "/api/feedback", json={"text": " Thiếu Kế hoạch 15. ", "by": "Lò  Thị Én", "about": "/?q=chè"}
    )
    assert first.status_code == 201
    kept = first.json()
    assert (kept["text"], kept["by"], kept["about"]) == ("Thiếu Kế hoạch 15.", "Lò Thị Én", "/?q=chè")
    second = app.http.post("/api/feedback", json={"text": "Dòng một\ndòng hai"}).json()
    listed = app.http.get("/api/feedback").json()
    assert listed["total"] == 2
    assert sorted(listed["feedback"], key=lambda said: said["id"]) == sorted(
        [kept, second], key=lambda said: said["id"]
    )
    assert [said["at"] for said in listed["feedback"]] == sorted([kept["at"], second["at"]], reverse=True)


@pytest.mark.parametrize(
    "said",
    [{}, {"text": ""}, {"text": " "}, {"text": "x" * 4001}, {"text": "x", "by": "x" * 81}, {"text": "x", "other": 1}],
)
def test_what_is_no_feedback_is_refused(app: RunningApp, said: dict[str, Any]) -> None:
    assert_error_shape(app.http.post("/api/feedback", json=said), 400, "invalid_request")


def test_a_verdict_needs_no_words_can_be_changed_and_taken_back(app: RunningApp) -> None:
    about = "Phí gửi xe ở chợ Tân Long là bao nhiêu?"
    first = app.http.post("/api/feedback", json={"verdict": "up", "about": about}).json()
    assert (first["verdict"], first["reason"], first["text"]) == ("up", None, "")
    said = {"verdict": "down", "reason": "figure", "text": "Là 7.350 đồng", "about": about, "replaces": first["id"]}
    second = app.http.post("/api/feedback", json=said).json()
    ours = [kept for kept in app.http.get("/api/feedback").json()["feedback"] if kept["about"] == about]
    assert ours == [second]
    assert (second["verdict"], second["reason"]) == ("down", "figure")
    again = app.http.post("/api/feedback", json={**said, "replaces": first["id"]})  # it has gone meanwhile
    assert again.status_code == 201
    for kept in (second, again.json()):
        assert app.http.delete(f"/api/feedback/{kept['id']}").json() == kept
    assert_error_shape(app.http.delete(f"/api/feedback/{second['id']}"), 404, "not_found")


@pytest.mark.parametrize(
    "said",
    [
        {"verdict": "sideways"},
        {"verdict": "up", "reason": "figure"},
        {"reason": "figure", "text": "x"},
        {"verdict": "down", "reason": "taste"},
    ],
)
def test_what_is_no_verdict_is_refused(app: RunningApp, said: dict[str, Any]) -> None:
    assert_error_shape(app.http.post("/api/feedback", json=said), 400, "invalid_request")
