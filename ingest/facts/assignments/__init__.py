"""Assignments: who has to do what, with whom and until when. Called by whoever stores the facts of a document."""

from collections.abc import Iterator
from itertools import groupby

from corpus.facts import Fact
from ingest.facts.assignments.items import items_of
from ingest.facts.assignments.making import Found, make_fact
from ingest.facts.assignments.tables import rows_of
from ingest.facts.source import Source


def find_assignments(source: Source) -> list[Fact]:
    """All assignments of a document, in the order of their words: one a row, an item or a sentence."""
    text = source.document.text
    found = sorted(_found(source), key=lambda one: one.unit)
    return [make_fact(text, one, source.front.date) for one in found]


def _found(source: Source) -> Iterator[Found]:
    rows = (block for block in source.document.blocks if block.table is not None)
    for _, table in groupby(rows, key=lambda block: block.table):
        yield from rows_of(source.document, list(table))
    yield from items_of(source)
