"""How fast documents are added, by stage, with the real encoder; and how fast the bare encoder is on the same texts."""

import json
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.catalogue import Catalogue
from corpus.encoder import open_encoder
from corpus.encoder.card import MODEL_FILE, TOKENIZER_FILE, load_card
from corpus.encoder.onnx import BATCH
from ingest.encoding import encode
from tests.bench.made_up import documents, sample_texts
from tests.bench.memory import memory_of
from tests.bench.stored import load_passages
from tests.servers import start_server

PASSAGES = 1000
TURNS = 4
STAGES = ("reading", "encoding", "indexing")


def upload(passages: int, seed: int) -> list[tuple[str, bytes]]:
    """Made-up documents as a browser sends them."""
    return [(name, text.encode()) for name, text in documents(sample_texts(), passages, seed)]


def measure_adding(data: Path, encoder: Path) -> dict[str, Any]:
    """Passages a second of each stage, by the worker's own log, and of the whole as a user waits for it."""
    server = start_server(data, encoder)
    begun = time.perf_counter()
    server.add(*upload(PASSAGES, seed=2))
    jobs = server.wait_for_jobs(900)
    whole = time.perf_counter() - begun
    memory = memory_of(server.process.pid)
    server.stop()
    passages = sum(job["passages"] for job in jobs)
    seconds = stage_seconds(server.log)
    return {
        "passages": passages,
        "whole_per_s": round(passages / whole, 1),
        **{f"{stage}_per_s": round(passages / seconds[stage], 1) for stage in STAGES},
        "memory_mb": memory,
    }


def stage_seconds(log: Path) -> dict[str, float]:
    """Seconds of each stage, over all jobs in a server's log."""
    jobs = stage_seconds_by_job(log).values()
    return {stage: sum(seconds[stage] for seconds in jobs) for stage in STAGES}


def stage_seconds_by_job(log: Path) -> dict[str, dict[str, float]]:
    """Seconds of each stage of each job that was done, by its id."""
    lines = log.read_text(encoding="utf-8").splitlines()
    events = [json.loads(line) for line in lines if line.startswith("{")]
    done = [event for event in events if event["event"] == "job.done"]
    return {event["job"]: {stage: event.get(stage, 0.0) for stage in STAGES} for event in done}


def encoding_rates(data: Path, encoder: Path) -> dict[str, float]:
    """Passages a second of our stage of encoding, and of ONNX Runtime alone: default options, tokens ready, nothing else done.

    Both on the same texts and in turns, the best of each: what else the machine does falls on both.
    """
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    texts, _ = load_passages(data, encoder)
    card = load_card(encoder)
    tokenizer: Any = Tokenizer.from_file(str(encoder / TOKENIZER_FILE))
    tokenizer.enable_truncation(card.max_tokens)
    tokenizer.no_padding()
    ids = sorted((e.ids for e in tokenizer.encode_batch([card.passage_prefix + text for text in texts])), key=len)
    feeds = [_padded(ids[start : start + BATCH]) for start in range(0, len(ids), BATCH)]
    session = InferenceSession(encoder / MODEL_FILE, providers=["CPUExecutionProvider"])
    ours = open_encoder(encoder)
    best = {"raw_encoding_per_s": 0.0, "stage_encoding_per_s": 0.0}
    for _ in range(TURNS):
        with tempfile.TemporaryDirectory() as scratch:
            catalogue = Catalogue(f"sqlite:///{scratch}/empty.sqlite")
            turns: dict[str, Callable[[], object]] = {
                "raw_encoding_per_s": lambda: [session.run(None, feed) for feed in feeds],
                "stage_encoding_per_s": partial(encode, catalogue, ours, texts),
            }
            for name, turn in turns.items():
                begun = time.perf_counter()
                turn()
                best[name] = max(best[name], round(len(texts) / (time.perf_counter() - begun), 1))
            catalogue.close()
    return best


def _padded(ids: list[list[int]]) -> dict[str, NDArray[np.int64]]:
    width = max(map(len, ids))
    tokens, mask = np.zeros((2, len(ids), width), np.int64)
    for row, of_row in enumerate(ids):
        tokens[row, : len(of_row)], mask[row, : len(of_row)] = of_row, 1
    return {"input_ids": tokens, "attention_mask": mask}
