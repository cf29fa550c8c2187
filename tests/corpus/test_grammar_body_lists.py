"""corpus.grammar.body_lists: lists of bodies, each as printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.grammar.body_lists import split_bodies
from corpus.types import Span
from tests.corpus.texts import LINEAR, REPETITIONS, TEXTS, growth

# Bodies that stay whole though their names hold commas, dashes or "và".
WHOLE = [
    "Sở Văn hóa, Thể thao và Du lịch",
    "Bộ Lao động - Thương binh và Xã hội",
    "Các bộ, ngành, địa phương",
    "các sở, ban, ngành có liên quan",
    "UBND các xã, phường, đặc khu",
    "Ủy ban nhân dân xã, phường",
    "Các cơ quan, đơn vị",
    "các cơ quan, tổ chức có liên quan",
    "Bộ, ngành, địa phương",
    "Viện, trường",
    "Phòng Kinh tế, Hạ tầng và Đô thị",
    "Báo và Phát thanh, Truyền hình tỉnh",
    "Văn phòng HĐND và UBND phường",
    "Ủy ban Kiểm tra - Đảng ủy Sở",
    "Ban Quản lý Khu công nghệ cao và các khu công nghiệp",
    "Cục Phổ biến, giáo dục pháp luật và Trợ giúp pháp lý",
    "Doanh nghiệp viễn thông, bưu chính",
    "Đài Truyền hình Sông Lam (STV)",
    "VTV",
]
SEPARATORS = ["; ", ", ", " và ", "; - "]


def names(text: str) -> list[str]:
    """The names of the bodies of a list."""
    return [body.name for body in split_bodies(text)]


@pytest.mark.parametrize("name", WHOLE)
def test_a_name_with_separators_in_it_stays_whole(name: str) -> None:
    assert names(name) == [name]
    assert names(f"{name}.") == [name]


@given(
    st.lists(st.sampled_from(["Sở Nội vụ", "Công an tỉnh", "Tỉnh đoàn", "các doanh nghiệp", "VNPT", *WHOLE[:2], WHOLE[4]]), min_size=1, max_size=6),
    st.sampled_from(SEPARATORS),
)  # fmt: skip
def test_bodies_that_are_joined_come_apart_again(bodies: list[str], separator: str) -> None:
    assert names(separator.join(bodies)) == bodies


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Các sở, ban, ngành, UBND các xã, phường", ["Các sở, ban, ngành", "UBND các xã, phường"]),
        ("Sở Tài chính Sở Nội vụ", ["Sở Tài chính", "Sở Nội vụ"]),
        ("Bộ Quốc phòng các tỉnh An Lạc, Bình Sơn", ["Bộ Quốc phòng", "các tỉnh An Lạc, Bình Sơn"]),
        ("Bộ Xây dựng,Thanh tra Chính phủ", ["Bộ Xây dựng", "Thanh tra Chính phủ"]),
        ("Các Bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ", ["Các Bộ", "cơ quan ngang bộ", "cơ quan thuộc Chính phủ"]),
        ("các Sở: Nội vụ, Văn hóa, Thể thao và Du lịch, Y tế; Công an tỉnh", ["Sở Nội vụ", "Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế", "Công an tỉnh"]),
        ("UBND các xã: An Phú, Bến Sậy", ["UBND xã An Phú", "UBND xã Bến Sậy"]),
        ("các đơn vị thuộc Sở (Chi cục Thủy sản, Chi cục Kiểm lâm), Sở Y tế", ["Chi cục Thủy sản", "Chi cục Kiểm lâm", "Sở Y tế"]),
        ("Bộ Y tế (mạng lưới quốc gia); UBND các tỉnh", ["Bộ Y tế", "UBND các tỉnh"]),
        ("Sở Y tế theo dõi, báo cáo kết quả; Sở Nội vụ, các địa phương thực hiện hằng năm", ["Sở Y tế", "Sở Nội vụ", "các địa phương"]),
        ("Cục Bến bãi tổng hợp trên cơ sở kết quả của các sở, ngành liên quan", ["Cục Bến bãi"]),
        ("Các đồng chí Chủ tịch UBND tỉnh, Giám đốc Sở Y tế", ["Chủ tịch UBND tỉnh", "Giám đốc Sở Y tế"]),
        ("", []),
        (" ; - , ", []),
    ],
)  # fmt: skip
def test_lists_as_they_are_printed(text: str, bodies: list[str]) -> None:
    assert names(text) == bodies


@given(TEXTS)
def test_bodies_stand_in_order_inside_the_list(text: str) -> None:
    end = 0
    for body in split_bodies(text):
        assert end <= body.span.start < body.span.end <= len(text)
        assert body.name.endswith(body.span.of(text))
        end = body.span.end


@given(TEXTS, TEXTS)
def test_a_list_inside_a_text_is_split_as_if_it_stood_alone(before: str, text: str) -> None:
    alone = split_bodies(text)
    inside = split_bodies(before + text, Span(len(before), len(before) + len(text)))
    assert [(b.span.start - len(before), b.name) for b in inside] == [(b.span.start, b.name) for b in alone]


@pytest.mark.parametrize(
    "repeated", [*REPETITIONS, "sở, ", "Sở Nội vụ ", "các ", " và ", "(sở ", "trình ", ", ngành", " - ", ";"]
)
def test_time_grows_with_the_length_of_the_list(repeated: str) -> None:
    assert growth(split_bodies, repeated, end="_") < LINEAR
