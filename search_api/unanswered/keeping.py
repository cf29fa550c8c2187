"""Keeps the list of unanswered questions, in a thread of its own: whoever asks never waits for it, nor sees its errors.

Between two looks it writes down what was asked, and when documents have come or gone it asks the open questions again, one at a
time with long pauses. Documents that are still coming in are waited for.
"""

import threading
import time
from collections.abc import Callable
from typing import Protocol

from corpus.catalogue import Catalogue
from corpus.catalogue.facts import count_pending
from corpus.catalogue.jobs import list_jobs
from corpus.catalogue.refusals import (
    next_untried,
    note_answered,
    note_refused,
    note_tried,
    reopen,
    state_of_answers,
)
from corpus.catalogue.unanswered import Unanswered, count_unanswered, get_unanswered
from corpus.errors import RequestError, ServiceError
from corpus.log import log
from search_api.types import Answer
from search_api.unanswered.noting import Notebook
from search_api.unanswered.refusing import first_document, refused_of

LOOK_EVERY = 2.0  # seconds; documents have settled when nothing has changed between two looks
_PAUSE, _SHARE = 0.2, 5  # seconds between two questions, or so many times as long as the last one took


class Answering(Protocol):
    """What answers questions; safe to call from several threads."""

    def ask(self, question: str, *, as_typed: bool = False) -> Answer: ...

    def warm(self) -> None: ...


class Keeper:
    """The list of one catalogue. It looks by itself once it is started; else it writes when it is told to, and when closed."""

    def __init__(self, catalogue: Catalogue, asker: Answering, look_every: float = LOOK_EVERY) -> None:
        self._catalogue, self._asker, self._look_every = catalogue, asker, look_every
        self._notebook = Notebook(catalogue)
        self._woken, self._stopping = threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None
        self._seen = self._learnt = self._done = (
            ""  # states of the documents: as last seen, as known to readers, all tried
        )

    def start(self) -> None:
        """Begin to look."""
        self._thread = threading.Thread(target=self._run, name="unanswered", daemon=True)
        self._thread.start()

    def note(self, answer: Answer, *, as_typed: bool = False) -> bool:
        """Somebody asked this in the whole corpus; True: it has no answer and is being written down."""
        if not self._notebook.note(answer, as_typed=as_typed, state=self._seen):
            return False
        self._woken.set()
        return not answer.found

    def retry(self, id_: str) -> Unanswered:
        """Ask a question of the list now, because a person wants to know.

        Raises:
            NotFound: there is none of this id.
            ServiceError: the index is away.
        """
        with self._catalogue.read() as connection:
            state, entry = state_of_answers(connection), get_unanswered(connection, id_)
        self._try(entry, state)
        with self._catalogue.read() as connection:
            return get_unanswered(connection, id_)

    def try_all(self, between: Callable[[float], object] = lambda _: None) -> None:
        """Ask all open questions that were not asked in the present state of the documents, until that changes.

        ``between`` is told how many seconds each took.
        """
        with self._catalogue.write() as connection:
            reopen(connection)
            state = state_of_answers(connection)
        while not self._stopping.is_set():
            with self._catalogue.read() as connection:
                if state_of_answers(connection) != state:
                    return
                entry = next_untried(connection, state)
            if entry is None:
                self._done = state
                return
            started = time.monotonic()
            self._try(entry, state)
            between(time.monotonic() - started)

    def catch_up(self) -> None:
        """Write down what was asked, for somebody who looks at the list; if that is not possible, it is tried again later."""
        self._guarded(self.write)

    def write(self) -> None:
        """Write down what was asked since the last time."""
        if self._notebook.write():
            self._done = ""

    def close(self) -> None:
        """End, and write down what is left."""
        self._stopping.set()
        self._woken.set()
        if self._thread is not None:
            self._thread.join()
        self._guarded(self.write)

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._guarded(self.write)
            self._guarded(self._look)
            self._wait(self._look_every)

    def _wait(self, seconds: float) -> None:
        """Pass the time; what is asked meanwhile is written down, but not before its answer has gone out."""
        until = time.monotonic() + seconds
        while not self._stopping.is_set() and (left := until - time.monotonic()) > 0:
            if self._woken.wait(left):
                self._stopping.wait(_PAUSE)
                self._woken.clear()
                self._guarded(self.write)

    def _guarded(self, act: Callable[[], None]) -> None:
        try:
            act()
        except (
            Exception
        ) as error:  # a full disk, an index that is away: looked at again later; the question is nobody's business
            log.warning("unanswered.postponed", why=type(error).__name__)

    def _look(self) -> None:
        with self._catalogue.read() as connection:
            self._seen = state_of_answers(connection)
            if self._seen == self._done:
                return
            if count_unanswered(connection) == 0:
                self._done = self._seen
                return
            if list_jobs(connection, active=True, limit=1) or count_pending(connection):
                return
        if self._learnt != self._seen:
            self._learnt = self._seen
            self._asker.warm()  # whoever reads questions begins to learn from what is new; at the next look that is done
        else:
            self.try_all(lambda took: self._wait(max(_PAUSE, _SHARE * took)))

    def _try(self, entry: Unanswered, state: str) -> None:
        """Ask a question of the list, and write down what came of it."""
        typed = entry.refused.typed
        try:
            answer = self._asker.ask(typed, as_typed=entry.refused.as_typed)
        except ServiceError:
            raise
        except Exception as error:  # a question that cannot be asked would be asked for ever
            if not isinstance(error, RequestError):
                log.error("unanswered.broken", question=entry.id, error=type(error).__name__)
            with self._catalogue.write() as connection:
                note_tried(connection, entry.id, state)
            return
        with self._catalogue.write() as connection:
            if answer.found:
                note_answered(connection, entry.id, first_document(answer))
            else:
                note_refused(connection, entry.id, refused_of(answer), state)
