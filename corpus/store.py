"""The parts of a running corpus, opened together: catalogue, originals, encoder, index."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field

from corpus.catalogue import Catalogue, get_meta, set_meta
from corpus.catalogue.counting import PassageCounts
from corpus.catalogue.keeping import KeptDocuments, KeptPassages
from corpus.catalogue.originals import Originals
from corpus.encoder import Encoder, open_encoder
from corpus.encoder.card import EncoderCard, load_card
from corpus.encoder.lazy import LazyEncoder
from corpus.errors import IdentityMismatch
from corpus.index import SearchIndex, index_identity
from corpus.index.opening import OpenIndex, join_index, open_index
from corpus.index.process import Address
from corpus.settings import Settings

_IDENTITY = "index_identity"


@dataclass
class Store:
    """What questions and adding both work on. ``close`` lets everything go."""

    settings: Settings
    catalogue: Catalogue
    originals: Originals
    encoder: Encoder
    index: SearchIndex
    opened: OpenIndex | None = None
    counts: PassageCounts = field(init=False)
    documents: KeptDocuments = field(init=False, default_factory=KeptDocuments)
    passages: KeptPassages = field(init=False, default_factory=KeptPassages)

    def __post_init__(self) -> None:
        self.counts = PassageCounts(self.catalogue)

    @property
    def address(self) -> Address | None:
        """Where another process reaches the embedded index."""
        return self.opened.address if self.opened else None

    def close(self) -> None:
        """Close the index (and end its process, if it was opened here) and the catalogue."""
        if self.opened:
            self.opened.close()
        else:
            self.index.close()
        self.catalogue.close()


def open_store(
    settings: Settings, *, threads: int | None = None, any_identity: bool = False, lazy: bool = False
) -> Store:
    """Open everything; the caller owns the data folder. ``any_identity`` is for a rebuild only; ``lazy``: the encoder loads when it is needed.

    Raises:
        EncoderMissing, IdentityMismatch, DataFolderBusy, IndexUnavailable: with what to do.
    """
    card = load_card(settings.encoder_folder)
    identity = identity_of(settings, card)
    catalogue = Catalogue(settings.database)
    if not any_identity:
        check_identity(catalogue, identity)
    with ThreadPoolExecutor(2) as pool:  # the index starts while the encoder loads
        opening = pool.submit(open_index, settings, card.dimension, identity)
        opener: Callable[..., Encoder] = LazyEncoder if lazy else open_encoder
        loading = pool.submit(opener, settings.encoder_folder, device=settings.device, threads=threads)
        try:
            encoder = loading.result()
        except BaseException:
            with suppress(Exception):  # the encoder's error is the one to tell
                opening.result().close()
            catalogue.close()
            raise
        opened = opening.result()
    return Store(settings, catalogue, originals_of(settings), encoder, opened.index, opened)


def join_store(settings: Settings, address: Address | None, *, threads: int | None = None) -> Store:
    """The same in a process that works beside the owner; the encoder loads when it is needed."""
    encoder = LazyEncoder(settings.encoder_folder, device=settings.device, threads=threads)
    index = join_index(settings, address, encoder.dimension, index_identity(encoder.identity))
    return Store(settings, Catalogue(settings.database), originals_of(settings), encoder, index)


def originals_of(settings: Settings) -> Originals:
    """The folder of originals."""
    return Originals(settings.data / "originals")


def check_identity(catalogue: Catalogue, identity: str) -> None:
    """Remember what the index is made with; complain when it was made with something else.

    Raises:
        IdentityMismatch: naming both.
    """
    with catalogue.write() as connection:
        known = get_meta(connection, _IDENTITY)
        if known is None:
            set_meta(connection, _IDENTITY, identity)
        elif known != identity:
            raise IdentityMismatch(f"{known} → {identity}")


def set_identity(catalogue: Catalogue, identity: str) -> None:
    """After a rebuild."""
    with catalogue.write() as connection:
        set_meta(connection, _IDENTITY, identity)


def identity_of(settings: Settings, card: EncoderCard) -> str:
    """The identity of the index that these settings make."""
    return index_identity(card.identity_on(settings.device))
