"""A question as typed → Reading. What is read otherwise is written down change by change, and can be taken back."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from corpus.analyser import terms
from corpus.errors import InvalidRequest
from corpus.grammar.dates import find_years
from corpus.grammar.symbols import find_symbols
from corpus.language.habits import Typing
from corpus.language.model import SyllableModel
from corpus.language.restoring import Restorer
from corpus.text import one_line
from corpus.types import Span
from search_api.concepts import concepts_of
from search_api.naming.naming import Named
from search_api.reading.changes import carried_out, followed_by, without_overlaps
from search_api.reading.kinds import content_beside, content_of, kind_of
from search_api.types import Change, ChangeKind, Kind, Reading

LONGEST_QUESTION = 1000  # characters
# Names of files, addresses of pages and of mail: what stands in them is no word.
_FILE_NAME = re.compile(
    r"(?<!\S)(?=\S{0,200}?(?:[@_]|://|\.(?:pdf|docx?|xlsx?|pptx?|txt|md|html?|jpe?g|png|zip|vn|com|org|net|gov|edu)(?!\w)))\S+"
)
# "so với mức trung bình năm 2024"
_COMPARED_WITH = re.compile(
    r"(?i)(?<!\w)so với (?:(?:mức|số|thực hiện|cùng kỳ|trung bình|bình quân|kết quả|thời điểm|cuối|đầu) ){0,3}(?:năm )?(?:19|20)\d\d(?!\w)"
)
_MOST_ROUNDS = 4  # until a reading reads itself as it is

Step = Callable[[str], list[Change]]  # finds what it reads otherwise: spans in order, none over another
Names = Callable[[str], Named]  # what a text calls by its number

_KINDS = {
    Typing.BARE: ChangeKind.MARKS,
    Typing.PARTLY: ChangeKind.MARKS,
    Typing.KEYS: ChangeKind.KEYS,
    Typing.TONE: ChangeKind.SLIP,
    Typing.LETTERS: ChangeKind.SLIP,
}


class Reader:
    """Reads questions. ``restorer`` gives the words' restorer as the corpus is now; ``steps`` go before it, the first ones win.

    ``defined`` gives the short forms that documents have defined; ``named`` the documents that words name, before all steps.
    """

    def __init__(
        self,
        restorer: Callable[[], Restorer],
        steps: Sequence[Step] = (),
        defined: Callable[[], Mapping[str, str]] = dict,
        named: Names = lambda _: Named((), (), ()),
    ) -> None:
        self._restorer, self._steps, self._defined, self._named = restorer, steps, defined, named

    @classmethod
    def of(
        cls,
        model: SyllableModel,
        steps: Sequence[Step] = (),
        defined: Callable[[], Mapping[str, str]] = dict,
        named: Names = lambda _: Named((), (), ()),
    ) -> "Reader":
        """A reader whose model never changes."""
        restorer = Restorer(model)
        return cls(lambda: restorer, steps, defined, named)

    def read(self, question: str, *, as_typed: bool = False) -> Reading:
        """Read a question; ``as_typed``: take every word as it stands.

        Raises:
            InvalidRequest: it is empty or too long.
        """
        reading = read_question(question, () if as_typed else self.changes(checked(question)))
        return self._with_names(reading, concepts=not as_typed)

    def read_part(self, question: str, whole: Reading) -> Reading:
        """The reading of a part of a question that has been read: nothing of it is changed again.

        A part that names no document is about those of the whole.
        """
        part = self._with_names(read_question(question), concepts=True)
        return part if part.documents else replace(part, documents=whole.documents)

    def _with_names(self, reading: Reading, *, concepts: bool) -> Reading:
        named = self._named(reading.text)
        return replace(
            reading,
            content=content_beside(reading.text, named.spans),
            documents=named.documents,
            concepts=concepts_of(reading.text, self._defined()) if concepts else (),
        )

    def changes(self, question: str) -> list[Change]:
        """What is read otherwise in a question on one line. Read again, the outcome has no changes.

        A word that was put right can put its neighbours right: it is read until nothing changes; if that does not come to an end,
        the question stays as typed.
        """
        found: list[Change] = []
        restorer = self._restorer()
        for _ in range(_MOST_ROUNDS):
            further = self._once(restorer, carried_out(question, found))
            if not further:
                return found
            found = followed_by(question, found, further) if found else further
        return []

    def _once(self, restorer: Restorer, text: str) -> list[Change]:
        found = list(self._named(text).changes)
        for step in self._steps:
            found = without_overlaps(found, step(text))
        names = [*(symbol.span for symbol in find_symbols(text)), *(Span(*m.span()) for m in _FILE_NAME.finditer(text))]
        restored = restorer.restore(text, [*names, *(change.span for change in found)])
        return without_overlaps(found, [Change(r.span, r.read, _KINDS[r.typing]) for r in restored])


@cache
def general_restorer() -> Restorer:
    """A restorer that has learnt from no corpus."""
    return Restorer(SyllableModel.base())


def general_reader() -> Reader:
    """A reader that has learnt from no corpus and knows no documents."""
    return Reader(general_restorer)


def read_question(question: str, changes: Sequence[Change] = ()) -> Reading:
    """The reading of a question with these changes; without any it is taken as typed.

    Raises:
        InvalidRequest: it is empty or too long.
    """
    text = checked(question)
    read_as = carried_out(text, changes) if changes else None
    said = read_as or text
    kind = kind_of(said)
    return Reading(text, read_as, kind, tuple(terms(said)), content_of(said), _years(said, kind), tuple(changes))


def _years(text: str, kind: Kind) -> tuple[int, ...]:
    """Years that a text asks about; those of a document's symbol are part of its name.

    A year with which a figure of another year is compared ("năm 2030 giảm bao nhiêu so với 2024") is none, unless both sides are asked for.
    """
    for symbol in reversed(find_symbols(text)):
        text = text[: symbol.span.start] + " " + text[symbol.span.end :]
    years = tuple(find_years(text))
    if len(years) > 1 and kind not in (Kind.COMPARE, Kind.CONFLICT):
        return tuple(find_years(_COMPARED_WITH.sub(" ", text))) or years
    return years


def checked(question: str) -> str:
    """The question on one line.

    Raises:
        InvalidRequest: it is empty or too long.
    """
    text = one_line(question)
    if not text:
        raise InvalidRequest("câu hỏi còn trống")
    if len(text) > LONGEST_QUESTION:
        raise InvalidRequest(f"câu hỏi dài quá {LONGEST_QUESTION} ký tự")
    return text
