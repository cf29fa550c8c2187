"""search_api.naming.naming: which documents a question names, and what its words are read as."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.catalogue import Catalogue, now
from corpus.catalogue.front import correct_field
from corpus.catalogue.statistics import withdraw
from corpus.grammar.symbols import find_symbols
from corpus.language.model import SyllableModel
from corpus.text import folded
from corpus.types import Span
from search_api.holdings import Holdings
from search_api.naming.naming import Naming
from search_api.reading import Reader
from search_api.reading.changes import carried_out
from search_api.types import ChangeKind
from tests.corpus.texts import TEXTS
from tests.search_api.naming_corpus import publish_all


class Named:
    """The naming over documents, which go by their names here."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.ids = {name: place.document_id for name, place in publish_all(catalogue).items()}
        self.naming = Naming(catalogue, Holdings(catalogue, patience=30))
        self.reader = Reader.of(SyllableModel.base(), named=self.naming.read)

    def documents(self, question: str) -> list[str]:
        """Names of the documents that a question names."""
        names = {id_: name for name, id_ in self.ids.items()}
        return [names[id_] for id_ in self.naming.read(question).documents]

    def read(self, question: str) -> str:
        """The question as it is read."""
        return carried_out(question, self.naming.read(question).changes)

    def content(self, question: str) -> tuple[str, ...]:
        """The terms that carry meaning."""
        return self.reader.read(question).content


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Named]:
    """Ten documents that a test may change."""
    catalogue = Catalogue(f"sqlite:///{tmp_path / 'catalogue.sqlite'}")
    yield Named(catalogue)
    catalogue.close()


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Named]:
    """Ten documents, for tests that only ask."""
    catalogue = Catalogue(f"sqlite:///{tmp_path_factory.mktemp('naming') / 'catalogue.sqlite'}")
    yield Named(catalogue)
    catalogue.close()


NQ57 = ["tw-57", "57-nq-tw-phu-luc"]


@pytest.mark.parametrize(
    ("question", "read", "documents"),
    [
        ("nq57 giao ai?", "nghị quyết 57-NQ/TW giao ai?", NQ57),
        ("NQ 57", "nghị quyết 57-NQ/TW", NQ57),
        ("nghi quyet 57 noi gi", "nghị quyết 57-NQ/TW noi gi", NQ57),
        ("nghị quyết số năm bảy", "nghị quyết 57-NQ/TW", NQ57),
        ("theo 57 nq tw", "theo 57-NQ/TW", NQ57),
        ("57/nq-tw", "57-NQ/TW", NQ57),
        ("Nghị quyết số 57-NQ/TW giao ai?", "Nghị quyết số 57-NQ/TW giao ai?", NQ57),
        ("57 – NQ/TW", "57 – NQ/TW", NQ57),
        ("ctr12", "chương trình 12-CTr/TU", ["tu-12"]),
        ("ct 12", "chương trình 12-CTr/TU", ["tu-12"]),
        ("nd 13 cp", "nghị định 13/2023/NĐ-CP", ["nd-13"]),
        ("nghị định 13/2023", "nghị định 13/2023/NĐ-CP", ["nd-13"]),
        ("nghị định 13/2019", "nghị định 13/2019", []),
        ("công văn 905", "công văn 905/UBND-KGVX", ["cv-905"]),
        ("kế hoạch 144 Bạch Sơn", "kế hoạch 144/KH-UBND Bạch Sơn", ["bach-son-144"]),
        ("ke hoach 144 cua lac giang", "kế hoạch 144/KH-UBND cua lac giang", ["lac-giang-144"]),
        ("Lạc Giang: kế hoạch 144 giao ai?", "Lạc Giang: kế hoạch 144/KH-UBND giao ai?", ["lac-giang-144"]),
        ("kh 144 năm 2023", "kế hoạch 144/KH-UBND năm 2023", ["lac-giang-144"]),
        ("kế hoạch 144", "kế hoạch 144/KH-UBND", ["bach-son-144", "lac-giang-144"]),
        ("kế hoạch 144 của tỉnh Thạch Bàn", "kế hoạch 144 của tỉnh Thạch Bàn", []),
        ("nghị quyết 20 của HĐND tỉnh", "nghị quyết 20/NQ-HĐND của HĐND tỉnh", ["hdnd-20"]),
        ("nghị quyết 20 của Trung ương", "nghị quyết 20-NQ/TW của Trung ương", ["tw-20"]),
        ("nghị quyết 20 (2012)", "nghị quyết 20-NQ/TW (2012)", ["tw-20"]),
        ("nghị quyết 20", "nghị quyết 20", ["hdnd-20", "tw-20"]),
        ("nq20", "nghị quyết 20", ["hdnd-20", "tw-20"]),
        ("kl69 nói gì", "kết luận 69-KL/TW nói gì", []),
        ("qđ 749", "quyết định 749/QĐ-TTg", []),
        ("nq999", "nq999", []),
        ("57", "57", []),
        ("kế hoạch 5 năm", "kế hoạch 5 năm", []),
        ("nghị quyết 57 và kế hoạch 144 của Bạch Sơn", "nghị quyết 57-NQ/TW và kế hoạch 144/KH-UBND của Bạch Sơn", [*NQ57, "bach-son-144"]),
    ],
)  # fmt: skip
def test_what_a_question_names(named: Named, question: str, read: str, documents: list[str]) -> None:
    assert named.read(question) == read
    assert sorted(named.documents(question)) == sorted(documents)
    assert named.documents(question)[:1] in ([], *([name] for name in documents if name != "57-nq-tw-phu-luc"))


