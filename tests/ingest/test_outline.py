"""The outline: which title, article, clause or bullet a line stands under."""

import itertools

import pytest
from hypothesis import given, settings

from tests.ingest.documents import parts
from tests.ingest.making import Bold, Part, Title, cut, paths

BEFORE = "Xã họp bàn việc dạy chữ."  # so that no first line is a headline


def titles(*made: Part) -> list[tuple[int, str]]:
    """Level and words of the table of contents."""
    _, _, outline, _ = cut(BEFORE, *made)
    return [(heading.level, heading.text) for heading in outline.headings]


def path(words: str, *made: Part) -> tuple[str, ...]:
    """What a passage stands under."""
    return paths(BEFORE, *made)[words]


def test_a_party_document_goes_from_roman_numbers_down_to_plus_signs() -> None:
    lines = ["I- MỞ LỚP", "1- Lớp tối", "1.1- Dạy chữ", "a) Ở thôn:", "- Học sinh lớn:", "+ Ba buổi."]
    assert path("+ Ba buổi.", *lines) == tuple(lines[:-1])
    assert titles(*lines)[:3] == [(1, "I- MỞ LỚP"), (2, "1- Lớp tối"), (3, "1.1- Dạy chữ")]


def test_a_state_document_goes_from_parts_down_to_points() -> None:
    lines = ["Phần thứ nhất", "Chương I", "Mục 1. LỚP TỐI", "Điều 1. Giờ học", "1. Các ngày sau:", "a) Thứ hai;"]
    assert path("a) Thứ hai;", *lines) == tuple(lines[:-1])
    assert [level for level, _ in titles(*lines)] == [1, 2, 3, 4, 5]


def test_a_title_in_capitals_below_the_number_of_a_chapter_or_an_annex_stands_between_it_and_its_articles() -> None:
    lines = ["Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Giờ học", "Lớp mở buổi tối."]
    assert path("Lớp mở buổi tối.", *lines) == ("Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Giờ học")
    assert path("Ba lớp ở chợ.", "I. MỘT", "1. Hai.", "PHỤ LỤC II", "DANH MỤC LỚP", "Ba lớp ở chợ.") == (
        "PHỤ LỤC II",
        "DANH MỤC LỚP",
    )


@pytest.mark.parametrize(
    "annex", ["PHỤ LỤC", "Phụ lục II", "PHỤ LỤC SỐ 01", "Phụ lục 3: Sách", "PHỤ LỤC I DANH MỤC LỚP HỌC"]
)
def test_an_annex_begins_anew(annex: str) -> None:
    assert path("1. Lớp chữ.", "I. MỞ LỚP", "1. Ở xã.", annex, "1. Lớp chữ.") == (annex,)


def test_a_document_attached_below_the_signature_begins_anew_at_its_title() -> None:
    made = [
        "Điều 1. Ban hành quy chế.",
        "QUY CHẾ",
        "Mở lớp học",
        "(Kèm theo Quyết định số 9/QĐ-UBND)",
        "Điều 1. Giờ học",
        "Buổi tối.",
    ]
    assert path("Buổi tối.", *made[:2], *made[3:]) == ("QUY CHẾ", "Điều 1. Giờ học")


def test_numbering_that_restarts_stands_under_the_new_title() -> None:
    lines = [
        "I. MỘT",
        "1. Việc đầu.",
        "2. Việc sau.",
        "II. HAI",
        "1. Việc khác.",
        "a) Phần đầu.",
        "2. Việc nữa.",
        "a) Phần khác.",
    ]
    found = paths(BEFORE, *lines)
    assert found["2. Việc sau."] == ("I. MỘT",)
    assert found["1. Việc khác."] == ("II. HAI",)
    assert found["a) Phần khác."] == ("II. HAI", "2. Việc nữa.")


def test_capital_letters_stand_above_roman_numbers_or_below_them_as_the_document_has_it() -> None:
    above = paths(BEFORE, "A. MỞ LỚP", "I. Ở THÔN", "Một.", "II. Ở XÃ", "Hai.", "B. IN SỔ", "I. NHANH", "Ba.")
    assert [above[word] for word in ("Một.", "Hai.", "Ba.")] == [
        ("A. MỞ LỚP", "I. Ở THÔN"), ("A. MỞ LỚP", "II. Ở XÃ"), ("B. IN SỔ", "I. NHANH"),
    ]  # fmt: skip
    below = paths(BEFORE, "I. MỞ LỚP", "A. Ở THÔN", "Một.", "B. Ở XÃ", "Hai.", "II. IN SỔ", "Ba.")
    assert [below[word] for word in ("Một.", "Hai.", "Ba.")] == [
        ("I. MỞ LỚP", "A. Ở THÔN"), ("I. MỞ LỚP", "B. Ở XÃ"), ("II. IN SỔ",),
    ]  # fmt: skip


