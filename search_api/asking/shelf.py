"""Which documents of the corpus a question names by type and number."""

import re
from collections import defaultdict
from collections.abc import Iterable
from threading import Lock

from corpus.catalogue.documents import DocumentInfo, list_documents
from corpus.catalogue.state import state_of_documents
from corpus.store import Store
from corpus.text import matching_form
from search_api.asking.slots import NamedDocument

_NUMBER = re.compile(r"0*(\d+)")


def is_named(named: NamedDocument, symbol: str, doc_type: str) -> bool:
    """Whether a document of this symbol and type is the one that is named."""
    number, own = _NUMBER.match(symbol), matching_form(doc_type)
    if number is None or number[1] != named.number:
        return False
    return not named.kind or not own or own.startswith(named.kind) or named.kind in own


class Shelf:
    """Documents by the numbers of their symbols; looked up again when documents have changed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._state: object = None
        self._by_number: dict[str, list[DocumentInfo]] = {}

    def find(self, named: Iterable[NamedDocument]) -> list[DocumentInfo]:
        """The documents that are meant; several have the same number in other years or of other bodies."""
        wanted = list(named)
        if not wanted:
            return []
        with self._lock, self._store.catalogue.read() as connection:
            state = state_of_documents(connection)
            if state != self._state:
                by_number: defaultdict[str, list[DocumentInfo]] = defaultdict(list)
                for info in list_documents(connection).values():
                    if match := _NUMBER.match(info.front.get("symbol", "")):
                        by_number[match[1]].append(info)
                self._by_number, self._state = dict(by_number), state
        found = {
            info.id: info
            for one in wanted
            for info in self._by_number.get(one.number, ())
            if is_named(one, info.front.get("symbol", ""), info.front.get("doc_type", ""))
        }
        return list(found.values())
