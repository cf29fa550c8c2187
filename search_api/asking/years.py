"""Of which years a unit is: by its facts, by its own words, by what stands over it, and by the period that its document reports on."""

import re
from collections.abc import Sequence

from corpus.catalogue.documents import DocumentInfo
from corpus.catalogue.facts import StoredFact
from corpus.facts import Assignment, Target
from corpus.grammar.dates import find_years
from corpus.text import matching_form
from search_api.types import Reading

_Y = r"(?:19|20)\d\d"
# Years of something else than the figure beside which they stand: of what it is compared with, of when it was made public.
_PUBLISHED = rf"(?:được )?công bố(?: lần đầu)?(?: trong| vào)?(?: tháng \d{{1,2}})?(?:/| năm |,? ){_Y}"
_MADE_PUBLIC = re.compile(matching_form(_PUBLISHED))
_COMPARED = re.compile(matching_form(rf"so với (?:[^\s\d,;:()]{{1,8}} ){{0,6}}?{_Y}"))
_BESIDE = re.compile(matching_form(rf"{_COMPARED.pattern}|của năm {_Y}|{_PUBLISHED}"))
# A report on one year has what is planned for the next in its title: "Kết quả năm 2023, nhiệm vụ trọng tâm năm 2024".
_OUTLOOK = r"phương hướng|nhiệm vụ|kế hoạch|mục tiêu|giải pháp|dự kiến|định hướng"
_NEXT = re.compile(matching_form(rf"(?<!\w)(?:{_OUTLOOK})(?!\w)[^,;.:]{{0,60}}?(?<!\d){_Y}"))
_AHEAD = re.compile(
    matching_form(
        rf"(?:(?:phần|mục)? ?[\dIVXa-d]{{1,4}}[.)\-–:/ ]{{1,3}}){{0,3}}(?:một số |các |những )?(?:{_OUTLOOK})(?!\w)"
    )
)
_REPORTED = re.compile(matching_form(r"(?<!\w)(?:báo cáo|kết quả|tình hình|sơ kết|tổng kết)(?!\w)"))


def year_fits(
    reading: Reading, words: str, over: Sequence[str], document: DocumentInfo, facts: Sequence[StoredFact]
) -> bool:
    """Whether a unit is of the years that a question names. ``over``: the titles, the lead-in and the columns over it."""
    if not reading.years:
        return True
    form = matching_form(words)
    own = _BESIDE.sub(" ", form)
    said = set(find_years(own))
    if said and _MADE_PUBLIC.search(form):  # "năm 2022, công bố năm 2023" is of 2022
        return any(year in said for year in reading.years)
    if any(of_year(stored, year) for year in reading.years for stored in facts):
        return True
    around = {*find_years(" ".join(over)), *_of_document(document, over)}
    if not all(year in around or str(year) in _COMPARED.sub(" ", form) for year in reading.years):
        return False
    if not said or any(str(year) in own for year in reading.years):
        return True
    # "5 chỉ tiêu đạt, 3 chỉ tiêu khó đạt vào năm 2025", reported in 2023: what is still to come is not the year of all that is said
    told = _is_told(document) and not _is_outlook(over)
    return told and min(said) > max(reading.years) and not any(_has_year(stored) for stored in facts)


def _has_year(stored: StoredFact) -> bool:
    return isinstance(stored.fact.slots, Target) and stored.fact.slots.year is not None


def of_year(stored: StoredFact, year: int) -> bool:
    """Whether a figure is of a year, or of a period that ends then; whether a task is due in it."""
    slots = stored.fact.slots
    if isinstance(slots, Target) and slots.year is not None:
        return str(slots.year) == str(year) or str(slots.year).endswith(str(year))
    return isinstance(slots, Assignment) and slots.deadline_date is not None and slots.deadline_date.year == year


def _is_outlook(over: Sequence[str]) -> bool:
    """Whether a title over a unit says that what is planned follows."""
    return any(_AHEAD.match(matching_form(title).lstrip("#* ")) for title in over)


def _of_document(document: DocumentInfo, over: Sequence[str]) -> set[int]:
    """Years that a document says it is of; what a report says is of the year it reports on, its outlook of the next one."""
    label = matching_form(document.label)
    years = {*find_years(label), *find_years(re.sub(r"[-_]", " ", document.file_name))}
    if not _is_told(document):
        return years
    reported = set(find_years(_NEXT.sub(" ", label)))
    ahead = {int(match[0][-4:]) for match in _NEXT.finditer(label)} - reported
    issued = document.front.get("issued_on", "")[:4]
    if not reported and issued:
        years.add(int(issued))
    return years if not reported or _is_outlook(over) else years - ahead


def _is_told(document: DocumentInfo) -> bool:
    """Whether a document tells what was: a report, or what has no type and no number, news of a meeting."""
    kind = matching_form(document.front.get("doc_type", ""))
    return kind.startswith("báo cáo") or (not kind and _REPORTED.search(matching_form(document.label)) is not None)