def test_roman_numbers_stand_below_an_article_that_introduces_them() -> None:
    made = [
        "Điều 1. Phê duyệt đề án như sau:",
        "I. MỤC TIÊU",
        "Ba lớp.",
        "II. KINH PHÍ",
        "Ít tiền.",
        "Điều 2. Thi hành",
        "Mọi người.",
    ]
    found = paths(BEFORE, *made)
    assert found["Ba lớp."] == (made[0], "I. MỤC TIÊU") and found["Ít tiền."] == (made[0], "II. KINH PHÍ")
    assert found["Mọi người."] == ("Điều 2. Thi hành",)


def test_lists_inside_a_clause_do_not_end_it() -> None:
    made = [
        "Điều 1. Lớp học",
        "1. Mở các lớp sau:",
        "a) Lớp chữ:",
        "- Buổi tối;",
        "(1) Ở chợ;",
        "b) Lớp tính.",
        "2. Xong.",
    ]
    found = paths(BEFORE, *made)
    assert found["- Buổi tối;"] == tuple(made[:3])
    assert found["b) Lớp tính."] == tuple(made[:2]) and found["2. Xong."] == ("Điều 1. Lớp học",)


def test_text_behind_a_whole_list_stands_outside_it_and_text_between_its_items_inside() -> None:
    found = paths(
        BEFORE,
        "I. MỘT",
        "1. Việc đầu.",
        "2. Việc sau.",
        "Trên đây là kế hoạch.",
        "II. HAI",
        "1. Việc ba.",
        "Làm ngay.",
        "2. Việc tư.",
    )
    assert found["Trên đây là kế hoạch."] == ("I. MỘT",)
    assert found["Làm ngay."] == ("II. HAI", "1. Việc ba.")


def test_titles_of_a_news_report_follow_one_another() -> None:
    made: list[Part] = [
        Title("Xã mở lớp học", 1),
        "Sáng nay xã họp.",
        Bold("Ba lớp mới"),
        "Lớp mở ở chợ.",
        Bold("Việc còn lại"),
        "In thêm sổ.",
        "Thu Hà",
    ]
    found = paths(*made)
    assert found["Lớp mở ở chợ."] == ("Ba lớp mới",) and found["In thêm sổ."] == ("Việc còn lại",)


def test_titles_whose_format_says_how_deep_they_are_keep_their_depth() -> None:
    made: list[Part] = [Title("Lớp học", 2), Title("Ở thôn", 3), "Ba lớp.", Title("Sổ tay", 2), "In sổ."]
    assert path("Ba lớp.", *made) == ("Lớp học", "Ở thôn") and path("In sổ.", *made) == ("Sổ tay",)


def test_the_enacting_words_stand_over_everything_and_open_nothing() -> None:
    made = ["QUYẾT ĐỊNH", "Về lớp học", "- Căn cứ Điều lệ;", "QUYẾT ĐỊNH:", "Điều 1. Mở lớp", "Ba lớp ở chợ."]
    assert path("Ba lớp ở chợ.", *made) == ("Điều 1. Mở lớp",) and path("QUYẾT ĐỊNH:", *made) == ()


@settings(max_examples=150, deadline=None)
@given(parts)
def test_any_document_has_an_outline_whose_parts_agree(made: list[Part]) -> None:
    document, _, outline, _ = cut(*made)
    assert len(outline.places) == len(document.blocks)
    for number, place in enumerate(outline.places):
        parent = place.above[-1] if place.above else None
        assert parent is None or parent < number
        assert parent is None or place.above == (*outline.places[parent].above, parent)
    spans = [block.span for block in document.blocks]
    for heading in outline.headings:
        assert heading.level == len(outline.places[spans.index(heading.span)].above) + 1 and heading.text
    assert all(one.span.end <= two.span.start for one, two in itertools.pairwise(outline.headings))
    assert all(0 <= heading.span.start < heading.span.end <= len(document.text) for heading in outline.headings)
