"""The figures of speed.py for people: each beside what it is to be, or beside a baseline of the same run."""

from typing import Any

from rich.console import Console
from rich.table import Table

from tests.bench import suggesting


def show(found: dict[str, Any], console: Console) -> None:
    """Print all tables."""
    console.print(adding_table(found["adding"]))
    console.print(asking_table(found["asking"]))
    times = {name: suggesting.Times(**figures) for name, figures in found["suggesting"].items()}
    console.print(suggesting.table(suggesting.DOCUMENTS, times))
    if found["baselines"]:
        console.print(baseline_table(found["baselines"], found["asking"]))
    console.print(f"cancu --help: {found['help_s']:.2f} s")


def adding_table(adding: dict[str, Any]) -> Table:
    """Passages a second by stage."""
    table = Table("stage", "passages/s", title=f"Adding {adding['passages']} passages, real encoder")
    for stage in ("reading", "encoding", "indexing", "whole"):
        table.add_row(stage, f"{adding[f'{stage}_per_s']:.0f}")
    raw, stage = adding["raw_encoding_per_s"], adding["stage_encoding_per_s"]
    table.add_row("ONNX Runtime alone", f"{raw:.0f}")
    table.add_row("encoding, in turns with it", f"{stage:.0f} = {stage / raw:.0%}")
    return table


def asking_table(rows: list[dict[str, Any]]) -> Table:
    """Latency and memory by size."""
    table = Table("passages", "ready s", "1 client p50", "p95 ms", "20 clients p50", "p95 ms", "questions/s", "during adding p50", "p95 ms",
                  "memory MB", title="Asking over HTTP, made-up vectors")  # fmt: skip
    for row in rows:
        one, many, during = row["one_client"], row["twenty_clients"], row.get("during_adding")
        memory = " + ".join(f"{name} {size}" for name, size in row["memory_mb"].items() if name != "all")
        table.add_row(
            str(row["passages"]), str(row["ready_s"]), str(one["p50"]), str(one["p95"]), str(many["p50"]), str(many["p95"]), str(many["rate"]),
            str(during["p50"]) if during else "", str(during["p95"]) if during else "", memory,
        )  # fmt: skip
    return table


def baseline_table(baselines: list[dict[str, Any]], ours: list[dict[str, Any]]) -> Table:
    """Ours against the baselines, one client, ours as 1."""
    table = Table("", "passages", "ask p50 ms", "p95 ms", "ours is faster by", "open s", "index/s", "encode/s", "memory MB",
                  title="Baselines, in process, ten passages and no answer")  # fmt: skip
    by_size = {row["passages"]: row["one_client"]["p50"] for row in ours}
    for row in baselines:
        ask = row["ask_ms"]
        table.add_row(
            row["name"], str(row["passages"]), str(ask["p50"]), str(ask["p95"]), f"{ask['p50'] / by_size[row['passages']]:.1f} ×",
            str(row["open_s"]), str(row["index_per_s"]), str(row["encode_per_s"]), str(row["rss_mb"]),
        )  # fmt: skip
    return table
