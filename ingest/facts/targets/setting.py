"""Where a statement stands: what the headings, columns and cells around it say of every figure in it."""

from corpus.text import matching_form
from corpus.types import Span, value
from ingest.facts.source import Source
from ingest.facts.targets.period import Period
from ingest.facts.targets.years import Horizon


@value
class Title:
    """A heading or lead-in above a statement. ``span`` is None where the path shows it but the outline does not list it."""

    text: str
    span: Span | None = None


@value
class Setting:
    """What surrounds a passage.

    ``titles`` from the widest to the nearest; ``column`` the heading of the cell the words stand in, "" in running text;
    ``deadline`` and ``lead`` the cells of the same row; ``row`` its span; ``period`` the years of the document's own figures; ``beside``
    the year of another column of the same row; ``apart`` its cells that name other bodies than those whose figures they are.
    """

    source: Source
    form: str
    span: Span
    titles: tuple[Title, ...] = ()
    column: str = ""
    deadline: Span | None = None
    lead: Span | None = None
    row: Span | None = None
    period: Period = Period()
    beside: Horizon | None = None
    apart: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        """The text of the document."""
        return self.source.document.text

    @property
    def issued(self) -> int | None:
        """The year in which the document was issued."""
        field = self.source.front.issued_on
        return int(field.value[:4]) if field and field.value[:4].isdigit() else None


_KEY = 24  # characters by which a title of a path is found again: paths shorten long titles


class Titles:
    """Finds the places of the titles that passages carry in their paths, while going through a document in order."""

    def __init__(self, source: Source) -> None:
        self._headings = sorted(source.outline, key=lambda heading: heading.span.start)
        self._next = 0
        self._seen: dict[str, Span] = {}
        self._forms: dict[str, str] = {}

    def of(self, path: tuple[str, ...], start: int) -> tuple[Title, ...]:
        """The titles of a path, for a passage that begins at ``start``."""
        while self._next < len(self._headings) and self._headings[self._next].span.start <= start:
            heading = self._headings[self._next]
            self._seen[heading.text[:_KEY]] = heading.span
            self._next += 1
        return tuple(Title(self._form(text), self._seen.get(text[:_KEY])) for text in path)

    def _form(self, text: str) -> str:
        """The matching form of a title, made once: hundreds of rows may stand under it."""
        if text not in self._forms:
            self._forms[text] = matching_form(text)
        return self._forms[text]
