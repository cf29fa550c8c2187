"""Headings of task tables → what stands in each column, however they are worded and ordered."""

import re
from collections.abc import Sequence

from corpus.text import matching_form

LEAD, COORDINATE, DEADLINE, PRODUCT, COST, TASK = "lead", "coordinate", "deadline", "product", "cost", "task"

# Tried in this order on each heading; the first that fits names the column. "" is a column that says nothing of the task itself.
_SLOTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (slot, re.compile(pattern))
    for slot, pattern in (
        ("", r"^(?:s?tt|số tt|số thứ tự|stt\W.*)$|ghi chú|căn cứ|văn bản giao|văn bản chỉ đạo|^đơn vị(?: tính)?$|đvt|mã số|tình trạng|hiện trạng|chỉ tiêu liên quan|cấp trình|^kết quả thực hiện|kết quả đạt được|tình hình"),
        (LEAD, r"chủ trì|đầu mối|chủ quản|chịu trách nhiệm|phụ trách|tiếp nhận|được giao|được phân công|(?:đơn vị|cơ quan|bộ phận|trách nhiệm)(?:,? (?:đơn vị|cơ quan|cá nhân))?(?: tổ chức)? (?:thực hiện|triển khai|thi hành|tham mưu|soạn thảo|báo cáo)|^phân công(?: thực hiện)?$|người thực hiện"),
        (COORDINATE, r"phối hợp|tham gia"),
        (DEADLINE, r"thời hạn|thời gian|thời điểm|tiến độ|lộ trình|hạn hoàn thành|^hạn|hoàn thành|kỳ hạn|năm thực hiện"),
        (COST, r"kinh phí|nguồn vốn|nguồn lực|ngân sách|dự toán|kế hoạch vốn|tổng mức"),
        (PRODUCT, r"sản phẩm|kết quả|đầu ra|hình thức văn bản"),
        (TASK, r"nhiệm vụ|nội dung|công việc|hoạt động|giải pháp|chỉ tiêu|mục tiêu|tên|văn bản|đề án|dự án|chương trình|chuyên đề|tiêu chí|hạng mục|lĩnh vực|việc"),
    )
)  # fmt: skip
# Of several columns that could hold the task the one whose heading says so most plainly.
_PLAINLY = (
    (re.compile(r"nhóm|thuộc|lĩnh vực|mục tiêu|chương trình"), -2),
    (re.compile(r"nhiệm vụ|công việc|^việc"), 2),
    (re.compile(r"^tên|nội dung (?:nhiệm vụ|công việc|thực hiện|chi tiết)"), 2),
    (re.compile(r"chỉ tiêu|giải pháp|hoạt động"), 1),
)


def slot_of(heading: str) -> str:
    """The slot that a heading of a column names, "" for none."""
    form = matching_form(" ".join(heading.split())).strip(" .:*")
    return next((slot for slot, pattern in _SLOTS if pattern.search(form)), "")


def slots_of(rows: Sequence[Sequence[str]]) -> tuple[str, ...] | None:
    """The slot of each column of a table with these rows of headings; None where it is no table of tasks: nobody leads, or nothing is to be done.

    Of two rows of headings the lower, more particular one counts ("Phân công" over "Chủ trì" and "Phối hợp").
    """
    columns = list(zip(*rows, strict=True)) if rows else []
    named = [next((slot for words in reversed(column) if (slot := slot_of(words))), "") for column in columns]
    words = [matching_form(" ".join(dict.fromkeys(column))) for column in columns]
    tasks = [number for number, slot in enumerate(named) if slot == TASK]
    if LEAD not in named or not tasks:
        return None
    task = max(tasks, key=lambda number: (_plainness(words[number]), -number))
    kept = ["" if slot == TASK and number != task else slot for number, slot in enumerate(named)]
    if re.search(r"chỉ tiêu", words[task]) and not re.search(r"nhiệm vụ|công việc", words[task]):
        kept = ["" if slot == PRODUCT else slot for slot in kept]  # "Kết quả" of an indicator is its value
    return tuple(_first_only(kept, words))


def _plainness(words: str) -> int:
    return sum(weight for pattern, weight in _PLAINLY if pattern.search(words))


def _first_only(slots: list[str], words: list[str]) -> list[str]:
    """Each slot once, save those of bodies: a table may give a column to each of several leads."""
    best = {slot: slots.index(slot) for slot in set(slots)}
    late = [n for n, slot in enumerate(slots) if slot == DEADLINE and re.search(r"thời hạn|hoàn thành|^hạn", words[n])]
    if late:
        best[DEADLINE] = late[0]
    return [slot if slot in ("", LEAD, COORDINATE) or best[slot] == number else "" for number, slot in enumerate(slots)]
