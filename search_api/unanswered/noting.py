"""What was asked and is not in the list yet: noted while somebody waits for an answer, written down when nobody does."""

import threading
from contextlib import suppress
from queue import Empty, Full, Queue

from corpus.catalogue import Catalogue
from corpus.catalogue.refusals import is_open, keep_refusal, note_answered
from corpus.catalogue.unanswered import Refused
from corpus.errors import CatalogueUnavailable
from corpus.types import value
from search_api.types import Answer
from search_api.unanswered.refusing import is_worth_keeping, refused_of

_MOST_WAITING = 1000  # questions that are not written down yet: more are let go


@value
class _Asked:
    """A question that had an answer or none, and the state of the documents at that time, or an earlier one."""

    question: Refused  # where there is an answer, its nearest document is the one that has it
    found: bool
    state: str


class Notebook:
    """Notes of questions for the list of a catalogue; several threads may write in it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._queue: Queue[_Asked] = Queue(_MOST_WAITING)
        self._writing = threading.Lock()

    def note(self, answer: Answer, *, as_typed: bool, state: str) -> bool:
        """Note a question; False: it is none for the list, or too many wait. ``state``: of the documents when it was asked, or before."""
        if not answer.found and not is_worth_keeping(answer):
            return False
        try:
            self._queue.put_nowait(_Asked(refused_of(answer, as_typed=as_typed), answer.found, state))
        except Full:
            return False
        return True

    def write(self) -> bool:
        """Write down what was noted since the last time; False: that changes nothing in the list.

        Raises:
            CatalogueUnavailable: nothing is lost; it is written the next time.
        """
        with self._writing:
            noted = self._noted()
            try:
                return bool(noted) and self._write(noted)
            except CatalogueUnavailable:
                for one in noted:
                    with suppress(Full):
                        self._queue.put_nowait(one)
                raise

    def _noted(self) -> list[_Asked]:
        noted: list[_Asked] = []
        with suppress(Empty):
            while True:
                noted.append(self._queue.get_nowait())
        return noted

    def _write(self, noted: list[_Asked]) -> bool:
        with self._catalogue.read() as connection:
            noted = [one for one in noted if not one.found or is_open(connection, one.question.id)]
        if not noted:
            return False  # what has an answer is the greater part, and is not in the list
        with self._catalogue.write() as connection:
            for one in noted:
                if one.found:
                    note_answered(connection, one.question.id, one.question.nearest)
                else:
                    keep_refusal(connection, one.question, one.state)
        return True
