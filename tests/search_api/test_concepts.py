"""Expressions of a question that documents print in another form: they are found and weighed alike."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given

from corpus.analyser import terms
from corpus.catalogue import now
from corpus.catalogue.statistics import withdraw
from corpus.language.model import SyllableModel
from corpus.store import Store
from search_api.concepts import OTHER_FORM_SHARE, OfferedDefinitions, concepts_of, other_weights, with_own_terms
from search_api.evidence import find_evidence
from search_api.reading import Reader
from search_api.reading.forms import form_steps
from search_api.retrieval import make_query, retrieve
from search_api.texts import Texts
from tests.corpus.texts import TEXTS
from tests.search_api.conftest import open_small
from tests.search_api.small_corpus import add_texts

SHORT = """\
# Kế hoạch trồng rừng xã Hạ Lạc

UBND giao Sở TT&TT đầu mối cập nhật CSDL rừng phòng hộ.

Trạm kiểm lâm thôn Pá Chùa có hai người gác.
"""
FULL = """\
# Kế hoạch nuôi ong xã Hạ Lạc

Ủy ban nhân dân giao Sở Thông tin và Truyền thông chủ trì cập nhật cơ sở dữ liệu đàn ong.

Thành lập Tổ nuôi ong mật hoa nhãn (TNOMHN) gồm năm hộ. Tổ quản lý bến đò ngang (sau đây gọi tắt là Tổ) trực đêm.
"""


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Two documents that say things of one kind, one in short forms, the other in full."""
    store = open_small(tmp_path_factory.mktemp("forms") / "data")
    add_texts(store, {"rung.md": SHORT, "ong.md": FULL})
    yield store
    store.close()


def coverage(store: Store, question: str, words: str) -> float:
    """Which share of a question the unit with these words holds."""
    defined = OfferedDefinitions(store)
    reading = Reader.of(SyllableModel.base(), form_steps(defined), defined).read(question)
    texts = Texts(store)
    hits = retrieve(store, make_query(store, reading, {}), 0.0)
    found = find_evidence(store, texts, reading, hits)
    return next(e.coverage for e in found if words in e.core.of(texts.of(e.hit)))


def others(question: str) -> set[str]:
    """All terms of other forms."""
    return {term for concept in concepts_of(question) for other in concept.others for term in other}


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("cơ sở dữ liệu rừng phòng hộ", "CSDL rừng phòng hộ"),
        ("csdl rừng phòng hộ", "CSDL rừng phòng hộ"),
        ("CSDL đàn ong", "cơ sở dữ liệu đàn ong"),
        ("Sở KH&CN đầu mối CSDL đàn ong", "cơ sở dữ liệu đàn ong"),
        ("Sở Khoa học và Công nghệ chịu trách nhiệm chính cơ sở dữ liệu rừng phòng hộ", "CSDL rừng phòng hộ"),
        ("Tổ nuôi ong mật hoa nhãn", "TNOMHN"),
    ],
)
def test_a_concept_is_held_in_any_of_its_forms(forms: Store, question: str, words: str) -> None:
    assert coverage(forms, question, words) == pytest.approx(1.0)


def test_a_short_form_of_one_document_counts_there(forms: Store) -> None:
    assert coverage(forms, "Tổ quản lý bến đò ngang trực đêm", "trực đêm") == pytest.approx(1.0)


def test_short_and_full_questions_find_the_same_passages_by_their_words(forms: Store) -> None:
    reader = Reader.of(SyllableModel.base())
    for question, best in (("CSDL ở đâu", "rung.md"), ("cơ sở dữ liệu ở đâu", "ong.md")):
        hits = retrieve(forms, make_query(forms, reader.read(question), {}), 0.0)
        worded = sorted((h for h in hits.items if h.lexical), key=lambda h: h.lexical or 0.0, reverse=True)
        assert {h.document.file_name for h in worded} == {"rung.md", "ong.md"}
        assert worded[0].document.file_name == best  # what is asked with counts more


def test_definitions_are_offered_while_their_document_is_there(tmp_path: Path) -> None:
    store = open_small(tmp_path / "data")
    offered = OfferedDefinitions(store)
    assert dict(offered()) == {}
    (id_,) = add_texts(store, {"ong.md": FULL})
    assert dict(offered()) == {"TNOMHN": "Tổ nuôi ong mật hoa nhãn"}
    with store.catalogue.write() as connection:
        withdraw(connection, id_, now())
    assert dict(offered()) == {}
    store.close()


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("UBND xã họp", "ủy ban nhân dân"),
        ("ủy ban nhân dân xã họp", "UBND"),
        ("Bộ Tài chính chủ trì", "Bộ Kế hoạch và Đầu tư"),
        ("Bộ Tài chính chủ trì", "Bộ KH&ĐT"),
        ("Sở Giao thông vận tải làm gì", "Sở Xây dựng"),
        ("cơ quan chủ trì", "đầu mối"),
        ("tổng sản phẩm trên địa bàn", "GRDP"),
    ],
)
def test_other_forms_of_a_question_are_known(question: str, expected: str) -> None:
    assert set(terms(expected)) - set(terms(question)) <= others(question)


def test_a_question_without_other_forms_has_no_concepts() -> None:
    assert concepts_of("Diện tích chè hữu cơ là bao nhiêu?") == ()


@given(TEXTS)
def test_other_forms_weigh_less_than_what_was_asked(text: str) -> None:
    concepts = concepts_of(text)
    weights = other_weights(concepts, terms(text))
    assert not set(weights) & set(terms(text))
    for concept in concepts:
        assert concept.own <= set(terms(concept.span.of(text)))
        for other in concept.others:
            weighed = sum(weights.get(term, 0.0) for term in other)
            assert weighed <= OTHER_FORM_SHARE * max(len(c.own) for c in concepts) * len(concepts) + 1e-9


@given(TEXTS)
def test_what_is_held_stays_held(text: str) -> None:
    held = frozenset(terms(text))
    assert held <= with_own_terms(concepts_of(text), held)
