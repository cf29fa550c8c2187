"""ingest.facts.relations: what a document is based on, implements, replaces, amends, repeals, is attached to, or only mentions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.facts import RelationKind
from ingest.facts.relations import find_relations
from tests.corpus.texts import LINEAR, growth
from tests.ingest.documents import parts
from tests.ingest.sourcing import source_of

HEAD = (
    "ỦY BAN NHÂN DÂN TỈNH BẾN SẬY",
    "Số: 15/QĐ-UBND",
    "Bến Sậy, ngày 05 tháng 3 năm 2031",
    "QUYẾT ĐỊNH",
    "Về việc phê duyệt Đề án mở chợ nổi",
    "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH BẾN SẬY",
)
PLAN = (
    "ỦY BAN NHÂN DÂN TỈNH BẾN SẬY",
    "Số: 16/KH-UBND",
    "Bến Sậy, ngày 05 tháng 3 năm 2031",
    "KẾ HOẠCH",
    "Mở lớp học buổi tối",
)


def kinds(*lines: str) -> dict[str, str]:
    """Kind by symbol, or by title where there is no symbol."""
    return {r.symbol or r.title: r.kind.value for r in find_relations(source_of(*lines))}


def decision(*lines: str) -> dict[str, str]:
    return kinds(*HEAD, *lines)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Căn cứ Nghị quyết số 12/2030/NQ-HĐND ngày 07/12/2030;", {"12/2030/NQ-HĐND": "based_on"}),
        ("Xét Tờ trình số 20/TTr-SCT ngày 01/3/2031 của Sở Công Thương;", {"20/TTr-SCT": "based_on"}),
        (
            "Theo đề nghị của Giám đốc Sở Công Thương tại Tờ trình số 20/TTr-SCT ngày 01/3/2031.",
            {"20/TTr-SCT": "based_on"},
        ),
        ("Thực hiện Chương trình số 07-CTr/TU ngày 02/01/2031 của Tỉnh ủy;", {"07-CTr/TU": "implements"}),
        (
            "Thực hiện Kế hoạch 18-KH/TU thực hiện Kết luận 6-KL/TW về tiếp tục thực hiện Nghị quyết 2-NQ/TW;",
            {"18-KH/TU": "implements", "6-KL/TW": "implements", "2-NQ/TW": "implements"},
        ),
        (
            "Căn cứ Luật Thư viện số 46/2019/QH14 được sửa đổi, bổ sung bởi Luật số 11/2030/QH16;",
            {"46/2019/QH14": "based_on", "11/2030/QH16": "based_on"},
        ),
        (
            "Căn cứ Nghị định số 5/2030/NĐ-CP ngày 06/01/2030 sửa đổi, bổ sung một số điều của Nghị định số 8/2022/NĐ-CP;",
            {"5/2030/NĐ-CP": "based_on", "8/2022/NĐ-CP": "mentions"},
        ),
        (
            "Căn cứ Nghị định số 5/2030/NĐ-CP; theo đề nghị của Sở Y tế tại Tờ trình số 9/TTr-SYT ngày 01/3/2031;",
            {"5/2030/NĐ-CP": "based_on", "9/TTr-SYT": "based_on"},
        ),
        (
            "Căn cứ Luật Đê điều ngày 29 tháng 11 năm 2006; Luật Thư viện ngày 21 tháng 11 năm 2019;",
            {"Luật Đê điều": "based_on", "Luật Thư viện": "based_on"},
        ),
        ("Căn cứ Điều lệ Đảng;", {"Điều lệ Đảng": "based_on"}),
    ],
)
def test_the_preamble_says_what_a_document_rests_on(line: str, expected: dict[str, str]) -> None:
    assert decision(line, "QUYẾT ĐỊNH:", "Điều 1. Phê duyệt Đề án mở chợ nổi.") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Điều 2. Quyết định này thay thế Quyết định số 3/QĐ-UBND ngày 04/5/2025.", {"3/QĐ-UBND": "replaces"}),
        (
            "Điều 2. Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 3/QĐ-UBND ngày 04/5/2025 ban hành Quy chế họp chợ.",
            {"3/QĐ-UBND": "replaces"},
        ),
        (
            "Điều 2. Bãi bỏ Quyết định số 3/QĐ-UBND ngày 04/5/2025 và Quyết định số 4/QĐ-UBND.",
            {"3/QĐ-UBND": "repeals", "4/QĐ-UBND": "repeals"},
        ),
        (
            "Điều 2. Sửa đổi, bổ sung một số điều của Quy chế ban hành kèm theo Quyết định số 3/QĐ-UBND.",
            {"3/QĐ-UBND": "amends"},
        ),
        (
            "Điều 2. Sửa đổi Điều 4 Luật Phí số 9/2015/QH13 đã được sửa đổi, bổ sung theo Luật số 7/2017/QH14.",
            {"9/2015/QH13": "amends", "7/2017/QH14": "mentions"},
        ),
        (
            "Điều 2. Hiệu lực thi hành. Quyết định số 3/QĐ-UBND ngày 04/5/2025 hết hiệu lực kể từ ngày Quyết định này có hiệu lực.",
            {"3/QĐ-UBND": "repeals"},
        ),
        ("Điều 2. Sở Công Thương rà soát, sửa đổi, bổ sung Quyết định số 3/QĐ-UBND.", {"3/QĐ-UBND": "mentions"}),
        ("Điều 2. Kinh phí theo quy định tại Thông tư số 5/2020/TT-BTC.", {"5/2020/TT-BTC": "mentions"}),
    ],
)
def test_only_its_own_acts_change_other_documents(line: str, expected: dict[str, str]) -> None:
    assert decision("QUYẾT ĐỊNH:", "Điều 1. Phê duyệt Đề án mở chợ nổi.", line) == expected


def test_items_of_a_list_are_repealed_by_the_words_that_introduce_it() -> None:
    found = decision(
        "QUYẾT ĐỊNH:",
        "Điều 1. Phê duyệt Đề án mở chợ nổi.",
        "Điều 2. Hiệu lực thi hành",
        "1. Bãi bỏ toàn bộ các quyết định sau:",
        "a) Quyết định số 3/QĐ-UBND ngày 04/5/2025;",
        "b) Quyết định số 4/QĐ-UBND ngày 05/5/2025 sửa đổi Quyết định số 2/QĐ-UBND.",
        "2. Sở Công Thương theo dõi Quyết định số 7/QĐ-UBND.",
    )
    assert found == {
        "3/QĐ-UBND": "repeals", "4/QĐ-UBND": "repeals", "2/QĐ-UBND": "mentions", "7/QĐ-UBND": "mentions"
    }  # fmt: skip


def test_a_task_to_amend_is_no_amendment() -> None:
    found = kinds(*PLAN, "I. NHIỆM VỤ", "- Sửa đổi, bổ sung Nghị định số 8/2022/NĐ-CP về chợ.")
    assert found == {"8/2022/NĐ-CP": "mentions"}


def test_what_is_issued_implements_what_its_title_says() -> None:
    found = decision(
        "QUYẾT ĐỊNH:",
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch thực hiện Nghị quyết số 3/NQ-CP ngày 09/01/2031.",
    )
    assert found == {"3/NQ-CP": "implements"}


def test_the_subject_of_a_document_counts() -> None:
    head = (*HEAD[:4], "Sửa đổi, bổ sung một số điều của Quyết định số 3/QĐ-UBND", HEAD[5])
    assert kinds(*head, "QUYẾT ĐỊNH:", "Điều 1. Nội dung như sau.") == {"3/QĐ-UBND": "amends"}


def test_a_report_on_the_implementation_does_not_implement() -> None:
    head = (*PLAN[:3], "BÁO CÁO", "Kết quả thực hiện Chương trình số 07-CTr/TU năm 2030")
    assert kinds(*head, "I. KẾT QUẢ", "Mở ba lớp.") == {"07-CTr/TU": "mentions"}


def test_an_annex_belongs_to_the_document_that_its_note_names() -> None:
    found = kinds("PHỤ LỤC II", "DANH MỤC CÁC CHỢ", "(Kèm theo Quyết định số 15/QĐ-UBND ngày 05/3/2031 của UBND tỉnh)")
    assert found == {"15/QĐ-UBND": "attached_to"}


def test_an_annex_of_a_draft_names_a_document_without_a_number() -> None:
    [found] = find_relations(source_of("PHỤ LỤC II", "CÁC CHỢ", "(Kèm theo Nghị quyết số …/NQ-HĐND ngày 01/02/2031)"))
    assert (found.kind, found.symbol, found.title) == (RelationKind.ATTACHED_TO, "", "Nghị quyết số …/NQ-HĐND")
    assert found.issued_on is not None


def test_its_own_annexes_and_its_own_number_are_no_references() -> None:
    found = decision(
        "QUYẾT ĐỊNH:", "Điều 1. Phê duyệt Đề án mở chợ nổi.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Thị Mơ",
        "PHỤ LỤC", "(Kèm theo Quyết định số 15/QĐ-UBND ngày 05/3/2031)", "Xem Quyết định 15/QĐ-UBND.",
    )  # fmt: skip
    assert found == {}


def test_forms_in_an_annex_have_no_legal_bases() -> None:
    found = decision(
        "QUYẾT ĐỊNH:", "Điều 1. Phê duyệt Đề án.", "PHỤ LỤC I", "MẪU ĐƠN", "- Căn cứ Nghị định số 8/2022/NĐ-CP;"
    )
    assert found == {"8/2022/NĐ-CP": "mentions"}


def test_a_news_text_only_mentions() -> None:
    assert kinds("Chợ nổi mở lại", "Căn cứ Mục 3 Nghị quyết 57-NQ/TW, ba chợ mở lại.") == {"57-NQ/TW": "mentions"}


def test_a_law_in_running_text_is_known_by_its_year() -> None:
    found = kinds(
        *PLAN, "I. NHIỆM VỤ", "Các xã làm theo Luật Đê điều năm 2006 và quy định của pháp luật về đê năm 2030."
    )
    assert found == {"Luật Đê điều năm 2006": "mentions"}


def test_a_reference_has_type_date_and_the_words_from_its_type_to_its_date() -> None:
    source = source_of(*HEAD, "Căn cứ Báo cáo thẩm tra số 9/BC-HĐND ngày 01 tháng 3 năm 2031 của Ban Pháp chế;")
    [found] = find_relations(source)
    assert (found.doc_type, str(found.issued_on)) == ("báo cáo", "2031-03-01")
    assert found.span.of(source.document.text) == "Báo cáo thẩm tra số 9/BC-HĐND ngày 01 tháng 3 năm 2031"


def test_the_type_of_another_document_is_not_taken() -> None:
    [found] = find_relations(source_of(*PLAN, "I. VIỆC", "Làm theo quy định tại Thông tư số 5/2020/TT-BTC."))
    assert found.doc_type == "thông tư"


def test_a_date_that_stands_elsewhere_in_the_text_is_taken() -> None:
    [found] = find_relations(
        source_of(*PLAN, "I. VIỆC", "Theo Nghị quyết 9-NQ/TU, mở lớp.", "Nghị quyết 9-NQ/TU ngày 02/3/2030 đã rõ.")
    )
    assert str(found.issued_on) == "2030-03-02"


def test_a_sentence_that_begins_with_a_date_gives_none_to_the_title_above() -> None:
    head = (*PLAN[:4], "Thực hiện Nghị quyết số 9-NQ/TU")
    [found] = find_relations(source_of(*head, "Ngày 03 tháng 4 năm 2031, Ủy ban nhân dân tỉnh họp."))
    assert found.issued_on is None


@settings(max_examples=100, deadline=None)
@given(parts)
def test_references_stand_in_the_text_each_kind_and_document_once(made: list) -> None:  # type: ignore[type-arg]
    source = source_of(*made)
    found = find_relations(source)
    assert [r.span for r in found] == sorted(r.span for r in found)
    assert len({(r.kind, r.symbol.lower(), r.title.lower()) for r in found}) == len(found)
    for relation in found:
        assert 0 <= relation.span.start < relation.span.end <= len(source.document.text)
        assert bool(relation.symbol) != bool(relation.title)
        if relation.symbol:
            words = "".join(relation.span.of(source.document.text).split())
            assert relation.symbol.replace("-", "") in words.replace("-", "").replace("–", "")


@given(st.sampled_from(["Căn cứ Nghị định số 5/2030/NĐ-CP ngày 06/01/2030", "Luật Thư viện ngày 21/11/2019"]))
def test_spaces_and_dashes_of_a_draft_do_not_matter(cited: str) -> None:
    plain = find_relations(source_of(*HEAD, f"Căn cứ {cited};"))
    spaced = find_relations(source_of(*HEAD, f"Căn cứ {cited.replace('/NĐ-CP', ' /NĐ - CP')};"))
    assert [(r.kind, r.symbol, r.title, r.issued_on) for r in plain] == [
        (r.kind, r.symbol, r.title, r.issued_on) for r in spaced
    ]


@pytest.mark.parametrize(
    "repeated",
    [
        "Căn cứ Luật Thư viện ",
        "thực hiện Kế hoạch 1-KH/TU ",
        "Luật năm ",
        "Quyết định này có hiệu lực ",
        "số /QĐ-",
        "; ",
    ],
)
def test_time_grows_with_the_length_of_the_text(repeated: str) -> None:
    assert growth(lambda text: find_relations(source_of(*HEAD, text)), repeated, size=4_000) < LINEAR
