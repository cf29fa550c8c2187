"""How many syllables typed without marks are read as they were meant, and how long a question takes.

    python -m tests.bench.restoring --documents FOLDER --sets FOLDER… [--out build/bench/restoring.json]

Every sentence loses its marks and is restored. Documents: with the general model; with the other documents learnt (five parts, the forms
of one document together); and with all of them learnt, as they are in a data folder. Sets: texts and questions with the general model;
questions with the set's texts learnt. Time is of the processor, of sentences as long as questions. Texts of the set that the general model is made from say nothing here.
"""

import argparse
import hashlib
import json
import random
import statistics
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from corpus.errors import DocumentError
from corpus.language.model import SyllableModel
from corpus.language.restoring import Restorer
from corpus.language.tokens import words_of
from corpus.sentences import sentences
from corpus.text import folded, mended
from ingest.front_matter import read_letterhead
from ingest.readers import read_document
from search_api.reading import LONGEST_QUESTION
from tests.bench.retrieval_sets import load_set

PARTS = 5
MOST_SENTENCES = 2000  # of one measurement
QUESTION = 200  # characters; longer sentences are not timed
_LEAST_MARKED = (
    0.4  # share of the words; text that has fewer is not Vietnamese as it is written, or was recognised badly
)
console = Console(width=140)


class Measured(NamedTuple):
    """Share of syllables that are right; milliseconds of the processor for a sentence, in the middle and at the 99th percentile."""

    name: str
    syllables: int
    accuracy: float
    middle_ms: float
    slow_ms: float


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=Path, help="a folder of documents, looked through with its folders")
    parser.add_argument("--sets", nargs="*", default=[], type=Path, help="folders of retrieval sets")
    parser.add_argument("--out", type=Path, default=Path("build/bench/restoring.json"))
    options = parser.parse_args()
    found = measure_documents(read_texts(options.documents)) if options.documents else []
    for folder in options.sets:
        data = load_set(folder)
        found += measure_set(data.name, list(data.documents.values()), list(data.questions.values()))
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps([row._asdict() for row in found], indent=2))
    console.print(_table(found))


def read_texts(folder: Path) -> dict[str, list[str]]:
    """Texts of all documents that can be read, those with the same symbol together."""
    texts: dict[str, list[str]] = {}
    for path in sorted(folder.rglob("*")):
        try:
            document, _ = read_document(path.read_bytes(), path.name) if path.is_file() else (None, "")
        except DocumentError:
            continue
        if document is not None:
            symbol = read_letterhead(document).front.symbol
            texts.setdefault(symbol.value if symbol else str(path), []).append(mended(document.text))
    return texts


def measure_documents(texts: Mapping[str, Sequence[str]]) -> list[Measured]:
    """General model, other documents learnt, all learnt."""
    found: dict[str, list[Measured]] = {"general": [], "others learnt": [], "all learnt": []}
    whole = Restorer(SyllableModel.with_texts([t for group in texts.values() for t in group]))
    for part in range(PARTS):
        held = [text for name, group in texts.items() for text in group if _part(name) == part]
        others = [text for name, group in texts.items() for text in group if _part(name) != part]
        tried = sentences_of(held, MOST_SENTENCES // PARTS)
        models = (Restorer(SyllableModel.base()), Restorer(SyllableModel.with_texts(others)), whole)
        for name, restorer in zip(found, models, strict=True):
            found[name].append(measure(name, restorer, tried))
    return [_together(f"documents, {name}", parts) for name, parts in found.items()]


def measure_set(name: str, texts: Sequence[str], questions: Sequence[str]) -> list[Measured]:
    """Texts and questions with the general model, questions with the texts learnt."""
    general, learnt = Restorer(SyllableModel.base()), Restorer(SyllableModel.with_texts(texts))
    asked = sentences_of(questions, MOST_SENTENCES)
    return [
        measure(f"{name}: texts, general", general, sentences_of(texts, MOST_SENTENCES)),
        measure(f"{name}: questions, general", general, asked),
        measure(f"{name}: questions, texts learnt", learnt, asked),
    ]


def sentences_of(texts: Iterable[str], most: int) -> list[str]:
    """Some sentences, the same in every run."""
    found = [span.of(line) for text in texts for line in text.split("\n") for span in sentences(line)]
    found = [
        sentence for sentence in dict.fromkeys(found) if len(sentence) <= LONGEST_QUESTION and _is_marked(sentence)
    ]
    random.Random(len(found)).shuffle(found)
    return found[:most]


def measure(name: str, restorer: Restorer, tried: Sequence[str]) -> Measured:
    """Take the marks from sentences and restore them."""
    right = total = 0
    times = []
    for sentence in tried:
        plain = folded(sentence)
        restored = restorer.restore(plain)
        if len(plain) <= QUESTION:  # once more: a server has met most words before
            started = time.thread_time()
            restorer.restore(plain)
            times.append(1000 * (time.thread_time() - started))
        read = plain
        for change in reversed(restored):
            read = read[: change.span.start] + change.read + read[change.span.end :]
        pairs = [(a.form, b.form) for a, b in zip(words_of(sentence), words_of(read), strict=True) if a.form.isalpha()]
        total += len(pairs)
        right += sum(meant == got for meant, got in pairs)
    slow = statistics.quantiles(times, n=100)[98]
    return Measured(name, total, right / total, statistics.median(times), slow)


def _is_marked(sentence: str) -> bool:
    words = [word.form for word in words_of(sentence) if word.form.isalpha()]
    return sum(word != folded(word) for word in words) > _LEAST_MARKED * len(words)


def _part(name: str) -> int:
    return int(hashlib.sha1(name.encode()).hexdigest(), 16) % PARTS


def _together(name: str, parts: Sequence[Measured]) -> Measured:
    total = sum(part.syllables for part in parts)
    right = sum(part.accuracy * part.syllables for part in parts)
    middle = statistics.median(part.middle_ms for part in parts)
    return Measured(name, total, right / total, middle, max(part.slow_ms for part in parts))


def _table(found: Sequence[Measured]) -> Table:
    table = Table("", "syllables", "right %", "median ms", "p99 ms")
    for row in found:
        table.add_row(
            row.name, f"{row.syllables}", f"{100 * row.accuracy:.2f}", f"{row.middle_ms:.2f}", f"{row.slow_ms:.2f}"
        )
    return table


if __name__ == "__main__":
    main()
