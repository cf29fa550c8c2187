"""Who leads, by when and what was decided, where a document says it in running text: answers over made-up documents."""

from collections.abc import Callable, Iterator

import pytest

from search_api.types import Answer, Kind
from tests.search_api.asking.composed import composed, letter
from tests.search_api.conftest import open_small
from tests.search_api.small_corpus import add_texts

CITY = "ỦY BAN NHÂN DÂN THÀNH PHỐ LẠC GIANG"
NOTICE = letter(
    "58/TB-UBND", CITY, "Lạc Giang", (20, 11, 2031), "Thông báo về kết luận tại buổi làm việc với xã Hòa Lạc",
    "## II. VỀ CÁC KIẾN NGHỊ CỦA XÃ\n\n"
    "1. Về kiến nghị mở rộng bến đò ngang Vân Sa để đưa đón học sinh:\n\n"
    "Giao Sở Xây dựng nghiên cứu, xử lý theo thẩm quyền.\n\n"
    "2. Về kiến nghị bổ sung kinh phí nạo vét kênh Đồng Mơ:\n\n"
    "Đồng ý chủ trương, giao Sở Tài chính bố trí trong dự toán năm 2032.\n\n"
    "## III. TỔ CHỨC THỰC HIỆN\n\n"
    "1. Các sở, ngành, các xã, phường đề cao trách nhiệm của người đứng đầu trong quản lý bến đò ngang và nạo vét kênh.\n\n"
    "2. Ban Đô thị chủ trì, phối hợp với Văn phòng theo dõi, đôn đốc việc thực hiện Thông báo này.",
)  # fmt: skip
PLAN = letter(
    "77/KH-UBND", CITY, "Lạc Giang", (5, 2, 2031), "Kế hoạch về an toàn đường thủy nội địa",
    "## III. TỔ CHỨC THỰC HIỆN\n\n"
    "1. Các phòng thuộc Sở Xây dựng phối hợp chặt chẽ với Trung tâm Dữ liệu trong triển khai Kế hoạch này; đưa nhiệm vụ an toàn đường thủy vào kế hoạch "
    "công tác hằng năm của đơn vị; bố trí cán bộ có kinh nghiệm về đường thủy nội địa trực tại các bến đông khách trong mùa mưa lũ và các dịp lễ, Tết; "
    "định kỳ 6 tháng đánh giá, báo cáo kết quả kiểm tra phương tiện (trước ngày 05 tháng 6 và ngày 20 tháng 11) về Trung tâm Dữ liệu để tổng hợp.\n\n"
    "2. Công an thành phố gửi phương án cứu nạn đường thủy về Ủy ban nhân dân thành phố trong thời hạn 10 ngày kể từ ngày nhận Kế hoạch này.",
)  # fmt: skip
WARRANT = letter(
    "90/QĐ-UBND", CITY, "Lạc Giang", (15, 4, 2031), "Quyết định về ủy quyền cấp phép hoạt động bến thủy",
    "Điều 1. Ủy quyền cho Giám đốc Sở Xây dựng cấp phép hoạt động bến thủy.\n\n"
    "Điều 2. Thời hạn ủy quyền: Từ ngày Quyết định này có hiệu lực đến hết ngày 28 tháng 02 năm 2033.\n\n"
    "Điều 3. Giám đốc Sở Xây dựng định kỳ hằng năm báo cáo Ủy ban nhân dân thành phố kết quả cấp phép hoạt động bến thủy được ủy quyền.",
)  # fmt: skip
WATCHED = letter(
    "12/NQ-HĐND", "HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ LẠC GIANG", "Lạc Giang", (10, 7, 2031), "Nghị quyết về hỗ trợ đò ngang chở học sinh",
    "Điều 1. Hỗ trợ đò ngang chở học sinh.\n\nĐiều 2. Tổ chức thực hiện\n\n"
    "Giao Ban Văn hóa - Xã hội giám sát việc thực hiện Nghị quyết này.",
)  # fmt: skip
ALSO_WATCHED = letter(
    "13/NQ-HĐND", "HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ LẠC GIANG", "Lạc Giang", (10, 7, 2031), "Nghị quyết về phí bến thuyền du lịch",
    "Điều 1. Thu phí bến thuyền du lịch.\n\nĐiều 2. Tổ chức thực hiện\n\n"
    "Giao Ban Kinh tế - Ngân sách giám sát việc thực hiện Nghị quyết này.",
)  # fmt: skip
Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    store = open_small(tmp_path_factory.mktemp("prose") / "data")
    add_texts(
        store,
        {"58-tb.md": NOTICE, "77-kh.md": PLAN, "90-qd.md": WARRANT, "12-nq.md": WATCHED, "13-nq.md": ALSO_WATCHED},
    )
    yield lambda question: composed(store, question)
    store.close()


def test_a_petition_is_answered_with_the_decision_that_follows_it(ask: Ask) -> None:
    answer = ask("Xã Hòa Lạc xin mở rộng bến đò ngang Vân Sa để đưa đón học sinh thì giao ai xử lý?")
    assert answer.found
    assert answer.text is not None
    assert "Sở Xây dựng" in answer.text
    assert [c.quote for c in answer.citations][1].startswith("1. Về kiến nghị mở rộng bến đò")  # says what it is on


def test_what_was_decided_is_the_decision(ask: Ask) -> None:
    answer = ask("Thông báo 58 quyết định thế nào về kiến nghị bổ sung kinh phí nạo vét kênh Đồng Mơ?")
    assert answer.reading.kind is Kind.DECISION
    assert "Đồng ý chủ trương" in (answer.text or "")


def test_everybody_in_earnest_is_not_who_leads(ask: Ask) -> None:
    answer = ask("Ai được giao mở rộng bến đò ngang Vân Sa?")
    assert "đề cao trách nhiệm" not in (answer.text or "")


def test_who_watches_over_a_document_stands_in_its_last_article(ask: Ask) -> None:
    answer = ask("Ban nào của thành phố theo dõi, đôn đốc việc thực hiện Thông báo 58?")
    assert (answer.text or "").startswith("Ban Đô thị chủ trì")


def test_two_resolutions_that_are_watched_by_others_do_not_disagree(ask: Ask) -> None:
    answer = ask("Ban nào giám sát việc thực hiện Nghị quyết 12/NQ-HĐND về hỗ trợ đò ngang chở học sinh?")
    assert answer.reading.kind is Kind.LEAD_AGENCY
    assert "Ban Văn hóa - Xã hội" in (answer.text or "")
    assert "Ban Kinh tế" not in (answer.text or "")


def test_of_several_steps_the_one_that_is_asked_with_all_its_days(ask: Ask) -> None:
    answer = ask(
        "Các phòng thuộc Sở Xây dựng báo cáo kết quả kiểm tra phương tiện về Trung tâm Dữ liệu trước những ngày nào?"
    )
    assert "05 tháng 6" in (answer.text or "")
    assert "20 tháng 11" in (answer.text or "")
    assert "mùa mưa lũ" not in (answer.text or "")


def test_how_long_is_answered_with_a_number_of_days(ask: Ask) -> None:
    answer = ask("Công an thành phố phải gửi phương án cứu nạn đường thủy trong bao nhiêu ngày?")
    assert "10 ngày" in (answer.text or "")


def test_until_when_is_answered_with_the_end_and_no_periodic_report(ask: Ask) -> None:
    answer = ask("Giám đốc Sở Xây dựng được ủy quyền cấp phép hoạt động bến thủy đến bao giờ?")
    assert "28 tháng 02 năm 2033" in (answer.text or "")
