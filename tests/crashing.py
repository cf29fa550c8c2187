"""Killing a server in the midst of adding, and looking whether what it has in the end is what one has that was never killed.

Everything is real: `cancu serve` with its worker and its index, killed together by SIGKILL as by a power cut. Only the model is made up.
"""

import random
import shutil
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from corpus.catalogue import Catalogue
from corpus.catalogue.documents import place_for
from corpus.catalogue.jobs import Job, list_jobs
from corpus.index.edge import EdgeIndex
from corpus.settings import load_settings
from corpus.types import ACTIVE_STAGES, Stage
from ingest.indexing import unit_of
from tests.bench.adding import stage_seconds_by_job
from tests.crash_corpus import LAST_JOBS, prepare
from tests.killable import Process, kill, serving, wait_for
from tests.snapshot import Snapshot, counts, differences, take
from tests.tiny_encoder import DIMENSION, build_tiny_encoder

PUBLISHING, BETWEEN = "publishing", "between"
AIMS = (str(Stage.READING), str(Stage.ENCODING), str(Stage.INDEXING), PUBLISHING)

_POINTS = 0.2  # share of what is shown as indexing in which points are written; the rest is publishing


@dataclass(frozen=True)
class Aim:
    """When to kill: this job is at this stage, and has been for a share of the time that it took the clean run."""

    job: int
    stage: str
    share: float


@dataclass(frozen=True)
class Kill:
    """What was aimed at, what the job was really doing, and when, in seconds from the start of the server."""

    aim: Aim
    hit: str
    after: float


@dataclass
class Round:
    """One adding with its kills, and in what it ended otherwise than the clean one."""

    kills: list[Kill] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)
    seconds: float = 0.0


class Crashing:
    """A folder with work waiting, and what comes of it without a kill. ``work``: a folder with a short name, for sockets lie in it."""

    def __init__(self, work: Path) -> None:
        self.work, self.encoder = work, build_tiny_encoder(work / "encoder")
        self.base = work / "base"
        prepare(self.base, self.encoder)
        clean = self._copy("clean")
        with self._serving(clean) as process:
            wait_for(lambda: not _active(clean), process)
        self.wanted: Snapshot = take(clean, self.encoder)
        self.lasted = stage_seconds_by_job(clean.with_suffix(".log"))
        with _catalogue(clean) as catalogue, catalogue.read() as connection:
            self.jobs = {job.number: job for job in list_jobs(connection)}

    @property
    def counts(self) -> dict[str, int]:
        """How much the clean run has of each part."""
        return counts(self.wanted)

    def plan(self, kills: int, per_round: int, seed: int) -> list[list[Aim]]:
        """Aims for so many kills: each stage as often as the others, jobs and moments by chance."""
        chance = random.Random(seed)
        usable = sorted(n for n, job in self.jobs.items() if job.id in self.lasted)[:-LAST_JOBS]
        rounds = []
        for first in range(0, kills, per_round):
            stages = [AIMS[n % len(AIMS)] for n in range(first, min(first + per_round, kills))]
            numbers = sorted(chance.sample(usable, len(stages)))
            rounds.append([Aim(n, s, round(chance.random(), 3)) for n, s in zip(numbers, stages, strict=True)])
        return rounds

    def run(self, aims: list[Aim]) -> Round:
        """Add, be killed at each aim and started again, end, compare."""
        begun = time.monotonic()
        done = Round()
        data = self._copy("killed")
        for aim in aims:
            with self._serving(data) as process:
                start = time.monotonic()
                self._wait_for(aim, data, process)
                kill(process)
                done.kills.append(Kill(aim, self._stage_of(data), round(time.monotonic() - start, 2)))
        with self._serving(data) as process:
            wait_for(lambda: not _active(data), process)
        done.differences = differences(self.wanted, take(data, self.encoder))
        done.seconds = round(time.monotonic() - begun, 1)
        return done

    def _copy(self, name: str) -> Path:
        data = self.work / name
        shutil.rmtree(data, ignore_errors=True)
        data.with_suffix(".log").unlink(missing_ok=True)
        shutil.copytree(self.base, data)
        return data

    def _serving(self, data: Path) -> AbstractContextManager[Process]:
        return serving(data, self.encoder, self.work)

    def _wait_for(self, aim: Aim, data: Path, process: Process) -> None:
        """Until the job has been at the stage for its share of the time. Publishing is the later part of what is shown as indexing."""
        stage = Stage.INDEXING if aim.stage == PUBLISHING else Stage(aim.stage)
        reached = [s for s in Stage if s not in (Stage.WAITING, *ACTIVE_STAGES[: ACTIVE_STAGES.index(stage)])]
        with _catalogue(data) as catalogue:

            def is_there() -> bool:
                with catalogue.read() as connection:
                    return any(job.number == aim.job and job.stage in reached for job in list_jobs(connection))

            wait_for(is_there, process, pause=0.002)
        share = aim.share
        if stage == Stage.INDEXING:
            share = _POINTS * share if aim.stage == Stage.INDEXING else _POINTS + (1 - _POINTS) * share
        time.sleep(share * self.lasted[self.jobs[aim.job].id][str(stage)])

    def _stage_of(self, data: Path) -> str:
        """What the killed server was doing, seen in a copy, so that nothing is touched."""
        copy = self.work / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(data, copy)
        at_work = [job for job in _active(copy) if job.stage != Stage.WAITING]
        if not at_work:
            return BETWEEN
        job = at_work[0]
        if job.stage != Stage.INDEXING:
            return str(job.stage)
        with _catalogue(copy) as catalogue, catalogue.read() as connection:
            place = place_for(connection, job.sha256, job.replaces)
        (folder,) = (copy / "index").iterdir()
        index = EdgeIndex(folder, DIMENSION)
        written = index.count({"unit": [unit_of(place)]})
        index.close()
        return PUBLISHING if written == job.passages else str(Stage.INDEXING)


@contextmanager
def _catalogue(data: Path) -> Iterator[Catalogue]:
    catalogue = Catalogue(load_settings(data=data).database)
    yield catalogue
    catalogue.close()


def _active(data: Path) -> list[Job]:
    with _catalogue(data) as catalogue, catalogue.read() as connection:
        return list_jobs(connection, active=True)
