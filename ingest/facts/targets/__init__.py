"""Targets and results: every figure that a document aims at or reports, with its indicator, unit, year and proof."""

import re
from collections.abc import Iterator

from corpus.facts import Fact
from corpus.text import matching_form
from corpus.types import Passage, PassageKind
from ingest.facts.source import Source
from ingest.facts.targets.aims import facts_of_aims, sets_aims
from ingest.facts.targets.prose import facts_of_words
from ingest.facts.targets.setting import Setting, Title, Titles
from ingest.facts.targets.tables import facts_of_row

# What such documents number are rules for everybody, not aims or results: fines, terms, norms.
_RULES = frozenset(("luật", "bộ luật", "pháp lệnh", "nghị định", "thông tư", "thông tư liên tịch", "quy chế", "quy định", "điều lệ", "nội quy", "hiến pháp", "hướng dẫn"))  # fmt: skip
_OUTSIDE = (PassageKind.LETTERHEAD, PassageKind.CLOSING)
_REFERENCE = re.compile(r"^\W*(?:căn cứ|theo đề nghị|xét đề nghị|xét tờ trình|\(?(?:ban hành )?kèm theo)(?!\w)")


def find_targets(source: Source) -> list[Fact]:
    """All targets and results of a document, in the order of its text."""
    kind = source.front.doc_type
    if kind is not None and kind.value in _RULES:
        return []
    form = matching_form(source.document.text)
    titles = Titles(source)
    found: list[Fact] = []
    for passage in source.passages:
        if passage.kind not in _OUTSIDE and not _REFERENCE.match(passage.span.of(form)[:40]):
            above = titles.of(passage.heading, passage.span.start)
            found += _facts_of_passage(Setting(source, form, passage.span, above), passage)
    return found


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
