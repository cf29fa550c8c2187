import io
import time
import zipfile
from contextlib import suppress
from typing import Any

import pytest
from docx.shared import Pt

from corpus.errors import DamagedDocument, LegacyFont, ReadLimitExceeded, UnsupportedFormat
from ingest.readers.docx import MOST_UNPACKED, read_docx
from tests.ingest.making import cells, headings, lines
from tests.ingest.making_files import add_xml, bold_off, fill, make_docx, mark_as_heading, zipped


def test_paragraphs_and_tables_come_in_the_order_of_the_document() -> None:
    def write(document: Any) -> None:
        document.add_paragraph("Trước bảng")
        fill(document.add_table(2, 2), [["TT", "Nội dung"], ["1", "Mở lớp"]])
        document.add_paragraph("Sau bảng")

    assert lines(read_docx(make_docx(write))) == ["Trước bảng", "TT | Nội dung", "1 | Mở lớp", "Sau bảng"]


def test_heading_styles_give_levels_and_bold_paragraphs_are_titles() -> None:
    def write(document: Any) -> None:
        document.add_heading("Kế hoạch", 0)
        document.add_heading("Việc của xã", 2)
        document.add_paragraph().add_run("Trong quý đầu").bold = True
        document.add_paragraph("Mở ").add_run("ba lớp").bold = True

    document = read_docx(make_docx(write))
    assert [block.level for block in document.blocks] == [1, 2, None, None]
    assert headings(document) == ["Kế hoạch", "Việc của xã", "Trong quý đầu"]


def test_bold_that_comes_from_the_style_counts_unless_a_run_says_no() -> None:
    def write(document: Any) -> None:
        style = document.styles.add_style("Dam", 1)
        style.font.bold = True
        document.add_paragraph("Theo kiểu của đoạn", "Dam")
        bold_off(document.add_paragraph("Chữ thường trong kiểu đậm", "Dam"))
        document.add_paragraph("Không đậm")

    assert headings(read_docx(make_docx(write))) == ["Theo kiểu của đoạn"]


def test_line_breaks_make_lines_and_tabs_and_no_break_hyphens_are_kept() -> None:
    def write(document: Any) -> None:
        document.add_paragraph("Dòng một\nDòng hai\tcột hai")
        add_xml(document, "<w:p><w:r><w:t>385</w:t><w:noBreakHyphen/><w:t>QĐ/TU</w:t></w:r></w:p>")

    assert lines(read_docx(make_docx(write))) == ["Dòng một", "Dòng hai cột hai", "385-QĐ/TU"]


def test_tracked_deletions_and_moved_text_are_left_out_and_insertions_stand() -> None:
    def write(document: Any) -> None:
        add_xml(
            document,
            '<w:p><w:r><w:t xml:space="preserve">Mở </w:t></w:r><w:del w:id="1"><w:r><w:delText>hai</w:delText></w:r></w:del>'
            '<w:ins w:id="2"><w:r><w:t>ba</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> lớp</w:t></w:r>'
            '<w:moveFrom w:id="3"><w:r><w:t xml:space="preserve"> ở xã</w:t></w:r></w:moveFrom></w:p>',
        )

    assert lines(read_docx(make_docx(write))) == ["Mở ba lớp"]


