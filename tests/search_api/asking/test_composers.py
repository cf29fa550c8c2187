"""Questions over made-up documents → answers as they are shown: tables, disagreements, results, replacements, definitions."""

from collections.abc import Callable, Iterator

import pytest

from corpus.store import Store
from search_api.types import Answer, Kind
from tests.search_api.asking.composed import composed, letter
from tests.search_api.conftest import open_small
from tests.search_api.small_corpus import add_texts

PEOPLE = "ỦY BAN NHÂN DÂN TỈNH"
NINE = letter(
    "45/KH-UBND", f"{PEOPLE} BẠCH SƠN", "Bạch Sơn", (5, 2, 2023), "Kế hoạch về phát triển cây chè tỉnh Bạch Sơn",
    "## I. MỤC TIÊU\n\n1. Năm 2023, tỷ lệ chè được chế biến sâu của tỉnh đạt tối thiểu 25%.\n\n"
    "2. Đến năm 2025, tỷ lệ chè được chế biến sâu của tỉnh đạt tối thiểu 35%.\n\n3. Đến năm 2025, trồng mới 900 ha chè hữu cơ.",
)  # fmt: skip
TEN = letter(
    "61/KH-UBND", f"{PEOPLE} THẠCH BÀN", "Thạch Bàn", (9, 3, 2023), "Kế hoạch về phát triển cây chè tỉnh Thạch Bàn",
    "## I. MỤC TIÊU\n\n1. Đến năm 2025, tỷ lệ chè được chế biến sâu của tỉnh đạt tối thiểu 40,5%.\n\n2. Đến năm 2025, trồng mới 350 ha chè hữu cơ.",
)  # fmt: skip
REPORT = letter(
    "88/BC-UBND", f"{PEOPLE} BẠCH SƠN", "Bạch Sơn", (20, 12, 2023), "Báo cáo về kết quả phát triển cây chè năm 2023",
    "## I. KẾT QUẢ\n\nNăm 2023, tỷ lệ chè được chế biến sâu của tỉnh đạt 28,5%.\n\nNăm 2023, số hộ trồng chè của tỉnh đạt 12.400 hộ.\n\n"
    "Năm 2023, tỷ lệ chè được bán qua sàn thương mại điện tử của tỉnh đạt 12%.",
)  # fmt: skip
LATER = letter(
    "19/BC-UBND", f"{PEOPLE} BẠCH SƠN", "Bạch Sơn", (15, 3, 2024), "Báo cáo về rà soát số liệu cây chè năm 2023",
    "## I. RÀ SOÁT\n\nNăm 2023, tỷ lệ chè được bán qua sàn thương mại điện tử của tỉnh đạt 10,4%.",
)  # fmt: skip
DECISION = letter(
    "77/QĐ-UBND", f"{PEOPLE} BẠCH SƠN", "Bạch Sơn", (1, 6, 2023), "Quyết định về quy chế quản lý vùng nguyên liệu chè",
    "Điều 1. Ban hành quy chế quản lý vùng nguyên liệu chè (sau đây gọi tắt là VNLC).\n\n"
    "Điều 2. Quyết định này có hiệu lực từ ngày ký và thay thế Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2019, "
    "Quyết định số 30/QĐ-UBND ngày 07 tháng 4 năm 2020 của Ủy ban nhân dân tỉnh.\n\n"
    "Điều 3. Giải thích từ ngữ\n\n1. Chè hữu cơ là chè được trồng, chăm sóc và chế biến không dùng phân bón hóa học, thuốc bảo vệ thực vật.\n\n"
    "Vùng nguyên liệu chè (VNLC) được cắm mốc.",
)  # fmt: skip
FILES = {"45-kh.md": NINE, "61-kh.md": TEN, "88-bc.md": REPORT, "19-bc.md": LATER, "77-qd.md": DECISION}


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Answer]]:
    store: Store = open_small(tmp_path_factory.mktemp("composed") / "data")
    add_texts(store, FILES)
    yield lambda question: composed(store, question)
    store.close()


Ask = Callable[[str], Answer]


def _files(answer: Answer) -> list[str]:
    return [citation.evidence.hit.document.file_name for citation in answer.citations]


def test_two_places_stand_in_a_table_with_the_difference_and_who_is_higher(ask: Ask) -> None:
    answer = ask("Tỷ lệ chè được chế biến sâu đến năm 2025 của Bạch Sơn và Thạch Bàn chênh nhau bao nhiêu?")
    assert answer.reading.kind is Kind.COMPARE
    assert answer.table is not None
    assert answer.table.columns == ("", "Chỉ tiêu")
    assert [row.cells[0] for row in answer.table.rows] == ["Bạch Sơn", "Thạch Bàn"]
    assert "35%" in answer.table.rows[0].cells[1]
    assert "40,5%" in answer.table.rows[1].cells[1]
    assert "Thạch Bàn cao hơn Bạch Sơn 5,5 điểm phần trăm [1][2]." in (answer.text or "")
    assert _files(answer)[:2] == ["45-kh.md", "61-kh.md"]


def test_a_side_of_which_nothing_is_known_is_named_and_nothing_of_another_stands_for_it(ask: Ask) -> None:
    answer = ask("So sánh tỷ lệ chè được chế biến sâu đến năm 2025 của Bạch Sơn và Sơn La")
    assert "Kho chưa có nội dung này của Sơn La nên chưa so sánh được." in (answer.text or "")
    assert answer.table is not None
    assert [row.cells[0] for row in answer.table.rows] == ["Bạch Sơn"]


