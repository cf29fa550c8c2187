"""Questions over made-up documents → two answers to two questions, meanings of terms, parts of a document, time and place of an event."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.store import Store
from search_api.asking.definitions import term_of
from search_api.asking.enumerations.things import things_asked
from search_api.asking.twofold import twofold_parts
from search_api.reading import kind_of
from search_api.types import Answer, Kind
from tests.search_api.asking.composed import composed, letter
from tests.search_api.conftest import open_small
from tests.search_api.small_corpus import add_texts

CODE = letter(
    "21/2024/NQ-HĐND", "HỘI ĐỒNG NHÂN DÂN TỈNH LẠC GIANG", "Lạc Giang", (6, 5, 2024), "Nghị quyết về quản lý bến thuyền",
    "Điều 1. Giải thích từ ngữ\n\n1. “Bến tạm” là bến được mở trong mùa nước, dỡ đi sau mùa nước.\n\n"
    "2. “Bến phụ” là bến không có nhà chờ, chỉ đón thuyền dưới mười chỗ.\n\n"
    "Điều 2. Bến tạm phải có người trông coi. Chủ bến tạm treo biển tên bến tạm.\n\n"
    "Điều 3. Hồ sơ mở bến bao gồm:\n\n1. Đơn xin mở bến;\n\n2. Bản vẽ luồng vào bến;\n\n3. Giấy thuê bãi.\n\n"
    "Điều 4. Hiệu lực thi hành\n\n1. Nghị quyết này có hiệu lực từ ngày 01 tháng 7 năm 2024.\n\n"
    "2. Nghị quyết này thay thế Quy ước bến thuyền sông Lạc năm 1998.",
)  # fmt: skip
PLAN = letter(
    "33/KH-UBND", "ỦY BAN NHÂN DÂN TỈNH LẠC GIANG", "Lạc Giang", (9, 9, 2024), "Kế hoạch về hội thả đèn sông Lạc năm 2024",
    "I. MỤC ĐÍCH\n\nGiữ nếp thả đèn của làng chài.\n\nII. NHIỆM VỤ, GIẢI PHÁP\n\n1. Tuyên truyền\n\na) Treo cờ dọc bến.\n\nb) Phát tờ rơi ở chợ.\n\n"
    "2. Bảo đảm an toàn\n\na) Cắm phao quanh bãi.\n\nb) Trực thuyền cứu hộ.\n\n3. Vệ sinh bến bãi\n\na) Vớt đèn sau hội.\n\nb) Quét bến.\n\n"
    "III. TỔ CHỨC\n\n1. Hội thả đèn\n\n- Thời gian: 19h ngày 15 tháng 9 năm 2024.\n\n- Địa điểm: Bến Cây Sung, xã Lạc Thượng.\n\n"
    "2. Họp chuẩn bị\n\nDự họp có bà Lò Thị Mây, Bí thư Huyện ủy Lạc Thượng; ông Phạm Văn Suối, Trưởng bến.",
)  # fmt: skip
FILES = {"21-nq.md": CODE, "33-kh.md": PLAN}

Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    store: Store = open_small(tmp_path_factory.mktemp("asked") / "data")
    add_texts(store, FILES)
    yield lambda question: composed(store, question)
    store.close()


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Nghị quyết về quản lý bến thuyền có hiệu lực từ ngày nào, thay thế văn bản nào?", ["01 tháng 7 năm 2024", "Quy ước bến thuyền sông Lạc năm 1998"]),
        ("Hội thả đèn sông Lạc tổ chức ở đâu, ngày nào?", ["Bến Cây Sung", "15 tháng 9 năm 2024"]),
        ("Hội thả đèn sông Lạc diễn ra khi nào?", ["15 tháng 9 năm 2024"]),
        ("Bến tạm là gì?", ["bến được mở trong mùa nước"]),
        ("Nghị quyết 21/2024/NQ-HĐND hiểu bến phụ là gì?", ["bến không có nhà chờ"]),
        ("Kế hoạch 33/KH-UBND nêu những nhiệm vụ, giải pháp nào?", ["Tuyên truyền", "Bảo đảm an toàn", "Vệ sinh bến bãi"]),
        ("Hồ sơ mở bến bao gồm những gì?", ["Đơn xin mở bến", "Bản vẽ luồng", "Giấy thuê bãi"]),
        ("Bí thư Huyện ủy Lạc Thượng dự họp là ai?", ["Lò Thị Mây"]),
    ],
)  # fmt: skip
def test_all_that_is_asked_is_said(ask: Ask, question: str, said: list[str]) -> None:
    text = ask(question).text or ""
    assert [words for words in said if words not in text] == []


def test_what_amended_a_document_is_not_answered_with_its_own_name(ask: Ask) -> None:
    assert not ask("Kế hoạch 33/KH-UBND được sửa đổi bởi kế hoạch nào?").found


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Hội thả đèn tổ chức ở đâu, ngày nào?", ("Hội thả đèn tổ chức ở đâu", "Hội thả đèn tổ chức ngày nào")),
        ("Luật Bến bãi có hiệu lực từ ngày nào và thay luật nào?", ("Luật Bến bãi có hiệu lực từ ngày nào", "Luật Bến bãi thay luật nào")),
        ("Sở nào chủ trì, sở nào phối hợp?", None),
        ("Bến mở ngày nào?", None),
    ],
)  # fmt: skip
def test_a_question_for_two_things_is_read_as_two(question: str, parts: tuple[str, str] | None) -> None:
    assert twofold_parts(question) == parts


@given(st.text(max_size=200))
def test_any_text_is_read_as_one_question_or_two_that_begin_alike(question: str) -> None:
    parts = twofold_parts(question)
    assert parts is None or (parts[0] in question and parts[1].split()[0] == parts[0].split()[0])


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("Luật Bến bãi hiểu bến tạm là gì?", "bến tạm"),
        ("Theo Nghị quyết về bến thuyền thì bến phụ là gì?", "bến phụ"),
        ("Quy chế Lạc Giang: bến phụ là gì?", "bến phụ"),
        ("Luật Bến bãi được hiểu như thế nào?", "Luật Bến bãi"),
        ("Luật Bến bãi định nghĩa bến tạm ra sao?", "bến tạm"),
    ],
)
def test_where_a_term_is_defined_is_no_part_of_it(question: str, term: str) -> None:
    assert term_of(question) == term


def test_tasks_and_measures_are_one_title() -> None:
    things = things_asked("Kế hoạch nêu những nhiệm vụ, giải pháp nào?")
    assert things is not None
    assert things.head == ("nhiem", "vu", "giai", "phap")


@pytest.mark.parametrize(
    ("kind", "question"),
    [
        (Kind.PERSON, "Ai trình bày báo cáo bến bãi?"),
        (Kind.LIST, "Ban Chỉ đạo có lãnh đạo những sở nào làm thành viên?"),
        (Kind.LEAD_AGENCY, "Những sở nào chủ trì dời bến?"),
    ],
)
def test_members_and_speakers_are_told_from_who_leads(kind: Kind, question: str) -> None:
    assert kind_of(question) is kind
