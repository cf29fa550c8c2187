"""Versions of a document over HTTP, and what changed from one to another."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.search_api.apps import RunningApp
from tests.search_api.shape import assert_error_shape
from tests.search_api.small_corpus import NOTICE, PROGRAMME, add_texts

NEWER = PROGRAMME.replace("4.500 ha", "4.800 ha").replace("Sở Khoa học và Công nghệ", "Sở Công thương")
NEWEST = NEWER.replace("đạt 35%", "đạt 38%")


@pytest.fixture
def versioned(run_app: Callable[..., RunningApp]) -> tuple[RunningApp, str]:
    """The programme in three versions."""
    app = run_app()
    (id_,) = add_texts(app.store, {"ct.md": PROGRAMME})
    add_texts(app.store, {"ct-sua.md": NEWER}, replaces=id_)
    add_texts(app.store, {"ct-sua-2.md": NEWEST}, replaces=id_)
    return app, id_


def _words(segments: list[dict[str, Any]], *, marked: bool = False) -> str:
    return "".join(segment["text"] for segment in segments if segment["mark"] or not marked)


def test_versions_are_listed_oldest_first_and_the_live_one_is_named(versioned: tuple[RunningApp, str]) -> None:
    app, id_ = versioned
    listed = app.http.get(f"/api/documents/{id_}/versions").json()["versions"]
    assert [(v["number"], v["file_name"], v["live"]) for v in listed] == [
        (1, "ct.md", False),
        (2, "ct-sua.md", False),
        (3, "ct-sua-2.md", True),
    ]
    assert [v["published_at"] for v in listed] == sorted(v["published_at"] for v in listed)
    assert app.http.get(f"/api/documents/{id_}").json()["versions"] == 3


def test_reading_again_makes_no_version_and_no_version_newer(versioned: tuple[RunningApp, str]) -> None:
    app, id_ = versioned
    before = app.http.get(f"/api/documents/{id_}/versions").json()
    assert app.http.post(f"/api/documents/{id_}/reread").status_code == 202
    assert app.http.get("/api/jobs", params={"active": True}).json() == {"jobs": []}
    assert app.http.get(f"/api/documents/{id_}/versions").json() == before


def test_what_changed_since_the_version_before_figures_first(versioned: tuple[RunningApp, str]) -> None:
    app, id_ = versioned
    found = app.http.get(f"/api/documents/{id_}/changes").json()
    assert (found["before"], found["after"], found["total"], found["figures"]) == (2, 3, 1, 1)
    (change,) = found["changes"]
    assert (change["kind"], change["figures"]) == ("changed", True)
    assert _words(change["before"], marked=True) == "35%."
    assert _words(change["after"], marked=True) == "38%."
    text = app.http.get(f"/api/documents/{id_}/text").json()["text"]
    assert text[change["start"] : change["end"]] == _words(change["after"])

    found = app.http.get(f"/api/documents/{id_}/changes", params={"before": 1, "after": 2}).json()
    assert [change["figures"] for change in found["changes"]] == [True, False]
    assert "Sở Công thương" in _words(found["changes"][1]["after"])


def test_the_other_way_round_the_sides_change_places(versioned: tuple[RunningApp, str]) -> None:
    app, id_ = versioned
    there, back = (
        app.http.get(f"/api/documents/{id_}/changes", params={"before": b, "after": a}).json()["changes"]
        for b, a in ((1, 3), (3, 1))
    )
    assert [(c["before"], c["after"]) for c in there] == [(c["after"], c["before"]) for c in back]
    same = app.http.get(f"/api/documents/{id_}/changes", params={"before": 2, "after": 2}).json()
    assert (same["total"], same["changes"]) == (0, [])


def test_after_going_back_the_live_version_is_compared_with_the_last_of_the_others(
    versioned: tuple[RunningApp, str],
) -> None:
    app, id_ = versioned
    assert add_texts(app.store, {"ct.md": PROGRAMME}, replaces=id_) == [id_]
    assert [v["live"] for v in app.http.get(f"/api/documents/{id_}/versions").json()["versions"]] == [
        True,
        False,
        False,
    ]
    found = app.http.get(f"/api/documents/{id_}/changes").json()
    assert (found["before"], found["after"], found["total"]) == (3, 1, 3)


@pytest.mark.parametrize("asked", [{"before": 9}, {"after": 4}, {"before": 1, "after": 7}])
def test_a_version_that_is_not_there_is_named(versioned: tuple[RunningApp, str], asked: dict[str, int]) -> None:
    app, id_ = versioned
    named = max(asked.values())
    assert_error_shape(
        app.http.get(f"/api/documents/{id_}/changes", params=asked), 404, "not_found", f"phiên bản {named}"
    )


def test_a_document_with_one_version_has_none_before(run_app: Callable[..., RunningApp]) -> None:
    app = run_app()
    (id_,) = add_texts(app.store, {"tb.md": NOTICE})
    assert_error_shape(app.http.get(f"/api/documents/{id_}/changes"), 404, "not_found", "phiên bản trước")
    for path in ("versions", "changes"):
        assert_error_shape(app.http.get(f"/api/documents/none/{path}"), 404, "not_found", "văn bản none")