def test_years_are_compared_by_the_figures_of_each(ask: Ask) -> None:
    answer = ask("Tỷ lệ chè được chế biến sâu của Bạch Sơn đặt mục tiêu năm 2023 và năm 2025 chênh nhau bao nhiêu?")
    assert "Năm 2025 cao hơn năm 2023 10 điểm phần trăm" in (answer.text or "")


def test_documents_that_disagree_are_shown_with_their_dates_the_later_first(ask: Ask) -> None:
    answer = ask("Năm 2023 tỷ lệ chè được bán qua sàn thương mại điện tử của Bạch Sơn đạt bao nhiêu phần trăm?")
    assert answer.reading.kind is Kind.CONFLICT
    assert answer.disagreement is not None
    text = answer.text or ""
    assert text.index("(ngày 15/03/2024)") < text.index("(ngày 20/12/2023)")
    assert text.index("10,4%") < text.index("12%")
    assert _files(answer)[:2] == ["19-bc.md", "88-bc.md"]


def test_whether_documents_agree_can_be_asked(ask: Ask) -> None:
    answer = ask(
        "Vì sao tỷ lệ chè được bán qua sàn thương mại điện tử năm 2023 của Bạch Sơn khác nhau giữa các báo cáo?"
    )
    assert {"88-bc.md", "19-bc.md"} == set(_files(answer)[:2])
    assert "khác nhau" in (answer.text or "")


def test_a_result_stands_beside_its_aim_with_whether_it_was_met(ask: Ask) -> None:
    answer = ask("Năm 2023 tỷ lệ chè được chế biến sâu của Bạch Sơn thực tế đạt bao nhiêu phần trăm?")
    text = answer.text or ""
    assert answer.reading.kind is Kind.RESULT
    assert "28,5%" in text
    assert "Mục tiêu" in text
    assert "25%" in text
    assert "vượt mục tiêu [1][2]." in text
    assert len(text) <= 400
    assert _files(answer)[:2] == ["88-bc.md", "45-kh.md"]


def test_a_result_without_an_aim_stands_alone(ask: Ask) -> None:
    text = ask("Năm 2023 số hộ trồng chè của Bạch Sơn đạt bao nhiêu hộ?").text or ""
    assert "12.400" in text
    assert "Mục tiêu" not in text


def test_all_that_a_document_replaces_is_listed_with_its_proof(ask: Ask) -> None:
    answer = ask("Quyết định 77 thay thế những quyết định nào?")
    assert answer.table is not None
    assert [row.cells[0] for row in answer.table.rows] == [
        "Quyết định số 12/QĐ-UBND ngày 05/03/2019",
        "Quyết định số 30/QĐ-UBND ngày 07/04/2020",
    ]
    assert all("12/QĐ-UBND" in c.quote or "30/QĐ-UBND" in c.quote for c in answer.citations[:1])


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Chè hữu cơ là gì?", "Chè hữu cơ là chè được trồng, chăm sóc và chế biến"),
        ("VNLC là viết tắt của cụm từ nào?", "VNLC: vùng nguyên liệu chè"),
    ],
)
def test_a_term_is_answered_by_what_defines_it(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert answer.reading.kind is Kind.DEFINITION
    assert (answer.text or "").startswith(said)


def test_sentences_that_only_use_a_term_are_no_definition(ask: Ask) -> None:
    answer = ask("Sàn thương mại điện tử là gì?")
    assert not answer.found
    assert answer.citations


@pytest.mark.parametrize(
    "question",
    [
        "So sánh diện tích trồng mới chè hữu cơ của Bạch Sơn và Thạch Bàn",
        "Quyết định 77 thay thế những quyết định nào?",
        "Chè hữu cơ là gì?",
        "Năm 2023 tỷ lệ chè được chế biến sâu của Bạch Sơn thực tế đạt bao nhiêu?",
    ],
)
def test_every_statement_ends_in_a_citation_that_is_there(ask: Ask, question: str) -> None:
    answer = ask(question)
    text = answer.text or ""
    numbers = {citation.n for citation in answer.citations}
    statements = [line for line in text.split("\n") if not line.endswith(":")]
    assert statements
    assert all(line.rstrip(".").endswith("]") for line in statements)
    assert answer.table is None or all(n in numbers for row in answer.table.rows for n in row.citations)


def test_a_task_of_another_level_is_no_disagreement_and_one_of_the_same_body_is(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    table = "| TT | Nhiệm vụ | Cơ quan chủ trì |\n| --- | --- | --- |\n| 1 | Xây dựng cơ sở dữ liệu vùng nguyên liệu chè hữu cơ | {} |\n"
    province = f"{PEOPLE} BẠCH SƠN"
    files = {
        "21-kh.md": letter("21/KH-UBND", province, "Bạch Sơn", (5, 2, 2024), "Kế hoạch về cây chè", table.format("Sở Tài chính")),
        "22-kh.md": letter("22/KH-UBND", "BỘ CÔNG THƯƠNG", "Hà Nội", (5, 3, 2024), "Kế hoạch về cây chè", table.format("Cục Xuất nhập khẩu")),
    }  # fmt: skip
    store = open_small(tmp_path_factory.mktemp("levels") / "data")
    question = "Cơ quan nào chủ trì xây dựng cơ sở dữ liệu vùng nguyên liệu chè hữu cơ?"
    try:
        add_texts(store, files)
        assert composed(store, question).disagreement is None
        again = letter(
            "35/KH-UBND", province, "Bạch Sơn", (9, 9, 2024), "Kế hoạch về cây chè", table.format("Sở Công Thương")
        )
        add_texts(store, {"35-kh.md": again})
        assert "Sở Công Thương" in (composed(store, f"{question} của Bạch Sơn").text or "")
        assert composed(store, f"{question} của Bạch Sơn").disagreement is not None
    finally:
        store.close()
