"""Public retrieval sets: a folder with ``corpus.jsonl.gz`` (_id, title, text), ``queries.jsonl.gz`` (_id, text), ``qrels.tsv``."""

import csv
import gzip
import hashlib
import json
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from corpus.text import clean

MOST_DOCUMENTS = 10_000


class RetrievalSet(NamedTuple):
    """Texts by id, and for each question the ids that answer it. ``whole``: documents before sampling."""

    name: str
    documents: dict[str, str]
    questions: dict[str, str]
    qrels: dict[str, frozenset[str]]
    whole: int


def load_set(folder: Path, most: int = MOST_DOCUMENTS) -> RetrievalSet:
    """Read a set. Of one larger than ``most`` a sample is kept: every gold document, and others in the order of their ids' SHA-1.

    The sample depends on the ids alone, so it is the same on every machine.
    """
    gold: dict[str, set[str]] = defaultdict(set)
    with (folder / "qrels.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if float(row["score"]) > 0:
                gold[row["query-id"]].add(row["corpus-id"])
    documents = {
        row["_id"]: clean(f"{row['title']}\n{row['text']}").strip() for row in _rows(folder / "corpus.jsonl.gz")
    }
    questions = {row["_id"]: clean(row["text"]) for row in _rows(folder / "queries.jsonl.gz") if row["_id"] in gold}
    wanted = sorted({id_ for ids in gold.values() for id_ in ids} & documents.keys())
    others = sorted(documents.keys() - set(wanted), key=lambda id_: hashlib.sha1(id_.encode()).digest())
    kept = [*wanted, *others[: max(0, most - len(wanted))]]
    return RetrievalSet(
        folder.name,
        {id_: documents[id_] for id_ in kept},
        questions,
        {question: frozenset(gold[question]) for question in questions},
        len(documents),
    )


def sample_questions(data: RetrievalSet, most: int) -> RetrievalSet:
    """The same set with ``most`` of its questions at most: the first in the order of their ids' SHA-1."""
    ids = sorted(data.questions, key=lambda id_: hashlib.sha1(id_.encode()).digest())[:most]
    questions = {id_: data.questions[id_] for id_ in ids}
    return data._replace(questions=questions, qrels={id_: data.qrels[id_] for id_ in ids})


def _rows(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]