def test_words_of_hyperlinks_and_content_controls_are_read() -> None:
    def write(document: Any) -> None:
        add_xml(
            document,
            '<w:p><w:r><w:t xml:space="preserve">Xem </w:t></w:r><w:hyperlink w:anchor="a"><w:r><w:t>Phụ lục I</w:t></w:r></w:hyperlink></w:p>',
        )
        add_xml(
            document,
            "<w:sdt><w:sdtContent><w:p><w:r><w:t>Trong khung nội dung</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        )
        add_xml(document, "<w:p><w:sdt><w:sdtContent><w:r><w:t>Trong dòng</w:t></w:r></w:sdtContent></w:sdt></w:p>")

    assert lines(read_docx(make_docx(write))) == ["Xem Phụ lục I", "Trong khung nội dung", "Trong dòng"]


def test_a_text_box_is_read_once_on_lines_of_its_own() -> None:
    box = (
        "<w:txbxContent><w:p><w:r><w:t>HỎA TỐC</w:t></w:r></w:p><w:p><w:r><w:t>Giờ: 8</w:t></w:r></w:p></w:txbxContent>"
    )
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    both = f'<mc:AlternateContent xmlns:mc="{compatible}"><mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>'

    def write(document: Any) -> None:
        add_xml(document, f"<w:p><w:r><w:t>Công điện</w:t></w:r><w:r>{both}</w:r></w:p>")
        add_xml(
            document,
            f"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Dấu</w:t></w:r><w:r>{both}</w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>",
        )

    document = read_docx(make_docx(write))
    assert lines(document)[:3] == ["Công điện", "HỎA TỐC", "Giờ: 8"]
    assert cells(document)[0][0] == "Dấu HỎA TỐC Giờ: 8"


def test_cells_merged_across_stand_for_each_column_and_cells_merged_down_are_repeated() -> None:
    def write(document: Any) -> None:
        table = document.add_table(4, 4)
        fill(
            table,
            [
                ["TT", "Nội dung", "Kinh phí", ""],
                ["", "", "Huyện", "Xã"],
                ["1", "Mở lớp", "5", "6"],
                ["Cộng", "", "5", "6"],
            ],
        )
        for top, bottom in (((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (0, 3)), ((3, 0), (3, 1))):
            table.cell(*top).merge(table.cell(*bottom))

    document = read_docx(make_docx(write))
    assert cells(document) == [
        ["TT", "Nội dung", "Kinh phí", "Kinh phí"],
        ["TT", "Nội dung", "Huyện", "Xã"],
        ["1", "Mở lớp", "5", "6"],
        ["Cộng", "Cộng", "5", "6"],
    ]
    assert [block.header for block in document.blocks] == [True, True, False, False]
    assert lines(document) == [
        "TT | Nội dung | Kinh phí",
        "TT | Nội dung | Huyện | Xã",
        "1 | Mở lớp | 5 | 6",
        "Cộng | 5 | 6",
    ]


def test_rows_that_word_repeats_on_every_page_are_column_headings() -> None:
    def write(document: Any) -> None:
        table = document.add_table(3, 2)
        fill(table, [["Địa bàn một", "Địa bàn hai"], ["(1)", "(2)"], ["Mở lớp", "In sổ"]])
        mark_as_heading(table.rows[0])
        mark_as_heading(table.rows[1])

    assert [block.header for block in read_docx(make_docx(write)).blocks] == [True, True, False]


def test_a_table_in_a_cell_is_read_into_the_cell() -> None:
    def write(document: Any) -> None:
        table = document.add_table(1, 2)
        table.cell(0, 0).text = "Ngoài"
        fill(table.cell(0, 1).add_table(1, 2), [["Trong một", "Trong hai"]])

    assert cells(read_docx(make_docx(write))) == [["Ngoài", "Trong một Trong hai"]]


def test_running_heads_are_furniture_and_no_text() -> None:
    def write(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "Kế hoạch mở lớp"
        document.sections[0].footer.paragraphs[0].text = "Trang"
        document.add_paragraph("Nội dung").paragraph_format.space_after = Pt(6)

    document = read_docx(make_docx(write))
    assert lines(document) == ["Nội dung"]
    assert document.furniture == ("Kế hoạch mở lớp", "Trang")


def test_text_typed_for_old_fonts_is_refused() -> None:
    def write(document: Any) -> None:
        document.add_paragraph("Uû ban nh©n d©n x· më ba líp häc buæi tèi, mçi líp cã Ýt nhÊt hai m­¬i ng­êi ®ñ tuæi.")

    with pytest.raises(LegacyFont):
        read_docx(make_docx(write))


def test_a_file_that_unpacks_to_more_than_a_document_can_need_is_refused_before_it_is_unpacked() -> None:
    plain = make_docx(lambda document: document.add_paragraph("Nội dung"))
    buffer = io.BytesIO(plain)
    with (
        zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/media/a.bin", "w", force_zip64=True) as member,
    ):
        for _ in range(MOST_UNPACKED // 10_000_000 + 1):
            member.write(bytes(10_000_000))
    with pytest.raises(ReadLimitExceeded, match="MB"):
        read_docx(buffer.getvalue())


def test_a_cut_file_an_empty_part_and_foreign_archives_are_named() -> None:
    whole = make_docx(lambda document: document.add_paragraph("Nội dung"))
    with pytest.raises(DamagedDocument):
        read_docx(whole[: len(whole) // 2])
    with pytest.raises(DamagedDocument):
        read_docx(zipped({"word/document.xml": b"<w:document", "[Content_Types].xml": b"<Types/>"}))
    with pytest.raises(UnsupportedFormat):
        read_docx(zipped({"a.txt": b"a"}))


def test_entities_in_the_xml_are_refused_or_left_alone_but_never_expanded() -> None:
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(make_docx(lambda document: document.add_paragraph("ĐÂY")))) as source,
        zipfile.ZipFile(buffer, "w") as target,
    ):
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                head, body = data.split(b"?>", 1)
                bomb = (
                    b'<!DOCTYPE d [<!ENTITY a "'
                    + b"mo" * 500
                    + b'"><!ENTITY b "'
                    + b"&a;" * 500
                    + b'"><!ENTITY c "'
                    + b"&b;" * 500
                    + b'">]>'
                )
                data = head + b"?>" + bomb + body.replace("ĐÂY".encode(), b"&c;")
            target.writestr(name, data)
    with suppress(DamagedDocument):
        assert len(read_docx(buffer.getvalue()).text) < 1000


def test_a_table_of_a_thousand_rows_is_read_in_a_moment() -> None:
    def write(document: Any) -> None:
        row = "<w:tr>" + "".join(f"<w:tc><w:p><w:r><w:t>ô {n}</w:t></w:r></w:p></w:tc>" for n in range(6)) + "</w:tr>"
        add_xml(document, f"<w:tbl>{row * 1000}</w:tbl>")

    data = make_docx(write)
    begun = time.monotonic()
    assert len(read_docx(data).blocks) == 1000
    assert time.monotonic() - begun < 5


def test_an_empty_document_has_no_text() -> None:
    assert read_docx(make_docx(lambda document: None)).text == ""
