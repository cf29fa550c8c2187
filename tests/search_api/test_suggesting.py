"""search_api.suggesting.suggesting: what typed letters may become, however they are typed; always as the catalogue is now."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from corpus.catalogue import Catalogue, now
from corpus.catalogue.front import correct_field
from corpus.catalogue.statistics import bring_back, withdraw
from corpus.catalogue.trash import forget
from search_api.holdings import Holdings
from search_api.suggesting.near_words import one_slip_away, without_keys
from search_api.suggesting.suggesting import MOST, Suggester
from tests.corpus.made import front_of, publish

COUNCIL, OFFICE = "Hội đồng nhân dân tỉnh Bạch Sơn", "Ủy ban nhân dân tỉnh Bạch Sơn"
FRONTS = {
    "a": {"symbol": "07-CTr/TU", "doc_type": "chương trình", "issuer": "Tỉnh ủy Bạch Sơn", "subject": "phát triển cây chè", "issued_on": "2021-03-12"},
    "b": {"symbol": "144/KH-UBND", "doc_type": "kế hoạch", "issuer": OFFICE, "subject": "chuyển đổi số năm 2023", "issued_on": "2023-01-09"},
    "c": {"symbol": "57-NQ/TU", "doc_type": "nghị quyết", "issuer": "Tỉnh ủy Bạch Sơn", "subject": "đột phá về khoa học", "issued_on": "2025-02-02"},
    "d": {"symbol": "57/KH-UBND", "doc_type": "kế hoạch", "issuer": OFFICE, "subject": "trồng rừng", "issued_on": "2024-05-05"},
    "e": {"symbol": "2/NQ-HĐND", "doc_type": "nghị quyết", "issuer": COUNCIL, "subject": "mức hỗ trợ trồng chè", "issued_on": "2022-07-07"},
}  # fmt: skip


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    """An empty catalogue."""
    made = Catalogue(f"sqlite:///{tmp_path / 'catalogue.sqlite'}")
    yield made
    made.close()


@pytest.fixture
def suggester(catalogue: Catalogue) -> Suggester:
    """Over five documents with front matter and one without."""
    with catalogue.write() as connection:
        for name, front in FRONTS.items():
            publish(connection, name, ["Một."], front=front_of(**front))
        publish(connection, "ghi-chep-hop-thon", ["Một."])
    return Suggester(Holdings(catalogue, patience=30))


def _texts(suggester: Suggester, typed: str) -> list[str]:
    return [suggestion.text for suggestion in suggester.suggest(typed)]


@contextmanager
def _statements(catalogue: Catalogue) -> Iterator[list[str]]:
    """What the catalogue is asked within the block."""
    asked: list[str] = []

    def write_down(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(catalogue.engine, "before_cursor_execute", write_down)
    yield asked
    event.remove(catalogue.engine, "before_cursor_execute", write_down)


@pytest.mark.parametrize(
    "typed", ["kế hoạch chuyển", "ke hoach chuyen", "KẾ HOẠCH  chuyen", "chuyển đổi số", "doi so chuyen", "chuy kế", "144", "144/kh", "144 - KH", "Số: 144/KH-UBND", "so 144", "kh144", "ubnd 144"]
)  # fmt: skip
def test_a_document_is_proposed_however_it_is_typed(suggester: Suggester, typed: str) -> None:
    first = suggester.suggest(typed)[0]
    assert (first.text, first.kind) == ("Kế hoạch 144/KH-UBND chuyển đổi số năm 2023", "document")
    assert first.document_id is not None


@pytest.mark.parametrize("typed", ["7-ctr", "07-CTr/TU", "ctr07", "CTr 7", "số 7-CTr"])
def test_leading_zeros_do_not_count(suggester: Suggester, typed: str) -> None:
    assert _texts(suggester, typed)[0] == "Chương trình 07-CTr/TU phát triển cây chè"


def test_numbers_that_begin_so_come_first_then_texts_that_begin_so_then_the_others(suggester: Suggester) -> None:
    assert _texts(suggester, "57") == ["Nghị quyết 57-NQ/TU đột phá về khoa học", "Kế hoạch 57/KH-UBND trồng rừng"]
    assert _texts(suggester, "nq57") == ["Nghị quyết 57-NQ/TU đột phá về khoa học"]
    assert _texts(suggester, "che")[:2] == ["Nghị quyết 2/NQ-HĐND mức hỗ trợ trồng chè", "Chương trình 07-CTr/TU phát triển cây chè"]  # fmt: skip
    assert _texts(suggester, "tr") == ["Kế hoạch 57/KH-UBND trồng rừng", "Nghị quyết 2/NQ-HĐND mức hỗ trợ trồng chè", "Chương trình 07-CTr/TU phát triển cây chè"]  # fmt: skip
    assert _texts(suggester, "chương")[0].startswith("Chương trình 07")


def test_bodies_are_proposed_once_those_with_more_documents_first(suggester: Suggester) -> None:
    found = [s for s in suggester.suggest("bạch sơn", most=20) if s.kind == "issuer"]
    assert [s.text for s in found] == ["Tỉnh ủy Bạch Sơn", OFFICE, COUNCIL]
    assert all(s.document_id is None for s in found)
    assert _texts(suggester, "hoi dong nhan")[0] == COUNCIL


def test_a_document_without_letterhead_is_proposed_by_its_file_name(suggester: Suggester) -> None:
    assert _texts(suggester, "ghi chép") == ["Ghi-chep-hop-thon.md"]


@pytest.mark.parametrize("typed", ["", "   ", "…", "-/.", "xyz", "chè xyz", "\x00", "%", "_", "số hiệu"])
def test_what_fits_nothing_proposes_nothing(suggester: Suggester, typed: str) -> None:
    assert _texts(suggester, typed) == []


def test_no_more_are_proposed_than_asked_for(suggester: Suggester, catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        for n in range(2 * MOST):
            publish(connection, f"n{n}", ["Một."], front=front_of(symbol=f"9{n}/TB-VP", subject="lịch họp"))
    assert len(suggester.suggest("lịch")) == MOST
    assert len(suggester.suggest("lịch", most=3)) == 3


def test_a_long_subject_is_cut_between_words_and_still_found_by_its_end(
    suggester: Suggester, catalogue: Catalogue
) -> None:
    with catalogue.write() as connection:
        publish(
            connection,
            "dài",
            ["Một."],
            front=front_of(subject="về việc " + "hỗ trợ người dân " * 20 + "vùng Mường Khao"),
        )
    (text,) = _texts(suggester, "mường khao")
    assert len(text) <= 161
    assert text.endswith(("hỗ…", "trợ…", "người…", "dân…"))


def test_what_changes_in_the_catalogue_changes_the_proposals(suggester: Suggester, catalogue: Catalogue) -> None:
    def found() -> list[str]:
        return _texts(suggester, "trồng rừng")

    assert found() == ["Kế hoạch 57/KH-UBND trồng rừng"]
    id_ = str(suggester.suggest("trồng rừng")[0].document_id)
    with catalogue.write() as connection:
        correct_field(connection, id_, "symbol", "58/KH-UBND")
    assert found() == ["Kế hoạch 58/KH-UBND trồng rừng"]
    with catalogue.write() as connection:
        correct_field(connection, id_, "symbol", None)
    assert found() == ["Kế hoạch 57/KH-UBND trồng rừng"]
    with catalogue.write() as connection:
        publish(
            connection, "d2", ["Hai."], front=front_of(symbol="60/KH-UBND", subject="trồng rừng ngập"), replaces=id_
        )
    assert found() == ["60/KH-UBND trồng rừng ngập"]
    with catalogue.write() as connection:
        withdraw(connection, id_, now())
    assert found() == []
    with catalogue.write() as connection:
        bring_back(connection, id_)
    assert found() == ["60/KH-UBND trồng rừng ngập"]
    with catalogue.write() as connection:
        withdraw(connection, id_, now())
        forget(connection, [id_])
        publish(connection, "khác", ["Một."])
    assert found() == []


def test_who_types_while_a_change_is_taken_in_gets_what_was_known_and_soon_the_new(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        publish(connection, "a", ["Một."], front=front_of(subject="trồng quế"))
    hasty = Suggester(Holdings(catalogue, patience=0))
    assert _texts(hasty, "trồng") == ["Trồng quế"], "the first one waits: there is nothing to give"
    with catalogue.write() as connection:
        for n in range(50):
            publish(connection, f"b{n}", ["Một."], front=front_of(subject=f"trồng hồi đồi {n}", issued_on="2025-01-01"))
    deadline = time.monotonic() + 120
    while (found := _texts(hasty, "trồng")) == ["Trồng quế"]:
        assert time.monotonic() < deadline, "the change is never seen"
    assert found[0].startswith("Trồng hồi đồi")


def test_who_would_get_nothing_waits_for_what_was_added_a_moment_ago(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        publish(connection, "a", ["Một."], front=front_of(subject="trồng quế"))
    hasty = Suggester(Holdings(catalogue, patience=0))
    assert _texts(hasty, "trồng") == ["Trồng quế"]
    with catalogue.write() as connection:
        publish(connection, "b", ["Một."], front=front_of(subject="nuôi ong"))
    assert _texts(hasty, "nuôi") == ["Nuôi ong"]


def test_while_nothing_changes_one_question_to_the_catalogue_is_enough(
    suggester: Suggester, catalogue: Catalogue
) -> None:
    suggester.suggest("chè")
    with _statements(catalogue) as asked:
        assert suggester.suggest("chuyển đổi số")
    assert len([statement for statement in asked if statement.startswith("SELECT")]) == 1


@pytest.mark.parametrize(
    "typed",
    [
        "chuyeenr ddooir soos", "chuyển đỏi số năm 20", "chuyne doi so", "chuyenn doi", "huyen doi so", "kế hoach 144", "kế hoạchh 144",
        "kế hoạch một bốn bốn", "ke hoach so 144 cua uy ban", "kế hoạch 144 của Bạch Sơn về chuyển đổi", "kh 144 ubnd",
    ],
)  # fmt: skip
def test_slips_left_over_keys_and_numbers_in_words_are_forgiven(suggester: Suggester, typed: str) -> None:
    assert _texts(suggester, typed)[0] == "Kế hoạch 144/KH-UBND chuyển đổi số năm 2023"


def test_a_word_that_fits_is_never_taken_for_a_slip(suggester: Suggester, catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        publish(connection, "x", ["Một."], front=front_of(subject="phòng chống thiên tai"))
        publish(connection, "y", ["Một."], front=front_of(subject="thông tin thiện nguyện"))
    assert _texts(suggester, "thong") == ["Thông tin thiện nguyện"]
    assert _texts(suggester, "phong") == ["Phòng chống thiên tai"]


def test_short_words_are_taken_as_typed(suggester: Suggester) -> None:
    assert _texts(suggester, "trog") == []


def test_the_very_number_comes_before_longer_ones(suggester: Suggester, catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        publish(
            connection, "x", ["Một."], front=front_of(symbol="14/KH-UBND", doc_type="kế hoạch", issued_on="2001-01-01")
        )
    for typed in ("14", "kh 14", "kế hoạch 14", "14/kh"):
        assert _texts(suggester, typed)[0].startswith("Kế hoạch 14/KH-UBND")


def test_a_place_and_a_type_that_only_the_symbol_names_are_found(suggester: Suggester, catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        publish(connection, "x", ["Một."], front=front_of(symbol="31/QĐ-UBND", place="Mường Khao", subject="giá nước"))
    assert _texts(suggester, "quyết định mường khao") == ["31/QĐ-UBND giá nước"]


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(["chuyen", "hoach", "quyet", "phuong", "nghien"]), st.data())
def test_one_slip_undoes_one_slip(word: str, data: st.DataObject) -> None:
    wrong = data.draw(st.sampled_from(sorted(set(one_slip_away(word)))))
    assert wrong == word or word in set(one_slip_away(wrong))
    assert without_keys(word) == word


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("nghij", "nghi"), ("quyeets", "quyet"), ("chuyeenr", "chuyen"), ("ddooir", "doi"), ("soos", "so"), ("phaats", "phat"), ("truowng", "truong"), ("hoajch", "hoach"), ("tinhr", "tinh")],
)  # fmt: skip
def test_keys_of_telex_are_taken_out(typed: str, meant: str) -> None:
    assert without_keys(typed) == meant
