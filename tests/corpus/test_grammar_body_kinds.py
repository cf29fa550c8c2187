"""corpus.grammar.body_kinds: whether words name a body."""

import pytest

from corpus.grammar.body_kinds import names_a_body


@pytest.mark.parametrize(
    "words",
    [
        "6. Giao Văn phòng Trung ương Đảng chủ trì:",
        "Trung tâm Kiểm soát bệnh tật lấy mẫu",
        "PHÒNG KINH TẾ",
        "1. Ban Thường vụ Đoàn xã",
        "Chi cục Thủy sản",
        "sở xây dựng",  # known by its field
    ],
)
def test_a_body_is_named_by_a_kind_and_capitals_or_by_a_known_field(words: str) -> None:
    assert names_a_body(words)


@pytest.mark.parametrize(
    "words",
    [
        "Hội nghị toàn quốc",
        "Trường hợp hồ sơ chưa đủ",
        "Tổ chức thực hiện",
        "Phòng ngừa dịch bệnh",
        "Báo cáo Thủ quỹ",
        "trung tâm của vùng",
    ],
)
def test_other_words_that_begin_alike_name_none(words: str) -> None:
    assert not names_a_body(words)
