"""search_api.asking.enumerations: what things a question asks for, the lists of a document, and answers that have all of a list and nothing else."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.catalogue.documents import list_documents
from corpus.catalogue.passages import StoredPassage, passages_between, passages_of
from corpus.store import Store
from corpus.text import folded
from corpus.types import Passage, PassageKind, Span
from search_api.asking.enumerations.series import family_of, series_of
from search_api.asking.enumerations.things import LEAST, things_asked
from search_api.types import Answer, Kind
from tests.search_api.asking.composed import composed, letter
from tests.search_api.conftest import open_small
from tests.search_api.small_corpus import FILES, add_texts

Ask = Callable[[str], Answer]

GRANTS = letter(
    "14/2024/NQ-HĐND", "HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ LẠC GIANG", "Lạc Giang", (9, 7, 2024), "Nghị quyết về hỗ trợ nghề nuôi ong",
    "## Điều 1. Đối tượng áp dụng\n\na) Hộ nuôi ong lấy mật từ hai mươi đàn trở lên;\n\nb) Hợp tác xã chế biến mật ong;\n\nc) Trạm nhân giống ong của thành phố.\n\n"
    "## Điều 2. Mức hỗ trợ\n\n1. Mua thùng ong: tối đa 300 nghìn đồng/thùng.\n\n2. Mua máy quay mật: tối đa 12 triệu đồng/máy.\n\n"
    "## Điều 3. Ban Vận động nuôi ong gồm các ông, bà sau\n\n1. Ông Lý Văn Sậu, Trưởng ban.\n\n2. Bà Hồ Thị Én, Phó Trưởng ban Thường trực.\n\n"
    "3. Ông Đỗ Quang Tằm, Phó Trưởng ban.\n\n4. Bà Tô Thị Mật, Ủy viên.\n\n"
    "## Điều 4. Đánh giá\n\nViệc khắc phục hai tồn tại của các tổ ong còn chậm. Hai tồn tại của các tổ ong: một là đàn ong bị rét, hai là mật không có nhãn.\n\n"
    "## Điều 5. Tập huấn\n\n1. Người được dự lớp tập huấn thay nước đường cho đàn ong bao gồm:\n\na) Chủ hộ nuôi ong;\n\nb) Người trông đàn ong thuê.\n\n"
    "Người trông đàn ong thuê phải có giấy của chủ hộ.\n\nc) Cán bộ trạm nhân giống ong.\n\n"
    "## Điều 6. Phối hợp\n\nMở lớp tập huấn thay nước đường có đại diện các sở: Nông nghiệp và Môi trường, Tài chính, Y tế.\n",
)  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The small documents and a resolution with several lists."""
    opened = open_small(tmp_path_factory.mktemp("enumerations") / "data")
    add_texts(opened, {**FILES, "14-2024-NQ-HDND.md": GRANTS})
    return opened


@pytest.fixture(scope="module")
def ask(store: Store) -> Iterator[Ask]:
    """Answers over them."""
    yield lambda question: composed(store, question)
    store.close()


def shown(answer: Answer) -> list[str]:
    """The items of an answer."""
    return [row.cells[0] for row in answer.table.rows] if answer.table else []


@pytest.mark.parametrize(
    ("question", "head", "count"),
    [
        ("Nghị quyết 14 áp dụng cho những đối tượng nào?", "doi tuong", 0),
        ("nghi quyet 14 ap dung cho nhung doi tuong nao", "doi tuong", 0),
        ("Kể tên 5 dự án cầu của Lạc Giang", "du an cau", 5),
        ("Hai tồn tại của các tổ ong là gì?", "ton tai", 2),
        ("Ban Vận động nuôi ong có những phó trưởng ban nào?", "pho truong ban", 0),
        ("Thành viên Ban Vận động nuôi ong gồm những ai?", "ban van dong nuoi ong", 0),
        ("Nghị quyết 14 hỗ trợ những khoản nào, tối đa bao nhiêu?", "", 0),
    ],
)
def test_what_things_are_asked_for(question: str, head: str, count: int) -> None:
    things = things_asked(question)
    assert things is not None
    assert (" ".join(things.head), things.count) == (head, count)


@pytest.mark.parametrize(
    "question",
    [
        "Chương trình 07 do cơ quan nào chủ trì?",
        "Đề án phải xong trước ngày nào?",
        "Giai đoạn 2 bổ sung vốn khi nào?",
        "Bộ máy ở địa phương nào đã sắp xếp?",
        "Trung tâm dữ liệu do ai quản lý?",
        "Tỷ lệ che phủ rừng đạt bao nhiêu?",
    ],
)
def test_who_asks_for_one_thing_asks_for_no_list(question: str) -> None:
    assert things_asked(question) is None


@given(st.text("aàáạ những các hai nào gì,;25?bđ", max_size=80))
def test_things_are_words_of_the_question(question: str) -> None:
    things = things_asked(question)
    if things is not None:
        plain = folded(question.lower())
        assert all(word in plain for word in (*things.head, *things.words))


