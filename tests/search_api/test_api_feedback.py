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
    "said", [{}, {"text": ""}, {"text": "x" * 4001}, {"text": "x", "by": "x" * 81}, {"text": "x", "other": 1}]
)
def test_what_is_no_feedback_is_refused(app: RunningApp, said: dict[str, Any]) -> None:
    assert_error_shape(app.http.post("/api/feedback", json=said), 400, "invalid_request")
