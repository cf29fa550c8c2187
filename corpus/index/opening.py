"""Where it is decided, once, which index is used: a Qdrant server if one is named, else the embedded engine."""

import shutil
from hashlib import sha256
from pathlib import Path

from corpus.index import SearchIndex
from corpus.index.process import Address, EdgeProcess, RemoteIndex
from corpus.settings import Settings


class OpenIndex:
    """An index and, if it is embedded, the process that holds it."""

    def __init__(self, index: SearchIndex, process: EdgeProcess | None = None) -> None:
        self.index, self._process = index, process

    @property
    def address(self) -> Address | None:
        """Where another process reaches the embedded index; None for a server."""
        return self._process.address if self._process else None

    def close(self) -> None:
        """Let go; an embedded index is flushed and its process ended."""
        self.index.close()
        if self._process:
            self._process.stop()


def open_index(settings: Settings, dimension: int, identity: str) -> OpenIndex:
    """Open the index of this identity, empty if there was none.

    Raises:
        DataFolderBusy: another process holds the embedded index.
        IndexUnavailable: the server does not answer, or the folder is damaged.
    """
    if settings.qdrant_url:
        return OpenIndex(_server(settings, dimension, identity))
    process = EdgeProcess(_folder(settings, identity), dimension)
    return OpenIndex(RemoteIndex(process.address), process)


def join_index(settings: Settings, address: Address | None, dimension: int, identity: str) -> SearchIndex:
    """Reach the index that another process has opened."""
    return RemoteIndex(address) if address else _server(settings, dimension, identity)


def remove_other_indexes(settings: Settings, identity: str) -> None:
    """Delete embedded indexes of other identities: after a rebuild they serve nobody."""
    keep = _folder(settings, identity)
    for folder in keep.parent.glob("*"):
        if folder != keep:
            shutil.rmtree(folder)


def _short(identity: str) -> str:
    return sha256(identity.encode()).hexdigest()[:12]


def _folder(settings: Settings, identity: str) -> Path:
    return settings.data / "index" / _short(identity)


def _server(settings: Settings, dimension: int, identity: str) -> SearchIndex:
    from corpus.index.qdrant import QdrantIndex  # 1.5 seconds to import

    return QdrantIndex(
        str(settings.qdrant_url), f"cancu-{_short(identity)}", dimension,
        api_key=settings.qdrant_api_key, shards=settings.qdrant_shards, replicas=settings.qdrant_replicas,
    )  # fmt: skip
