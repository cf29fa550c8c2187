"""corpus.language.restoring: what the words of a question are read as, however they were typed; what is right stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.habits import Typing
from corpus.language.model import SyllableModel
from corpus.language.restoring import Restorer
from corpus.text import folded
from corpus.types import Span

CORPUS = [
    "Xã Nà Hẩu trồng quế. Bản Nà Hẩu bán quế. Ông Giàng A Phềnh ở Nà Hẩu. Tỉnh Bạch Sơn có xã Nà Hẩu.",
    "Kế hoạch số 12/KH-BCĐ của BCĐ; chương trình CTĐT. Công ty Quevina bán quế ở Bạch Sơn.",
] * 2
MARKED = [
    "Đến năm 2025 kinh tế số chiếm bao nhiêu phần trăm GRDP?",
    "Nghị quyết về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số",
    "Cơ quan nào chủ trì xây dựng đề án cải cách thủ tục hành chính?",
    "Khi nào phải hoàn thành cơ sở dữ liệu đất đai của tỉnh?",
    "Ông Giàng A Phềnh ở xã nào của tỉnh Bạch Sơn?",
    "Ban Chỉ đạo họp bao nhiêu lần trong năm, do ai chủ trì?",
    "Doanh nghiệp khởi nghiệp được hỗ trợ những gì",
    "Công ty Quevina ở đâu, làm website và app bằng AI thế nào?",
]
SAID = [
    ("nghij quyeets veef chuyeenr ddooir soos", "nghị quyết về chuyển đổi số", Typing.KEYS),
    ("khoa hocj vaf coong ngheej", "khoa học và công nghệ", Typing.KEYS),
    ("Kees hoachj phats trieenr kinh tees", "Kế hoạch phát triển kinh tế", Typing.KEYS),
    ("nghi5 quye61t ve62 chuye63n d9o6i3 so61", "nghị quyết về chuyển đổi số", Typing.KEYS),
    ("Nghi quyêt vê chuyên đôi sô", "Nghị quyết về chuyển đổi số", Typing.PARTLY),
    ("Mục tiêu phát triển kinh tê số là gì?", "Mục tiêu phát triển kinh tế số là gì?", Typing.PARTLY),
    ("Nghị quyềt về phát triển khoa học", "Nghị quyết về phát triển khoa học", Typing.TONE),
    ("Cơ quan nào chủ trì chuyển đổi số của tinhr?", "Cơ quan nào chủ trì chuyển đổi số của tỉnh?", Typing.KEYS),
    ("Nghị quuyết về phát triển khoa học", "Nghị quyết về phát triển khoa học", Typing.LETTERS),
    ("Nghị quyết về phát tirển khoa học", "Nghị quyết về phát triển khoa học", Typing.LETTERS),
    ("Nghị quyết về phát trển khoa học", "Nghị quyết về phát triển khoa học", Typing.LETTERS),
    ("ủy ban nhân dân tỉnh ban hàmh kế hoạch", "ủy ban nhân dân tỉnh ban hành kế hoạch", Typing.LETTERS),
]


@pytest.fixture(scope="module")
def restorer() -> Restorer:
    """One that has learnt from a small corpus."""
    return Restorer(SyllableModel.with_texts(CORPUS))


def read(restorer: Restorer, question: str) -> str:
    """The question as it is read."""
    for change in reversed(restorer.restore(question)):
        question = question[: change.span.start] + change.read + question[change.span.end :]
    return question


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ke hoach bo sung may cong trinh", "kế hoạch bổ sung mấy công trình"),
        ("huyen nao co may khu cong nghiep", "huyện nào có mấy khu công nghiệp"),
        ("mua may moc thiet bi bao nhieu tien", "mua máy móc thiết bị bao nhiêu tiền"),
        ("thue may chu bao nhieu tien", "thuê máy chủ bao nhiêu tiền"),
    ],
)
def test_what_is_counted_is_told_from_a_machine(restorer: Restorer, typed: str, meant: str) -> None:
    assert read(restorer, typed) == meant


@pytest.mark.parametrize("question", MARKED)
def test_a_question_that_is_right_stays(restorer: Restorer, question: str) -> None:
    assert read(restorer, question) == question


@pytest.mark.parametrize("question", MARKED)
def test_all_marks_come_back(restorer: Restorer, question: str) -> None:
    assert read(restorer, folded(question)) == question


@pytest.mark.parametrize("question", MARKED)
def test_half_of_the_marks_come_back(restorer: Restorer, question: str) -> None:
    words = question.split()
    for first in (0, 1):
        typed = " ".join(folded(word) if at % 2 == first else word for at, word in enumerate(words))
        assert read(restorer, typed) == question


def test_in_capitals_all_marks_come_back_in_capitals(restorer: Restorer) -> None:
    assert read(restorer, "NGHI QUYET VE CHUYEN DOI SO") == "NGHỊ QUYẾT VỀ CHUYỂN ĐỔI SỐ"


@pytest.mark.parametrize(("typed", "meant", "typing"), SAID)
def test_what_was_meant_is_read(restorer: Restorer, typed: str, meant: str, typing: Typing) -> None:
    assert read(restorer, typed) == meant
    assert typing in {change.typing for change in restorer.restore(typed)}


@pytest.mark.parametrize(
    "question",
    ["what is machine learning", "GDP, GRDP, FDI, R&D", "UBND, HĐND, BCĐ", "bn % DN ko có ĐMST", "techfest 2023", "d) Điểm d khoản 2", "v1.2 beta-3 x86", "57", "…", ""],
)  # fmt: skip
def test_what_is_no_vietnamese_word_stays(restorer: Restorer, question: str) -> None:
    assert read(restorer, question) == question


def test_a_name_that_only_the_corpus_knows_is_restored(restorer: Restorer) -> None:
    assert read(restorer, "xa na hau trong que") == "xã nà hẩu trồng quế"
    assert "hẩu" not in read(Restorer(SyllableModel.base()), "xa na hau trong que")
    assert read(restorer, "Xa Na Hau o tinh Bach Son") == "Xã Nà Hẩu ở tỉnh Bạch Sơn"


def test_a_name_that_nobody_knows_is_no_slip(restorer: Restorer) -> None:
    for name in ("Kpuih", "Vừ Mí Sính", "Zơrâm", "Quảng Khuyếng", "Brightonia"):
        question = f"Ông {name} làm gì ở tỉnh Bạch Sơn?"
        assert read(restorer, question) == question


def test_abbreviations_of_the_corpus_get_their_letters(restorer: Restorer) -> None:
    assert read(restorer, "BCD va CTDT cua tinh") == "BCĐ và CTĐT của tỉnh"
    assert read(restorer, "Ban chỉ đạo: CTr, TTr, BCĐ") == "Ban chỉ đạo: CTr, TTr, BCĐ"


def test_the_usual_place_of_the_tone_is_printed(restorer: Restorer) -> None:
    assert read(restorer, "uy ban nhan dan thanh pho, y te va suc khoe, quy hoach, hoa binh") == (
        "ủy ban nhân dân thành phố, y tế và sức khỏe, quy hoạch, hòa bình"
    )


def test_what_is_kept_stays_and_still_helps_its_neighbours(restorer: Restorer) -> None:
    question = "nghi quyet ve chuyen doi so"
    changes = restorer.restore(question, [Span(5, 10)])
    assert [change.read for change in changes] == ["nghị", "về", "chuyển", "đổi", "số"]


@given(st.text(max_size=120) | st.text("aăâbcdđeêghiklmnoôơpqrstuưvxysfrxjwz ,.1657", max_size=120))
def test_changes_stand_in_order_on_words_of_any_text(restorer: Restorer, question: str) -> None:
    changes = restorer.restore(question)
    ends = [0, *(change.span.end for change in changes)]
    assert all(change.span.start >= end for change, end in zip(changes, ends, strict=False))
    assert all(change.span.of(question).isalnum() and change.read != change.span.of(question) for change in changes)
