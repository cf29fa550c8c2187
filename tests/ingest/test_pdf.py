import unicodedata

import pytest

from corpus.types import Document, Span
from ingest.readers.pdf import read_pdf
from tests.ingest.making import cells, headings, lines
from tests.ingest.making_files import A4, Sheet, make_pdf
from tests.ingest.pdf_pages import NEXT, ROWS, full_page


def page_of(document: Document, words: str) -> int | None:
    start = document.text.index(words)
    assert document.layout is not None
    return document.layout.page_of(Span(start, start + len(words)))


# --- paragraphs and words


def test_lines_become_paragraphs_and_words_have_boxes_inside_the_page() -> None:
    document = read_pdf(make_pdf(Sheet().paragraph(120, *ROWS).paragraph(190, *NEXT, x=110)))
    assert lines(document) == [" ".join(ROWS), " ".join(NEXT)]
    layout = document.layout
    assert layout is not None and layout.page_sizes == (A4,)
    assert [Span(*span).of(document.text) for span in layout.spans] == document.text.split()
    assert (layout.boxes[:, 0] >= 0).all() and (layout.boxes[:, 2] <= A4[0]).all()
    assert (layout.boxes[:, 1] < layout.boxes[:, 3]).all() and (layout.boxes[:, 0] < layout.boxes[:, 2]).all()


def test_a_box_stands_where_the_word_was_drawn() -> None:
    document = read_pdf(make_pdf(Sheet().text(85, 400, "Một").text(85, 600, "Hai việc nữa")))
    assert document.layout is not None
    start = document.text.index("Hai")
    (box,) = document.layout.boxes_of(Span(start, start + 3))
    assert box.left == pytest.approx(85, abs=2)
    assert box.top < 600 < box.bottom + 2 and box.bottom - box.top < 20


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(degrees: int) -> None:
    def page(turned: int) -> Sheet:
        return (
            Sheet((842, 595), turned)
            .paragraph(120, *ROWS)
            .table(300, [["TT", "Nội dung"], ["1", "Mở lớp"], ["2", "In sổ"]])
        )

    upright, turned = read_pdf(make_pdf(page(0))), read_pdf(make_pdf(page(degrees)))
    assert turned.text == upright.text
    shown, expected = turned.layout, upright.layout
    assert shown is not None and expected is not None
    assert shown.page_sizes == expected.page_sizes == ((842.0, 595.0),)
    assert shown.boxes == pytest.approx(expected.boxes, abs=0.5)


def test_decomposed_letters_are_composed() -> None:
    words = "Ủy ban nhân dân xã mở ba lớp học buổi tối."
    assert read_pdf(make_pdf(Sheet().text(85, 120, unicodedata.normalize("NFD", words)))).text == words + "\n"


def test_pieces_of_a_justified_line_are_one_line() -> None:
    page = Sheet().text(85, 120, "1. Giải ngân kinh phí").text(226, 120, "theo kế hoạch").text(320, 120, "của năm nay")
    assert lines(read_pdf(make_pdf(page.text(85, 138, "đạt hơn chín phần mười, cao hơn năm trước."))))[0].startswith(
        "1. Giải ngân kinh phí theo kế hoạch của năm nay đạt"
    )


def test_columns_far_apart_on_one_line_stay_apart() -> None:
    page = Sheet().text(85, 60, "ỦY BAN NHÂN DÂN").text(330, 60, "CỘNG HÒA XÃ HỘI").text(85, 120, "Một câu ở dưới.")
    assert lines(read_pdf(make_pdf(page)))[:2] == ["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI"]


def test_a_symbol_broken_at_the_end_of_a_line_is_whole_and_keeps_its_hyphen() -> None:
    page = Sheet().paragraph(
        120, "Ban Chỉ đạo được thành lập theo Quyết định số 385-", "QĐ/TU ngày 15/4/2030 của cấp trên."
    )
    assert "Quyết định số 385-QĐ/TU ngày" in read_pdf(make_pdf(page)).text


def test_a_raised_figure_belongs_to_the_word_before_it() -> None:
    page = (
        Sheet()
        .text(85, 120, "Diện tích mỗi phòng ít nhất 50 m")
        .text(280.3, 116, "2", size=7)
        .text(288, 120, "cho ba mươi người.")
    )
    assert "50 m2 cho" in lines(read_pdf(make_pdf(page)))[0] + " "


