"""Grows the model with the corpus: what has been added since is counted, what is gone is taken away, in the background."""

import threading
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.catalogue import Catalogue
from corpus.catalogue.live_texts import LiveText, live_texts, words_of_text
from corpus.catalogue.state import state_of_documents
from corpus.language.counts import count_texts, total_of
from corpus.language.learnt import NOTHING_LEARNT, Learnt, load_learnt, save_learnt
from corpus.language.model import SyllableModel
from corpus.language.restoring import Restorer
from corpus.log import log
from corpus.types import value

FILE = "syllables.npz"  # in the data folder
PATIENCE = 0.002  # seconds that a question waits for what has been added a moment ago
_SLICE = 500_000  # tokens counted before they are added up and saved
_GROWTH = 3  # or a third of what is known, so that much is added up seldom
_REST = 10  # after learning, so many times as long passes until the catalogue is looked at again


@value
class _Known:
    """The restorer, what it has learnt, and the state of the catalogue that this is all of."""

    state: int | None
    learnt: Learnt
    restorer: Restorer


class Learner:
    """Has the restorer for the corpus as it is; whoever asks waits ``patience`` seconds at most for what is new.

    The first to ask waits until what was learnt before is loaded. Safe to call from several threads.
    """

    def __init__(self, catalogue: Catalogue, folder: Path, *, patience: float = PATIENCE, rest: float = _REST) -> None:
        self._catalogue, self._path, self._patience, self._rest = catalogue, folder / FILE, patience, rest
        self._lock = threading.Lock()
        self._learning: threading.Thread | None = None
        self._known: _Known | None = None
        self._not_before = 0.0
        self._closing = False

    def restorer(self) -> Restorer:
        """The restorer as far as the corpus is known."""
        known = self._load()
        with self._catalogue.read() as connection:
            state = state_of_documents(connection)
        if known.state != state and (learning := self._begin()):
            learning.join(self._patience)
        return self._load().restorer

    def close(self) -> None:
        """Learn no more; what is not saved is learnt the next time."""
        with self._lock:
            self._closing, learning = True, self._learning
        if learning:
            learning.join()

    def _load(self) -> _Known:
        with self._lock:
            if self._known is None:
                self._known = _known(None, load_learnt(self._path))
            return self._known

    def _begin(self) -> threading.Thread | None:
        """The thread that learns, begun if need be."""
        with self._lock:
            if self._closing:
                return None
            if self._learning is None or not self._learning.is_alive():
                if time.monotonic() < self._not_before:
                    return None
                self._learning = threading.Thread(target=self._learn, name="learner", daemon=True)
                self._learning.start()
            return self._learning

    def _learn(self) -> None:
        started = time.monotonic()
        try:
            with self._catalogue.read() as connection:
                state, live = state_of_documents(connection), frozenset(live_texts(connection))
            known = self._load()
            for learnt in self._brought_up(known.learnt, live):
                known = _known(None, learnt)
                self._known = known
                save_learnt(self._path, learnt)
            if known.learnt.texts == live:
                self._known = _Known(state, known.learnt, known.restorer)
        except Exception as error:  # questions are answered with what is known; it is tried again
            log.warning("not_learnt", why=str(error))
        self._not_before = time.monotonic() + self._rest * (time.monotonic() - started)

    def _brought_up(self, learnt: Learnt, live: frozenset[LiveText]) -> Iterator[Learnt]:
        """What is learnt, step by step: without what is gone, then with slices of what is new.

        Where a text that is gone cannot be counted any more, it begins with nothing.
        """
        if gone := learnt.texts - live:
            texts = [text for _, text in self._texts(gone)]
            if None in texts:
                learnt = NOTHING_LEARNT
            else:
                counts = total_of([(1, learnt.counts), (-1, count_texts(text for text in texts if text is not None))])
                learnt = Learnt(counts, learnt.texts - gone)
            yield learnt
        parts, named = [learnt.counts], set(learnt.texts)
        size = 0
        for name, text in self._texts(live - learnt.texts):
            started = time.monotonic()
            named.add(name)
            parts.append(count_texts([text or ""]))
            size += int(parts[-1].singles.sum())
            if size > max(_SLICE, int(learnt.counts.singles.sum()) // _GROWTH):
                learnt = Learnt(total_of([(1, part) for part in parts]), frozenset(named))
                yield learnt
                parts, size = [learnt.counts], 0
            time.sleep(time.monotonic() - started)  # half the time is left to those who ask
        if len(parts) > 1 and not self._closing:
            yield Learnt(total_of([(1, part) for part in parts]), frozenset(named))

    def _texts(self, wanted: Iterable[LiveText]) -> Iterator[tuple[LiveText, str | None]]:
        for live in sorted(wanted):
            if self._closing:
                return
            with self._catalogue.read() as connection:
                text = words_of_text(connection, live)
            yield live, text


def _known(state: int | None, learnt: Learnt) -> _Known:
    return _Known(state, learnt, Restorer(SyllableModel.with_counts(learnt.counts)))
