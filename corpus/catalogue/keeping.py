"""Documents and passages kept in memory, for a question wants the same ones many times.

A passage never changes: another reading of its document has passages of other ids. What is known of documents is forgotten when any of them
has changed.
"""

from collections.abc import Sequence

from sqlalchemy import Connection

from corpus.catalogue.documents import DocumentInfo, Place, list_documents
from corpus.catalogue.passages import StoredPassage, passages_by_id, passages_of
from corpus.catalogue.state import state_of_documents

MOST_PASSAGES = 25_000


class KeptPassages:
    """Reads from the catalogue what is wanted for the first time; safe to call from several threads.

    It does not know what has been deleted since: compare with the documents that are live.
    """

    def __init__(self) -> None:
        self._of: dict[Place, tuple[StoredPassage, ...]] = {}
        self._by_id: dict[str, StoredPassage] = {}

    def of(self, connection: Connection, place: Place) -> tuple[StoredPassage, ...]:
        """All passages of a reading, in order; none once another one has taken its place."""
        found = self._of.get(place)
        if found is None:
            stored = passages_of(connection, place.document_id)
            found = tuple(p for p in stored if (p.version, p.generation) == (place.version, place.generation))
            self._keep(found)
            if found:
                self._of[place] = found
        return found

    def by_id(self, connection: Connection, ids: Sequence[str]) -> dict[str, StoredPassage]:
        """Those of the ids that are or were live passages, in the order of the ids."""
        known = self._by_id
        if absent := [id_ for id_ in ids if id_ not in known]:
            fresh = passages_by_id(connection, absent)
            self._keep(tuple(fresh.values()))
            known = {**fresh, **{id_: known[id_] for id_ in ids if id_ in known}}
        return {id_: known[id_] for id_ in ids if id_ in known}

    def _keep(self, passages: Sequence[StoredPassage]) -> None:
        if len(self._by_id) + len(passages) > MOST_PASSAGES:
            self._of, self._by_id = {}, {}  # new ones: other threads may be reading, and what they have, they keep
        self._by_id.update((stored.id, stored) for stored in passages[:MOST_PASSAGES])


class KeptDocuments:
    """What lists of documents show, as the catalogue has it now; safe to call from several threads."""

    def __init__(self) -> None:
        self._known: tuple[int, dict[str, DocumentInfo | None]] = -1, {}

    def of(self, connection: Connection, ids: Sequence[str]) -> dict[str, DocumentInfo]:
        """Those of the ids that are documents and not deleted, in the order of the ids."""
        state, known = self._known
        if state != (now := state_of_documents(connection)):
            known = {}
            self._known = now, known
        if absent := [id_ for id_ in dict.fromkeys(ids) if id_ not in known]:
            known |= dict.fromkeys(absent) | list_documents(connection, absent)
        return {id_: info for id_ in ids if (info := known[id_]) is not None}
