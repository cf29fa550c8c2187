"""Targets and results: every figure that a document aims at or reports, with its indicator, unit, year and proof."""

import re
from collections.abc import Iterator

from corpus.facts import Fact
from corpus.grammar.symbols import find_symbols
from corpus.text import matching_form
from corpus.types import PassageKind
from ingest.facts.source import Source
from ingest.facts.targets.aims import facts_of_aims, sets_aims
from ingest.facts.targets.period import period_of
from ingest.facts.targets.prose import facts_of_words
from ingest.facts.targets.setting import Setting, Titles
from ingest.facts.targets.tables import Rows

# What normative documents number are rules for everybody, not aims or results: fines, terms, norms.
_NORMATIVE = frozenset(("luật", "bộ luật", "pháp lệnh", "nghị định", "thông tư", "thông tư liên tịch", "quy chế", "quy định", "điều lệ", "nội quy", "hiến pháp", "hướng dẫn"))  # fmt: skip
_FUNDED = re.compile(r"mục tiêu|chỉ tiêu|kinh phí|nguồn lực")  # titles in them that numbers of our kind stand under
_FORM = re.compile(r"^\W*(?:mẫu (?:số )?\d|biểu mẫu|mẫu đơn|đơn đề nghị|tờ khai|bản khai|giấy đề nghị|giấy phép)")
_OUTSIDE = (PassageKind.LETTERHEAD, PassageKind.CLOSING)
_REFERENCE = re.compile(r"^\W*(?:căn cứ|theo đề nghị|xét đề nghị|xét tờ trình|\(?(?:ban hành )?kèm theo)(?!\w)")


def find_targets(source: Source) -> list[Fact]:
    """All targets and results of a document, in the order of its text."""
    form = matching_form(source.document.text)
    normative = _is_normative(source)
    titles, rows, period = Titles(source), Rows(), period_of(source, form)
    found: list[Fact] = []
    for passage in source.passages:
        if passage.kind in _OUTSIDE or _REFERENCE.match(passage.span.of(form)[:40]):
            continue
        above = titles.of(passage.heading, passage.span.start)
        outside = normative and not any(_FUNDED.search(title.text) for title in above)
        if not outside and not any(_FORM.match(title.text) for title in above):
            setting = Setting(source, form, passage.span, above, period=period)
            found += rows.facts(setting, passage) if passage.kind is PassageKind.ROW else _facts_of_text(setting)
    return found


def _is_normative(source: Source) -> bool:
    """Whether a document sets rules: by its type, or by a year in its symbol (48/2025/NQ-HĐND; Luật 64/2025/QH15, điều 3 and 4).

    The National Assembly numbers all its resolutions with the year, plans among them; those have no type in their symbols.
    """
    kind, symbol = source.front.doc_type, source.front.symbol
    if kind is not None and kind.value in _NORMATIVE:
        return True
    return any(found.year is not None and found.type for found in find_symbols(symbol.value if symbol else ""))


def _facts_of_text(setting: Setting) -> Iterator[Fact]:
    stated = []
    for fact in facts_of_words(setting, setting.span):
        stated += [part.span for part in (*fact.parts, *fact.inherited) if part.slot == "value"]
        yield fact
    if sets_aims(setting):
        yield from facts_of_aims(setting, stated)
