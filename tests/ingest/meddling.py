"""Something that happens while a file is added: an encoder and an index that let a test act in the midst of their work."""

from collections.abc import Callable, Sequence

from corpus.encoder import Progress, Vectors
from corpus.index import Point
from corpus.index.process import Address, RemoteIndex
from tests.fakes import HashEncoder


class MeddledEncoder(HashEncoder):
    """Calls ``act`` before it encodes; remembers how many texts it was given at once."""

    def __init__(self, act: Callable[[], None] = lambda: None) -> None:
        super().__init__()
        self.act = act
        self.sizes: list[int] = []

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """See Encoder."""
        self.act()
        self.sizes.append(len(texts))
        return super().encode_passages(texts, progress)


class MeddledIndex(RemoteIndex):
    """The real index; calls ``act`` after it has put points in, and remembers how many these were."""

    def __init__(self, address: Address | None, act: Callable[[], None] = lambda: None) -> None:
        assert address is not None
        super().__init__(address)
        self.act = act
        self.sizes: list[int] = []

    def upsert(self, points: Sequence[Point]) -> None:
        """See SearchIndex."""
        super().upsert(points)
        self.sizes.append(len(points))
        self.act()
