"""What was learnt from the corpus: its counts and the texts they were counted from, in one file that can always be made again."""

import os
import zipfile
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from corpus.catalogue.live_texts import LiveText
from corpus.language.counts import NOTHING, Counts
from corpus.types import value

VERSION = "1"  # another one when texts are counted otherwise: what was learnt before is learnt again


@value
class Learnt:
    """Counts, and what they are the sum of."""

    counts: Counts
    texts: frozenset[LiveText]


NOTHING_LEARNT = Learnt(NOTHING, frozenset())


def save_learnt(path: Path, learnt: Learnt) -> None:
    """Write the file whole or not at all."""
    scratch = path.with_suffix(".new")
    with scratch.open("wb") as file:
        np.savez(
            file,
            version=np.array(VERSION),
            words=_packed(learnt.counts.words),
            singles=learnt.counts.singles,
            pairs=learnt.counts.pairs,
            often=learnt.counts.often,
            texts=_packed("\t".join(text) for text in sorted(learnt.texts)),
        )
        file.flush()
        os.fsync(file.fileno())
    scratch.replace(path)


def load_learnt(path: Path) -> Learnt:
    """Read the file; nothing is known where it is missing, damaged, or of another version."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            if str(stored["version"]) != VERSION:
                return NOTHING_LEARNT
            counts = Counts(_unpacked(stored["words"]), stored["singles"], stored["pairs"], stored["often"])
            texts = frozenset(LiveText(*line.split("\t")) for line in _unpacked(stored["texts"]))
    except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile):
        return NOTHING_LEARNT
    return Learnt(counts, texts) if _is_whole(counts) else NOTHING_LEARNT


def _is_whole(counts: Counts) -> bool:
    size = len(counts.words)
    inside = not len(counts.pairs) or bool((counts.left < size).all() and (counts.right < size).all())
    return inside and len(counts.singles) == size and len(counts.pairs) == len(counts.often)


def _packed(lines: Iterable[str]) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    return np.frombuffer("\n".join(lines).encode(), np.uint8)


def _unpacked(stored: np.ndarray[tuple[int], np.dtype[np.uint8]]) -> tuple[str, ...]:
    text = stored.tobytes().decode()
    return tuple(text.split("\n")) if text else ()
