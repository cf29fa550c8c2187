"""Of which years a unit is: its own, those over it, and the period that its document reports on."""

from typing import Any

import pytest

from corpus.catalogue.documents import DocumentInfo
from search_api.asking.years import year_fits
from search_api.reading import read_question

REPORT = {"doc_type": "báo cáo", "issued_on": "2023-12-18"}
PLAN = {"doc_type": "kế hoạch", "issued_on": "2023-12-18"}
TWO_YEARS = "Báo cáo kết quả trồng chè năm 2023, nhiệm vụ trọng tâm năm 2024"
ASKED = "Năm {} tỷ lệ chè sạch đạt bao nhiêu?"


def _document(front: dict[str, str], label: str = "", file_name: str = "che.docx") -> DocumentInfo:
    unset: dict[str, Any] = dict.fromkeys(DocumentInfo.__annotations__)
    return DocumentInfo(**{**unset, "id": "d", "front": front, "label": label, "file_name": file_name})


def _fits(year: int, words: str, document: DocumentInfo, over: str = "") -> bool:
    return year_fits(read_question(ASKED.format(year)), words, [over], document, ())


@pytest.mark.parametrize(("year", "fits"), [(2022, True), (2023, False)])
def test_the_year_in_which_a_figure_was_made_public_is_not_its_year(year: int, fits: bool) -> None:
    words = "Chỉ số chè sạch năm 2022 công bố trong năm 2023: xếp thứ 7, tăng 2 bậc"
    assert _fits(year, words, _document(REPORT, TWO_YEARS)) is fits


@pytest.mark.parametrize(("year", "over", "fits"), [
    (2023, "II. Kết quả", True), (2024, "II. Kết quả", False), (2024, "III. Nhiệm vụ trọng tâm", True),
])  # fmt: skip
def test_a_result_is_of_the_year_that_is_reported_on_and_not_of_the_next(year: int, over: str, fits: bool) -> None:
    assert _fits(year, "Tỷ lệ chè sạch đạt 41%", _document(REPORT, TWO_YEARS), over) is fits


def test_a_report_that_names_no_year_is_of_the_year_of_its_issue_and_a_plan_is_not() -> None:
    label = "Báo cáo tình hình trồng chè"
    assert _fits(2023, "Tỷ lệ chè sạch đạt 41%", _document(REPORT, label))
    assert not _fits(2022, "Tỷ lệ chè sạch đạt 41%", _document(REPORT, label))
    assert not _fits(2023, "Tỷ lệ chè sạch đạt 41%", _document(PLAN, "Kế hoạch trồng chè"))


def test_a_year_of_comparison_is_not_the_year_of_a_figure() -> None:
    document = _document(REPORT, "Báo cáo trồng chè năm 2023")
    assert not _fits(2022, "Tỷ lệ chè sạch đạt 41%, tăng 3% so với năm 2022", document)
    assert _fits(2023, "Tỷ lệ chè sạch đạt 41%, tăng 3% so với ước thực hiện năm 2022", document)
    assert not _fits(2022, "Tỷ lệ chè sạch đạt 41%, tăng 3% so với số ước thực hiện cả năm 2022", document)
