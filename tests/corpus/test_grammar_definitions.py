"""corpus.grammar.definitions: short forms that a document defines."""

import pytest
from hypothesis import given

from corpus.grammar.definitions import find_definitions
from tests.corpus.texts import LINEAR, REPETITIONS, TEXTS, growth


def defined(text: str) -> list[tuple[str, str]]:
    """Short and full forms of a text."""
    return [(d.short, d.full) for d in find_definitions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giảm thủ tục hành chính (TTHC) ở xã.", [("TTHC", "thủ tục hành chính")]),
        ("liên Sở Khoa học và Công nghệ (KH&CN) báo cáo", [("KH&CN", "Khoa học và Công nghệ")]),
        ("giao Trung tâm giám sát trật tự (TTGSTT), Đội 3", [("TTGSTT", "Trung tâm giám sát trật tự")]),
        ("Hội đồng xét chọn (sau đây viết tắt là HĐXC) họp", [("HĐXC", "Hội đồng xét chọn")]),
        (
            "Ban hành Chương trình hành động số 12-CTr/TU về trồng chè (sau đây gọi tắt là Chương trình 12) như sau:",
            [("Chương trình 12", "Chương trình hành động số 12-CTr/TU về trồng chè")],
        ),
        (
            "Thực hiện Kế hoạch năm. Lập Ban Chỉ đạo tỉnh về đất dốc (sau đây gọi là “Ban Chỉ đạo 31”) gồm:",
            [("Ban Chỉ đạo 31", "Ban Chỉ đạo tỉnh về đất dốc")],
        ),
        ("Phê duyệt Đề án “Làng chè Hạ Lạc”, gọi tắt là Đề án, với nội dung:", [("Đề án", "Đề án “Làng chè Hạ Lạc”")]),
    ],
)
def test_a_short_form_is_found_with_its_full_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert defined(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "tổng sản phẩm trên địa bàn (GRDP)",  # not its initials
        "xã Hạ Lạc (huyện Thượng Sơn)",
        "các xã, phường (xem Phụ lục B)",
        "Nghị quyết số 12-NQ/TU ngày 01/02/2025 (sau đây gọi là Nghị quyết số 12-NQ/TU)",
        "thành xã mới có tên gọi là xã Hạ Lạc.",
        "ghi chữ viết tắt tên cơ quan",
        "công khai thủ tục. Hành chính (TTHC)",  # not one run of words
        "cột một | thủ tục hành | chính (TTHC)",
        "doanh nghiệp (D)",
    ],
)
def test_what_defines_nothing_new_gives_nothing(text: str) -> None:
    assert defined(text) == []


@given(TEXTS)
def test_a_definition_stands_where_it_says(text: str) -> None:
    for definition in find_definitions(text):
        words = " ".join(definition.span.of(text).split())
        assert words.startswith(definition.full)
        assert definition.short in words or "".join(definition.short.split()) in words.replace(" ", "")


@pytest.mark.parametrize("repeated", [*REPETITIONS, "gọi tắt là ", "sau đây gọi là A ", "(AB) ", "a b (AB", "(A&B"])
def test_time_grows_with_the_length_of_the_text(repeated: str) -> None:
    assert growth(find_definitions, repeated, end="_") < LINEAR
