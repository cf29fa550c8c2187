"""Points for tests of the index, and what an index must answer, computed the plain way."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from corpus.bm25 import passage_weights, term_number
from corpus.index import Point, Where

DIMENSION = 8
WORDS = ["kinh", "tế", "số", "xã", "hội", "đạt", "57-nq/tw", "30%", "mục", "tiêu"]
ISSUERS = ["Sở Khoa học và Công nghệ", "Ủy ban nhân dân tỉnh", "Thành ủy"]


def unit_vector(*numbers: float) -> NDArray[np.float32]:
    """A vector of length 1 in a direction that a few numbers give."""
    vector = np.zeros(DIMENSION, np.float32)
    vector[: len(numbers)] = numbers
    return vector / np.linalg.norm(vector)


def id_of(number: int) -> str:
    """The id of the point with a number; ids are ordered as the numbers."""
    return str(UUID(int=number))


def point(number: int, direction: Sequence[float] = (1,), words: Iterable[str] = ("số",), **fields: str | int) -> Point:
    """A point; fields that are not given have a usual value."""
    usual: dict[str, str | int] = {
        "unit": "d/1/1",
        "document": "d",
        "doc_type": "kế hoạch",
        "issuer": ISSUERS[0],
        "year": 2025,
    }
    return Point(id_of(number), unit_vector(*direction), passage_weights(words), {**usual, **fields})


def random_points(seed: int, count: int) -> tuple[list[Point], dict[str, list[str]]]:
    """Points of all kinds, and the words of each by id."""
    random = np.random.default_rng(seed)
    points, words = [], {}
    for number in range(count):
        said = [str(w) for w in random.choice(WORDS, int(random.integers(1, 30)), p=np.arange(1, 11) / 55)]
        document = f"d{random.integers(6)}"
        made = point(
            number, random.standard_normal(DIMENSION).tolist(), said, unit=f"{document}/{random.integers(1, 3)}/1", document=document,
            doc_type=str(random.choice(["kế hoạch", "nghị quyết"])), issuer=str(random.choice(ISSUERS)), year=int(random.integers(2020, 2026)),
        )  # fmt: skip
        points.append(made)
        words[made.id] = said
    return points, words


def matches(point: Point, where: Where) -> bool:
    """Whether a point has one of the wanted values in each field."""
    return all(point.fields[field] in values for field, values in where.items())


def bm25_scores(points: Sequence[Point], words: Mapping[str, list[str]], question: Sequence[str]) -> dict[str, float]:
    """BM25 of every point that has a word of the question, as the paper says it."""
    frequency = Counter(word for p in points for word in set(words[p.id]))
    scores: dict[str, float] = {}
    for p in points:
        weights = dict(zip(p.terms.indices.tolist(), p.terms.values.tolist(), strict=True))
        for word in question:
            if word in words[p.id]:
                idf = math.log(1 + (len(points) - frequency[word] + 0.5) / (frequency[word] + 0.5))
                scores[p.id] = scores.get(p.id, 0) + idf * weights[term_number(word)]
    return scores
