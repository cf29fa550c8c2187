"""Shared fixtures: settings in a temporary folder, a store without a model, a real server process, a real Chromium."""

import os
import shutil
from collections.abc import Callable, Iterator
from fcntl import LOCK_EX, flock
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from corpus.catalogue import Catalogue
from corpus.encoder.card import CARD_FILE
from corpus.index.opening import open_index
from corpus.settings import Settings, load_settings
from corpus.store import Store, check_identity, originals_of
from tests.fakes import HashEncoder
from tests.servers import Server, start_server

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "corpus" / "documents"
CHROMIUM = "/usr/bin/chromium"
CHROMIUM_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(autouse=True)
def clean_environ(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the machine reaches a test."""
    for name in list(os.environ):
        if name.startswith("CANCU_") and name not in ("CANCU_ENCODER", "CANCU_QDRANT_URL"):
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def encoder_folder() -> Path:
    """The built encoder: `make` has made it."""
    folder = Path(os.environ.get("CANCU_ENCODER", ROOT / "data" / "encoder"))
    assert (folder / CARD_FILE).is_file(), f"no encoder in {folder}: run `make test`, or `cancu encoder build`"
    return folder


@pytest.fixture
def make_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Settings]:
    """Settings in a folder of their own."""
    monkeypatch.delenv("CANCU_ENCODER", raising=False)
    monkeypatch.delenv("CANCU_QDRANT_URL", raising=False)

    def make(**overrides: Any) -> Settings:
        return load_settings(**{"data": tmp_path / "data", "samples": False, **overrides})

    return make


@pytest.fixture
def store(make_settings: Callable[..., Settings]) -> Iterator[Store]:
    """An empty store: real catalogue, real embedded index, an encoder without a model."""
    settings = make_settings()
    encoder = HashEncoder()
    catalogue = Catalogue(settings.database)
    check_identity(catalogue, encoder.identity)
    opened = open_index(settings, encoder.dimension, encoder.identity)
    made = Store(settings, catalogue, originals_of(settings), encoder, opened.index, opened)
    yield made
    made.close()


@pytest.fixture(scope="session")
def samples_folder(tmp_path_factory: pytest.TempPathFactory, encoder_folder: Path) -> Path:
    """A data folder into which a server has read the samples, to be copied: made once a run, by whichever test process comes first."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    made = shared / "samples"
    with (shared / "samples.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not made.exists():
            running = start_server(shared / "samples-coming", encoder_folder, samples=True)
            running.wait_for_jobs()
            running.stop()
            running.data.rename(made)
    return made


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, samples_folder: Path, encoder_folder: Path) -> Iterator[Server]:
    """A server with the samples, for all tests that only ask and read."""
    yield from _over_a_copy(samples_folder, tmp_path_factory.mktemp("server") / "data", encoder_folder)


@pytest.fixture
def own_samples(tmp_path: Path, samples_folder: Path, encoder_folder: Path) -> Iterator[Server]:
    """A server with the samples for one test that takes them away."""
    yield from _over_a_copy(samples_folder, tmp_path / "samples", encoder_folder)


def _over_a_copy(folder: Path, copy: Path, encoder: Path) -> Iterator[Server]:
    shutil.copytree(folder, copy)
    running = start_server(copy, encoder, samples=True)
    yield running
    running.stop()


@pytest.fixture
def own_server(tmp_path: Path, encoder_folder: Path) -> Iterator[Server]:
    """An empty server for one test that adds, deletes or breaks."""
    running = start_server(tmp_path / "data", encoder_folder)
    yield running
    running.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    if shutil.which("chromium") is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()