def test_a_document_about_another_is_not_that_one(named: Named) -> None:
    assert "bai-bao-ve-nghi-quyet-57" not in named.documents("nghị quyết 57")


def test_changes_say_why_and_where(named: Named) -> None:
    question = "Trong nq57, ai lo?"
    [change] = named.naming.read(question).changes
    assert (change.span.of(question), change.kind) == ("nq57", ChangeKind.SYMBOL)
    assert named.naming.read(question).spans == (Span(6, 10),)


def test_what_is_read_is_read_as_it_is(named: Named) -> None:
    for question in ("nq57 và ctr 12", "57 nq tw", "kế hoạch 144 Bạch Sơn", "nq20", "kl69", "nd 13 cp"):
        once = named.read(question)
        assert named.read(once) == once


def test_documents_that_come_go_and_change_are_known_as_they_are_now(own: Named) -> None:
    assert own.documents("nghị quyết 57")[0] == "tw-57"
    with own.catalogue.write() as connection:
        correct_field(connection, own.ids["tw-57"], "symbol", "58-NQ/TW")
    assert own.documents("nghị quyết 57") == ["57-nq-tw-phu-luc"]
    assert own.read("nq58") == "nghị quyết 58-NQ/TW"
    with own.catalogue.write() as connection:
        withdraw(connection, own.ids["tw-57"], now())
    assert own.documents("nghị quyết 58") == []


@settings(max_examples=60, deadline=None)
@given(question=st.one_of(TEXTS, st.lists(st.sampled_from(["nq57", "kế hoạch 144", "ctr 12", "của", "Bạch Sơn", "57-NQ/TW", ",", "5"])).map(" ".join)))  # fmt: skip
def test_changes_stand_in_order_and_lead_to_symbols(named: Named, question: str) -> None:
    found = named.naming.read(question)
    end = 0
    for change in found.changes:
        assert end <= change.span.start < change.span.end <= len(question)
        assert change.read != change.span.of(question)
        end = change.span.end
    assert set(found.documents) <= set(named.ids.values())
    assert len(set(found.documents)) == len(found.documents)
    assert len(find_symbols(carried_out(question, found.changes))) >= len(find_symbols(question))


def test_marks_do_not_matter(named: Named) -> None:
    for question in ("nghị quyết 57", "kế hoạch 144 của Bạch Sơn", "chương trình 12", "nghị định 13/2023"):
        assert named.documents(folded(question).lower()) == named.documents(question)


@pytest.mark.parametrize(
    "question",
    [
        "Kết quả thực hiện nghị quyết 57?", "tình hình triển khai NQ57", "Ai là Trưởng Ban Chỉ đạo nghị quyết 57-NQ/TW?",
        "quyết định nào thay thế nghị quyết số 57-NQ/TW", "hội nghị tổng kết nq 57",
    ],
)  # fmt: skip
def test_the_object_of_other_documents_is_read_but_not_preferred(named: Named, question: str) -> None:
    assert named.documents(question) == []
    assert "57-NQ/TW" in named.read(question)


def test_words_that_name_a_document_are_told_with_its_type(named: Named) -> None:
    question = "Theo nghị quyết số 57-NQ/TW, ai lo?"
    assert [span.of(question) for span in named.naming.read(question).spans] == ["nghị quyết số 57-NQ/TW"]


def test_what_is_asked_is_what_stands_beside_the_number(named: Named) -> None:
    reading = named.reader.read("Theo nq57 diện tích rừng trồng mới đạt bao nhiêu ha?")
    assert "diện tích" in reading.content
    assert not {"57", "57-nq/tw", "nghị quyết"} & set(reading.content)
    assert "57-nq/tw" in reading.terms


def test_who_asks_for_little_more_than_the_document_asks_for_its_number(named: Named) -> None:
    assert {"nghị quyết", "57"} <= set(named.content("Ai ký nq57?"))
