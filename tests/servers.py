"""A real server process, for tests and benches."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

_START_SECONDS = 120


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

    def wait_for_jobs(self, seconds: float = 300) -> list[Any]:
        """All jobs, once none is at work."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            jobs: list[Any] = self.get("/api/jobs")["jobs"]
            if jobs and all(job["stage"] in ("done", "failed", "cancelled") for job in jobs):
                return jobs
            time.sleep(0.05)
        raise AssertionError(f"jobs are still at work: {self.get('/api/jobs', active=True)}")

    def stop(self) -> None:
        """End it as a service manager would."""
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        if self.process.stdout:
            self.process.stdout.close()


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
