"""A question as typed → Reading, with the documents it names by their numbers."""

from collections.abc import Sequence
from dataclasses import replace

from search_api.naming import Named, Naming
from search_api.reading import read_question
from search_api.types import Change, ChangeKind, Reading


def read_named(naming: Naming, question: str) -> Reading:
    """Read a question, with the documents it names.

    Raises:
        InvalidRequest: it is empty or too long.
    """
    reading = read_question(question)
    named = naming.read(reading.question)
    if named.changes:
        text = carried_out(reading.question, named.changes)
        reading = replace(read_question(text), question=reading.question, read_as=text)
    return replace(reading, content=_content(reading, named), changes=named.changes, documents=named.documents)


_ENOUGH = (
    5  # words that are asked beside the number; with fewer the document itself is asked for: "ai ký Nghị quyết 57"
)


def _content(reading: Reading, named: Named) -> tuple[str, ...]:
    """What is asked of the documents that are named; all that is asked where they are all that is said."""
    others = [c for c in named.changes if not any(span.holds(c.span) for span in named.spans)]
    left_out = [*others, *(Change(span, " , ", ChangeKind.SYMBOL) for span in named.spans)]
    rest = carried_out(reading.question, sorted(left_out, key=lambda change: change.span))
    content = read_question(rest).content if any(c.isalpha() for c in rest) else ()
    return content if sum(" " not in term for term in content) >= _ENOUGH else reading.content


def carried_out(text: str, changes: Sequence[Change]) -> str:
    """The text with changes made, which stand in order, none over another."""
    for change in reversed(changes):
        text = text[: change.span.start] + change.read + text[change.span.end :]
    return text