def test_bold_lines_are_titles() -> None:
    page = Sheet().text(85, 120, "I. VIỆC CỦA NĂM", bold=True).paragraph(150, *ROWS)
    assert headings(read_pdf(make_pdf(page))) == ["I. VIỆC CỦA NĂM"]


def test_rules_drawn_with_dashes_are_left_out() -> None:
    assert lines(
        read_pdf(make_pdf(Sheet().text(85, 100, "BÁO CÁO").text(250, 130, "-----").paragraph(180, *NEXT)))
    ) == ["BÁO CÁO", " ".join(NEXT)]


# --- pages and furniture


def test_running_heads_and_page_numbers_are_left_out_and_remembered() -> None:
    document = read_pdf(make_pdf(*(full_page(number) for number in range(1, 5))))
    assert "Kế hoạch mở lớp học" not in document.text
    assert [line.split(",")[0] for line in lines(document)] == [
        f"Trang này nói về việc thứ {n} trong số các việc phải làm của năm" for n in range(1, 5)
    ]
    assert set(document.furniture) == {"Kế hoạch mở lớp học", "1", "2", "3", "4"}


def test_every_block_knows_its_page() -> None:
    document = read_pdf(make_pdf(*(full_page(number) for number in range(1, 5))))
    assert document.pages == 4
    assert [page_of(document, f"việc thứ {n}") for n in range(1, 5)] == [1, 2, 3, 4]


def test_a_sentence_that_runs_over_a_page_is_one_paragraph_on_two_pages() -> None:
    first, second = full_page(1), full_page(2)
    first.paragraph(760, ROWS[0], ROWS[1])
    second.words = [word for word in second.words if word[1] != 138]
    second.words.insert(0, (85, 100, ROWS[2], False, 12))
    document = read_pdf(make_pdf(first, second, full_page(3)))
    assert " ".join(ROWS) in document.text
    assert page_of(document, "công việc được giao") == 1
    assert page_of(document, "định mức chi") == 2


def test_a_number_in_a_table_near_the_edge_of_a_page_is_no_page_number() -> None:
    rows = [["TT", "Số lớp"], ["1", "46"], ["2", "12"]]
    document = read_pdf(make_pdf(*(Sheet().paragraph(120, *NEXT).table(762, rows) for _ in range(3))))
    assert document.furniture == ()
    assert cells(document)[1:3] == [["1", "46"], ["2", "12"]]


def test_a_number_below_other_text_is_no_page_number() -> None:
    page = Sheet().text(85, 30, "Kết quả năm").text(85, 44, "2022").paragraph(150, *ROWS)
    assert "2022" in read_pdf(make_pdf(page, full_page(2))).text


# --- tables


def test_a_table_over_two_pages_comes_once_and_its_repeated_heading_too() -> None:
    header = ["TT", "Nội dung", "Chủ trì"]
    first = (
        Sheet().paragraph(120, *ROWS).table(640, [header, ["1", "Mở lớp", "Sở Y tế"], ["2", "In sổ tay", "Sở Nội vụ"]])
    )
    second = Sheet().table(60, [header, ["3", "Thi tay nghề", "Sở Y tế"]]).paragraph(220, *NEXT)
    document = read_pdf(make_pdf(first, second))
    assert cells(document) == [
        header,
        ["1", "Mở lớp", "Sở Y tế"],
        ["2", "In sổ tay", "Sở Nội vụ"],
        ["3", "Thi tay nghề", "Sở Y tế"],
    ]
    assert {block.table for block in document.blocks if block.cells} == {0}
    assert page_of(document, "Mở lớp") == 1 and page_of(document, "Thi tay nghề") == 2


def test_a_row_cut_by_the_page_is_put_together_again() -> None:
    header = ["TT", "Nội dung", "Chủ trì"]
    first = Sheet().paragraph(120, *ROWS).table(688, [header, ["1", "Mở lớp học", "Sở Y tế"]])
    second = Sheet().table(60, [["", "buổi tối", ""], ["2", "In sổ", "Sở Nội vụ"]]).paragraph(200, *NEXT)
    assert cells(read_pdf(make_pdf(first, second)))[1] == ["1", "Mở lớp học buổi tối", "Sở Y tế"]


def test_another_table_on_the_next_page_is_another_table() -> None:
    first = Sheet().table(688, [["TT", "Nội dung"], ["1", "Mở lớp"]])
    second = Sheet().table(60, [["TT", "Nội dung", "Chủ trì"], ["1", "In sổ", "Sở Y tế"]])
    tables = [block.table for block in read_pdf(make_pdf(first, second)).blocks]
    assert tables == [0, 0, 1, 1]
