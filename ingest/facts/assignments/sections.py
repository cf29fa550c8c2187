"""Which parts of a document give tasks, and which tell results, views and targets."""

import re
from collections.abc import Sequence
from enum import Enum, auto

from corpus.grammar.body_lists import Body
from corpus.text import matching_form
from corpus.types import Document
from ingest.facts.assignments.addressing import is_class
from ingest.markers import Rank
from ingest.outline import Place

# Documents that set rules give nobody a task; reports look ahead in some parts only.
_RULES = ("luật", "bộ luật", "pháp lệnh", "nghị định", "thông tư", "hiến pháp", "điều lệ", "quy chế", "quy định", "nội quy")  # fmt: skip
_REPORTS = ("báo cáo",)
# Of these, and of what has no type (news), only what an order or the part on carrying out says counts.
_ASIDES = ("", "hướng dẫn", "phụ lục")
_MANY_ARTICLES = 7  # a document with so many articles sets rules, whatever it is called
_TITLE = 200  # characters of a block that may say what a part is about


class _Theme(Enum):
    """What the title of a part says of what stands below it."""

    RESULTS = auto()
    CARRYING_OUT = auto()
    AHEAD = auto()
    TASKS = auto()
    VIEWS = auto()
    NONE = auto()


_NUMBERED = r"\W*(?:[ivx\d.]{1,6}\W+|[a-zđ][.)]\s*)?"
_THEMES = (
    (_Theme.RESULTS, re.compile(_NUMBERED + r"(?:về |những |một số |đánh giá )*(?:kết quả|tình hình|thực trạng|tồn tại|hạn chế|nguyên nhân|ưu điểm|công tác chỉ đạo|đặc điểm|việc)")),
    (_Theme.CARRYING_OUT, re.compile(r".*?(?:tổ chức (?:triển khai )?thực hiện|phân công|trách nhiệm|tổ chức triển khai|triển khai thực hiện)")),
    (_Theme.AHEAD, re.compile(r".*?(?:phương hướng|nhiệm vụ|giải pháp|kiến nghị|đề xuất|thời gian tới|trọng tâm)")),
    (_Theme.TASKS, re.compile(r".*?(?:chỉ đạo|yêu cầu|kinh phí|nguồn lực|chế độ báo cáo|thực hiện)")),
    (_Theme.VIEWS, re.compile(r".*?(?:kết quả|tình hình|đánh giá|hạn chế|nguyên nhân|mục tiêu|chỉ tiêu|quan điểm|bối cảnh|sự cần thiết|bài học|căn cứ|phạm vi|đối tượng)")),
)  # fmt: skip


class Sections:
    """The parts of a document. ``sets_rules``: it gives nobody a task at all."""

    def __init__(self, document: Document, places: Sequence[Place], doc_type: str) -> None:
        self._document, self._places = document, places
        self._themes: dict[int, _Theme] = {}
        articles = sum(place.rank == Rank.ARTICLE for place in places)
        self.sets_rules = doc_type in _RULES
        self._report = doc_type in _REPORTS
        self._strict = doc_type in _ASIDES or articles >= _MANY_ARTICLES

    def is_told(self, number: int) -> bool:
        """Whether a block stands where results, views and targets are told, not tasks."""
        for above in reversed(self._places[number].above):
            theme = self._theme(above)
            if theme in (_Theme.RESULTS, _Theme.CARRYING_OUT):
                return theme is _Theme.RESULTS
            if self._strict or (self._report and theme is _Theme.TASKS):
                continue
            if theme is not _Theme.NONE:
                return theme is _Theme.VIEWS
        return self._report or self._strict

    def names_its_reader(self, number: int, lead: Sequence[Body]) -> bool:
        """Whether a title that names bodies addresses them, rather than being about them ("Doanh nghiệp số" under "Phát triển kinh tế số")."""
        if (self._report or self._strict) and self.is_told(number):
            return False
        if not self._strict and not all(is_class(body) for body in lead):
            return True
        return any(self._theme(above) is _Theme.CARRYING_OUT for above in self._places[number].above)

    def _theme(self, number: int) -> _Theme:
        if number not in self._themes:
            words = matching_form(self._document.blocks[number].span.of(self._document.text)[:_TITLE])
            self._themes[number] = next((theme for theme, form in _THEMES if form.match(words)), _Theme.NONE)
        return self._themes[number]
