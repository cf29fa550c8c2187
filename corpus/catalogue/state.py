"""The state of the documents: a number that grows with every change to what lists of documents show.

Who keeps something made from all documents (names to suggest, symbols to recognise) compares this number, which takes microseconds, with
the one it was made at. Whatever changes documents or their front matter calls ``documents_changed`` in the same transaction.
"""

from sqlalchemy import BigInteger, Connection, Text, cast

from corpus.catalogue.schema import meta

_KEY = "documents_state"
_ASK = f"SELECT value FROM meta WHERE key = '{_KEY}'"  # asked a dozen times a question: four times as fast as an expression  # noqa: S608


def state_of_documents(connection: Connection) -> int:
    """Another number whenever what ``list_documents`` gives has changed."""
    return int(connection.exec_driver_sql(_ASK).scalar() or 0)


def documents_changed(connection: Connection) -> None:
    """Say that documents have been changed: by publishing, correcting, deleting, restoring, letting go for good."""
    next_one = cast(cast(meta.c.value, BigInteger) + 1, Text)
    if not connection.execute(meta.update().where(meta.c.key == _KEY).values(value=next_one)).rowcount:
        connection.execute(meta.insert().values(key=_KEY, value="1"))  # the first change there ever was
