"""The state of the documents: a number that grows with every change to what lists of documents show.

Who keeps something made from all documents (names to suggest, symbols to recognise) compares this number, which takes microseconds, with
the one it was made at. Whatever changes documents or their front matter calls ``documents_changed`` in the same transaction.
"""

from sqlalchemy import BigInteger, Connection, Text, cast, select

from corpus.catalogue.schema import meta

_KEY = "documents_state"


def state_of_documents(connection: Connection) -> int:
    """Another number whenever what ``list_documents`` gives has changed."""
    return int(connection.scalar(select(meta.c.value).where(meta.c.key == _KEY)) or 0)


def documents_changed(connection: Connection) -> None:
    """Say that documents have been changed: by publishing, correcting, deleting, restoring, letting go for good."""
    next_one = cast(cast(meta.c.value, BigInteger) + 1, Text)
    if not connection.execute(meta.update().where(meta.c.key == _KEY).values(value=next_one)).rowcount:
        connection.execute(meta.insert().values(key=_KEY, value="1"))  # the first change there ever was
