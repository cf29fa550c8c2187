"""Of which years the figures of a whole document are: what its subject and its opening say of a report, and of a plan of one year."""

import re
from collections.abc import Sequence

from corpus.types import Span, value
from ingest.facts.source import Source
from ingest.facts.targets.years import Horizon, horizons

_PLANS = ("kế hoạch", "chương trình công tác", "nhiệm vụ")  # what is planned for a year stands in the subject, too
_OPENING = 4_000  # characters in which a report says of when its figures are
# "Số liệu năm 2025 là số ước thực hiện cả năm": levels at the end of a period are of its last year
_STATED = re.compile(r"(?<!\w)(?:số liệu|các số liệu|kết quả)\s(?:của\s)?(?P<year>năm\s(?:19|20)\d\d)\s(?:là|được)\s")
_TOLD = re.compile(r"(?<!\w)báo cáo\s(?:[^\W\d_]+\s){0,12}?(?:kết quả|tình hình)\s(?:[^.;\n]{0,80}?\s)?(?P<when>(?:năm|giai đoạn)\s[^.;\n]{4,60}?)\snhư sau")  # fmt: skip
# What is done again and again is counted over the whole time, and averages are of the whole time.
_ACTS = frozenset(("phiên", "lượt", "cuộc", "đợt", "hội nghị", "văn bản", "nhiệm vụ", "lớp", "vụ"))
_AVERAGE = re.compile(
    r"(?<!\w)(?:bình quân|trung bình|trong (?:\d{1,2}|hai|ba|bốn|năm|sáu|mười) năm(?! \d)|mỗi năm|hằng năm|hàng năm)(?!\w)"
)


@value
class Period:
    """``levels``: of when results are; ``sums``: of which years averages and sums are; ``aims``: of which year the tasks are."""

    levels: Horizon | None = None
    sums: Horizon | None = None
    aims: Horizon | None = None


def period_of(source: Source, form: str) -> Period:
    """The period of a document whose matching form is at hand; of most documents nothing of the kind can be said."""
    kind, subject = source.front.doc_type, source.front.subject
    issued = source.front.issued_on
    year = int(issued.value[:4]) if issued and issued.value[:4].isdigit() else None
    if kind is None or subject is None:
        return Period()
    words = subject.value.lower()
    named = [Horizon(subject.span or Span(0, 0), one.year) for one in horizons(words, 0, len(words))]
    if kind.value == "báo cáo":
        return _of_report(named, form, year)
    if kind.value.startswith(_PLANS) or (words.removeprefix("về ").startswith(("kế hoạch", "ban hành kế hoạch", "phê duyệt kế hoạch"))):  # fmt: skip
        return Period(aims=_of_plan(named, words, year))
    return Period()


def _of_report(named: Sequence[Horizon], form: str, issued: int | None) -> Period:
    """The first year of its subject ("… năm 2024, nhiệm vụ năm 2025"), else the whole period, else what its opening says."""
    if single := next((one for one in named if isinstance(one.year, int)), None):
        return Period(levels=single, sums=single)
    if not named and (told := _TOLD.search(form, 0, _OPENING)):
        named = horizons(form, *told.span("when"))[:1]
        if named and isinstance(named[0].year, int):
            return Period(levels=named[0], sums=named[0])
    if len({one.year for one in named}) != 1 or (issued is not None and int(str(named[0].year)[-4:]) > issued):
        return Period()
    stated = _STATED.search(form, 0, _OPENING)
    last = horizons(form, *stated.span("year")) if stated else []
    return Period(levels=last[0] if last else named[0], sums=named[0])


def _of_plan(named: Sequence[Horizon], words: str, issued: int | None) -> Horizon | None:
    """The year of a plan made for one year: the only one in its subject, and neither "đến năm …" nor far from its date."""
    years = {one.year for one in named}
    if len(years) != 1 or not isinstance(year := named[0].year, int):
        return None
    if re.search(rf"(?:đến|tầm nhìn|từ|trước|sau)(?: hết| cuối)?(?: năm)? {year}", words):
        return None
    return named[0] if issued is None or issued <= year <= issued + 1 else None


def is_summed(words: str, unit: str) -> bool:
    """Whether a figure is an average or a count of acts, which are of a whole period: "6,28%/năm", "họp 17 phiên"."""
    return unit.endswith("/năm") or unit.lower() in _ACTS or _AVERAGE.search(words) is not None
