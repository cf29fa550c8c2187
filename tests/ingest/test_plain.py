from ingest.readers.plain import plain, read_markdown, read_text
from tests.ingest.making import cells, headings, lines


def markdown(*rows: str) -> bytes:
    return "\n".join(rows).encode()


def test_markdown_headings_keep_their_level() -> None:
    document = read_markdown(markdown("# Kế hoạch", "", "## I. Mục tiêu", "", "Mở ba lớp."))
    assert [(block.level, block.span.of(document.text)) for block in document.blocks] == [
        (1, "Kế hoạch"),
        (2, "I. Mục tiêu"),
        (None, "Mở ba lớp."),
    ]


def test_a_bold_line_is_a_title_and_bold_words_in_a_sentence_are_not() -> None:
    document = read_markdown(markdown("**Nhiệm vụ trong năm**", "", "Mở **ba lớp** ở xã.", "", "**Xong trong quý I.**"))
    assert headings(document) == ["Nhiệm vụ trong năm"]


def test_inline_marks_are_gone_and_what_a_reader_sees_stays() -> None:
    assert (
        plain('**Sở Nội vụ** *chủ trì*, `xem` [Kế hoạch](https://a.vn/b_(c) "x")') == "Sở Nội vụ chủ trì, xem Kế hoạch"
    )
    assert plain(r"1\. Mục 2\*3 và a\_b") == "1. Mục 2*3 và a_b"
    assert plain("![Bản đồ](a.png) KH&amp;CN __đậm__ ten_tep_goc") == "Bản đồ KH&CN đậm ten_tep_goc"
    assert plain("* việc một").strip() == "- việc một"
    assert plain("a<br>b <sup>2</sup> và 3 < 5 > 2").split() == ["a", "b", "2", "và", "3", "<", "5", ">", "2"]


def test_a_pipe_table_has_its_header_and_its_empty_cells() -> None:
    document = read_markdown(
        markdown("| TT | Việc | Hạn |", "|---|:--:|---|", "| 1 | Mở lớp | |", "| 2 | In sổ | Quý I |")
    )
    assert cells(document) == [["TT", "Việc", "Hạn"], ["1", "Mở lớp", ""], ["2", "In sổ", "Quý I"]]
    assert [block.header for block in document.blocks] == [True, False, False]


def test_a_pipe_table_without_a_line_of_dashes_is_one_too() -> None:
    document = read_text(markdown("TT | Nội dung | Hạn", "1 | Mở lớp | Quý I", "2 | In sổ | Quý II"))
    assert [block.header for block in document.blocks] == [True, False, False]


def test_a_row_broken_inside_a_cell_is_put_together_again() -> None:
    document = read_markdown(
        markdown("| TT | Việc | Hạn |", "|---|---|---|", "| 1 | Mở lớp", "ở ba xã | Quý I |", "| 2 | In sổ | Quý II |")
    )
    assert cells(document)[1] == ["1", "Mở lớp ở ba xã", "Quý I"]


def test_one_line_with_bars_is_no_table() -> None:
    assert cells(read_text(markdown("Điện thoại: 012 | 034 | 056", "", "Câu tiếp theo."))) == []


def test_a_table_that_was_flattened_is_read_in_markdown_too() -> None:
    rows = ["|", "**TT**", "|", "**Nội dung**", "|", "|", "1", "|", "Mở lớp học", "|", "|", "2", "|", "In sổ tay", "|"]
    assert cells(read_markdown(markdown(*rows))) == [["TT", "Nội dung"], ["1", "Mở lớp học"], ["2", "In sổ tay"]]


def test_page_numbers_that_count_up_are_left_out_and_remembered() -> None:
    rows = ["Trang đầu nói về việc mở lớp.", "1", "Trang hai nói về việc in sổ.", "2", "Trang ba nói về việc thi.", "3"]
    document = read_text(markdown(*rows))
    assert lines(document) == rows[::2]
    assert document.furniture == ("1", "2", "3")


def test_numbers_alone_on_lines_that_do_not_count_stay() -> None:
    assert "12" in lines(read_text(markdown("Số lớp:", "12", "Số thầy:", "40", "Số trò:", "300")))


def test_rules_and_blank_lines_leave_no_trace() -> None:
    assert lines(read_markdown(markdown("Một đoạn văn ngắn.", "", "-----", "", "***", "Đoạn sau."))) == [
        "Một đoạn văn ngắn.",
        "Đoạn sau.",
    ]


LETTERHEAD = [
    "ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "  XÃ HÒA AN                           Độc lập - Tự do - Hạnh phúc",
    "  -------                             ---------------",
    "Số: 12/KH-UBND                     Hòa An, ngày 05 tháng 3 năm 2030",
]
SIGNATURE = [
    "Nơi nhận:                                   TM. ỦY BAN NHÂN DÂN",
    "- Như trên;                                     CHỦ TỊCH",
    "- Phòng Nội vụ huyện,",
    "  phòng Tài chính huyện;",
    "- Lưu: VT.                                      (Đã ký)",
    "",
    "                                              Đỗ Thị Sáu",
]


def test_a_letterhead_typed_in_two_columns_is_read_column_by_column() -> None:
    document = read_text(markdown(*LETTERHEAD, "", "KẾ HOẠCH", "mở lớp học buổi tối"))
    assert cells(document) == [
        [
            "ỦY BAN NHÂN DÂN XÃ HÒA AN Số: 12/KH-UBND",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Hòa An, ngày 05 tháng 3 năm 2030",
        ]
    ]
    assert lines(document)[1:] == ["KẾ HOẠCH", "mở lớp học buổi tối"]


def test_a_signature_typed_in_two_columns_is_read_column_by_column() -> None:
    document = read_text(
        markdown("Kế hoạch này thực hiện từ ngày ký.", "", *SIGNATURE, "", "PHỤ LỤC", "Danh sách lớp học")
    )
    assert cells(document) == [
        [
            "Nơi nhận: - Như trên; - Phòng Nội vụ huyện, phòng Tài chính huyện; - Lưu: VT.",
            "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH (Đã ký) Đỗ Thị Sáu",
        ]
    ]
    assert lines(document)[-2:] == ["PHỤ LỤC", "Danh sách lớp học"]


def test_wide_gaps_in_running_text_are_no_columns() -> None:
    rows = [
        "Câu đầu tiên     có một khoảng rộng.",
        "Câu thứ hai      cũng thế, lại dài hơn mười bốn chữ cho nên không phải là tiêu đề thư.",
    ]
    assert cells(read_text(markdown(*rows))) == []


def test_lines_broken_by_a_crawler_are_joined_and_cleaned() -> None:
    rows = [
        "Trong sáu tháng đầu năm, các cơ quan của xã đã hoàn thành phần",
        "lớn công việc được giao,\u00a0chỉ còn hai việc chậm do chờ hướng dẫn",
        "của cấp trên về định mức chi\u200b.",
        "",
        "Phòng Tài chính bố trí đủ kinh phí cho các việc còn lại và hướng",
        "dẫn cách thanh toán trước khi hết quý.",
    ]
    assert lines(read_text(markdown(*rows))) == [
        "Trong sáu tháng đầu năm, các cơ quan của xã đã hoàn thành phần lớn công việc được giao, chỉ còn hai việc chậm do chờ hướng dẫn "
        "của cấp trên về định mức chi.",
        "Phòng Tài chính bố trí đủ kinh phí cho các việc còn lại và hướng dẫn cách thanh toán trước khi hết quý.",
    ]
