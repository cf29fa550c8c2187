from hypothesis import given
from hypothesis import strategies as st

from ingest.readers.lines import MARKER, Line, Wrapping, broken_word, is_between, is_rule, join, joined, wrapping

BROKEN = [
    "Trong sáu tháng đầu năm, các cơ quan của thành phố đã hoàn thành",
    "phần lớn công việc được giao, chỉ còn hai việc chậm do chờ hướng",
    "dẫn của cấp trên về định mức chi.",
]
ANOTHER = [
    "Sở Tài chính bố trí đủ kinh phí cho các việc còn lại và hướng dẫn",
    "cách thanh toán trước khi hết quý.",
]


def lines_of(*paragraphs: list[str]) -> list[Line]:
    return [Line(text, gap=number == 0) for paragraph in paragraphs for number, text in enumerate(paragraph)]


def without_gaps(lines: list[Line]) -> list[Line]:
    return [Line(line.text) for line in lines]


def put_together(lines: list[Line]) -> list[str]:
    kind, width = wrapping(lines)
    return [joined(line.text for line in paragraph) for paragraph in join(lines, kind, width)]


def test_lines_broken_at_a_width_with_blank_lines_between_become_paragraphs() -> None:
    lines = lines_of(BROKEN, ANOTHER, BROKEN)
    assert wrapping(lines)[0] is Wrapping.BLANK_BETWEEN
    assert put_together(lines) == [" ".join(BROKEN), " ".join(ANOTHER), " ".join(BROKEN)]


def test_lines_broken_without_blank_lines_become_paragraphs() -> None:
    lines = without_gaps(lines_of(BROKEN, ANOTHER, BROKEN, ANOTHER))
    assert wrapping(lines)[0] is Wrapping.DENSE
    assert put_together(lines) == [" ".join(BROKEN), " ".join(ANOTHER), " ".join(BROKEN), " ".join(ANOTHER)]


def test_text_with_a_paragraph_a_line_stays_as_it_is() -> None:
    whole = [
        f"Việc thứ {n} do phòng {n} làm, xong trước ngày 10/{n}/2030 và báo cáo bằng văn bản." for n in range(1, 9)
    ]
    assert put_together([Line(text) for text in whole]) == whole


def test_a_line_in_lower_case_goes_on_with_the_line_before_it_in_every_text() -> None:
    whole = [f"Câu số {n} nói về một việc khác hẳn câu trước của nó trong bài." for n in range(8)]
    torn = [*whole[:4], "Ủy ban nhân dân các quận, huyện chịu trách nhiệm", "về kết quả của việc này.", *whole[4:]]
    assert "Ủy ban nhân dân các quận, huyện chịu trách nhiệm về kết quả của việc này." in put_together(
        [Line(text) for text in torn]
    )


def test_an_item_begins_a_paragraph_even_below_a_full_line_without_a_stop() -> None:
    title = "1. Rà soát, bổ sung quy định về việc mở lớp học buổi tối ở các xã"
    item = ["- Phòng Nội vụ rà soát số người làm việc ở từng nơi, trong đó có", "những người dạy thêm giờ."]
    assert put_together(without_gaps(lines_of([title], item, BROKEN, ANOTHER)))[:2] == [title, " ".join(item)]


def test_a_dash_inside_a_sentence_begins_no_paragraph() -> None:
    sentence = [
        "Kế hoạch này góp phần hoàn thành các mục tiêu phát triển kinh tế",
        "- xã hội của năm, do phòng kế hoạch phối hợp với văn phòng huyện",
        "- Trung tâm dịch vụ công cùng làm.",
    ]
    assert put_together(without_gaps(lines_of(sentence, BROKEN, ANOTHER)))[0] == " ".join(sentence)


def test_a_symbol_broken_before_its_number_begins_no_paragraph() -> None:
    sentence = [
        "Căn cứ Nghị quyết của thành phố về công tác cán bộ và Nghị quyết số",
        "57- NQ/TW của cấp trên, phòng tổ chức lập kế hoạch như sau.",
    ]
    assert put_together(without_gaps(lines_of(sentence, BROKEN, ANOTHER)))[0] == " ".join(sentence)


