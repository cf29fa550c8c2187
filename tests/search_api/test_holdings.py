"""search_api.holdings: one list of all documents serves everybody, and is looked at again only when documents have changed."""

from collections.abc import Sequence
from pathlib import Path

from corpus.catalogue import Catalogue
from corpus.catalogue.documents import DocumentInfo
from search_api.holdings import Holdings
from tests.corpus.made import publish


def test_what_is_made_is_made_once_for_each_state_of_the_documents(tmp_path: Path) -> None:
    catalogue = Catalogue(f"sqlite:///{tmp_path / 'catalogue.sqlite'}")
    seen: list[Sequence[DocumentInfo]] = []

    def names(documents: Sequence[DocumentInfo]) -> list[str]:
        seen.append(documents)
        return [info.file_name for info in documents]

    def count(documents: Sequence[DocumentInfo]) -> int:
        seen.append(documents)
        return len(documents)

    holdings = Holdings(catalogue, patience=30)
    kept, counted = holdings.keep(names), holdings.keep(count)
    assert (kept.now(), counted.now(), kept.now()) == ([], 0, [])
    assert len(seen) == 2
    with catalogue.write() as connection:
        publish(connection, "a", ["Một."])
    assert (kept.now(), counted.now(), kept.now()) == (["a.md"], 1, ["a.md"])
    assert len(seen) == 4
    assert seen[2] is seen[3], "both are made of one list"
    catalogue.close()


def test_what_is_wanted_later_is_made_too(tmp_path: Path) -> None:
    catalogue = Catalogue(f"sqlite:///{tmp_path / 'catalogue.sqlite'}")
    with catalogue.write() as connection:
        publish(connection, "a", ["Một."])
    holdings = Holdings(catalogue, patience=30)
    assert holdings.keep(len).now() == 1
    assert holdings.keep(lambda documents: [info.id for info in documents]).now() != []
    catalogue.close()