@given(st.lists(st.sampled_from(["1. một", "2. hai", "a) ba", "- bốn", "(1) năm", "không dấu"]), max_size=12))
def test_lists_lie_apart_in_order_and_each_has_marks_of_one_kind(lines: list[str]) -> None:
    text = "\n".join(lines)
    passages, at = [], 0
    for n, line in enumerate(lines):
        kind = PassageKind.ITEM if family_of(line) else PassageKind.PARAGRAPH
        passage = Passage(n, kind, Span(at, at + len(line)), ("Mục I",))
        passages.append(StoredPassage(str(n), "d", 1, 1, passage, b""))
        at += len(line) + 1
    found = series_of(text, passages)
    ordinals = [one.passage.ordinal for series in found for one in series.passages]
    assert ordinals == sorted(set(ordinals))
    for series in found:
        assert len(series.passages) >= LEAST
        assert len({family_of(one.passage.span.of(text)) for one in series.passages}) == 1
        assert series.title[0] == "Mục I"


def test_a_list_that_goes_on_where_the_stretch_ends_is_none(store: Store) -> None:
    with store.catalogue.read() as connection:
        id_ = next(info.id for info in list_documents(connection).values() if info.file_name == "14-2024-NQ-HDND.md")
        every = passages_of(connection, id_)
        assert passages_between(connection, id_, 1, 3) == every[1:4]
    text = "1. a\n2. b\n3. c"
    items = [
        StoredPassage(str(n), "d", 1, 1, Passage(n, PassageKind.ITEM, Span(5 * n, 5 * n + 4)), b"") for n in range(3)
    ]
    assert len(series_of(text, items)) == 1
    assert series_of(text, items, {2}) == []


def test_all_items_under_a_title_are_said_in_their_order_with_their_number(ask: Ask) -> None:
    answer = ask("Nghị quyết 14/2024/NQ-HĐND áp dụng cho những đối tượng nào?")
    assert answer.reading.kind is Kind.LIST
    assert [words.split()[0] for words in shown(answer)] == ["Hộ", "Hợp", "Trạm"]
    assert "3 mục" in (answer.text or "")
    assert all(row.citations for row in answer.table.rows) if answer.table else False


def test_a_short_list_is_quoted_as_one_with_its_title(ask: Ask) -> None:
    answer = ask("Nghị quyết 14/2024/NQ-HĐND áp dụng cho những đối tượng nào?")
    assert answer.citations[0].quote.startswith("Điều 1. Đối tượng áp dụng\na) Hộ nuôi ong")
    assert answer.citations[0].quote.endswith("của thành phố.")


def test_all_that_a_line_leads_to_is_listed_also_behind_a_paragraph(ask: Ask) -> None:
    answer = ask("Nghị quyết 14/2024/NQ-HĐND cho những ai được dự lớp tập huấn thay nước đường cho đàn ong?")
    assert [words.split()[0] for words in shown(answer)] == ["Chủ", "Người", "Cán"]
    assert "3 mục" in (answer.text or "")


def test_bodies_that_a_sentence_counts_up_are_said(ask: Ask) -> None:
    answer = ask("Nghị quyết 14/2024/NQ-HĐND: những sở nào cùng dự mở lớp tập huấn thay nước đường?")
    assert "Nông nghiệp và Môi trường, Tài chính, Y tế" in (answer.text or "")


def test_things_without_a_name_are_found_by_what_else_the_title_says(ask: Ask) -> None:
    answer = ask("Nghị quyết 14/2024/NQ-HĐND hỗ trợ những khoản nào, mức tối đa bao nhiêu?")
    assert [words.split(":")[0] for words in shown(answer)] == ["Mua thùng ong", "Mua máy quay mật"]
    assert "300 nghìn" in (answer.text or "")
    assert "12 triệu" in (answer.text or "")


def test_of_a_list_only_those_are_said_that_are_called_so(ask: Ask) -> None:
    answer = ask("Ban Vận động nuôi ong có những phó trưởng ban nào?")
    assert [words.split(",")[0] for words in shown(answer)] == ["Bà Hồ Thị Én", "Ông Đỗ Quang Tằm"]
    assert "2 phó trưởng ban" in (answer.text or "")


def test_another_number_of_things_than_the_question_says_is_not_what_it_means(ask: Ask) -> None:
    assert shown(ask("Năm đối tượng áp dụng của Nghị quyết 14/2024/NQ-HĐND là gì?")) == []


def test_a_document_that_is_not_there_has_no_list(ask: Ask) -> None:
    assert shown(ask("Nghị quyết 93/2024/NQ-HĐND áp dụng cho những đối tượng nào?")) == []


def test_the_sentence_that_counts_up_goes_before_one_that_only_speaks_of_it(ask: Ask) -> None:
    answer = ask("Hai tồn tại của các tổ ong là gì?")
    assert "ong bị rét" in (answer.text or "")
