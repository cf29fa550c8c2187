"""Questions about a document itself and about the lists it has of people: who signed, from when and until when, to whom, what it ends, who is in it."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.types import Span
from search_api.asking.documents.addressees import addressees_in
from search_api.asking.documents.effect import asks_effect, asks_validity
from search_api.asking.documents.signing import signer_asked
from search_api.asking.enumerations.inline import lists_in
from search_api.asking.persons.committees import sought_in
from search_api.types import Answer, Kind
from tests.search_api.asking.composed import composed, letter
from tests.search_api.conftest import open_small
from tests.search_api.small_corpus import add_texts

Ask = Callable[[str], Answer]

RULES = letter(
    "12/2026/QĐ-UBND", "ỦY BAN NHÂN DÂN THÀNH PHỐ LẠC GIANG", "Lạc Giang", (9, 3, 2026), "Quyết định về Quy chế quản lý bến đò ngang",
    "Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý bến đò ngang.\n\n"
    "Điều 2. Hiệu lực thi hành\n\n1. Quyết định này có hiệu lực kể từ ngày ký.\n\n"
    "2. Bãi bỏ các quyết định sau: Quyết định số 31/2019/QĐ-UBND ngày 04 tháng 6 năm 2019 và Quyết định số 77/QĐ-UBND ngày 08 tháng 8 năm 2021.\n\n"
    "Điều 3. Giao việc\n\nChủ bến có trách nhiệm: niêm yết giá vé; trang bị áo phao; dừng đò khi có gió to.\n\n"
    "| Nơi nhận: - Lưu: VT. | TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê Thị Bến |\n|---|---|\n",
)  # fmt: skip
MANDATE = letter(
    "45/QĐ-UBND", "ỦY BAN NHÂN DÂN THÀNH PHỐ LẠC GIANG", "Lạc Giang", (2, 1, 2026), "Quyết định về ủy quyền cấp phép họp chợ nổi",
    "Điều 1. Ủy quyền cho Giám đốc Sở Công Thương cấp phép họp chợ nổi.\n\n"
    "Điều 2. Thời hạn ủy quyền: từ ngày ký đến hết ngày 30 tháng 6 năm 2028.\n\n"
    "Điều 3. Giấy phép cấp trước ngày Quyết định này có hiệu lực được dùng đến hết ngày 31 tháng 12 năm 2026.\n",
)  # fmt: skip
FAIR = letter(
    "20/KH-UBND", "ỦY BAN NHÂN DÂN PHƯỜNG BẾN LẠC", "Bến Lạc", (5, 2, 2026), "Kế hoạch về tổ chức hội đèn trời năm 2026",
    "## I. Nội dung\n\n- Thời gian: 19 giờ ngày 20 tháng 02 năm 2026.\n\n- Địa điểm: Sân đình Bến Lạc.\n\n"
    "Hội có bốn phần: (1) Rước đèn; (2) Thi thả đèn; (3) Hát đối; (4) Bế mạc.\n\n"
    "## II. Ban Tổ chức\n\n### 1. Ban Tổ chức hội đèn trời\n\n- Ông Trần Văn Đèn, Chủ tịch UBND phường, Trưởng ban.\n\n- Bà Lê Thị Sáng, Phó Trưởng ban.\n\n"
    "### 2. Tiểu ban Khánh tiết\n\n- Ông Phạm Văn Cờ, Trưởng tiểu ban.\n\n- Bà Vũ Thị Hoa, thành viên.\n\n"
    "### 3. Tiểu ban An toàn\n\n- Bà Đỗ Thị Phao, Trưởng tiểu ban.\n\n- Ông Ngô Văn Sào, thành viên.\n",
)  # fmt: skip
WIRE = """\
**THỦ TƯỚNG CHÍNH PHỦ**

**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**

Số: 8/CĐ-TTg

*Hà Nội, ngày 3 tháng 9 năm 2026*

**CÔNG ĐIỆN**

**về việc cứu đê sông Lạc**

THỦ TƯỚNG CHÍNH PHỦ điện:

- Bộ trưởng các Bộ: Quốc phòng, Xây dựng, Công Thương;

- Chủ tịch Ủy ban nhân dân các tỉnh: Bạch Sơn, Lạc Giang.

Từ ngày 1 tháng 9 nước sông Lạc lên cao. Thủ tướng yêu cầu các bộ giữ đê.
"""
LAW = """\
**QUỐC HỘI**

**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**

Luật số: 99/2026/QH15

**LUẬT**

**BẾN ĐÒ**

Điều 1. Luật này quy định về bến đò.

Điều 2. Dự án được duyệt trước ngày Luật này có hiệu lực thì làm tiếp.

Điều 3. Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2027.
"""
ACT = """\
**QUỐC HỘI**

Nghị quyết số: 41/2026/QH15

**NGHỊ QUYẾT**

**Về thí điểm chợ nổi**

Điều 1. Thí điểm chợ nổi tại thành phố Lạc Giang.

Điều 2. Nghị quyết này có hiệu lực thi hành từ ngày được Quốc hội thông qua.