def test_a_numbered_title_on_a_short_line_stands_alone() -> None:
    lines = without_gaps(lines_of(BROKEN, ["II. Việc phải làm"], ANOTHER, BROKEN))
    assert put_together(lines)[1] == "II. Việc phải làm"


def test_a_title_in_capitals_is_not_joined_with_the_text_below_it() -> None:
    lines = without_gaps(
        lines_of(["NHỮNG ĐIỀU CẦN NHỚ TRONG NĂM TỚI CỦA CÁC ĐƠN VỊ TRONG KHỐI THI ĐUA"], BROKEN, ANOTHER)
    )
    assert put_together(lines)[0].isupper()


def test_bold_type_that_goes_on_below_joins_the_lines_of_a_title() -> None:
    lines = [
        Line("VỀ VIỆC MỞ LỚP HỌC", gap=True, bold=True, open=True),
        Line("BUỔI TỐI Ở CÁC PHƯỜNG", bold=True),
        *lines_of(BROKEN, ANOTHER),
    ]
    assert put_together(lines)[0] == "VỀ VIỆC MỞ LỚP HỌC BUỔI TỐI Ở CÁC PHƯỜNG"


def test_a_symbol_or_a_range_broken_at_its_hyphen_is_joined_without_a_space() -> None:
    assert joined(["theo Quyết định số 385-", "QĐ/TU và giai đoạn 2021-", "2025"]) == (
        "theo Quyết định số 385-QĐ/TU và giai đoạn 2021-2025"
    )
    assert joined(["trong quý IV/", "2025"]) == "trong quý IV/2025"


def test_a_dash_that_stands_apart_keeps_its_spaces() -> None:
    assert joined(["tăng từ 15 -", "17% mỗi năm"]) == "tăng từ 15 - 17% mỗi năm"
    assert not broken_word("-", "Việc khác")


def test_rules_of_dashes_stars_and_dots_are_told_from_text() -> None:
    assert all(map(is_rule, ("-----", "* * *", "_______", "......", "– – –")))
    assert not any(map(is_rule, ("--", "- Việc một", "1.", "")))


def test_both_families_of_numbering_begin_a_paragraph() -> None:
    for text in (
        "1. Việc",
        "1- Việc",
        "2.1- Việc",
        "a) Việc",
        "đ) Việc",
        "I- VIỆC",
        "IV. Việc",
        "Điều 3. Việc",
        "(2) việc",
        "- Việc",
        "+ Việc",
    ):
        assert MARKER.match(text), text
    for text in ("1.035,4 tỷ đồng", "30% diện tích", "2021-2025 là", "Việc một"):
        assert not MARKER.match(text), text


def test_a_few_words_between_whole_paragraphs_are_a_title() -> None:
    before, after = " ".join(BROKEN), " ".join(ANOTHER)
    assert is_between([before, "Việc cũ chưa xong, việc mới đã tới", after], 1)
    assert not is_between([before, "Việc cũ chưa xong, việc mới đã tới.", after], 1)
    assert not is_between([before, "Hồng Lam", after], 1)
    assert not is_between([before, "Thứ Ba, ngày 4/3/2031 - 08:15", after], 1)
    assert not is_between([before, "Việc cũ chưa xong, việc mới đã tới", "Ngắn."], 1)
    assert not is_between(["Việc cũ chưa xong, việc mới đã tới", after], 0)


@given(
    st.lists(
        st.text(st.sampled_from("aáBĐ1-/.,;: "), min_size=1, max_size=90).map(str.strip).filter(bool), max_size=40
    ),
    st.data(),
)
def test_no_line_is_lost_or_moved_however_it_was_broken(texts: list[str], data: st.DataObject) -> None:
    lines = [Line(text, gap=data.draw(st.booleans()), bold=data.draw(st.booleans())) for text in texts]
    kind, width = wrapping(lines)
    assert [line for paragraph in join(lines, kind, width) for line in paragraph] == lines
