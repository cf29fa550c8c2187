from ingest.readers.portal import without_portal

METADATA = [
    "|", "**Số hiệu:**", "|", "44/KH-UBND", "|", "**Nơi ban hành:**", "|", "Tỉnh Hòa An", "|", "**Người ký:**", "|", "Lê Văn Bốn", "|",
    "**Ngày ban hành:**", "|", "04/02/2030", "|", "**Tình trạng:**", "|", "Còn hiệu lực", "|", "|",
]  # fmt: skip
DOCUMENT = ["**KẾ HOẠCH**", "", "Mở lớp học buổi tối ở các xã.", "", "1. Mỗi xã mở một lớp.", "2. Mỗi lớp có ba thầy."]


def kept(*lines: str) -> list[str]:
    return [line for line in without_portal(lines)[0] if line.strip(" |")]


def left_out(*lines: str) -> list[str]:
    return without_portal(lines)[1]


def test_the_table_of_metadata_above_a_document_is_left_out_and_remembered() -> None:
    assert kept(*METADATA, *DOCUMENT) == [line for line in DOCUMENT if line]
    assert "44/KH-UBND" in left_out(*METADATA, *DOCUMENT)


def test_two_labels_alone_are_no_table_of_metadata() -> None:
    assert "Người ký:" in kept("Người ký:", "Lê Văn Bốn", "Số hiệu:", "44/KH-UBND", *DOCUMENT)


def test_a_letterhead_table_right_below_the_metadata_stays_whole() -> None:
    letterhead = ["|", "**ỦY BAN NHÂN DÂN**", "Số: 44/KH-UBND", "|", "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**", "|"]
    lines, _ = without_portal([*METADATA, "", *letterhead, *DOCUMENT])
    start = lines.index("**ỦY BAN NHÂN DÂN**")
    assert lines[start - 1] == "|" and lines[start + 2] == "|"


def test_what_follows_a_list_of_related_documents_is_left_out() -> None:
    tail = ["## Văn bản liên quan", "Kế hoạch 12/KH-UBND", "Quyết định 5/QĐ-UBND"]
    assert kept(*DOCUMENT, *tail) == [line for line in DOCUMENT if line]
    assert left_out(*DOCUMENT, *tail) == tail


def test_a_title_like_that_of_a_tail_near_the_top_belongs_to_the_document() -> None:
    assert "Văn bản liên quan" in kept("Văn bản liên quan", *DOCUMENT, *DOCUMENT)


def test_where_a_text_was_collected_begins_the_tail() -> None:
    tail = ["Văn bản được sưu tầm bởi Kho văn bản Hòa An.", "Chúng tôi dùng tệp nhớ của trình duyệt.", "Đồng ý"]
    assert kept(*DOCUMENT, *tail) == [line for line in DOCUMENT if line]


def test_notices_inside_the_text_are_left_out() -> None:
    notice = "Bạn cần đăng nhập để xem tiếp nội dung."
    assert kept(*DOCUMENT[:3], notice, *DOCUMENT[3:]) == [line for line in DOCUMENT if line]


def test_names_and_captions_of_pictures_are_left_out() -> None:
    lines = ["Hội nghị bàn ba việc.", "", "hop_bao_1-.jpg", "Quang cảnh buổi họp", "", "Việc thứ nhất đã xong."]
    assert kept(*lines) == ["Hội nghị bàn ba việc.", "Việc thứ nhất đã xong."]
    assert kept("Đại biểu thăm lớp học - Ảnh: Lê Na", "Việc đã xong.") == ["Việc đã xong."]
    assert kept("Trưng bày (Ảnh: TT/Lê Na)") == []


def test_a_sentence_about_pictures_is_no_caption() -> None:
    sentence = "Kho ảnh: mỗi xã nộp ít nhất mười tấm, kèm tên người chụp; hạn cuối là hết quý. Sau đó phòng chọn."
    assert kept(sentence) == [sentence]
