"""The number of a document that has no letterhead, and what such documents say of themselves."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.grammar.spoken_symbols import find_spoken
from corpus.store import Store
from search_api.asking.headed import headed, is_headed_by, subject_below
from tests.search_api.asking.composed import composed, letter
from tests.search_api.asking.units import document
from tests.search_api.conftest import open_small
from tests.search_api.small_corpus import add_texts

HEADED = "Chính phủ\n\nNghị định của Chính phủ số 114/2031/NĐ-CP ngày 10/10/2031 về bến đò ngang.\n\n"
RULES = HEADED + (
    "Điều 1. Nghị định này quy định về bến đò ngang, chủ bến và người lái đò.\n\n"
    "Điều 2. Nghị định này có hiệu lực thi hành sau 15 ngày, kể từ ngày đăng Công báo.\n"
)
SPENDING = (
    "QUYẾT ĐỊNH\n\nVề việc ban hành Quy chế chi tiêu nội bộ của Ban Quản lý bến Lạc Giang\n\n"
    "Điều 1. Nay ban hành kèm theo Quyết định này Quy chế chi tiêu nội bộ năm 2031 của Ban Quản lý bến Lạc Giang. "
    "Quyết định này thay thế các quyết định số 15/QĐ.BQLB-TC ngày 21/7/2029 và 41/QĐ.BQLB-TC ngày 30/3/2030.\n"
)
LAW = (
    "QUỐC HỘI\n\nLuật số: 18/2031/QH19\n\nLUẬT\n\nBến đò nổi\n\nĐiều 1. Luật này quy định về bến đò nổi.\n\n"
    "Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XIX, kỳ họp thứ 4 thông qua ngày 26 tháng 11 năm 2031.\n"
)
GUIDE = (
    "HƯỚNG DẪN KỸ THUẬT THẢ PHAO\n\n(Ban hành kèm theo Quyết định số 33/QĐ-BBB ngày 5 tháng 6 năm 2031 của Bộ trưởng Bộ Bến bãi)\n\n"
    "1. Hướng dẫn kỹ thuật này nói cách thả phao ở bến đò ngang và bến đò dọc.\n\n2. Phao thả cách bờ sáu mét.\n"
)
MOORING = letter(
    "8/QĐ-UBND", "ỦY BAN NHÂN DÂN THÀNH PHỐ LẠC GIANG", "Lạc Giang", (3, 2, 2031), "Quyết định về quy chế neo đậu đò ngang",
    "Điều 1. Ban hành quy chế neo đậu đò ngang. Màu cờ hiệu thực hiện theo Phụ lục.",
)  # fmt: skip
ANNEX = (
    "**PHỤ LỤC**\n\n**CỜ HIỆU**\n\n(Kèm theo Quyết định số 8/QĐ-UBND ngày 3 tháng 2 năm 2031 của Ủy ban nhân dân thành phố Lạc Giang)\n\n"
    "## I. NGUYÊN TẮC TREO CỜ\n\n1. Treo cờ ở mũi đò.\n\n2. Hạ cờ khi neo.\n\n3. Thay cờ rách trong ngày.\n"
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = open_small(tmp_path_factory.mktemp("headed") / "data")
    add_texts(
        opened,
        {
            "nghi-dinh-cu.txt": RULES,
            "quy-che-cu.txt": SPENDING,
            "luat-cu.txt": LAW,
            "phao.txt": GUIDE,
            "8-qd.md": MOORING,
            "phu-luc.md": ANNEX,
        },
    )
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("said", "text", "headed"),
    [
        ("Nghị định 114/2031", HEADED, True),
        ("Nghị định 114", HEADED, True),
        ("Nghị định 115/2031", HEADED, False),
        ("Nghị định 114/2030", HEADED, False),
        ("Nghị quyết 114/2031", HEADED, False),
        (
            "Thông tư 5/2031/TT-BĐN",
            "Bộ Bến bãi\nĐộc lập - Tự do - Hạnh phúc\nSố: 5/2031/TT-BĐN\nThông tư\nvề vé đò",
            True,
        ),
        ("Thông tư 5/2031/TT-BĐN", "Bộ Bến bãi Độc lập - Tự do - Hạnh phúc Số : 5/2031/TT-BĐN Thông tư", True),
        ("Nghị định 114/2031", f"Căn cứ {HEADED[11:]}", False),  # only what it rests on
        (
            "Thông tư 8/2031",
            "Bộ Bến bãi Độc lập - Tự do SỐ: 8 /2031/TT/BBB\nLạc Giang, ngày 5 tháng 3 năm 2031 thông tư",
            True,
        ),
        ("Thông tư 8/2031", "Triển khai các quy định, số: 8/2031/TT-BBB được thực hiện", False),
        ("Nghị định 114/2031", "Bến đò ngang. " * 40 + HEADED, False),
    ],
)
def test_the_first_number_behind_its_type_is_that_of_the_document(said: str, text: str, headed: bool) -> None:
    assert is_headed_by(document(), text, find_spoken(said)) is headed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (HEADED, "Nghị định của Chính phủ số 114/2031/NĐ-CP ngày 10/10/2031 về bến đò ngang."),
        ("Quyết định\ncủa Sở Bến bãi số 7/QĐ-SBB\nvề vé đò", "Quyết định\ncủa Sở Bến bãi số 7/QĐ-SBB"),
        ("Bến đò ngang", None),
    ],
)
def test_a_document_names_itself_from_its_type_to_the_end_of_the_line(text: str, words: str | None) -> None:
    span = headed(text)
    assert (span.of(text) if span else None) == words


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "BỘ BẾN BÃI Độc lập - Tự do - Hạnh phúc\nSố: 5/2031/TT-BĐN -----\nLạc Giang, ngày 3 tháng 4 năm 2031 thông tư\n"
            "Hướng dẫn bán vé đò ngang\nCăn cứ Luật Bến đò",
            "Hướng dẫn bán vé đò ngang",
        ),
        (
            "BỘ BẾN BÃI Độc lập - Tự do - Hạnh phúc Số : 5/2031/TT-BĐN Thông tư Hướng dẫn bán vé đò ngang Căn cứ Luật Bến đò",
            "Hướng dẫn bán vé đò ngang",
        ),
        (
            "Nghị định\ncủa Chính phủ số 9/2031/NĐ-CP\nvề việc bán vé đò ngang\nCăn cứ Luật Bến đò",
            "về việc bán vé đò ngang",
        ),
        ("Bến đò ngang mở cửa từ năm giờ sáng", None),
    ],
)
def test_what_a_document_is_on_stands_below_its_number_or_its_type(text: str, subject: str | None) -> None:
    span = subject_below(text)
    assert (span.of(text) if span else None) == subject


@given(st.text(max_size=500))
def test_what_a_document_calls_itself_stands_in_its_text(text: str) -> None:
    for span in (headed(text), subject_below(text)):
        assert span is None or 0 <= span.start < span.end <= len(text)


def test_a_letterhead_goes_before_the_text() -> None:
    assert not is_headed_by(document(symbol="9/2031/NĐ-CP"), HEADED, find_spoken("Nghị định 114/2031"))


def test_a_document_that_is_headed_by_its_number_says_when_it_takes_effect(store: Store) -> None:
    answer = composed(store, "Nghị định 114/2031 về bến đò ngang có hiệu lực từ khi nào?")
    assert answer.text is not None and "sau 15 ngày" in answer.text


def test_what_a_document_ends_is_said_in_its_words_where_no_number_can_be_read(store: Store) -> None:
    answer = composed(store, "Quy chế chi tiêu nội bộ năm 2031 của Ban Quản lý bến Lạc Giang thay cho quyết định nào?")
    assert answer.text is not None
    assert all(number in answer.text for number in ("15/QĐ.BQLB-TC", "41/QĐ.BQLB-TC"))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Luật Bến đò nổi được Quốc hội khóa mấy thông qua?", "khóa XIX"),
        ("Luật Bến đò nổi số mấy, thông qua hôm nào?", "26 tháng 11 năm 2031"),
        ("Luật Bến đò nổi thông qua tại kỳ họp thứ mấy?", "kỳ họp thứ 4"),
        ("Hướng dẫn kỹ thuật thả phao ban hành theo quyết định nào?", "Quyết định số 33/QĐ-BBB"),
        ("Nghị định về bến đò ngang năm 2031 số mấy?", "114/2031/NĐ-CP"),
        ("Quyết định 8/QĐ-UBND nêu những nguyên tắc treo cờ nào?", "Hạ cờ khi neo"),
    ],
)
def test_what_stands_at_the_ends_of_a_document_or_in_its_annex_is_said_of_it(
    store: Store, question: str, said: str
) -> None:
    answer = composed(store, question)
    assert said in (answer.text or "")
    assert any(said in c.quote for c in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "Quyết định về quy chế neo đậu đò ngang của thành phố Hải Phòng số mấy?",  # of another place
        "Ai ký Nghị định 114/2031?",  # nobody is named there
        "Nghị định 114/2031 được thay thế bởi nghị định nào?",
        "Luật Bến đò nổi bị thay thế bởi luật nào?",
        "Quyết định 8/QĐ-UBND thay thế quyết định nào?",
        "Nghị định 114/2031 được thông qua hôm nào?",
        "Nghị định về bến đò ngang ban hành theo quyết định nào?",
    ],
)
def test_what_no_document_says_of_itself_is_refused(store: Store, question: str) -> None:
    assert not composed(store, question).found
