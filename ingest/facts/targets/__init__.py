"""Targets and results: every figure that a document aims at or reports, with its indicator, unit, year and proof."""

import re
from collections.abc import Iterator

from corpus.facts import Fact
from corpus.text import matching_form
from corpus.types import Passage, PassageKind
from ingest.facts.source import Source
from ingest.facts.targets.aims import facts_of_aims, sets_aims
from ingest.facts.targets.prose import facts_of_words
from ingest.facts.targets.setting import Setting, Titles
from ingest.facts.targets.tables import facts_of_row

# What such documents number are rules for everybody, not aims or results: fines, terms, norms.
_RULES = frozenset(("luật", "bộ luật", "pháp lệnh", "nghị định", "thông tư", "thông tư liên tịch", "quy chế", "quy định", "điều lệ", "nội quy", "hiến pháp", "hướng dẫn"))  # fmt: skip
_OUTSIDE = (PassageKind.LETTERHEAD, PassageKind.CLOSING)
_RULING_SUBJECT = re.compile(
    r"^\W*(?:về (?:việc )?)?(?:ban hành )?(?:quy định|quy chế|định mức|tiêu chuẩn|quy chuẩn|điều lệ|bảng giá|mức thu|mức chi|phân cấp|cắt giảm, phân cấp|giá đất|lệ phí|phí|tiêu chí|chức năng)"
)
_FORM = re.compile(r"^\W*(?:mẫu (?:số )?\d|biểu mẫu|mẫu đơn|đơn đề nghị|tờ khai|bản khai|giấy đề nghị|giấy phép)")
_REFERENCE = re.compile(r"^\W*(?:căn cứ|theo đề nghị|xét đề nghị|xét tờ trình|\(?(?:ban hành )?kèm theo)(?!\w)")


def find_targets(source: Source) -> list[Fact]:
    """All targets and results of a document, in the order of its text."""
    if _sets_rules(source):
        return []
    form = matching_form(source.document.text)
    titles = Titles(source)
    found: list[Fact] = []
    for passage in source.passages:
        if passage.kind in _OUTSIDE or _REFERENCE.match(passage.span.of(form)[:40]):
            continue
        above = titles.of(passage.heading, passage.span.start)
        if not any(_FORM.match(title.text) for title in above):
            found += _facts_of_passage(Setting(source, form, passage.span, above), passage)
    return found


def _sets_rules(source: Source) -> bool:
    kind, subject = source.front.doc_type, source.front.subject
    return (kind is not None and kind.value in _RULES) or (
        subject is not None and _RULING_SUBJECT.match(matching_form(subject.value)) is not None
    )


def _facts_of_passage(setting: Setting, passage: Passage) -> Iterator[Fact]:
    if passage.kind is PassageKind.ROW:
        yield from facts_of_row(setting, passage)
        return
    stated = []
    for fact in facts_of_words(setting, passage.span):
        stated += [part.span for part in fact.parts if part.slot == "value"]
        yield fact
    if sets_aims(setting):
        yield from facts_of_aims(setting, stated)
