from contextlib import suppress

import pytest

from corpus.errors import DamagedDocument, EmptyDocument, LegacyFont
from corpus.types import Document
from ingest.readers.html import read_html
from tests.ingest.making import cells, headings, lines

SENTENCE = "Ủy ban nhân dân xã mở ba lớp học buổi tối, mỗi lớp có ít nhất hai mươi người."
OTHER = "Phòng Tài chính bố trí đủ kinh phí và hướng dẫn cách thanh toán trong quý đầu."


def read(body: str) -> Document:
    return read_html(f"<!doctype html><html><head><title>Trang</title></head><body>{body}</body></html>".encode())


def test_paragraphs_headings_and_breaks_are_blocks_of_their_own() -> None:
    document = read(f"<h2>Mục tiêu</h2><p>{SENTENCE}<br>{OTHER}</p><div>Hết</div>")
    assert lines(document) == ["Mục tiêu", SENTENCE, OTHER, "Hết"]
    assert document.blocks[0].level == 2


def test_white_space_of_the_source_does_not_show() -> None:
    assert lines(read("<p>Mở\n   ba\t<b>lớp</b>\n học</p>")) == ["Mở ba lớp học"]


def test_a_paragraph_all_in_bold_is_a_title_and_a_bold_lead_in_is_not() -> None:
    document = read(f"<p><b>Việc của xã</b></p><p><b>Điều 1.</b> {SENTENCE}</p><p><b>{SENTENCE}</b></p>")
    assert headings(document) == ["Việc của xã"]


def test_menus_scripts_hidden_parts_and_feet_are_left_out_and_remembered() -> None:
    document = read(
        f"<nav><a>Trang chủ</a></nav><script>alert(1)</script><p>{SENTENCE}</p><p hidden>ẩn</p>"
        f"<p style='display: none'>mất</p><footer>Bản quyền</footer>"
    )
    assert lines(document) == [SENTENCE]
    assert {"Trang chủ", "Bản quyền"} <= set(document.furniture)


def test_the_part_with_the_text_is_found_among_lists_of_links() -> None:
    links = "".join(f"<li><a href='#'>Tin số {n} trong ngày</a></li>" for n in range(9))
    page = f"<div><div><ul>{links}</ul></div><div id='noi-dung'><p>{SENTENCE}</p><p>{OTHER}</p></div></div>"
    assert lines(read(page)) == [SENTENCE, OTHER]


def test_an_article_is_the_document_and_what_stands_around_it_is_remembered() -> None:
    document = read(
        f"<main><article><p>{SENTENCE} {OTHER}</p></article><section><p>Ý kiến: hay lắm</p></section></main>"
    )
    assert lines(document) == [f"{SENTENCE} {OTHER}"]
    assert "Ý kiến: hay lắm" in document.furniture


def test_a_page_wrapped_in_a_form_is_read_without_the_controls() -> None:
    page = f"<form id='aspnetForm'><input value='x'><select><option>Năm</option></select><p>{SENTENCE}</p></form>"
    assert lines(read(page)) == [SENTENCE]


def test_captions_of_pictures_are_left_out_and_remembered() -> None:
    document = read(
        f"<p>{SENTENCE}</p><figure><img src='a.jpg'><figcaption>Lễ khai giảng</figcaption></figure><p>{OTHER}</p>"
    )
    assert lines(document) == [SENTENCE, OTHER]
    assert "Lễ khai giảng" in document.furniture


def test_list_items_show_their_signs_and_numbers() -> None:
    document = read("<ul><li>Mở lớp<ul><li>ba lớp</li></ul></li></ul><ol start='4'><li>In sổ</li><li>Thi</li></ol>")
    assert lines(document) == ["- Mở lớp", "- ba lớp", "4. In sổ", "5. Thi"]


def test_inline_elements_do_not_part_words_and_blocks_do() -> None:
    document = read(
        "<p>PM<sub>2.5</sub> và 100 m<sup>2</sup></p><table><tr><td>Sở<br>Y tế</td><td>m<sup>2</sup></td></tr></table>"
    )
    assert lines(document)[0] == "PM2.5 và 100 m2"
    assert cells(document) == [["Sở Y tế", "m2"]]


def test_a_cell_over_two_columns_stands_for_both_and_one_over_two_rows_is_repeated() -> None:
    document = read(
        "<table><thead><tr><th rowspan='2'>Đợt</th><th colspan='2'>Nguồn</th></tr><tr><th>Huyện</th><th>Xã</th></tr></thead>"
        "<tr><td rowspan='2'>Một</td><td>5</td><td>6</td></tr><tr><td>7</td><td>8</td></tr><tr><td colspan='2'>Cộng</td><td>26</td></tr></table>"
    )
    assert cells(document) == [
        ["Đợt", "Nguồn", "Nguồn"],
        ["Đợt", "Huyện", "Xã"],
        ["Một", "5", "6"],
        ["Một", "7", "8"],
        ["Cộng", "Cộng", "26"],
    ]
    assert [block.header for block in document.blocks] == [True, True, False, False, False]
    assert lines(document)[-1] == "Cộng | 26"


def test_rules_of_dashes_inside_cells_are_left_out() -> None:
    page = "<table><tr><td>ỦY BAN NHÂN DÂN<br>-------</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>--------</td></tr></table>"
    assert cells(read(page)) == [["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]]


def test_a_table_that_only_arranges_the_page_is_read_as_paragraphs() -> None:
    inner = "<table><tr><td>TT</td><td>Nội dung</td></tr><tr><td>1</td><td>Mở lớp</td></tr></table>"
    document = read(f"<table><tr><td><p>{SENTENCE}</p>{inner}</td></tr></table>")
    assert lines(document) == [SENTENCE, "TT | Nội dung", "1 | Mở lớp"]


def test_text_below_many_unclosed_elements_is_not_lost() -> None:
    assert SENTENCE in lines(read("<p>" + "<font>" * 400 + SENTENCE))


def test_elements_in_elements_without_end_are_damage_with_a_reason() -> None:
    with pytest.raises(DamagedDocument, match="lồng nhau"):
        read("<div>" * 5000 + SENTENCE)


@pytest.mark.parametrize("data", [b"<!-- -->", b"<html></html>", b"<html><body><script>x()</script></body></html>"])
def test_a_page_without_words_gives_no_text(data: bytes) -> None:
    with suppress(EmptyDocument):
        assert read_html(data).text == ""


def test_a_page_typed_for_old_fonts_is_refused() -> None:
    with pytest.raises(LegacyFont):
        read("<p>Uû ban nh©n d©n x· më ba líp häc buæi tèi, mçi líp cã Ýt nhÊt hai m­¬i ng­êi ®ñ tuæi.</p>")


def test_markup_shown_as_text_stays_text() -> None:
    assert lines(read("<p>Gõ &lt;script&gt; rồi &amp;lt;</p>")) == ["Gõ <script> rồi &lt;"]
