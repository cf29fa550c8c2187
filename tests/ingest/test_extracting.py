"""Facts come with a reading, and by themselves to what was read before; a mistake of ours is told as one."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import delete, update
from structlog.testing import capture_logs

from corpus.catalogue import now
from corpus.catalogue.documents import get_document
from corpus.catalogue.facts import StoredFact, count_pending, facts_of
from corpus.catalogue.jobs import list_jobs
from corpus.catalogue.passages import passages_of
from corpus.catalogue.reviews import Verdict, list_reviews, set_review
from corpus.catalogue.schema import extractions, facts, texts
from corpus.catalogue.statistics import bring_back, withdraw
from corpus.errors import DamagedDocument, InternalError
from corpus.store import Store
from corpus.types import Stage
from ingest import extracting
from ingest.extracting import extract_missing
from ingest.facts import Extracted, extract
from ingest.facts.source import Source
from ingest.reading import ReadLimits, parse, parse_apart
from ingest.worker import find_missing_facts, work_off
from tests.ingest.adding_texts import SCHOOL, add, added, ended

PLAN = """\
# Kế hoạch trồng quế

Số: 15/KH-UBND

## Mục tiêu đến năm 2026

1. Diện tích quế toàn xã đạt 120 ha.

2. Tỷ lệ hộ trồng quế có hợp đồng bao tiêu đạt trên 60%.
"""
LIMITS = ReadLimits(memory_mb=2000, seconds=30)


def _facts(store: Store, document_id: str) -> list[StoredFact]:
    with store.catalogue.read() as connection:
        return facts_of(connection, [document_id])[document_id]


def _forget_facts(store: Store) -> None:
    """As if all had been read before there were facts."""
    with store.catalogue.write() as connection:
        connection.execute(delete(facts))
        connection.execute(delete(extractions))


def _figures(found: list[StoredFact]) -> set[object]:
    return {getattr(stored.fact.slots, "value", None) for stored in found}


def test_facts_are_there_when_the_document_is(store: Store) -> None:
    id_ = added(store, PLAN)
    assert _figures(_facts(store, id_)) == {120, 60}
    with store.catalogue.read() as connection:
        assert count_pending(connection) == 0
    assert find_missing_facts(store) == 0


def test_facts_of_what_was_read_before_come_by_themselves_and_are_the_same(store: Store) -> None:
    id_ = added(store, PLAN)
    other = added(store, SCHOOL)
    before, jobs = _facts(store, id_), len(_jobs(store))
    _forget_facts(store)
    assert find_missing_facts(store) == 2
    assert _facts(store, id_) == before
    with store.catalogue.read() as connection:
        assert count_pending(connection) == 0
        assert get_document(connection, id_).generation == get_document(connection, other).generation == 1
    assert find_missing_facts(store) == 0
    assert len(_jobs(store)) == jobs


def _jobs(store: Store) -> list[tuple[str, str | None]]:
    with store.catalogue.read() as connection:
        return [(job.stage, job.error_code) for job in list_jobs(connection)]


def test_what_people_said_is_tied_again(store: Store) -> None:
    id_ = added(store, PLAN)
    with store.catalogue.write() as connection:
        set_review(connection, _facts(store, id_)[0].id, Verdict.WRONG, "Én")
    _forget_facts(store)
    find_missing_facts(store)
    with store.catalogue.read() as connection:
        (review,) = list_reviews(connection)
    assert review.fact_id == _facts(store, id_)[0].id


def test_other_rules_are_applied_to_all_documents(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    added(store, PLAN)
    find_missing_facts(store)
    monkeypatch.setattr(extracting, "EXTRACTOR", "facts-0")
    monkeypatch.setattr("ingest.publishing.EXTRACTOR", "facts-0")
    assert [find_missing_facts(store), find_missing_facts(store)] == [1, 0]


def test_a_document_that_comes_back_is_gone_over_then(store: Store) -> None:
    id_ = added(store, PLAN)
    _forget_facts(store)
    with store.catalogue.write() as connection:
        withdraw(connection, id_, now())
    assert find_missing_facts(store) == 0
    with store.catalogue.write() as connection:
        bring_back(connection, id_)
    assert find_missing_facts(store) == 1
    assert len(_facts(store, id_)) == 2


def test_a_document_that_reads_otherwise_now_is_read_anew_by_a_job(store: Store) -> None:
    id_ = added(store, PLAN)
    _forget_facts(store)
    with store.catalogue.write() as connection:
        connection.execute(update(texts).values(text=texts.c.text + " "))
    assert find_missing_facts(store) == 1
    assert [stage for stage, _ in _jobs(store)] == [Stage.DONE, Stage.DONE]
    with store.catalogue.read() as connection:
        assert get_document(connection, id_).generation == 2
        passages = {stored.id for stored in passages_of(connection, id_)}
    assert {stored.passage_id for stored in _facts(store, id_)} <= passages
    assert find_missing_facts(store) == 0


def test_a_document_that_can_no_longer_be_read_stays_and_a_job_says_why(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    id_ = added(store, PLAN)
    _forget_facts(store)

    def damaged(*_: object, **__: object) -> None:
        raise DamagedDocument("thử")

    monkeypatch.setattr(extracting, "parse_apart", damaged)
    monkeypatch.setattr("ingest.components.parse_apart", damaged)
    assert [find_missing_facts(store), find_missing_facts(store)] == [1, 0]
    assert _jobs(store) == [(Stage.FAILED, "damaged_document"), (Stage.DONE, None)]
    with store.catalogue.read() as connection:
        assert get_document(connection, id_).generation == 1


def test_jobs_that_come_meanwhile_go_first(store: Store) -> None:
    first, second = added(store, PLAN), added(store, PLAN.replace("120", "130"))
    _forget_facts(store)
    seen: list[tuple[int, int]] = []
    add(store, SCHOOL)

    def between() -> None:
        seen.append((len(_facts(store, first)), len(_facts(store, second))))
        work_off(store)

    extract_missing(store, between)
    assert seen == [(2, 0), (2, 2)]
    assert [stage for stage, _ in _jobs(store)] == [Stage.DONE] * 3


def _broken(source: Source) -> Extracted:
    raise ZeroDivisionError(source.document.text)


def test_a_mistake_of_ours_in_the_process_that_reads_is_no_fault_of_the_file(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.components.parse_apart", _parse_broken)
    with capture_logs() as events:
        (job,) = ended(store, add(store, PLAN))
    assert (job.stage, job.error_code) == (Stage.FAILED, "internal_error")
    assert job.id in str(job.error)
    assert [event["event"] for event in events] == ["job.broken"]
    assert "ZeroDivisionError" in events[0]["error"] and "quế" not in events[0]["error"]


def _parse_broken(path: Path, file_name: str, limits: ReadLimits, cancelled: Callable[[], bool]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ingest.reading.extract", _broken)
        from ingest.reading import _read

        _read(path, file_name, limits.allow_secret)


def test_that_mistake_crosses_the_border_of_processes_as_it_is(tmp_path: Path) -> None:
    from corpus.apart import Limits, run_apart

    with pytest.raises(InternalError, match="Có lỗi ngoài dự kiến"):
        run_apart(_raise, limits=Limits(2000, 30))
    (tmp_path / "a.md").write_text(PLAN, encoding="utf-8")
    read = parse_apart(tmp_path / "a.md", "a.md", LIMITS)
    assert read == parse(PLAN.encode(), "a.md")


def _raise() -> None:
    raise InternalError("ZeroDivisionError a.py:1")


def test_without_passages_there_are_no_facts() -> None:
    read = parse(PLAN.encode(), "a.md")
    source = Source(read.document, read.front, read.outline, read.passages)
    assert extract(source) == read.extracted != Extracted()
    assert extract(replace(source, passages=())) == Extracted()
