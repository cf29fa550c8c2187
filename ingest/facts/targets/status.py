"""Whether a figure is aimed at or was reached, from the words beside it, its year, its column and the titles above it."""

import re

from corpus.facts import Status
from corpus.types import Span
from ingest.facts.targets.setting import Setting

# Words that make aims of all figures behind them, and those that make results of them.
_AIM = re.compile(
    r"(?<!\w)(?:phấn đấu|phải đạt|cần đạt|(?:đặt|đề|đưa) (?:ra )?(?:các )?(?:mục tiêu|chỉ tiêu)|mục tiêu (?:là|đến|trong|đặt ra|tăng trưởng|phấn đấu)|hướng tới|hướng đến|dự kiến|yêu cầu)(?!\w)"
)
_REACHED = re.compile(
    r"(?<!\w)(?:đến nay|tới nay|hiện nay|hiện đã|hiện có|hiện đạt|hiện mới|hiện đang|mới đạt|mới chỉ|ước đạt|ước tính|ước thực hiện|tính đến|đạt được(?! mục tiêu)|thực hiện được|đã đạt|đã hoàn thành|hoàn thành được)(?!\w)"
)
# Words directly before or behind one figure that say it was planned: "(kế hoạch 25%)", "150 đơn đã đề ra".
_PLANNED = re.compile(
    r"(?<!so với )(?<!vượt )(?<!bằng )(?<!\w)(?:kế hoạch|mục tiêu|chỉ tiêu|chỉ tiêu tối thiểu|dự toán giao)(?:\s(?:được|giao|đề|ra|năm|đến|tối|thiểu|là|đạt|của|từ|\d{4})){0,4}[\s:(]*$"
)
_PLANNED_BEHIND = re.compile(r"^\s?(?:[^\W\d]+\s){0,2}(?:đã |mà )?(?:đề ra|đặt ra|theo kế hoạch)(?!\w)(?! số| \d)")
# "Trong 10 tháng năm 2025 … đạt 30 tỷ đồng, tăng 6% so với cùng kỳ": what has been counted so far, in whatever document
_SO_FAR = re.compile(
    r"(?<!\w)(?:(?:\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) tháng(?: đầu)?|quý (?:[ivx]{1,3}|\d))(?: năm |/)20\d\d(?!\d)"
)
_COMPARED = re.compile(r"(?<!\w)so với (?:cùng )?kỳ")
_DONE = re.compile(
    r"(?<!\w)(?:đã(?! được (?:số hoá|sắp xếp|phê duyệt|giao))|được bố trí|luỹ kế|chỉ (?=\d|đạt|có|chiếm)|mới (?=đạt|chỉ|có|được|hoàn thành|phân bổ|giải ngân)|đang(?! phát triển))(?!\w)"
)
_DONE_BEHIND = re.compile(r"^[^,;.]{0,60}?(?<!\w)(?:đã|đang|chưa)(?!\w)(?! được số hoá| số hoá)")
_AIM_COLUMN = re.compile(
    r"chỉ tiêu|mục tiêu|kế hoạch|nhiệm vụ|phấn đấu|nội dung|giải pháp|định hướng|công việc|dự kiến"
)
_RESULT_COLUMN = re.compile(r"(?<!\w)(?:kết quả|thực hiện|ước|đạt được|tình hình|hiện trạng)(?!\w)")
_AIM_TITLE = re.compile(
    r"mục tiêu|nhiệm vụ|giải pháp|phương hướng|định hướng|tổ chức thực hiện|tầm nhìn|phân công|yêu cầu|dự kiến|phấn đấu|chỉ tiêu (?:chủ yếu |cụ thể |cơ bản |phát triển )?(?:của |về |trong )?kế hoạch"
)
_RESULT_TITLE = re.compile(
    r"kết quả|tình hình|thực trạng|hiện trạng|đánh giá|tồn tại|hạn chế|đã đạt|thành tựu|ưu điểm|khó khăn|nguyên nhân|bối cảnh|sự cần thiết|so với"
)
_AIM_YEAR = re.compile(r"(?<!\w)(?:đến|tầm nhìn)(?: hết| cuối)? (?:năm )?20\d\d")
_AIM_TYPES = frozenset(
    ("nghị quyết", "quyết định", "kế hoạch", "kế hoạch hành động", "chương trình", "chương trình hành động", "chỉ thị", "đề án", "phương án", "công văn", "công điện", "chiến lược", "phụ lục", "tờ trình")
)  # fmt: skip


