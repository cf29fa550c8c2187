"""Shared fixtures: settings in a temporary folder, a store without a model, a real server process, a real Chromium."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from corpus.catalogue import Catalogue
from corpus.encoder.card import CARD_FILE
from corpus.index.opening import open_index
from corpus.settings import Settings, load_settings
from corpus.store import Store, check_identity, originals_of
from tests.fakes import HashEncoder

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
_START_SECONDS = 120


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


@dataclass
class Server:
    """A running server process."""

    url: str
    data: Path
    process: subprocess.Popen[str]
    log: Path

    def get(self, path: str, **params: Any) -> Any:
        """The JSON of a GET request."""
        return httpx.get(self.url + path, params=params, timeout=60).raise_for_status().json()

    def ask(self, question: str, **more: Any) -> Any:
        """The answer to a question."""
        body = {"question": question, **more}
        return httpx.post(self.url + "/api/ask", json=body, timeout=60).raise_for_status().json()

    def add(self, *files: tuple[str, bytes], **form: str) -> list[Any]:
        """Upload files; returns their jobs."""
        parts = [("files", file) for file in files]
        response = httpx.post(self.url + "/api/documents", files=parts, data=form, timeout=60)
        jobs: list[Any] = response.raise_for_status().json()["jobs"]
        return jobs

    def wait_for_jobs(self, seconds: float = 120) -> list[Any]:
        """All jobs, once none is at work."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            jobs: list[Any] = self.get("/api/jobs")["jobs"]
            if jobs and all(job["stage"] in ("done", "failed", "cancelled") for job in jobs):
                return jobs
            time.sleep(0.2)
        raise AssertionError(f"jobs are still at work: {self.get('/api/jobs', active=True)}")

    def stop(self) -> None:
        """End it as a service manager would."""
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def start_server(data: Path, encoder: Path, *, samples: bool = False, **environ: str) -> Server:
    """Start `cancu serve` on a free port and wait until it is ready."""
    env = {k: v for k, v in os.environ.items() if not k.startswith("CANCU_")}
    env |= {"CANCU_DATA": str(data), "CANCU_ENCODER": str(encoder), "CANCU_PORT": "0", "PYTHONUNBUFFERED": "1"}
    env |= {"CANCU_SAMPLES": "on" if samples else "off", **environ}
    data.mkdir(parents=True, exist_ok=True)
    log = data.with_suffix(".log")
    with log.open("a") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "search_api.cli", "serve"], env=env, stdout=subprocess.PIPE, stderr=errors, text=True
        )
    assert process.stdout is not None
    url = ""
    deadline = time.monotonic() + _START_SECONDS
    for line in process.stdout:
        if "http://" in line:
            url = line[line.index("http://") :].split()[0]
        if line.startswith("Sẵn sàng") or time.monotonic() > deadline:
            break
    assert url and process.poll() is None, f"the server did not start:\n{log.read_text()[-3000:]}"
    while time.monotonic() < deadline:
        try:
            if httpx.get(f"{url}/api/ready", timeout=5).is_success:
                return Server(url, data, process, log)
        except httpx.HTTPError:
            time.sleep(0.1)
    raise AssertionError(f"the server is not ready:\n{log.read_text()[-3000:]}")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, encoder_folder: Path) -> Iterator[Server]:
    """A server with the samples, for all tests that only ask and read."""
    running = start_server(tmp_path_factory.mktemp("server") / "data", encoder_folder, samples=True)
    running.wait_for_jobs()
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


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page; the test fails if the browser's console has an error or a report of the content policy."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="vi-VN")
    fresh = context.new_page()
    wrong: list[str] = []
    fresh.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    fresh.on("pageerror", lambda error: wrong.append(str(error)))
    yield fresh
    context.close()
    assert not wrong, wrong
