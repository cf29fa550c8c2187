"""Speed and memory of the whole product, and of two baselines beside it.

    python -m tests.bench.speed [--sizes 1000 10000 15000 60000] [--encoder data/encoder] [--out build/bench/speed.json]

Machines are noisy: compare figures of one run, not of two.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from rich.console import Console

from corpus.log import start_log
from corpus.settings import load_settings
from tests.bench import suggesting
from tests.bench.adding import encoding_rates, measure_adding, upload
from tests.bench.load import time_server
from tests.bench.made_up import build
from tests.bench.memory import memory_of
from tests.bench.speed_report import show
from tests.servers import Server, start_server

SIZES = (1000, 10_000, 15_000, 60_000)
BASELINE_SIZES = (1000, 10_000)
DURING_SIZE, DURING_PASSAGES = 15_000, 2000
QUESTIONS = Path("tests/quality/samples.jsonl")
ALONE, CROWD = 300, 1200  # questions asked by one client and by twenty
CLIENTS = 20
console = Console(width=140)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", type=int, default=list(SIZES))
    parser.add_argument("--encoder", type=Path, default=load_settings().encoder_folder)
    parser.add_argument("--out", type=Path, default=Path("build/bench/speed.json"))
    options = parser.parse_args()
    start_log("WARNING")  # data folders are built in this process
    encoder = options.encoder.absolute()
    questions = [json.loads(line)["question"] for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    found: dict[str, Any] = {"machine": machine(), "help_s": help_seconds()}
    console.print(f"suggesting over {suggesting.DOCUMENTS:,} documents …")
    found["suggesting"] = {name: times._asdict() for name, times in suggesting.measure().items()}
    with tempfile.TemporaryDirectory() as scratch:
        console.print("adding 1,000 passages with the real encoder …")
        found["adding"] = measure_adding(Path(scratch) / "added", encoder)
        found["adding"] |= encoding_rates(Path(scratch) / "added", encoder)
        found["asking"] = [
            measure_asking(Path(scratch) / str(size), encoder, questions, size) for size in options.sizes
        ]
        found["baselines"] = [
            {"name": name, **run_baseline(name, Path(scratch) / str(size), encoder, questions)}
            for size in options.sizes if size in BASELINE_SIZES for name in ("haystack", "sqlite")
        ]  # fmt: skip
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(found, indent=2, ensure_ascii=False))
    show(found, console)


def measure_asking(data: Path, encoder: Path, questions: list[str], size: int) -> dict[str, Any]:
    """Cold start, latency with one client and with twenty, memory; at one size also latency during adding."""
    console.print(f"{size} passages with made-up vectors: building …")
    begun = time.perf_counter()
    passages = build(data, encoder, size)
    built = time.perf_counter()
    server = start_server(data, encoder)
    ready = time.perf_counter()
    time_server(server.url, questions, 1, len(questions))
    result: dict[str, Any] = {
        "passages": passages, "build_s": round(built - begun, 1), "ready_s": round(ready - built, 2),
        "one_client": time_server(server.url, questions, 1, ALONE)._asdict(),
        "twenty_clients": time_server(server.url, questions, CLIENTS, CROWD)._asdict(),
        "memory_mb": memory_of(server.process.pid),
    }  # fmt: skip
    if size == DURING_SIZE:
        result["during_adding"] = during_adding(server, questions)
    server.stop()
    return result


def during_adding(server: Server, questions: list[str]) -> dict[str, Any]:
    """One client, while new documents are read, encoded and indexed."""
    server.add(*upload(DURING_PASSAGES, seed=3))
    time.sleep(3)  # the worker is at work
    alone = time_server(
        server.url, questions, 1, 10_000, going_on=lambda: bool(server.get("/api/jobs", active=True)["jobs"])
    )
    return alone._asdict()


def run_baseline(name: str, data: Path, encoder: Path, questions: list[str]) -> dict[str, Any]:
    """One baseline over the passages of a data folder, in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.baselines", name, str(data), str(encoder)]
    console.print(f"baseline {name} on {data.name} passages …")
    done = subprocess.run(command, input=json.dumps(questions), capture_output=True, text=True, check=True)
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def help_seconds() -> float:
    """`cancu --help`, the best of five."""
    command = [str(Path(sys.executable).with_name("cancu")), "--help"]
    times = []
    for _ in range(5):
        begun = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - begun)
    return round(min(times), 3)


def machine() -> dict[str, Any]:
    """What it was measured on."""
    return {
        "cores": os.cpu_count(),
        "processor": platform.processor() or platform.machine(),
        "python": platform.python_version(),
    }


if __name__ == "__main__":
    main()