def status_of(
    setting: Setting,
    clause: Span,
    segment: Span,
    figure: Span,
    year: int | str | None,
    *,
    part: bool,
    bounded: bool = False,
) -> Status:
    """The status of a figure.

    ``clause`` holds the words that may govern it, ``segment`` those that are its own. ``part``: it is a part of a whole (34/36),
    as only results are; ``bounded``: it is a least or a most, as aims are where nothing else tells.
    """
    form = setting.form
    planned = _PLANNED.search(form, max(segment.start, figure.start - 60), figure.start)
    if planned or (not part and _PLANNED_BEHIND.match(form[figure.end : segment.end])):
        return Status.TARGET
    aim, reached = (
        max((match.start() for match in cues.finditer(form, clause.start, figure.start)), default=-1)
        for cues in (_AIM, _REACHED)
    )
    if aim != reached:
        return Status.TARGET if aim > reached else Status.RESULT
    if part and not _sets_aims(setting):
        return Status.RESULT
    if _SO_FAR.search(form, clause.start, figure.start) and _COMPARED.search(form, clause.start, clause.end):
        return Status.RESULT
    last = int(str(year)[-4:]) if year is not None else None
    if last is not None and setting.issued is not None and last != setting.issued:
        return Status.TARGET if last > setting.issued else Status.RESULT
    done = _DONE.search(form, clause.start, figure.start) is not None
    behind = _DONE_BEHIND.match(form[figure.end : segment.end][:80]) is not None
    bounded = bounded and not done and not behind
    return _from_surroundings(setting, done=done, behind=behind, otherwise=Status.TARGET if bounded else Status.RESULT)


def _from_surroundings(
    setting: Setting, *, done: bool = False, behind: bool = False, otherwise: Status = Status.RESULT
) -> Status:
    if setting.column:
        if setting.column == "kết quả" and _aims_above(setting):
            return Status.TARGET  # the column of what is to come of it
        if _RESULT_COLUMN.search(setting.column) and not _AIM_COLUMN.match(setting.column):
            return Status.RESULT
        if _AIM_COLUMN.search(setting.column):
            return Status.TARGET
    aims = _sets_aims(setting)
    for title in reversed(setting.titles):
        if _RESULT_TITLE.search(title.text) and not _AIM_YEAR.search(title.text):
            return Status.RESULT
        if _AIM_TITLE.search(title.text) or _AIM_YEAR.search(title.text):
            return Status.RESULT if done and not aims else Status.TARGET
    kind = setting.source.front.doc_type
    if kind is not None and kind.value in _AIM_TYPES:
        return Status.RESULT if (done or behind) and not aims else Status.TARGET
    return otherwise


def _sets_aims(setting: Setting) -> bool:
    return any("mục tiêu" in title.text or _AIM_YEAR.search(title.text) for title in setting.titles)


def _aims_above(setting: Setting) -> bool:
    """Whether the titles or the kind of document are about what is to come."""
    if any(_AIM_YEAR.search(title.text) or _AIM_TITLE.search(title.text) for title in setting.titles[-2:]):
        return True
    kind = setting.source.front.doc_type
    return (
        kind is not None and kind.value in _AIM_TYPES and not any(_RESULT_TITLE.search(t.text) for t in setting.titles)
    )


def reports(setting: Setting) -> bool:
    """Whether the passage tells what was done: numbers of things are results there even without a word that says so."""
    return _from_surroundings(setting) is Status.RESULT
