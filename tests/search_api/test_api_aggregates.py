"""Counts and lists over HTTP: all that fits of the whole corpus, with its citations, and the page of the ledger that shows the same."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.search_api.apps import RunningApp, serving
from tests.search_api.conftest import open_small
from tests.search_api.small_corpus import FILES, add_texts
from tests.search_api.test_ledger_addresses import asked_by

_HEAD = "**ỦY BAN NHÂN DÂN THÀNH PHỐ LẠC GIANG**\n\nSố: {number}/KH-UBND\n\n*Lạc Giang, ngày 10 tháng 1 năm {year}*\n\n**KẾ HOẠCH**\n\n**{subject}**\n\n"
_TABLE = "## PHÂN CÔNG\n\n| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn |\n| --- | --- | --- | --- | --- |\n"
HEALTH = (
    _HEAD.format(number=21, year=2025, subject="Chuyển đổi số ngành y tế năm 2025") + _TABLE
    + "| 1 | Số hóa toàn bộ hồ sơ bệnh án của ba bệnh viện hạng một | Sở Y tế | Sở Tài chính | Quý IV/2025 |\n"
    "| 2 | Xây dựng nền tảng hẹn khám bệnh dùng chung của thành phố | Sở Y tế | Sở Khoa học và Công nghệ | 15/11/2025 |\n"
    "| 3 | Đào tạo kỹ năng số cho điều dưỡng các trạm y tế phường | Sở Y tế | Sở Nội vụ | Quý I/2025 |\n"
    "| 4 | Bố trí kinh phí mua máy chủ cho kho dữ liệu y tế | Sở Tài chính | Sở Y tế | Thường xuyên |\n"
)  # fmt: skip
CHECKING = (
    _HEAD.format(number=35, year=2025, subject="Kiểm tra việc chuyển đổi số năm 2025") + _TABLE
    + "| 1 | Số hóa toàn bộ hồ sơ bệnh án của ba bệnh viện hạng một | Sở Y tế | Sở Tài chính | Quý IV/2025 |\n"
)  # fmt: skip


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    """The small documents and two plans of an invented city, one of which repeats a task of the other."""
    store = open_small(tmp_path_factory.mktemp("aggregates") / "data")
    add_texts(store, {**FILES, "21-KH-UBND.md": HEALTH, "35-KH-UBND.md": CHECKING})
    with serving(store) as running:
        yield running


def ask(app: RunningApp, question: str) -> Any:
    """An answer."""
    response = app.http.post("/api/ask", json={"question": question})
    assert response.status_code == 200, response.text
    return response.json()


def facts_at(app: RunningApp, address: str) -> Any:
    """The page of facts that the page of the ledger shows at an address."""
    wanted: Any = asked_by(address)
    return app.http.get("/api/facts", params=wanted).json()


@pytest.mark.parametrize(
    ("question", "items", "facts"),
    [
        ("Sở Y tế chủ trì những nhiệm vụ nào phải xong trong quý IV/2025?", 2, 3),
        ("Sở Y tế chủ trì bao nhiêu nhiệm vụ?", 3, 4),
        ("Sở Tài chính phối hợp những nhiệm vụ gì?", 1, 2),
        ("Kế hoạch 21/KH-UBND giao Sở Y tế những nhiệm vụ gì?", 3, 3),
        ("Những nhiệm vụ nào về hồ sơ bệnh án phải xong trong năm 2025?", 1, 2),
    ],
)
def test_the_page_of_the_ledger_has_as_many_facts_as_the_answer_says(
    app: RunningApp, question: str, items: int, facts: int
) -> None:
    found = ask(app, question)
    assert (found["status"], found["table"]["total"], found["ledger"]["total"]) == ("answered", items, facts)
    page = facts_at(app, found["ledger"]["address"])
    assert page["total"] == facts
    assert f" {items} nhiệm vụ" in found["answer"].splitlines()[0]
    assert (f"sổ ghi {facts} mục" in found["answer"]) == (facts > items)


def test_every_item_has_its_citation_in_the_order_of_the_list(app: RunningApp) -> None:
    found = ask(app, "Sở Y tế chủ trì bao nhiêu nhiệm vụ?")
    by_number = {citation["n"]: citation for citation in found["citations"]}
    rows = found["table"]["rows"]
    assert len(rows) == 3 and all(row["citations"] for row in rows)
    for row in rows:
        (n,) = row["citations"]
        assert row["cells"][0].split("(")[0].strip() in by_number[n]["quote"]
        span = {"start": by_number[n]["start"], "end": by_number[n]["end"]}
        text = app.http.get(f"/api/documents/{by_number[n]['document']['id']}/text", params=span).json()["text"]
        assert text == by_number[n]["quote"]


def test_a_task_that_is_marked_wrong_is_counted_no_more(app: RunningApp) -> None:
    question = "Sở Tài chính chủ trì bao nhiêu nhiệm vụ?"
    (fact,) = app.http.get("/api/facts", params={"kind": "assignment", "agency": "Sở Tài chính"}).json()["facts"]
    assert ask(app, question)["table"]["total"] == 1
    said = {"verdict": "wrong", "by": "Lò Thị Én"}
    assert app.http.put(f"/api/facts/{fact['id']}/review", json=said).status_code == 200
    assert ask(app, question)["ledger"] is None
    app.http.delete(f"/api/facts/{fact['id']}/review")


def test_where_nothing_fits_the_answer_says_so_and_what_the_body_has(app: RunningApp) -> None:
    found = ask(app, "Sở Y tế chủ trì những nhiệm vụ nào phải xong trong quý III/2027?")
    assert (found["status"], found["answer"]) == ("not_found", None)
    assert (
        found["missing"]
        == "Trong kho chưa có nhiệm vụ nào Sở Y tế chủ trì có hạn trong quý III/2027. Sở Y tế chủ trì 3 nhiệm vụ."
    )


def test_filters_of_the_question_narrow_what_is_counted(app: RunningApp) -> None:
    (plan,) = [d for d in app.http.get("/api/documents").json()["documents"] if d["symbol"] == "35/KH-UBND"]
    asked = {"question": "Sở Y tế chủ trì bao nhiêu nhiệm vụ?", "filters": {"document": [plan["id"]]}}
    found = app.http.post("/api/ask", json=asked).json()
    assert (found["table"]["total"], found["ledger"]["total"]) == (1, 1)
