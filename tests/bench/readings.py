"""What it costs to type a question otherwise, and what reading it wins back, on public retrieval sets.

    python -m tests.bench.readings FOLDER… [--questions 400] [--lexical] [--misread 30] [--out build/bench/readings.json]

Every marked question is asked as typed and as read; then every variant of ``variants.py``, also as typed and as read, all with the
product's own analyser, encoder, index and fusion (``retrieval.py``). The reader is the product's: the base that ships, and what it
learns from the set's documents, never from questions. Milliseconds of reading are of the processor, so that a busy machine does not count.
``--lexical`` searches by words alone, for quick tries.
"""

import argparse
import json
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.progress import track

from corpus.analyser import ANALYSER_VERSION, terms
from corpus.bm25 import question_weights
from corpus.encoder import Encoder, open_encoder
from corpus.index import SearchIndex
from corpus.language.model import SyllableModel
from corpus.settings import load_settings
from corpus.text import one_line
from search_api.concepts import other_weights
from search_api.reading import Reader
from search_api.reading.forms import form_steps
from search_api.retrieval import CANDIDATES, fuse
from search_api.types import Reading
from tests.bench.misreadings import misread
from tests.bench.question_vectors import QuestionVectors
from tests.bench.ranking_metrics import measure
from tests.bench.readings_report import Row, SetReadings, Trial, as_json, bar_table, set_table, summarise
from tests.bench.retrieval import CACHE, indexed
from tests.bench.retrieval_sets import RetrievalSet, load_set, sample_questions
from tests.bench.variants import VARIANTS

Read = Callable[[str], Reading]
console = Console(width=170)


class Asked(NamedTuple):
    """What the two arms of a search are given."""

    text: str
    terms: tuple[str, ...]
    others: tuple[tuple[str, float], ...] = ()  # weights of terms that say the same in another form


Search = Callable[[Asked], list[str]]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--encoder", type=Path, default=load_settings().encoder_folder)
    parser.add_argument("--questions", type=int, default=400, help="most questions of a set, sampled by their ids")
    parser.add_argument("--lexical", action="store_true", help="search by words alone")
    parser.add_argument("--misread", type=int, default=0, help="show so many of the most frequent misreadings of a set")
    parser.add_argument("--out", type=Path, default=CACHE.parent / "readings.json")
    options = parser.parse_args()
    encoder = open_encoder(options.encoder)
    results = []
    for folder in options.folders:
        results.append(run(sample_questions(load_set(folder), options.questions), encoder, options.lexical))
        console.print(set_table(results[-1]))
        for line in misread(results[-1], options.misread):
            console.print(line, highlight=False, markup=False)
    console.print(bar_table(results))
    options.out.parent.mkdir(parents=True, exist_ok=True)
    found = {
        "analyser": ANALYSER_VERSION,
        "encoder": encoder.identity,
        "arms": "words" if options.lexical else "both",
        "sets": [as_json(result) for result in results],
    }
    options.out.write_text(json.dumps(found, indent=2, ensure_ascii=False), encoding="utf-8")


def learn(data: RetrievalSet) -> Read:
    """The product's reader after the documents of a set were added."""
    return Reader.of(SyllableModel.with_texts(data.documents.values()), form_steps()).read


def run(data: RetrievalSet, encoder: Encoder, lexical: bool) -> SetReadings:
    """All variants of the questions of one set."""
    read = learn(data)
    with indexed(data, encoder, terms, ANALYSER_VERSION) as (index, name_of):
        vectors = QuestionVectors(encoder, CACHE.parent / "questions.sqlite")
        search = searching(index, name_of, None if lexical else vectors)
        rows: list[Row] = []
        try:
            for id_, question in track(data.questions.items(), f"{data.name}: questions"):
                rows += ask(id_, question, data.qrels[id_], read, search)
        finally:
            vectors.close()
    return summarise(data, rows)


def searching(index: SearchIndex, name_of: Mapping[str, str], vectors: QuestionVectors | None) -> Search:
    """The product's search, or its arm of words alone; the same question is searched for once."""
    known: dict[Asked, list[str]] = {}

    def search(asked: Asked) -> list[str]:
        if asked not in known:
            found = index.search_terms(question_weights(asked.terms, dict(asked.others)), CANDIDATES, {})
            if vectors:
                near = index.search_vector(vectors.encode(asked.text), CANDIDATES, {})
                found = fuse(near, found, load_settings().dense_weight)
            known[asked] = [name_of[f.id] for f in found]
        return known[asked]

    return search


def ask(id_: str, question: str, gold: frozenset[str], read: Read, search: Search) -> list[Row]:
    """The marked question and every variant that differs from it, as typed and as read."""
    typings = {"marked": question} | {name: vary(question) for name, vary in VARIANTS.items()}
    marked = measure(search(as_typed(question)), gold)
    return [
        Row(id_, name, marked, trial(question, typed, gold, read, search))
        for name, typed in typings.items()
        if name == "marked" or typed != question
    ]


def trial(question: str, typed: str, gold: frozenset[str], read: Read, search: Search) -> Trial:
    """One way of typing a question."""
    begun = time.thread_time()
    reading = read(typed)
    seconds = time.thread_time() - begun
    return Trial(
        question,
        typed,
        reading.text,
        measure(search(as_typed(typed)), gold),
        measure(search(as_read(reading)), gold),
        seconds,
    )


def as_read(reading: Reading) -> Asked:
    """A question that was read, with the other forms of what it says."""
    return Asked(reading.text, reading.terms, tuple(sorted(other_weights(reading.concepts, reading.terms).items())))


def as_typed(question: str) -> Asked:
    """A question that nobody reads: what is typed is what is searched for."""
    text = one_line(question)
    return Asked(text, tuple(terms(text)))


if __name__ == "__main__":
    main()
