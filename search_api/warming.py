"""What the first questions would wait for, made in the background after the start: texts with their units and facts of documents at hand, the ledger.

What holds the facts of all documents against each other (half a second for 4,600 facts, seconds for 20,000) is made so after every change, too.
After the start everything that is there is taken out of the garbage collector's rounds (``gc.freeze``): it stays anyway, and a full round over it
took 100–230 ms with 137 documents and 4,600 facts, in the middle of every thirtieth question.
"""

import gc
import threading
from collections.abc import Callable, Iterator

from corpus.catalogue.documents import list_documents
from corpus.errors import CancuError
from corpus.log import log
from search_api.components import Tools
from search_api.texts import MOST_TEXTS

LOOK_EVERY = 2.0  # seconds; facts have settled when nothing has changed between two looks
_AT_ONCE = 20  # documents whose facts are read together


def preparations(tools: Tools) -> Iterator[Callable[[], object]]:
    """Small steps, the newest documents first; between two of them the warming can end."""
    with tools.store.catalogue.read() as connection:
        documents = list(list_documents(connection).values())[: -MOST_TEXTS - 1 : -1]
    for at in range(0, len(documents), _AT_ONCE):
        some = documents[at : at + _AT_ONCE]
        yield lambda some=some: tools.facts.of(info.id for info in some)  # type: ignore[misc]
        yield from (lambda info=info: tools.texts.prepare(info) for info in some)


class Warming:
    """A thread that makes what will be wanted; ``also``: the last step but that which is made anew after changes, every ``look_every`` seconds."""

    def __init__(self, tools: Tools, also: Callable[[], object], look_every: float = LOOK_EVERY) -> None:
        self._tools, self._also, self._look_every = tools, also, look_every
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="warming", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End it, at the next step."""
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        for step in (*preparations(self._tools), self._also, self._tools.links.linked):
            if self._over.is_set():
                return
            step()
        gc.collect()
        gc.freeze()
        while not self._over.wait(self._look_every):
            self._keep_up()

    def _keep_up(self) -> None:
        try:
            self._tools.links.warm()
        except CancuError as error:  # a full disk, a catalogue that is away: looked at again later; who asks is told
            log.warning("warming.postponed", why=type(error).__name__)
