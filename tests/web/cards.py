"""Answers of every kind, made of a real one: what the page draws of them does not hang on what the server can compose by now."""

from typing import Any

from playwright.sync_api import Page, Route

from tests.servers import Server
from tests.web.browsing import QUESTION, address, answer

Json = dict[str, Any]


def routed(page: Page, server: Server, reply: Json, question: str = QUESTION) -> None:
    """Open the page at a question that is answered so."""

    def give(route: Route) -> None:
        route.fulfill(json=reply)

    page.route("**/api/ask", give)
    page.goto(address(server.url, question))
    if reply["status"] == "answered":
        answer(page)


def _figured(citation: Json, figure: str) -> Json:
    """A citation in which a part of its quote is what was asked for."""
    before, after = citation["quote"].split(figure, 1)
    pieces = [(before, False), (figure, True), (after, False)]
    segments = [{"text": text, "mark": True, "figure": asked} for text, asked in pieces if text]
    return {**citation, "segments": segments, "reference": "Chương trình số 07-CTr/TU ngày 12/3/2021, mục II, trang 2"}


def figure(server: Server) -> Json:
    """A target with its fact."""
    given = server.ask(QUESTION)
    first = _figured(given["citations"][0], "30%")
    fact = {
        **first, "id": "f1", "kind": "target", "status": "target", "indicator": "kinh tế số", "comparator": "~", "value": 30, "unit": "%",
        "base": "GRDP", "scope": "", "year": 2025, "review": None, "read": None,
    }  # fmt: skip
    text = "Đến năm 2025 kinh tế số chiếm khoảng 30% GRDP của thành phố [1]."
    return {
        **given,
        "kind": "target",
        "answer": text,
        "facts": [fact],
        "citations": [first, *given["citations"][1:]],
        "conflicts": [],
    }


def sentence(server: Server, kind: str = "decision") -> Json:
    """A sentence alone."""
    return {**server.ask(QUESTION), "kind": kind, "answer": "Thành lập Tổ công tác về kinh tế số do đồng chí Lò Thị Én làm Tổ trưởng [1].", "facts": [], "conflicts": []}  # fmt: skip


def lead(server: Server) -> Json:
    """A body, marked in its quotation."""
    given = server.ask(QUESTION)
    quote = "Giao Sở Thông tin và Truyền thông chủ trì, phối hợp với Sở Tài chính xây dựng đề án, xong trước ngày 30/9/2025."
    first = _figured({**given["citations"][0], "quote": quote}, "Sở Thông tin và Truyền thông")
    text = "Sở Thông tin và Truyền thông chủ trì: xây dựng đề án; phối hợp: Sở Tài chính; thời hạn: trước ngày 30/9/2025 [1]."
    return {**given, "kind": "lead_agency", "answer": text, "facts": [], "conflicts": [], "citations": [first, *given["citations"][1:]]}  # fmt: skip


def listing(server: Server, rows: int = 12, total: int = 20) -> Json:
    """A list that is longer than what is shown, and where all of it stands."""
    given = server.ask(QUESTION)
    tasks = [f"Rà soát, cập nhật cơ sở dữ liệu chuyên ngành số {n} của thành phố, kết nối với trục dữ liệu dùng chung" for n in range(1, rows + 1)]  # fmt: skip
    cited = [{**given["citations"][n % len(given["citations"])], "n": n + 1} for n in range(rows)]
    words = "\n".join(f"{task} [{n}]." for n, task in enumerate(tasks, 1))
    made = [{"cells": [task], "citations": [n]} for n, task in enumerate(tasks, 1)]
    return {
        **given, "kind": "list", "answer": f"Sở Thông tin và Truyền thông chủ trì {total} nhiệm vụ (nêu {rows} mục đầu):\n{words}",
        "citations": cited, "facts": [], "conflicts": [], "table": {"columns": [], "rows": made, "total": total},
        "ledger": {"address": "/phan-cong?tim=co+so+du+lieu", "total": total},
    }  # fmt: skip


