"""A running Căn Cứ: the data folder, the store, the asker and the worker, opened together and closed together."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from corpus.catalogue import get_meta, set_meta
from corpus.folder import DataFolder
from corpus.settings import Settings
from corpus.store import Store, open_store
from ingest.adding import Worker, add_path
from ingest.watching import Watcher
from search_api.ledger.ledger import Ledger
from search_api.ledger.linked import Links
from search_api.suggesting.suggesting import Suggester
from search_api.unanswered.keeping import Keeper

if TYPE_CHECKING:
    from search_api.pipeline import Asker
    from search_api.warming import Warming

_SAMPLES_OFFERED = "samples_offered"


@dataclass
class Service:
    """All parts of a server."""

    settings: Settings
    folder: DataFolder
    store: Store
    asker: "Asker"
    worker: Worker
    suggester: Suggester
    watcher: Watcher | None = None
    warming: "Warming | None" = None

    @cached_property
    def ledger(self) -> Ledger:
        """The facts, read when they are first wanted; the same that answers count."""
        return self.asker.tools.ledger

    @cached_property
    def links(self) -> Links:
        """Facts held against each other, when that is first wanted."""
        return self.asker.tools.links

    @cached_property
    def unanswered(self) -> Keeper:
        """Questions without an answer; asked again when documents change, from the first use on."""
        keeper = Keeper(self.store.catalogue, self.asker)
        keeper.start()
        return keeper

    def close(self) -> None:
        """Stop the watcher, the worker and the keeper, close the store, free the folder."""
        if self.warming is not None:
            self.warming.close()
        if self.watcher is not None:
            self.watcher.close()
        self.worker.close()
        if "unanswered" in self.__dict__:
            self.unanswered.close()
        self.asker.close()
        self.store.close()
        self.folder.release()


def open_service(settings: Settings, url: str | None = None) -> Service:
    """Open everything; heavy libraries are imported while encoder and index start. ``url`` is where commands find the server.

    Raises:
        DataFolderBusy, EncoderMissing, IdentityMismatch, …: with what to do.
    """
    folder = DataFolder(settings.data)
    try:
        with ThreadPoolExecutor(1) as pool:
            importing = pool.submit(__import__, "search_api.pipeline")
            store = open_store(settings, threads=1)
            importing.result()
        from search_api.pipeline import open_asker
        from search_api.warming import Warming

        asker = open_asker(store)
        asker.warm()
    except BaseException:
        folder.release()
        raise
    suggester = Suggester(asker.tools.holdings)
    asker.tools.holdings.warm()
    worker = Worker(store)
    offer_samples(store)
    if url:
        folder.announce(url)
    worker.wake()  # to recover from a crash, if there was one, and to add what waits
    watcher = None
    if settings.watch is not None:
        watcher = Watcher(store, worker, settings.watch, settings.watch_settle)
        watcher.start()
    service = Service(settings, folder, store, asker, worker, suggester, watcher)
    service.warming = Warming(asker.tools, service.ledger.columns)
    service.unanswered  # noqa: B018 - it begins to look whether documents have changed since it was last closed
    return service


def offer_samples(store: Store) -> int:
    """Add the sample documents to a new data folder, once; returns how many."""
    with store.catalogue.write() as connection:
        if get_meta(connection, _SAMPLES_OFFERED) is not None:
            return 0
        set_meta(connection, _SAMPLES_OFFERED, "on" if store.settings.samples else "off")
    if not store.settings.samples:
        return 0
    count = 0
    with as_file(files("corpus").joinpath("documents")) as folder:
        for path in sorted(folder.iterdir()):
            add_path(store, path, sample=True)
            count += 1
    return count
