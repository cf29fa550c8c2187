"""What a question sets side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.facts import Status
from corpus.ledger.entries import Level
from search_api.asking.comparing.sides import sides_of


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("So sánh chỉ tiêu của Kế hoạch 12 và Kế hoạch 45", ["Kế hoạch 12", "Kế hoạch 45"]),
        ("Nghị quyết 12 và 45 khác nhau thế nào?", ["Nghị quyết 12", "Nghị quyết 45"]),
        ("Diện tích chè năm 2023 và 2025 chênh bao nhiêu?", ["Năm 2023", "Năm 2025"]),
        ("Diện tích chè giai đoạn 2016-2020 so với 2021-2025", ["Giai đoạn 2016-2020", "Giai đoạn 2021-2025"]),
        ("Chỉ tiêu của Trung ương với của thành phố khác gì nhau?", ["Trung ương", "Thành phố"]),
        ("Sơn La, Yên Bái và Lào Cai nơi nào cao hơn?", ["Sơn La", "Yên Bái", "Lào Cai"]),
        ("Phụ lục I và phụ lục II khác nhau thế nào?", ["Phụ lục I", "Phụ lục II"]),
        ("Sở Tài chính với Sở Nội vụ ai được giao nhiều hơn?", ["Sở Tài chính", "Sở Nội vụ"]),
        ("Năm 2024 tăng trưởng vận tải và nuôi trồng khu vực nào cao hơn?", ["Vận tải", "Nuôi trồng"]),
        ("Bến Lạc Giang thì Hải Vân hay Sông Lạc lắp nhiều phao hơn?", ["Hải Vân", "Sông Lạc"]),
        ("Số tàu hàng với tàu cá trong năm 2024 loại nào nhiều hơn?", ["Tàu hàng", "Tàu cá"]),
        ("Mức phí giữa tàu hàng và tàu cá khác nhau thế nào?", ["Tàu hàng", "Tàu cá"]),
        ("Xét điểm, thợ máy với thợ hàn ai được cộng nhiều điểm hơn?", ["Thợ máy", "Thợ hàn"]),
        ("Chỉ tiêu của Kế hoạch 45 là gì?", []),
        ("Kế hoạch 12 thực hiện Nghị quyết 12", []),
    ],
)
def test_things_of_one_kind_with_a_joint_between_them_are_compared(question: str, names: list[str]) -> None:
    found = [side.name for side in sides_of(question, comparing=True)]
    assert found == names or (not names and len(found) < 2)


def test_each_is_asked_for_alone_without_what_belongs_to_the_other() -> None:
    one, other = sides_of(
        "Tỷ lệ chè sạch của Sơn La đến 2025 (Kế hoạch 12) và của cả nước đến 2030 (Nghị quyết 45) chênh nhau không?", comparing=True
    )  # fmt: skip
    assert {"Sơn La", "2025", "Kế hoạch 12"} <= {
        w for w in ("Sơn La", "2025", "Kế hoạch 12", "2030") if w in one.question
    }
    assert not any(words in one.question for words in ("2030", "Nghị quyết 45", "cả nước", "chênh"))
    assert not any(words in other.question for words in ("2025", "Kế hoạch 12", "Sơn La"))
    assert other.level is Level.CENTRE


def test_what_stands_once_belongs_to_both() -> None:
    one, other = sides_of("Đến năm 2030 tỷ lệ chè sạch của Sơn La và Yên Bái là bao nhiêu?", comparing=False)
    assert "2030" in one.question
    assert "2030" in other.question


def test_aim_and_result_are_sides_of_their_own() -> None:
    sides = sides_of("Mục tiêu và kết quả trồng chè năm 2025 của Sơn La chênh bao nhiêu?", comparing=True)
    assert [side.status for side in sides] == [Status.TARGET, Status.RESULT]


def test_a_place_that_only_the_corpus_knows_is_one() -> None:
    question = "so sánh diện tích chè của bạch sơn và thạch bàn"
    assert sides_of(question, comparing=True) == []
    sides = sides_of(question, comparing=True, places=["bạch sơn", "thạch bàn"])
    assert [side.name for side in sides] == ["Bạch Sơn", "Thạch Bàn"]


def test_a_document_between_one_side_and_the_joint_is_that_sides_alone() -> None:
    _, other = sides_of(
        "So với mục tiêu cả nước của Nghị quyết 45, chỉ tiêu của Sơn La cao hơn bao nhiêu?", comparing=True
    )
    assert "Nghị quyết 45" not in other.question


def test_levels_of_places_are_known_by_the_words_before_them() -> None:
    sides = sides_of("Phường Nà Hẩu với tỉnh Bạch Sơn đặt bao nhiêu?", comparing=True)
    assert [side.level for side in sides] == [Level.COMMUNE, Level.PROVINCE]


WORDS = st.lists(
    st.sampled_from(
        [
            "tỷ",
            "lệ",
            "chè",
            "sạch",
            "của",
            "và",
            "với",
            "so",
            "sánh",
            "còn",
            "giữa",
            "năm",
            "2023",
            "2025",
            "2021-2025",
            "Sơn",
            "La",
            "Hà",
            "Nội",
            "cả",
            "nước",
            "Kế",
            "hoạch",
            "12",
            "45",
            "Nghị",
            "quyết",
            "57-NQ/TW",
            "phụ",
            "lục",
            "I",
            "mục",
            "tiêu",
            "kết",
            "quả",
            ",",
            "?",
            "chênh",
            "nhau",
            "không",
        ]
    ),
    max_size=25,
).map(" ".join)


@given(WORDS, st.booleans())
def test_sides_are_two_or_more_or_none_and_ask_with_words_of_the_question(question: str, comparing: bool) -> None:
    sides = sides_of(question, comparing=comparing)
    assert len(sides) != 1
    assert len({side.name for side in sides}) == len(sides)
    for side in sides:
        assert len(side.question) <= len(question) + 20
        assert set(side.topic.split()) <= set(question.split()) | {word.strip(",?:;%()") for word in question.split()}
