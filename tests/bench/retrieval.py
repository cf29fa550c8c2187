"""Retrieval quality of the product's own analyser, encoder, index and fusion on public sets.

    python -m tests.bench.retrieval FOLDER… [--encoder data/encoder] [--words] [--out build/bench/retrieval.json]

Terms and vectors are kept in build/bench/retrieval and used again. ``--words`` adds underthesea's words to the terms.
"""

import argparse
import json
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import numpy as np
from rich.console import Console
from rich.progress import track

from corpus.analyser import ANALYSER_VERSION, terms
from corpus.bm25 import BM25_VERSION, SparseVector, passage_weights, question_weights
from corpus.encoder import Encoder, Vectors, open_encoder
from corpus.index import BATCH, Found, Point, SearchIndex
from corpus.index.opening import open_index
from corpus.settings import load_settings
from search_api.retrieval import CANDIDATES, fuse
from tests.bench.ranking_metrics import Measures, measure
from tests.bench.retrieval_report import SetResult, as_json, mean_table, set_table, summarise
from tests.bench.retrieval_sets import RetrievalSet, load_set

CACHE = Path("build/bench/retrieval")
SYSTEMS = ("lexical", "dense", "rrf", "ours")
_RRF_K = 60
_CHUNK = 256
Analyse = Callable[[str], list[str]]
console = Console(width=140)


def with_words(text: str) -> list[str]:
    """The product's terms and the words of two and more syllables that underthesea cuts."""
    from underthesea import word_tokenize

    words = (word for line in text.lower().splitlines() for word in word_tokenize(line))
    return [*terms(text), *("w:" + word for word in words if " " in word)]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--encoder", type=Path, default=load_settings().encoder_folder)
    parser.add_argument("--words", action="store_true", help="add the words of a segmenter to the terms")
    parser.add_argument("--out", type=Path, default=CACHE.parent / "retrieval.json")
    options = parser.parse_args()
    encoder = open_encoder(options.encoder)
    analyse, version = (with_words, ANALYSER_VERSION + "+words") if options.words else (terms, ANALYSER_VERSION)
    results = []
    for folder in options.folders:
        results.append(run(load_set(folder), encoder, analyse, version))
        console.print(set_table(results[-1]))
    console.print(mean_table(results))
    options.out.parent.mkdir(parents=True, exist_ok=True)
    found = {"analyser": version, "encoder": encoder.identity, "sets": [as_json(result) for result in results]}
    options.out.write_text(json.dumps(found, indent=2))


def run(data: RetrievalSet, encoder: Encoder, analyse: Analyse, version: str) -> SetResult:
    """All systems on one set."""
    asked = np.stack(
        [encoder.encode_question(text) for text in track(data.questions.values(), f"{data.name}: questions")]
    )
    measured: dict[str, list[Measures]] = {system: [] for system in SYSTEMS}
    with indexed(data, encoder, analyse, version) as (index, name_of):
        for number, (id_, text) in enumerate(track(data.questions.items(), f"{data.name}: search")):
            rankings = rank(index, asked[number], question_weights(analyse(text)))
            for system, found in rankings.items():
                measured[system].append(measure([name_of[f.id] for f in found], data.qrels[id_]))
    return summarise(data, measured, "ours")


@contextmanager
def indexed(
    data: RetrievalSet, encoder: Encoder, analyse: Analyse, version: str
) -> Iterator[tuple[SearchIndex, Mapping[str, str]]]:
    """An index that holds the documents of a set, and the set's id of each point; gone at the end."""
    ids = [str(uuid5(NAMESPACE_URL, id_)) for id_ in data.documents]
    vectors, weights = cached_vectors(data, encoder), cached_weights(data, analyse, version)
    with tempfile.TemporaryDirectory() as scratch:
        opened = open_index(load_settings(data=Path(scratch)), encoder.dimension, encoder.identity)
        try:
            fill(opened.index, ids, vectors, weights)
            yield opened.index, dict(zip(ids, data.documents, strict=True))
        finally:
            opened.close()


def rank(index: SearchIndex, vector: Vectors, weights: SparseVector) -> dict[str, list[Found]]:
    """The four rankings of a question: each arm, reciprocal rank fusion, and the product's weighted fusion."""
    near, worded = index.search_vector(vector, CANDIDATES, {}), index.search_terms(weights, CANDIDATES, {})
    ours = fuse(near, worded, load_settings().dense_weight)
    return {"lexical": worded, "dense": near, "rrf": rrf(near, worded), "ours": ours}


def rrf(*arms: Sequence[Found]) -> list[Found]:
    """Cormack, Clarke & Büttcher, "Reciprocal rank fusion outperforms Condorcet …" (2009), k = 60."""
    scores: dict[str, float] = {}
    for arm in arms:
        for position, found in enumerate(arm, 1):
            scores[found.id] = scores.get(found.id, 0.0) + 1 / (_RRF_K + position)
    return sorted((Found(id_, score) for id_, score in scores.items()), key=lambda f: (-f.score, f.id))


def fill(index: SearchIndex, ids: Sequence[str], vectors: Vectors, weights: Sequence[SparseVector]) -> None:
    """One document, one point."""
    for start in range(0, len(ids), BATCH):
        stop = start + BATCH
        rows = zip(ids[start:stop], vectors[start:stop], weights[start:stop], strict=True)
        index.upsert([Point(id_, vector, weight, {"unit": "bench"}) for id_, vector, weight in rows])


def cached_vectors(data: RetrievalSet, encoder: Encoder) -> Vectors:
    """Vectors of the documents, from the cache if these texts were encoded before."""
    path = _cache_file(data, encoder.identity)
    if path.is_file():
        with np.load(path) as kept:
            return np.asarray(kept["vectors"])
    texts = list(data.documents.values())
    chunks = range(0, len(texts), _CHUNK)
    vectors = np.concatenate(
        [encoder.encode_passages(texts[start : start + _CHUNK]) for start in track(chunks, f"{data.name}: encode")]
    )
    np.savez(path, vectors=vectors)
    return vectors


def cached_weights(data: RetrievalSet, analyse: Analyse, version: str) -> list[SparseVector]:
    """BM25 weights of the documents, from the cache if these texts were analysed before."""
    path = _cache_file(data, f"{version} {BM25_VERSION}")
    if not path.is_file():
        made = [passage_weights(analyse(text)) for text in track(data.documents.values(), f"{data.name}: analyse")]
        lengths = np.array([len(weight.indices) for weight in made])
        indices, values = (np.concatenate(arrays) for arrays in zip(*made, strict=True))
        np.savez(path, lengths=lengths, indices=indices, values=values)
    with np.load(path) as kept:
        ends = np.cumsum(kept["lengths"])[:-1]
        arms = zip(np.split(kept["indices"], ends), np.split(kept["values"], ends), strict=True)
        return [SparseVector(indices, values) for indices, values in arms]


def _cache_file(data: RetrievalSet, made_with: str) -> Path:
    CACHE.mkdir(parents=True, exist_ok=True)
    digest = blake2b(made_with.encode(), digest_size=8)
    for text in data.documents.values():
        digest.update(text.encode())
    return CACHE / f"{data.name}-{digest.hexdigest()}.npz"


if __name__ == "__main__":
    main()