Nghị quyết này được Quốc hội thông qua ngày 20 tháng 11 năm 2026.
"""
NOTE = letter(
    "33/BC-UBND", "ỦY BAN NHÂN DÂN THÀNH PHỐ LẠC GIANG", "Lạc Giang", (7, 7, 2026), "Báo cáo về kết quả thực hiện Chỉ thị số 9/CT-TU",
    "Thành phố đã sửa bốn bến đò.\n\nNơi nhận: - Thường trực Thành ủy; - Ban Tổ chức Thành ủy; - Như trên; - Lưu: VT.\n",
)  # fmt: skip
FILES = {
    "41-nq.md": ACT,
    "33-bc.md": NOTE,
    "12-qd.md": RULES,
    "45-qd.md": MANDATE,
    "20-kh.md": FAIR,
    "8-cd.md": WIRE,
    "luat-ben-do.md": LAW,
}


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    store = open_small(tmp_path_factory.mktemp("themselves") / "data")
    add_texts(store, FILES)
    yield lambda question: composed(store, question)
    store.close()


@pytest.mark.parametrize(
    ("question", "said", "file"),
    [
        ("Lãnh đạo nào của UBND thành phố Lạc Giang ký quyết định về quy chế bến đò ngang?", "Lê Thị Bến", "12-qd.md"),
        ("Ai thay mặt UBND thành phố ký ban hành Quy chế quản lý bến đò ngang?", "Lê Thị Bến", "12-qd.md"),
        ("quyet dinh 12 mang chu ky cua ai", "Lê Thị Bến", "12-qd.md"),
        ("Quy định 12/2026 về quản lý bến đò ngang là của cơ quan nào?", "thành phố Lạc Giang", "12-qd.md"),
        ("Quyết định ủy quyền cấp phép họp chợ nổi do cơ quan nào ban hành?", "thành phố Lạc Giang", "45-qd.md"),
        ("Quyết định 12/2026/QĐ-UBND có hiệu lực từ khi nào?", "ký ngày 09/03/2026", "12-qd.md"),
        ("Luật Bến đò bắt đầu áp dụng từ ngày tháng năm nào?", "từ ngày 01 tháng 01 năm 2027", "luat-ben-do.md"),
        ("Khi nào Luật Bến đò có hiệu lực thi hành?", "từ ngày 01 tháng 01 năm 2027", "luat-ben-do.md"),
        ("Nghị quyết 41 có hiệu lực từ ngày nào?", "thông qua ngày 20 tháng 11 năm 2026", "41-nq.md"),
        ("Nghị quyết 41/2026/QH15 có hiệu lực khi nào", "thông qua ngày 20 tháng 11 năm 2026", "41-nq.md"),
        ("Lạc Giang ủy quyền cấp phép họp chợ nổi, thời hạn đến bao giờ?", "đến hết ngày 30 tháng 6 năm 2028", "45-qd.md"),
        ("Công điện 8 về cứu đê sông Lạc gửi bộ trưởng những bộ nào?", "Quốc phòng, Xây dựng, Công Thương", "8-cd.md"),
        ("Công điện 8 gửi chủ tịch UBND những tỉnh nào?", "Bạch Sơn, Lạc Giang", "8-cd.md"),
        ("Quy chế quản lý bến đò ngang làm hết hiệu lực những quyết định nào?", "31/2019/QĐ-UBND", "12-qd.md"),
        ("Những quyết định nào hết hiệu lực khi Quyết định 12/2026 được ban hành?", "77/QĐ-UBND", "12-qd.md"),
        ("Tiểu ban Khánh tiết của hội đèn trời do ai đứng đầu?", "Phạm Văn Cờ", "20-kh.md"),
        ("ai lam truong ban to chuc hoi den troi phuong ben lac", "Trần Văn Đèn", "20-kh.md"),
        ("Trưởng Tiểu ban An toàn hội đèn trời là ai?", "Đỗ Thị Phao", "20-kh.md"),
        ("Phó ban tổ chức hội đèn trời Bến Lạc là ai?", "Lê Thị Sáng", "20-kh.md"),
        ("Hội đèn trời Bến Lạc tổ chức ở đâu?", "Sân đình Bến Lạc", "20-kh.md"),
    ],
)  # fmt: skip
def test_what_is_asked_of_a_document_is_said_with_its_place(ask: Ask, question: str, said: str, file: str) -> None:
    answer = ask(question)
    assert answer.found and answer.text is not None and said in answer.text
    first = answer.citations[0].evidence
    assert first.hit.document.file_name == file and len(answer.text) < 400


def test_only_the_addressees_that_are_asked_for_are_said(ask: Ask) -> None:
    assert "Bạch Sơn" not in (ask("Công điện 8 gửi bộ trưởng những bộ nào?").text or "")
    everybody = ask("Công điện 8 về cứu đê sông Lạc gửi những ai?")
    assert everybody.table is not None and everybody.table.total == 2


def test_a_document_without_addressees_is_sent_to_its_recipients_and_not_to_the_archive(ask: Ask) -> None:
    answer = ask("Báo cáo kết quả thực hiện Chỉ thị 9 gửi những cơ quan nào?")
    assert answer.table is not None
    assert [row.cells[0] for row in answer.table.rows] == ["Thường trực Thành ủy", "Ban Tổ chức Thành ủy"]


def test_all_members_of_the_committee_that_is_asked_after_are_listed(ask: Ask) -> None:
    answer = ask("Tiểu ban An toàn của hội đèn trời gồm những ai?")
    assert answer.table is not None and [row.cells[0] for row in answer.table.rows] == [
        "Bà Đỗ Thị Phao, Trưởng tiểu ban", "Ông Ngô Văn Sào, thành viên",
    ]  # fmt: skip


def test_the_document_of_another_place_with_that_number_is_no_answer(ask: Ask) -> None:
    assert not ask("Ai ký Quyết định 12/2026/QĐ-UBND của UBND tỉnh Sơn La?").found


def test_the_head_of_another_committee_is_no_answer(ask: Ask) -> None:
    answer = ask("Tiểu ban Truyền thông của hội đèn trời do ai đứng đầu?")
    assert all(name not in (answer.text or "") for name in ("Phạm Văn Cờ", "Đỗ Thị Phao", "Trần Văn Đèn"))


def test_the_day_of_another_law_is_no_answer(ask: Ask) -> None:
    assert not ask("Luật Chợ nổi có hiệu lực từ ngày nào?").found


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("Hội đèn trời Bến Lạc có bốn phần nào?", ["Rước đèn", "Thi thả đèn", "Hát đối", "Bế mạc"]),
        ("Chủ bến đò ngang có những trách nhiệm gì?", ["niêm yết giá vé", "trang bị áo phao", "dừng đò khi có gió to"]),
    ],
)  # fmt: skip
def test_a_list_in_one_line_is_listed_item_by_item(ask: Ask, question: str, items: list[str]) -> None:
    answer = ask(question)
    assert answer.table is not None and [row.cells[0] for row in answer.table.rows] == items
    assert answer.reading.kind is Kind.LIST


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Phó Chủ tịch nào ký Kế hoạch 20?", True), ("Ai là người ký công văn này?", True), ("van ban do ai ky", True),
        ("Ai ký kết hợp đồng sửa bến?", False), ("Nhiệm kỳ này ai làm bí thư?", False), ("Ai dự kỳ họp thứ ba?", False),
        ("Đơn vị nào báo cáo định kỳ?", False), ("Ai bị kỷ luật?", False),
    ],
)  # fmt: skip
def test_a_question_for_the_signer_is_told_from_other_words_that_look_like_it(question: str, asked: bool) -> None:
    assert (signer_asked(question) is not None) is asked


@pytest.mark.parametrize(
    ("question", "effect", "validity"),
    [
        ("Nghị quyết 7 có hiệu lực từ ngày nào?", True, False), ("Quyết định 45 hết hiệu lực khi nào?", False, True), ("Quyết định 45 có hiệu lực đến khi nào?", False, True),
        ("Mức thu phí đò áp dụng từ ngày nào?", False, False), ("Thời hạn nộp báo cáo là ngày nào?", False, False),
        ("Giấy phép có giá trị đến khi nào?", False, True),
    ],
)  # fmt: skip
def test_questions_for_the_effect_and_for_the_validity_are_known(question: str, effect: bool, validity: bool) -> None:
    assert (asks_effect(question) is not None, asks_validity(question) is not None) == (effect, validity)


@pytest.mark.parametrize(
    ("question", "group"),
    [
        ("Trưởng tiểu ban hậu cần là ai?", "tieu ban hau can"), ("Tổ công tác liên ngành do ai phụ trách chính?", "to cong tac lien nganh"),
        ("Ai giữ chức Bí thư Tỉnh ủy?", None), ("Hội đồng thẩm định giá gồm những ai?", "hoi dong tham dinh gia"), ("Ban nào chủ trì?", None),
    ],
)  # fmt: skip
def test_the_committee_that_is_asked_after_is_read_from_the_question(question: str, group: str | None) -> None:
    sought = sought_in(question)
    assert (" ".join(sought.group) if sought else None) == group


@given(st.lists(st.text("ab (1)2;:.", min_size=1, max_size=12), min_size=1, max_size=8))
def test_items_of_a_list_in_a_line_follow_each_other_inside_it(parts: list[str]) -> None:
    text = "Gồm: " + " ".join(f"({n}) {part};" for n, part in enumerate(parts, start=1))
    for lead, items in lists_in(text, Span(0, len(text))):
        ends = [lead.end, *(item.end for item in items)]
        assert all(end <= item.start <= item.end <= len(text) for end, item in zip(ends, items, strict=False))


@given(st.text("ký ai nào gửi: điện;\n-|kính Bộ", max_size=120))
def test_what_is_read_of_any_text_lies_in_it(text: str) -> None:
    span = signer_asked(text)
    assert span is None or 0 <= span.start < span.end <= len(text)
    assert all(0 <= item.start < item.end <= len(text) for item in addressees_in(text))
