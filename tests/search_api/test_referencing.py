"""Citations as they are put into documents. What is expected was written by hand after Nghị định 30/2020/NĐ-CP and Hướng dẫn 36-HD/VPTW."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.catalogue.documents import DocumentInfo, list_documents
from corpus.catalogue.passages import passages_of
from corpus.store import Store
from corpus.types import CELL_SEPARATOR, Passage, PassageKind, Span
from search_api.presenting import citation_out
from search_api.referencing import is_of_party, reference
from search_api.texts import Texts
from tests.search_api.asking.units import citation, document, span_of

DECISION = {
    "symbol": "31/2024/QĐ-UBND", "doc_type": "quyết định", "issued_on": "2024-03-05", "issuer": "Ủy ban nhân dân tỉnh Bạch Sơn",
    "subject": "Ban hành Quy chế quản lý chợ trên địa bàn tỉnh",
}  # fmt: skip
PROGRAMME = {
    "symbol": "12-CTr/TU", "doc_type": "chương trình", "issued_on": "2022-02-15", "issuer": "Tỉnh ủy Bạch Sơn",
    "subject": "phát triển cây chè giai đoạn 2022-2025",
}  # fmt: skip
NAMED = "Quyết định số 31/2024/QĐ-UBND ngày 05 tháng 3 năm 2024 của Ủy ban nhân dân tỉnh Bạch Sơn ban hành Quy chế quản lý chợ trên địa bàn tỉnh"
PARTY = "Chương trình số 12-CTr/TU, ngày 15/02/2022 của Tỉnh ủy Bạch Sơn về phát triển cây chè giai đoạn 2022-2025"


def _cited(text: str, quote: str, front: dict[str, str], heading: tuple[str, ...] = (), page: int | None = None, kind: PassageKind = PassageKind.ITEM) -> str:  # fmt: skip
    passage = Passage(0, kind, Span(0, len(text)), heading, page=page)
    return reference(document(**front), text, passage, span_of(text, quote))


@pytest.mark.parametrize(
    ("heading", "text", "quote", "place"),
    [
        (("Chương II", "Điều 5. Phí chợ", "2. Mức thu:"), "a) Hộ kinh doanh nộp phí hằng tháng.", "Hộ kinh doanh", "điểm a khoản 2 Điều 5 "),
        (("Điều 5. Phí chợ",), "2. Mức thu:\na) Hộ cố định;\nb) Hộ lưu động.", "Hộ lưu động", "điểm b khoản 2 Điều 5 "),
        (("Điều 5. Phí chợ",), "Phí chợ nộp cho Ban Quản lý.", "Phí chợ", "Điều 5 "),
        (("Điều 1. Phê duyệt Đề án", "I. MỤC TIÊU"), "2. Nâng cấp 10 chợ.", "Nâng cấp", "mục I.2 Điều 1 "),
        (("I. MỤC TIÊU", "2. Mục tiêu cụ thể"), "2.1. Nâng cấp 10 chợ.", "Nâng cấp", "mục I.2.1 "),
        (("QUY CHẾ quản lý chợ", "Điều 3. Nguyên tắc"), "1. Công khai phí chợ.", "Công khai", "khoản 1 Điều 3 Quy chế kèm theo "),
        (("Phụ lục II", "I. CHỢ HẠNG 1"), "- Chợ Nà Hẩu.", "Chợ Nà Hẩu", "mục I Phụ lục II kèm theo "),
        (("Phần thứ nhất", "Chương II"), "- Chợ Nà Hẩu.", "Chợ Nà Hẩu", "Chương II Phần thứ nhất "),
        (("Về các chợ",), "Chợ Nà Hẩu họp thứ hai.", "Chợ Nà Hẩu", "mục “Về các chợ” "),
        ((), "Căn cứ Luật Giá;", "Căn cứ", ""),
    ],
)  # fmt: skip
def test_in_a_state_document_the_place_stands_before_it_from_narrow_to_wide(
    heading: tuple[str, ...], text: str, quote: str, place: str
) -> None:
    assert _cited(text, quote, DECISION, heading) == place + NAMED


@pytest.mark.parametrize(
    ("heading", "text", "quote", "page", "place"),
    [
        (("II- NHIỆM VỤ", "2- Chế biến"), "- Lập xưởng chè.", "Lập xưởng", 3, ", mục II.2, tr.3"),
        (("II- NHIỆM VỤ",), "2- Chế biến\na) Lập xưởng chè.", "Lập xưởng", None, ", mục II.2.a"),
        (("PHỤ LỤC", "A. GIỐNG CHÈ"), "1. Chè Shan.", "Chè Shan", 9, ", Phụ lục, mục A.1, tr.9"),
        (("Điều 4. Chế độ họp",), "2. Họp hằng quý.", "Họp", None, ", khoản 2 Điều 4"),
    ],
)
def test_in_a_party_document_the_place_stands_behind_it(
    heading: tuple[str, ...], text: str, quote: str, page: int | None, place: str
) -> None:
    assert _cited(text, quote, PROGRAMME, heading, page) == PARTY + place


def test_a_row_is_cited_by_its_number() -> None:
    head, row = "TT | Nhiệm vụ | Hạn", "4 | Lập xưởng chè | 2026"
    text = f"{head}\n{row}"
    cells, columns = (
        tuple(span_of(text, words) for words in line.split(CELL_SEPARATOR)) for line in (row, head)
    )  # fmt: skip
    passage = Passage(
        0, PassageKind.ROW, span_of(text, row), ("Phụ lục I", "B Chế biến"), cells=cells, columns=columns, page=2
    )
    cited = reference(document(**DECISION), text, passage, passage.span)
    assert cited == f"số thứ tự 4 mục B Phụ lục I kèm theo {NAMED}, trang 2"


@pytest.mark.parametrize("kind", [PassageKind.LETTERHEAD, PassageKind.CLOSING])
def test_letterhead_and_end_are_no_place(kind: PassageKind) -> None:
    assert _cited("1. Như trên;", "Như trên", DECISION, ("Điều 5. Phí",), kind=kind) == NAMED


@pytest.mark.parametrize(
    ("front", "named"),
    [
        ({"symbol": "8/KH-UBND", "doc_type": "kế hoạch"}, "Kế hoạch số 8/KH-UBND"),
        ({"symbol": "57-NQ/TW"}, "Nghị quyết số 57-NQ/TW"),
        ({"doc_type": "báo cáo", "issued_on": "2025-12-01", "subject": "Kết quả trồng chè"}, "Báo cáo ngày 01 tháng 12 năm 2025 về kết quả trồng chè"),
        ({"doc_type": "báo cáo", "issued_on": "2025-01-20", "issuer": "Đảng ủy xã Nà Hẩu", "subject": "tổng kết"}, "Báo cáo, ngày 20/01/2025 của Đảng ủy xã Nà Hẩu tổng kết"),
        ({"doc_type": "luật", "symbol": "72/2025/QH15", "issued_on": "2025-06-16", "subject": "Luật Nuôi ong"}, "Luật Nuôi ong"),
        ({"doc_type": "công văn", "symbol": "90/UBND-KT", "subject": "V/v bàn giao chợ"}, "Công văn số 90/UBND-KT về việc bàn giao chợ"),
        ({"doc_type": "kế hoạch", "symbol": "8/KH-UBND", "subject": "Đề án chè"}, "Kế hoạch số 8/KH-UBND về Đề án chè"),
        ({"subject": "Bạch Sơn vào vụ chè", "issued_on": "2025-04-09"}, "“Bạch Sơn vào vụ chè”, ngày 09/4/2025"),
        ({}, "tệp van-ban.docx"),
    ],
)  # fmt: skip
def test_what_is_not_known_is_left_out(front: dict[str, str], named: str) -> None:
    assert _cited("Trồng chè.", "Trồng", front) == named


@pytest.mark.parametrize(
    ("front", "party"),
    [
        ({"symbol": "07-CTr/TU"}, True),
        ({"symbol": "15-KH/BTGTU"}, True),
        ({"symbol": "144/KH-UBND", "issuer": "Tỉnh ủy Bạch Sơn"}, False),
        ({"symbol": "72/2025/QH15"}, False),
        ({"issuer": "Ban Tổ chức Trung ương"}, True),
        ({"issuer": "Ủy ban nhân dân xã Nà Hẩu"}, False),
        ({}, False),
    ],
)
def test_who_issued_it_decides_which_form(front: dict[str, str], party: bool) -> None:
    assert is_of_party(document(**front)) is party


def test_samples_of_a_library(library: Store) -> None:
    texts = Texts(library)
    found: dict[str, list[str]] = {}
    with library.catalogue.read() as connection:
        for info in list_documents(connection).values():
            text = texts.of_document(info)
            found[info.file_name] = [reference(info, text, p.passage, p.passage.span) for p in passages_of(connection, info.id)]  # fmt: skip
    tea = "Chương trình hành động số 12-CTr/TU, ngày 15/3/2022 của Tỉnh ủy Bạch Sơn về phát triển cây chè giai đoạn 2022-2025"
    assert {tea, f"{tea}, mục I.1", f"{tea}, mục I.2", f"{tea}, mục II, số thứ tự 1"} <= set(found["12-CTr-TU-2022.md"])
    report = "Báo cáo số 88/BC-UBND ngày 20 tháng 12 năm 2023 của Ủy ban nhân dân tỉnh Bạch Sơn về kết quả phát triển cây chè năm 2023"
    assert f"mục II {report}" in found["88-BC-UBND-2023.md"]
    assert "“Thông báo lịch cắt nước”" in found["thong-bao-cat-nuoc.md"]


def test_a_citation_carries_its_reference() -> None:
    cited = citation("2. Trồng 100 ha chè.", heading=("I. MỤC TIÊU",), kind=PassageKind.ITEM, front=PROGRAMME)
    assert citation_out(1, cited.evidence, cited.text).reference == f"{PARTY}, mục I.2"


_TITLES = [
    "PHỤ LỤC I",
    "Phần thứ hai",
    "Chương I",
    "Điều 4. Phí",
    "II. MỤC TIÊU",
    "2. Mức",
    "a) Hộ",
    "(1) Chợ",
    "Về chợ",
    "- Chợ",
    "QUY CHẾ chợ",
]


@given(
    st.lists(st.sampled_from(_TITLES), max_size=5).map(tuple),
    st.lists(st.sampled_from(_TITLES), min_size=1, max_size=4).map("\n".join),
    st.dictionaries(st.sampled_from(sorted(DECISION)), st.just(""), max_size=5),
    st.sampled_from([None, 7]),
)
def test_every_number_of_a_citation_is_printed_in_the_document(
    heading: tuple[str, ...], text: str, absent: dict[str, str], page: int | None
) -> None:
    front = {name: words for name, words in DECISION.items() if name not in absent}
    info: DocumentInfo = document(**front)
    passage = Passage(0, PassageKind.ITEM, Span(0, len(text)), heading, page=page)
    cited = reference(info, text, passage, Span(len(text) - 1, len(text)))
    printed = " ".join([*front.values(), "05 tháng 3 năm 2024" if "issued_on" in front else "", "05/3/2024" if "issued_on" in front else "", *heading, text, str(page)])  # fmt: skip
    assert set(re.findall(r"\d+", cited)) <= set(re.findall(r"\d+", printed))
    assert (f"trang {page}" in cited or f"tr.{page}" in cited) == (page is not None)
