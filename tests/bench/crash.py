"""Kills in the midst of adding: does the catalogue, or the index, ever end otherwise than without them?

    python -m tests.bench.crash --out build/bench/crash.json [--kills 50] [--seed N]

Exits with 1 if anything differs. Which job is hit at which moment follows from the seed, as far as the machine is as quick.
"""

import argparse
import json
import sys
import tempfile
import time
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from corpus.log import start_log
from tests.bench.speed import machine
from tests.crashing import AIMS, BETWEEN, Crashing, Round

KILLS, PER_ROUND = 50, 2  # the second kill of a round falls into what is going on after the first
console = Console(width=140)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path("build/bench/crash.json"))
    options = parser.parse_args()
    start_log("error")
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        console.print("adding without a kill …")
        crashing = Crashing(Path(scratch))
        rounds = []
        for aims in crashing.plan(options.kills, PER_ROUND, options.seed):
            rounds.append(crashing.run(aims))
            console.print(_line(len(rounds), rounds[-1]))
        counts = crashing.counts
    found: dict[str, Any] = {
        "machine": machine(), "seed": options.seed, "compared": counts, "seconds": round(time.monotonic() - begun, 1),
        "kills": dict(Counter(kill.hit for done in rounds for kill in done.kills)),
        "differences": sum(len(done.differences) for done in rounds), "rounds": [asdict(done) for done in rounds],
    }  # fmt: skip
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(found, indent=2, ensure_ascii=False))
    console.print(table(rounds))
    console.print(f"compared: {', '.join(f'{count} {part}' for part, count in counts.items())}")
    sys.exit(1 if found["differences"] else 0)


def table(rounds: list[Round]) -> Table:
    """Kills by what they hit, and the differences of their rounds."""
    shown = Table("stage", "kills", "differences", title="Killed in the midst of adding, beside a run without a kill")
    for stage in (*AIMS, BETWEEN):
        hit = [done for done in rounds for kill in done.kills if kill.hit == stage]
        shown.add_row(stage, str(len(hit)), str(sum(len(done.differences) for done in hit)))
    differences = sum(len(done.differences) for done in rounds)
    seconds = sum(done.seconds for done in rounds)
    shown.add_row("all", str(sum(len(done.kills) for done in rounds)), f"{differences} in {seconds:.0f} s")
    return shown


def _line(number: int, done: Round) -> str:
    kills = ", ".join(f"job {k.aim.job} {k.hit} after {k.after} s" for k in done.kills)
    return f"{number:3}  {kills}: {len(done.differences)} differences {' | '.join(done.differences[:3])}"


if __name__ == "__main__":
    main()
