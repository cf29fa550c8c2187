"""Facts over HTTP: the contract, filters and counts, and what people say of facts."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.search_api.apps import RunningApp
from tests.search_api.shape import assert_error_shape
from tests.search_api.small_corpus import FILES, PROGRAMME, REPORT, add_texts

TARGET = {"status", "indicator", "comparator", "value", "unit", "base", "scope", "year"}
ASSIGNMENT = {"task", "lead", "coordinate", "lead_canonical", "deadline", "deadline_date", "product"}
CITATION = {"n", "document", "passage_id", "heading", "page", "start", "end", "quote", "highlights", "segments"}
DEEP = "Tỷ lệ chè được chế biến sâu"
BY = {"by": "Lò Thị Én"}


@pytest.fixture
def own(run_app: Callable[..., RunningApp]) -> RunningApp:
    """The small documents, for a test that changes something."""
    app = run_app()
    add_texts(app.store, FILES)
    return app


def ask(app: RunningApp, **wanted: Any) -> Any:
    response = app.http.get("/api/facts", params=wanted)
    assert response.status_code == 200, response.text
    return response.json()


def facts(app: RunningApp, **wanted: Any) -> list[Any]:
    found: list[Any] = ask(app, **wanted)["facts"]
    return found


def deep(app: RunningApp) -> Any:
    """The target of 35 %."""
    (fact,) = facts(app, kind="target", status="target", q="chế biến sâu", verdict="all")
    return fact


def counts(found: Any, facet: str) -> dict[str, int]:
    return {entry["value"]: entry["count"] for entry in found["facets"][facet]}


def test_a_fact_is_flat_with_its_slots_its_name_and_its_citation(app: RunningApp) -> None:
    fact = deep(app)
    assert fact.keys() >= {"id", "kind", *TARGET, *CITATION}
    assert (fact["kind"], fact["status"], fact["comparator"], fact["value"], fact["unit"], fact["year"]) == (
        "target",
        "target",
        "=",
        35,
        "%",
        2025,
    )
    assert fact["document"]["symbol"] == "12-CTr/TU" and "MỤC TIÊU" in " ".join(fact["heading"])
    (first, *_) = facts(app, kind="assignment")
    assert first.keys() >= {"id", "kind", *ASSIGNMENT, *CITATION}


def test_every_quote_is_the_text_of_its_span_and_marks_lie_within(app: RunningApp) -> None:
    found = facts(app, limit=100)
    assert len(found) >= 8
    for fact in found:
        span = {"start": fact["start"], "end": fact["end"]}
        assert (
            app.http.get(f"/api/documents/{fact['document']['id']}/text", params=span).json()["text"] == fact["quote"]
        )
        assert "".join(segment["text"] for segment in fact["segments"]) == fact["quote"]
        assert all(fact["start"] <= start < end <= fact["end"] for start, end in fact["highlights"])
        assert app.http.get(f"/api/facts/{fact['id']}").json() == {**fact, "n": 1}


@pytest.mark.parametrize("name", ["12-CTr/TU", "12-ctr/tu", "12-CTr-TU-2022.md", "12-ctr-tu-2022.MD"])
def test_a_document_is_named_by_symbol_or_file_name_or_id(app: RunningApp, name: str) -> None:
    by_name = facts(app, document=name)
    assert {fact["document"]["file_name"] for fact in by_name} == {"12-CTr-TU-2022.md"}
    assert facts(app, document=by_name[0]["document"]["id"]) == by_name


def test_what_is_not_there_is_nothing_and_no_error(app: RunningApp) -> None:
    found = ask(app, document="99-KH/TU", kind="target")
    assert (found["total"], found["facts"]) == (0, [])
    assert counts(found, "document") != {}  # the others can still be chosen


def test_filters_narrow_and_counts_are_those_of_the_other_filters(app: RunningApp) -> None:
    found = ask(app, kind="target", status="result")
    assert {fact["status"] for fact in found["facts"]} == {"result"}
    status = counts(found, "status")
    assert status["result"] == found["total"] and status["target"] == ask(app, kind="target", status="target")["total"]
    assert counts(found, "kind") == {"target": found["total"]}
    both = ask(app, year=["2023", "2025"], kind="target")
    assert both["total"] == sum(ask(app, year=year, kind="target")["total"] for year in ("2023", "2025"))


@pytest.mark.parametrize("typed", ["Sở Khoa học và Công nghệ", "so khoa hoc va cong nghe", "Sở KH&CN"])
def test_a_body_is_found_as_people_type_it(app: RunningApp, typed: str) -> None:
    (fact,) = facts(app, agency=typed)
    assert fact["lead_canonical"] == ["Sở Khoa học và Công nghệ"] and fact["deadline_date"] == "2023-12-31"


@pytest.mark.parametrize("typed", ["che bien sau", "chế biến sâu", "CHẾ BIẾN SÂU", "ty le che bien", "sâu 35"])
def test_words_are_found_with_and_without_marks(app: RunningApp, typed: str) -> None:
    assert deep(app)["id"] in {fact["id"] for fact in facts(app, q=typed)}


def test_a_mark_that_is_typed_counts(app: RunningApp) -> None:
    assert facts(app, q="chế biến sấu") == []


def test_deadlines_are_told_by_the_day(app: RunningApp) -> None:
    found = ask(app, kind="assignment")
    assert {fact["deadline_state"] for fact in found["facts"]} == {"overdue"}
    assert counts(found, "deadline") == {"overdue": 2}
    due = facts(app, due_from="2023-06-30", due_to="2023-06-30")
    assert [fact["deadline_date"] for fact in due] == ["2023-06-30"]
    assert [f["deadline_date"] for f in facts(app, kind="assignment", sort="deadline", desc=True)] == [
        "2023-12-31",
        "2023-06-30",
    ]


def test_pages_follow_one_another(app: RunningApp) -> None:
    every = facts(app, limit=100)
    paged = [fact for offset in range(0, len(every), 3) for fact in facts(app, limit=3, offset=offset)]
    assert paged == every
    assert [fact["n"] for fact in every] == list(range(1, len(every) + 1))


@pytest.mark.parametrize("wrong", [
    {"kind": "x"}, {"limit": 0}, {"limit": 10_001}, {"offset": -1}, {"sort": "x"}, {"due_from": "2023-02-30"}, {"format": "doc"}, {"deadline": "x"},
    {"q": "x" * 201},
])  # fmt: skip
def test_parameters_that_make_no_sense_are_refused(app: RunningApp, wrong: dict[str, Any]) -> None:
    assert_error_shape(app.http.get("/api/facts", params=wrong), 400, "invalid_request", next(iter(wrong)))


def test_ten_thousand_may_be_asked_for(app: RunningApp) -> None:
    assert ask(app, limit=10_000)["total"] == len(facts(app, limit=10_000))


def test_samples_are_marked_and_can_be_left_out(app: RunningApp) -> None:
    assert counts(ask(app), "sample") == {"false": ask(app)["total"]}
    assert ask(app, sample=True)["total"] == 0


class TestReviews:
    """What people say."""

    def test_right_is_shown_with_name_and_time_and_taken_back(self, own: RunningApp) -> None:
        fact = deep(own)
        said = own.http.put(
            f"/api/facts/{fact['id']}/review", json={"verdict": "right", "note": "đã đối chiếu", **BY}
        ).json()
        assert said["review"] == {
            "verdict": "right",
            "by": "Lò Thị Én",
            "note": "đã đối chiếu",
            "slots": None,
            "at": said["review"]["at"],
        }
        assert deep(own) == {**said, "n": 1}
        assert counts(ask(own), "verdict")["right"] == 1
        assert own.http.delete(f"/api/facts/{fact['id']}/review").json()["review"] is None
        assert deep(own) == fact

    def test_wrong_is_left_out_of_lists_and_counts_unless_asked_for(self, own: RunningApp) -> None:
        fact, before = deep(own), ask(own, kind="target")
        assert (
            own.http.put(f"/api/facts/{fact['id']}/review", json={"verdict": "wrong", **BY}).json()["review"]["verdict"]
            == "wrong"
        )
        after = ask(own, kind="target")
        assert after["total"] == before["total"] - 1
        assert counts(after, "year")["2025"] == counts(before, "year")["2025"] - 1
        assert counts(after, "verdict") == {"none": after["total"], "wrong": 1}
        assert [f["id"] for f in facts(own, verdict="wrong")] == [fact["id"]]
        assert ask(own, kind="target", verdict="all")["total"] == before["total"]
        assert own.http.get(f"/api/facts/{fact['id']}").json()["review"]["verdict"] == "wrong"

    def test_what_is_put_right_counts_and_what_was_read_stands_beside_it(self, own: RunningApp) -> None:
        fact = deep(own)
        said = {
            "verdict": "corrected",
            "slots": {"value": [30, 35.5], "comparator": "range", "year": "2022-2025", "unit": "%"},
            **BY,
        }
        shown = own.http.put(f"/api/facts/{fact['id']}/review", json=said).json()
        assert (shown["value"], shown["comparator"], shown["year"]) == ([30, 35.5], "range", "2022-2025")
        assert shown["read"] == {"value": 35, "comparator": "=", "year": 2025}  # the unit was no other
        assert [f["id"] for f in facts(own, year="2022-2025")] == [fact["id"]]
        assert fact["quote"] == shown["quote"]

    def test_bodies_and_days_can_be_put_right(self, own: RunningApp) -> None:
        first = facts(own, kind="assignment")[0]
        slots = {"lead": ["Sở Tài chính", " Sở  Y tế "], "deadline_date": "2024-01-31"}
        shown = own.http.put(
            f"/api/facts/{first['id']}/review", json={"verdict": "corrected", "slots": slots, **BY}
        ).json()
        assert (shown["lead"], shown["deadline_date"]) == (["Sở Tài chính", "Sở Y tế"], "2024-01-31")
        assert [f["id"] for f in facts(own, agency="so y te")] == [first["id"]]

    @pytest.mark.parametrize("said", [
        {"verdict": "right"}, {"verdict": "right", "by": " "}, {"verdict": "right", "by": "x" * 81}, {"verdict": "maybe", **BY},
        {"verdict": "right", "slots": {"value": 1}, **BY}, {"verdict": "corrected", **BY}, {"verdict": "corrected", "slots": {}, **BY},
        {"verdict": "corrected", "slots": {"value": 35}, **BY}, {"verdict": "corrected", "slots": {"task": "x"}, **BY},
        {"verdict": "corrected", "slots": {"value": "nhiều"}, **BY}, {"verdict": "corrected", "slots": {"comparator": "≈"}, **BY},
        {"verdict": "corrected", "slots": {"unit": None}, **BY}, {"verdict": "corrected", "slots": {"unit": "x" * 2001}, **BY},
        {"verdict": "wrong", "note": "x" * 1001, **BY}, {"verdict": "wrong", "extra": 1, **BY},
    ])  # fmt: skip
    def test_what_makes_no_sense_is_refused_and_changes_nothing(self, app: RunningApp, said: dict[str, Any]) -> None:
        fact = deep(app)
        assert_error_shape(app.http.put(f"/api/facts/{fact['id']}/review", json=said), 400, "invalid_request")
        assert deep(app) == fact

    def test_a_number_that_is_none_is_refused(self, app: RunningApp) -> None:
        body = '{"verdict": "corrected", "by": "Én", "slots": {"value": NaN}}'
        response = app.http.put(
            f"/api/facts/{deep(app)['id']}/review", content=body, headers={"Content-Type": "application/json"}
        )
        assert_error_shape(response, 400, "invalid_request")

    @pytest.mark.parametrize("path", ["/api/facts/0123", "/api/facts/0123/related"])
    def test_a_fact_that_is_not_there(self, app: RunningApp, path: str) -> None:
        assert_error_shape(app.http.get(path), 404, "not_found", "0123")

    def test_it_outlives_a_new_reading_and_is_an_orphan_when_its_words_are_gone(self, own: RunningApp) -> None:
        fact = deep(own)
        own.http.put(f"/api/facts/{fact['id']}/review", json={"verdict": "wrong", **BY})
        own.http.post(f"/api/documents/{fact['document']['id']}/reread")
        assert deep(own)["review"]["verdict"] == "wrong"
        replaced = PROGRAMME.replace("2. Tỷ lệ chè được chế biến sâu đạt 35%.", "")
        add_texts(own.store, {"moi.md": replaced}, replaces=fact["document"]["id"])
        kept = own.http.get("/api/facts/reviews", params={"orphaned": True}).json()
        (orphan,) = kept["reviews"]
        assert (kept["total"], orphan["fact_id"], orphan["verdict"], orphan["by"]) == (1, None, "wrong", "Lò Thị Én")
        assert DEEP in orphan["quote"] and orphan["read"]["value"] == 35
        assert own.http.delete(f"/api/facts/reviews/{orphan['id']}").json() == {"total": 0, "reviews": []}


class TestDocumentsThatComeAndGo:
    """Facts are those of live documents."""

    def test_facts_go_and_come_back_with_their_document(self, own: RunningApp) -> None:
        before = ask(own, limit=100)
        document = deep(own)["document"]["id"]
        own.http.delete(f"/api/documents/{document}")
        assert {f["document"]["id"] for f in facts(own, limit=100)} == {
            f["document"]["id"] for f in before["facts"]
        } - {document}
        own.http.post(f"/api/documents/{document}/restore")
        assert facts(own, limit=100) == before["facts"]

    def test_a_new_version_brings_its_own(self, own: RunningApp) -> None:
        fact = deep(own)
        add_texts(own.store, {"moi.md": PROGRAMME.replace("35%", "40%")}, replaces=fact["document"]["id"])
        assert (deep(own)["value"], deep(own)["document"]["version"]) == (40, 2)

    def test_what_a_person_says_of_a_document_shows_in_its_facts(self, own: RunningApp) -> None:
        document = deep(own)["document"]["id"]
        own.http.patch(f"/api/documents/{document}", json={"issuer": "Tỉnh ủy Nậm Pha"})
        own.http.put(f"/api/documents/{document}/tags", json={"tags": ["Chè"]})
        found = ask(own, issuer="tinh uy nam pha", tag="chè")
        assert {fact["document"]["id"] for fact in found["facts"]} == {document}
        own.http.put(f"/api/documents/{document}/tags", json={"tags": []})
        assert ask(own, tag="chè")["total"] == 0


@pytest.fixture(scope="module")
def disagreeing(app: RunningApp) -> Iterator[tuple[RunningApp, list[str]]]:
    """Beside the report another one of the same body and year with another figure."""
    other = (
        REPORT.replace("88/BC-UBND", "91/BC-UBND").replace("4.120 ha", "4.310 ha").replace("20 tháng 12", "28 tháng 12")
    )
    yield app, add_texts(app.store, {"91-BC-UBND-2023.md": other})


def test_figures_that_disagree_are_listed_with_a_reason(disagreeing: tuple[RunningApp, list[str]]) -> None:
    app, (document,) = disagreeing
    found = app.http.get("/api/facts/conflicts", params={"document": document}).json()
    values = [sorted(fact["value"] for fact in conflict["facts"]) for conflict in found["conflicts"]]
    assert values == [[4120, 4310]] and found["total"] == 1
    assert found["reasons"] == [{"value": found["conflicts"][0]["reason"], "count": 1}]
    assert app.http.get("/api/facts/conflicts", params={"document": "không có"}).json()["total"] == 0


def test_what_is_about_the_same_indicator_is_found_by_year(disagreeing: tuple[RunningApp, list[str]]) -> None:
    app, _ = disagreeing
    (result,) = facts(app, document="88/BC-UBND", q="diện tích chè", status="result")
    found = app.http.get(f"/api/facts/{result['id']}/related").json()
    assert {4120, 4310, 4500} <= {fact["value"] for fact in found["facts"]}
    assert found["total"] == len(found["facts"])
    by_year = {year["year"]: year for year in found["years"]}
    assert result["id"] in by_year[2023]["results"]
    assert {fact["id"] for conflict in found["conflicts"] for fact in conflict["facts"]} >= {result["id"]}
