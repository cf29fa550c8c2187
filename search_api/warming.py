"""What the first questions would wait for, made in the background after the start: texts and facts of documents at hand, the ledger.

Then everything that is there is taken out of the garbage collector's rounds (``gc.freeze``): it stays anyway, and a full round over it
took 100–230 ms with 137 documents and 4,600 facts, in the middle of every thirtieth question.
"""

import gc
import threading
from collections.abc import Callable, Iterator

from corpus.catalogue.documents import list_documents
from search_api.components import Tools
from search_api.texts import MOST_TEXTS

_AT_ONCE = 20  # documents whose facts are read together


def preparations(tools: Tools) -> Iterator[Callable[[], object]]:
    """Small steps, the newest documents first; between two of them the warming can end."""
    with tools.store.catalogue.read() as connection:
        documents = list(list_documents(connection).values())[: -MOST_TEXTS - 1 : -1]
    for at in range(0, len(documents), _AT_ONCE):
        some = documents[at : at + _AT_ONCE]
        yield lambda some=some: tools.facts.of(info.id for info in some)  # type: ignore[misc]
        yield from (lambda info=info: tools.texts.of_document(info) for info in some)


class Warming:
    """A thread that makes what will be wanted; ``also``: the last step."""

    def __init__(self, tools: Tools, also: Callable[[], object]) -> None:
        self._tools, self._also = tools, also
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="warming", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End it, at the next step."""
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        for step in (*preparations(self._tools), self._also):
            if self._over.is_set():
                return
            step()
        gc.collect()
        gc.freeze()
