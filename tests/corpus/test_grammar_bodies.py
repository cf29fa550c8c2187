"""corpus.grammar.bodies: names of bodies of the Party and the State."""

from importlib.resources import files

import pytest
from hypothesis import given

from corpus.grammar.bodies import display_name, find_bodies
from corpus.text import matching_form
from tests.corpus.texts import LINEAR, REPETITIONS, TEXTS, VIETNAMESE, growth

_LINES = files("corpus.grammar").joinpath("fields.tsv").read_text("utf-8").splitlines()
FIELDS = [line.split("\t") for line in _LINES if not line.startswith("#")]
NAMES = [f"{head} {field}" for field, kinds in FIELDS for head, kind in (("Bộ", "B"), ("Sở", "S")) if kind in kinds]


def named(text: str) -> list[str]:
    """The words of the bodies in a text."""
    return [span.of(text) for span in find_bodies(text)]


@pytest.mark.parametrize("name", NAMES)
def test_every_ministry_and_department_is_found_however_it_is_printed(name: str) -> None:
    for printed in (name, name.upper(), matching_form(name), name.lower()):
        assert named(f"Giao {printed} chủ trì.") == [printed]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Giao Sở Khoa học và Công nghệ chủ trì, phối hợp Sở Tài chính", ["Sở Khoa học và Công nghệ", "Sở Tài chính"]),
        ("Bộ Thông tin và Truyền thông Bộ Khoa học và Công nghệ", ["Bộ Thông tin và Truyền thông", "Bộ Khoa học và Công nghệ"]),
        ("Ủy ban nhân dân tỉnh Bắc Ninh ban hành", ["Ủy ban nhân dân tỉnh Bắc Ninh"]),
        ("UBND huyện Ứng Hòa báo cáo", ["UBND huyện Ứng Hòa"]),
        ("ỦY BAN NHÂN DÂN TỈNH BẮC NINH", ["ỦY BAN NHÂN DÂN TỈNH BẮC NINH"]),
        ("UBND TỈNH SỞ NỘI VỤ", ["UBND TỈNH", "SỞ NỘI VỤ"]),
        ("UBND các xã, phường", ["UBND các xã"]),
        ("Ban Thường vụ Tỉnh ủy; Thành uỷ; Đảng ủy", ["Ban Thường vụ", "Tỉnh ủy", "Thành uỷ", "Đảng ủy"]),
        ("Bộ Chính trị, Ban Bí thư và Thủ tướng Chính phủ", ["Bộ Chính trị", "Ban Bí thư", "Thủ tướng Chính phủ"]),
        ("Sở KH&CN và Sở TT&TT", ["Sở KH&CN", "Sở TT&TT"]),
        ("các sở, ban, ngành liên quan", ["các sở, ban, ngành"]),
        ("Kế hoạch số 12/KH-UBND, Quyết định 7/2031/QĐ-UBND", []),  # names of documents
        ("hồ sở hữu trí tuệ, cơ bộ phận, Chính phủng", []),
    ],
)  # fmt: skip
def test_bodies_are_found_with_their_place(text: str, names: list[str]) -> None:
    assert named(text) == names


@given(TEXTS)
def test_bodies_stand_where_they_say_one_after_another(text: str) -> None:
    end = 0
    for span in find_bodies(text):
        assert end <= span.start < span.end <= len(text)
        end = span.end


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH BẮC NINH", "Ủy ban nhân dân tỉnh Bắc Ninh"),
        ("UỶ BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", "Ủy ban nhân dân thành phố Hồ Chí Minh"),
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Sở Khoa học và Công nghệ"),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG", "Ban Chấp hành Trung ương"),
        ("TỈNH ỦY LÂM ĐỒNG", "Tỉnh ủy Lâm Đồng"),
        ("TỈNH ỦY", "Tỉnh ủy"),
        ("THÀNH ỦY BẮC NINH", "Thành ủy Bắc Ninh"),
        ("HỘI ĐỒNG NHÂN DÂN XÃ BẾN LẠC", "Hội đồng nhân dân xã Bến Lạc"),
        ("THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ"),
        ("Sở Tài chính", "Sở Tài chính"),
        ("12/2024", "12/2024"),
        ("", ""),
    ],
)
def test_a_name_in_capitals_is_shown_in_ordinary_letters(printed: str, shown: str) -> None:
    assert display_name(printed) == shown


@given(VIETNAMESE)
def test_a_shown_name_is_shown_as_it_is(text: str) -> None:
    shown = display_name(text.upper())
    assert display_name(shown) == shown


@pytest.mark.parametrize("repeated", [*REPETITIONS, "đoàn ", "đoàn thanh niên ", "ban ", "các bộ, ngành", "UBND TỈNH "])
def test_time_grows_with_the_length_of_the_text(repeated: str) -> None:
    assert growth(find_bodies, repeated, end="_") < LINEAR
