"""Texts for property tests, and the measure of how the time of a function grows with its text."""

import time
import unicodedata
from collections.abc import Callable

from hypothesis import strategies as st

# Whatever Unicode holds, as a reader hands it on: NFC, no halves of surrogate pairs.
ANY_TEXT = st.text(max_size=120).map(lambda text: unicodedata.normalize("NFC", text))

_WORDS = """ủy ban nhân dân tỉnh thành phố kế hoạch chuyển đổi số hoà hòa thuý thúy quý qúy khoẻ khỏe hoàng Đến Ủy Ở Ấn ĐẨY MẠNH
    nghị quyết về đột phá phát triển khoa học công nghệ mục tiêu đạt tối thiểu của và không quá trước ngày tháng năm"""
SYLLABLES = _WORDS.split()
_EXPRESSIONS = [
    "57-NQ/TW", "07 - CTr/TU", "144/KH-UBND", "48/2025/NQ-HĐND", "72/2025/QH15", "22/12/2024", "ngày 22 tháng 12 năm 2024", "7,5 %", "30%",
    "1.035.078,9", "2021 - 2025", "24/7", "100/100", "KH&CN", "KH,CN&ĐMST", "TP.HCM", "T.Ư", "Điều 1.", "Khoản 2.", "I.", "a)", "v.v.", "TP.",
    "https://cancu.vn/a?b=1", "😀", "m²", "İ",
]  # fmt: skip
_JOINTS = [" ", " ", " ", " ", ", ", ". ", "; ", ".\n", "\n", " | ", "./.", " - ", "/", "… ", "  "]

# Words of administrative documents in any order, so that expressions meet what they never met in the table tests.
VIETNAMESE = st.lists(
    st.tuples(st.sampled_from([*SYLLABLES, *_EXPRESSIONS]), st.sampled_from(_JOINTS)), max_size=30
).map(lambda parts: "".join(word + joint for word, joint in parts))
TEXTS = st.one_of(ANY_TEXT, VIETNAMESE)

# Shapes on which patterns of this trade are known to run wild.
REPETITIONS = (
    "a.",
    "A.",
    "1",
    "1.",
    "1,",
    "1-",
    "A-",
    "1/",
    "A&",
    ".",
    ". ",
    "a. ",
    "A. ",
    "(",
    "1 tháng ",
    "1-KH/",
    "1/KH-A",
    "ngày ",
    "TP.",
    "Đ",
)


def growth(work: Callable[[str], object], repeated: str, end: str = "", size: int = 5_000) -> float:
    """How many times longer a text four times as long takes: 4 where time is linear, 16 where it is quadratic."""
    short, long = (repeated * (count // len(repeated)) + end for count in (size, 4 * size))
    return _seconds(work, long) / _seconds(work, short)


LINEAR = 8.0  # between the two, with room for a busy machine


def _seconds(work: Callable[[str], object], text: str) -> float:
    times = []
    for _ in range(3):
        begin = time.thread_time()
        work(text)
        times.append(time.thread_time() - begin)
    return max(min(times), 5e-4)  # what takes half a millisecond takes no time
