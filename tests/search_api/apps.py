"""The app on a real socket in a thread of the tests: quick to start, for what does not need a process of its own."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpx
import uvicorn
from fastapi import FastAPI

from corpus.folder import DataFolder
from corpus.store import Store
from ingest.adding import Worker
from ingest.indexing import reconcile
from ingest.worker import work_off
from search_api.app import create_app
from search_api.holdings import Holdings
from search_api.pipeline import open_asker
from search_api.service import Service
from search_api.suggesting.suggesting import Suggester


class PromptWorker(Worker):
    """A worker that does the work before ``wake`` returns."""

    def wake(self) -> None:
        """Do all that waits."""
        with self._lock:
            work_off(self._store)
            reconcile(self._store)


@dataclass
class RunningApp:
    """An app that answers at ``url``; ``http`` talks to it."""

    url: str
    app: FastAPI
    store: Store
    http: httpx.Client


@contextmanager
def serving(store: Store) -> Iterator[RunningApp]:
    """Serve an app over a store, which is closed with it."""
    folder = DataFolder(store.settings.data)
    parts = Service(
        store.settings,
        folder,
        store,
        open_asker(store, patience=30),
        PromptWorker(store),
        Suggester(Holdings(store.catalogue, patience=30)),
    )
    app = create_app(store.settings, parts)
    listener = socket.create_server(("127.0.0.1", 0))
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    config = uvicorn.Config(
        app, log_config=None, access_log=False, server_header=False, ws="none", timeout_graceful_shutdown=2
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the app did not start"
        time.sleep(0.01)
    try:
        with httpx.Client(base_url=url, timeout=30) as http:
            yield RunningApp(url, app, store, http)
    finally:
        server.should_exit = True
        thread.join()
        listener.close()
