"""After the start, what the first questions would wait for is made in the background; closing does not wait for all of it."""

import gc
import threading

import pytest

from corpus.catalogue import count_change
from corpus.store import Store
from search_api.components import Tools, open_tools
from search_api.retrieval import make_query, retrieve
from search_api.warming import Warming, preparations
from tests.search_api.small_corpus import FILES


@pytest.fixture
def tools(library: Store) -> Tools:
    """What answering works on."""
    return open_tools(library)


def test_texts_and_facts_are_at_hand_once_it_is_warm(tools: Tools) -> None:
    done = threading.Event()
    frozen = gc.get_freeze_count()
    warming = Warming(tools, done.set)
    assert done.wait(60)
    warming.close()
    assert gc.get_freeze_count() > frozen
    gc.unfreeze()


def test_it_ends_between_two_steps(tools: Tools) -> None:
    begun, go_on, last = threading.Event(), threading.Event(), []
    first = tools.facts.of

    def slow(documents: object) -> object:
        begun.set()
        go_on.wait(60)
        return first(documents)  # type: ignore[arg-type]

    tools.facts.of = slow  # type: ignore[method-assign,assignment]
    warming = Warming(tools, lambda: last.append(1))
    assert begun.wait(60)
    closing = threading.Thread(target=warming.close)
    closing.start()
    go_on.set()
    closing.join(60)
    assert not closing.is_alive()
    assert last == []


def test_the_units_of_every_document_are_prepared(tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    prepare = tools.texts.prepare
    tools.texts.prepare = lambda info: (read.append(info.file_name), prepare(info))[1]  # type: ignore[method-assign,func-returns-value]
    for step in preparations(tools):
        step()
    assert sorted(read) == sorted(FILES)
    hits = retrieve(tools.store, make_query(tools.store, tools.reader.read("Đạt bao nhiêu?"), {}), 0.5)
    assert hits.items
    monkeypatch.setattr("search_api.texts.units_of", lambda *_: pytest.fail("made anew"))
    assert all(tools.texts.units(hit) for hit in hits.items)


def test_facts_are_held_against_each_other_again_once_they_have_been_still(tools: Tools) -> None:
    done, made = threading.Event(), threading.Event()
    linked = tools.links.linked
    warming = Warming(tools, done.set, look_every=0.02)
    assert done.wait(60)
    tools.links.linked = lambda: (made.set(), linked())[1]  # type: ignore[method-assign,func-returns-value]
    made.clear()
    with tools.store.catalogue.write() as connection:
        count_change(connection)
    assert made.wait(60)
    warming.close()
    gc.unfreeze()


def test_facts_that_have_not_changed_are_left_alone(tools: Tools) -> None:
    tools.links.linked()
    tools.links.linked = lambda: pytest.fail("linked again")  # type: ignore[method-assign]
    tools.links.warm()
    tools.links.warm()