def comparison(server: Server) -> Json:
    """Two documents beside one another."""
    given = server.ask(QUESTION)
    cells = [
        ["Chương trình 07-CTr/TU", "khoảng 30% GRDP", "2025", "12/3/2021"],
        ["Kế hoạch 296-KH/TU", "35–40% GRDP", "2030", "14/6/2025"],
    ]
    words = "\n".join(f"{row[0]}: Mục tiêu của thành phố là kinh tế số chiếm {row[1]}, tính đến cuối năm {row[2]}; văn bản ngày {row[3]} [{n}]." for n, row in enumerate(cells, 1)) + "\nMức sau cao hơn 5–10 điểm phần trăm [1][2]."  # fmt: skip
    rows = [{"cells": row, "citations": [n]} for n, row in enumerate(cells, 1)]
    table = {"columns": ["Văn bản", "Mức", "Năm", "Ngày ban hành"], "rows": rows, "total": 2}
    return {**given, "kind": "compare", "answer": words, "facts": [], "conflicts": [], "table": table}


def outcome(server: Server) -> Json:
    """A result beside its target."""
    given = server.ask(QUESTION)
    cells = [
        ["Năng suất lao động", "tăng 7%", "tăng 7,4%", "đạt"],
        ["Tỷ lệ hộ dùng nước sạch", "≥ 96%", "93,5%", "chưa đạt"],
    ]
    rows = [{"cells": row, "citations": [n, 3]} for n, row in enumerate(cells, 1)]
    table = {"columns": ["Chỉ tiêu", "Mục tiêu", "Kết quả", "Đạt chưa"], "rows": rows, "total": 2}
    text = "Năm 2024 có 1 trong 2 chỉ tiêu đạt mục tiêu [1][2]."
    return {**given, "kind": "result", "answer": text, "facts": [], "conflicts": [], "table": table}


def disagreement(server: Server) -> Json:
    """Two documents that say other things."""
    given = server.ask(QUESTION)
    one, other = given["citations"][0], given["citations"][1]
    other = {
        **other,
        "document": {
            **other["document"],
            "symbol": "296-KH/TU",
            "title": "Kế hoạch năm 2025",
            "issued_on": "2025-06-14",
        },
    }
    reason = "Các văn bản nêu khác nhau (văn bản ban hành sau, của cùng cơ quan, đứng trước)."
    text = f"Chương trình {one['document']['symbol']}: Kinh tế số chiếm khoảng 30% GRDP [1].\nKế hoạch 296-KH/TU: Kinh tế số chiếm 35% GRDP [2].\n{reason}"
    conflict = {"about": "kinh tế số", "reason": reason, "facts": []}
    return {**given, "kind": "target", "answer": text, "facts": [], "conflicts": [conflict], "citations": [one, other, *given["citations"][2:]]}  # fmt: skip


def reworded(server: Server) -> Json:
    """An answer that a language model worded."""
    given = figure(server)
    return {**given, "worded_by": "mô-hình-7b", "extractive": given["answer"], "answer": "Mục tiêu của Lạc Giang là kinh tế số chiếm khoảng 30% GRDP vào năm 2025 [1]."}  # fmt: skip


def refused(server: Server) -> Json:
    """A refusal that says what there is."""
    given = server.ask(QUESTION)
    return {**given, "status": "not_found", "answer": None, "facts": [], "conflicts": [], "missing": "Kho có chỉ tiêu kinh tế số của Lạc Giang, chưa có của xã Tân Long."}  # fmt: skip


def opposed(server: Server) -> Json:
    """The same, as rows of a document and what it says, without facts."""
    given = disagreement(server)
    rows = [{"cells": ["Chương trình 07-CTr/TU (ngày 26/03/2021)", "Kinh tế số chiếm khoảng 30% GRDP"], "citations": [1]},
            {"cells": ["Kế hoạch 296-KH/TU (ngày 14/06/2025)", "Kinh tế số chiếm 35% GRDP"], "citations": [2]}]  # fmt: skip
    return {
        **given,
        "kind": "conflict",
        "conflicts": [],
        "table": {"columns": ["Văn bản", "Nội dung"], "rows": rows, "total": 2},
    }


CARDS = {
    "figure": figure, "lead": lead, "sentence": sentence, "list": listing, "compare": comparison, "result": outcome,
    "disagreement": disagreement, "opposed": opposed, "reworded": reworded, "refused": refused,
}  # fmt: skip
