"""References over HTTP: what a document rests on, what rests on it, and what is cited but not there."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.search_api.apps import RunningApp
from tests.search_api.shape import assert_error_shape
from tests.search_api.small_corpus import NOTICE, PROGRAMME, REPORT, add_texts

PLAN = """\
**ỦY BAN NHÂN DÂN**

**HUYỆN MƯỜNG KHAO**

**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**

Số: 15/KH-UBND

*Mường Khao, ngày 20 tháng 5 năm 2022*

**KẾ HOẠCH**

**trồng chè hữu cơ**

Căn cứ Nghị quyết số 31-NQ/TU ngày 05/01/2022 của Tỉnh ủy Bạch Sơn về nông nghiệp sạch;

Thực hiện Chương trình số 12-CTr/TU ngày 15/3/2022 của Tỉnh ủy Bạch Sơn, Ủy ban nhân dân huyện ban hành Kế hoạch như sau:

1. Trồng 100 ha chè.
"""
OTHER = PLAN.replace("15/KH-UBND", "16/KH-UBND").replace("chè hữu cơ", "chè Shan").replace("20 tháng 5", "21 tháng 5")
FILES = {"ct.md": PROGRAMME, "bc.md": REPORT, "kh-1.md": PLAN, "kh-2.md": OTHER, "tb.md": NOTICE}


@pytest.fixture
def filled(run_app: Callable[..., RunningApp]) -> tuple[RunningApp, dict[str, str]]:
    """A programme, two plans that rest on it, and others; ids by file name."""
    app = run_app()
    return app, dict(zip(FILES, add_texts(app.store, FILES), strict=True))


def _around(app: RunningApp, document: str) -> Any:
    return app.http.get(f"/api/documents/{document}/relations").json()


def _missing(app: RunningApp, **wanted: Any) -> Any:
    return app.http.get("/api/relations/missing", params=wanted).json()


def test_what_a_document_refers_to_is_resolved_or_missing(filled: tuple[RunningApp, dict[str, str]]) -> None:
    app, ids = filled
    outgoing = {entry["symbol"]: entry for entry in _around(app, ids["kh-1.md"])["outgoing"]}
    assert (outgoing["31-NQ/TU"]["kind"], outgoing["31-NQ/TU"]["document"]) == ("based_on", None)
    assert outgoing["12-CTr/TU"]["kind"] == "implements"
    assert outgoing["12-CTr/TU"]["document"]["id"] == ids["ct.md"]
    for entry in outgoing.values():
        span = {"start": entry["start"], "end": entry["end"]}
        text = app.http.get(f"/api/documents/{ids['kh-1.md']}/text", params=span).json()["text"]
        assert text == entry["quote"] == "".join(segment["text"] for segment in entry["segments"])
        assert entry["symbol"] in "".join(segment["text"] for segment in entry["segments"] if segment["mark"])


def test_what_refers_to_a_document_comes_the_latest_first(filled: tuple[RunningApp, dict[str, str]]) -> None:
    app, ids = filled
    found = _around(app, ids["ct.md"])
    assert [entry["document"]["id"] for entry in found["incoming"]] == [ids["kh-2.md"], ids["kh-1.md"]]
    assert {entry["kind"] for entry in found["incoming"]} == {"implements"}
    assert found["incoming_total"] == 2
    assert _around(app, ids["tb.md"])["incoming"] == []


def test_a_document_of_another_day_is_not_meant(filled: tuple[RunningApp, dict[str, str]]) -> None:
    app, ids = filled
    app.http.patch(f"/api/documents/{ids['ct.md']}", json={"issued_on": "2021-03-15"})
    assert _around(app, ids["ct.md"])["incoming"] == []
    assert "12-CTr/TU" in {entry["symbol"] for entry in _missing(app)["missing"]}


def test_missing_documents_are_listed_with_who_cites_them(filled: tuple[RunningApp, dict[str, str]]) -> None:
    app, ids = filled
    found = _missing(app)
    (entry,) = found["missing"]
    assert (entry["symbol"], entry["issued_on"], entry["count"], entry["kinds"]) == (
        "31-NQ/TU",
        "2022-01-05",
        2,
        ["based_on"],
    )
    assert {document["id"] for document in entry["documents"]} == {ids["kh-1.md"], ids["kh-2.md"]}
    assert _missing(app, q="31 nq")["total"] == 1 and _missing(app, q="32")["total"] == 0
    assert _missing(app, offset=1) == {"total": 1, "missing": []}


def test_a_document_that_comes_is_missing_no_more_and_missing_again_when_it_goes(
    filled: tuple[RunningApp, dict[str, str]],
) -> None:
    app, ids = filled
    app.http.delete(f"/api/documents/{ids['ct.md']}")
    assert [entry["symbol"] for entry in _missing(app)["missing"]] == ["12-CTr/TU", "31-NQ/TU"]
    app.http.post(f"/api/documents/{ids['ct.md']}/restore")
    assert _missing(app)["total"] == 1


def test_a_document_that_is_not_there(filled: tuple[RunningApp, dict[str, str]]) -> None:
    assert_error_shape(filled[0].http.get("/api/documents/0123/relations"), 404, "not_found", "0123")
