"""Documents that Hypothesis makes up: lines with and without numbers, titles, tables, in any order."""

from hypothesis import strategies as st

from tests.ingest.making import Bold, Part, Rows, Title

_MARKS = (
    "Phần I ", "Chương II ", "Mục 1. ", "Điều 3. ", "Phụ lục I. ", "A. ", "I. ", "I- ", "II. ", "1. ", "2. ", "1- ", "1.1. ", "2.1.1. ",
    "a) ", "đ) ", "(1) ", "(ii) ", "- ", "+ ", "1.", "-", "1.000 ", "2.5 ", "30/4 ", "",
)  # fmt: skip
_WORDS = (
    "Mở lớp học buổi tối", "MỞ LỚP HỌC", "mở ba lớp cho 25% hộ dân", "Giao các thôn", "In sổ tay. Phát sổ tay", "QUYẾT ĐỊNH", "KẾ HOẠCH",
    "Kèm theo Kế hoạch số 15/KH-UBND", "PHỤ LỤC", "Chương II", "Nơi nhận", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Thị Mơ", "Kính gửi",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 15/KH-UBND", "Bến Sậy, ngày 05 tháng 3 năm 2031", "Căn cứ Luật Thư viện",
)  # fmt: skip
_ENDS = ("", ".", ";", ":", "./.", ",")

_lines = st.builds("".join, st.tuples(st.sampled_from(_MARKS), st.sampled_from(_WORDS), st.sampled_from(_ENDS)))
_long_lines = st.builds(lambda line, times: f"{line} " * times, _lines, st.integers(2, 40))
_cells = st.sampled_from(("", "1", "2.1", "I", "A", "TT", "Nội dung", "Thời gian", "Mở lớp học", "CHỦ TỊCH", "Tháng 3"))
_rows = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(_cells, min_size=width, max_size=width), min_size=1, max_size=6)
)
_tables = st.builds(Rows, _rows, st.sampled_from((None, 0, 1, 2)))

parts: st.SearchStrategy[list[Part]] = st.lists(
    st.one_of(
        _lines, _lines, _long_lines, st.builds(Bold, _lines), st.builds(Title, _lines, st.integers(1, 3)), _tables
    ),
    max_size=25,
)
