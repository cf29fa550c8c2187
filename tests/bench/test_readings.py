"""The bench of readings: what it compares with what, and that nothing is encoded twice."""

import gzip
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from corpus.encoder import Progress, Vectors
from search_api.reading import read_question
from search_api.types import Kind, Reading
from tests.bench.misreadings import misread, misread_syllables
from tests.bench.question_vectors import QuestionVectors
from tests.bench.ranking_metrics import measure
from tests.bench.readings import Asked, as_typed, ask
from tests.bench.readings_report import Row, Trial, as_json, bar_table, set_table, summarise
from tests.bench.retrieval_sets import RetrievalSet, load_set, sample_questions

QUESTION = "Phường Bến Lạc cấp chữ ký số cho ai?"
GOLD = frozenset({"a"})
SET = RetrievalSet("thử", {"a": "Một.", "b": "Hai."}, {"q": QUESTION}, {"q": GOLD}, 2)
FOUND, LOST = measure(["a"], GOLD), measure(["b"], GOLD)


def _restoring(typed: str) -> Reading:
    """A reader that knows the one question."""
    known = Asked(QUESTION, as_typed(QUESTION).terms)
    return Reading(typed, known.text, Kind.LOOKUP, known.terms, (), ())


def _search(asked: Asked) -> list[str]:
    return ["a"] if asked == as_typed(QUESTION) else ["b"]


def test_variants_are_measured_beside_the_marked_question_as_typed_and_as_read() -> None:
    rows = ask("q", QUESTION, GOLD, _restoring, _search)
    assert [row.variant for row in rows] == ["marked", "unmarked", "half", "keys", "slips"]
    assert {row.marked for row in rows} == {FOUND}
    assert {row.trial.measured_read for row in rows} == {FOUND}
    assert [row.trial.measured_typed for row in rows] == [FOUND, *[LOST] * 4]
    assert all(row.trial.restored for row in rows)


def test_a_variant_that_equals_the_question_is_not_counted() -> None:
    assert [row.variant for row in ask("q", "A, b", GOLD, read_question, _search)] == ["marked"]


def test_what_is_lost_by_reading_is_told_and_misses_the_bar() -> None:
    trials = [
        Trial(QUESTION, "phuong", "phương", LOST, LOST, 0.001),
        Trial(QUESTION, "phuong", QUESTION, LOST, FOUND, 0.003),
    ]
    result = summarise(SET, [Row("q", "unmarked", FOUND, trial) for trial in trials])
    found = result.variants["unmarked"]
    assert found.read_minus["marked"]["recall_10"].mean == pytest.approx(-0.5)
    assert found.read_minus["typed"]["recall_10"].mean == pytest.approx(0.5)
    assert found.restored == 0.5
    assert found.milliseconds[0] == pytest.approx(2.0)
    bars = list(bar_table([result]).columns[2].cells)
    assert [str(verdict).split()[1] for verdict in bars] == ["ok", "missed", "ok", "ok", "ok"]
    assert set_table(result).row_count == 1
    (wrong,) = as_json(result)["wrong"]
    assert (wrong["read"], wrong["recall_10"]) == ("phương", {"marked": 1.0, "read": 0.0})


def test_misreadings_are_counted_by_syllable() -> None:
    trial = Trial("Bến Lạc cấp", "Ben Lac cap", "Bên  Lạc cấp", FOUND, FOUND, 0)
    assert list(misread_syllables(trial)) == [("bến", "ben", "bên")]
    other = trial._replace(read="Bên Lạc")
    assert list(misread_syllables(other)) == [("bến", "…", "bên"), ("cấp", "…", "")]
    result = summarise(SET, [Row("q", "unmarked", FOUND, t) for t in (trial, trial, other)])
    assert [line.split() for line in misread(result, 1)] == [["unmarked", "2", "bến", "←", "ben", "→", "bên"]]


class _Counting:
    identity, dimension, calls = "đếm", 2, 0

    def encode_question(self, text: str) -> Vectors:
        self.calls += 1
        return np.array([len(text), 1], np.float32)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        raise NotImplementedError


def test_a_question_is_encoded_once_and_for_all_runs(tmp_path: Path) -> None:
    encoder = _Counting()
    for _ in range(2):
        vectors = QuestionVectors(encoder, tmp_path / "questions.sqlite")
        for text in ("một", "một", "hai ba"):
            np.testing.assert_array_equal(vectors.encode(text), [len(text), 1])
        vectors.close()
    assert encoder.calls == 2


def test_a_sample_of_questions_keeps_their_gold_and_is_always_the_same(tmp_path: Path) -> None:
    ids = [f"q{n}" for n in range(20)]
    for name, lines in (
        ("corpus", [{"_id": "a", "title": "Một", "text": "hai"}]),
        ("queries", [{"_id": id_, "text": f"Câu {id_}?"} for id_ in ids]),
    ):
        with gzip.open(tmp_path / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(line) + "\n" for line in lines)
    (tmp_path / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\n" + "".join(f"{id_}\ta\t1\n" for id_ in ids))
    data = load_set(tmp_path)
    sample = sample_questions(data, 5)
    assert list(sample.questions) == ["q6", "q10", "q19", "q8", "q9"]
    assert sample.qrels == dict.fromkeys(sample.questions, frozenset({"a"}))
    assert len(sample_questions(data, 50).questions) == 20
