"""corpus.grammar.renaming: today's and former names of bodies."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.grammar.renaming import ended, former_names, renamings, tidy_name, today_name
from tests.corpus.texts import TEXTS


@pytest.mark.parametrize(
    ("printed", "today"),
    [
        ("Bộ KHCN", "Bộ Khoa học và Công nghệ"),
        ("bộ khoa học & công nghệ", "Bộ Khoa học và Công nghệ"),
        ("BỘ KHOA HỌC VÀ CÔNG NGHỆ", "Bộ Khoa học và Công nghệ"),
        ("Bộ TT&TT", "Bộ Khoa học và Công nghệ"),
        ("BTTTT", "Bộ Khoa học và Công nghệ"),
        ("Bộ Bưu chính, Viễn thông", "Bộ Khoa học và Công nghệ"),
        ("Bộ trưởng Bộ Thông tin và Truyền thông", "Bộ trưởng Bộ Khoa học và Công nghệ"),
        ("Bộ Lao động, Thương binh và Xã hội", "Bộ Nội vụ"),
        ("Bộ Lao động – Thương binh & Xã hội", "Bộ Nội vụ"),
        ("Sở KH&ĐT", "Sở Tài chính"),
        ("Sở NN&PTNT tỉnh Sơn Hạ", "Sở Nông nghiệp và Môi trường tỉnh Sơn Hạ"),
        ("Sở TT&TT tỉnh Bắc Giang", "Sở Khoa học và Công nghệ tỉnh Bắc Ninh"),
        ("Ban Tuyên giáo Tỉnh uỷ", "Ban Tuyên giáo và Dân vận Tỉnh ủy"),
        ("Ban Dân vận Trung ương", "Ban Tuyên giáo và Dân vận Trung ương"),
        ("BAN KINH TẾ TRUNG ƯƠNG", "Ban Chính sách, chiến lược Trung ương"),
        ("Ban Dân tộc tỉnh", "Sở Dân tộc và Tôn giáo tỉnh"),
        ("UBND TỈNH SƠN HẠ", "Ủy ban nhân dân tỉnh Sơn Hạ"),
        ("ubnd xã bến lạc", "Ủy ban nhân dân xã Bến Lạc"),
        ("Uỷ ban Nhân dân Tỉnh Sơn Hạ", "Ủy ban nhân dân tỉnh Sơn Hạ"),
        ("UBND TP Lạc Giang;", "Ủy ban nhân dân thành phố Lạc Giang"),
        ("UBND TP.HCM", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
    ],
)
def test_a_body_is_shown_by_the_name_it_has_today(printed: str, today: str) -> None:
    assert today_name(printed) == today


@pytest.mark.parametrize(
    "name",
    [
        "Bộ Khoa học và Công nghệ",
        "Sở Tài chính",
        "Ban Tuyên giáo và Dân vận Thành ủy",
        "Ban Dân tộc Hội đồng nhân dân tỉnh",
        "Ban Tuyên giáo Trung ương Đoàn",
        "Ủy ban nhân dân huyện Thượng Sơn",
        "Công ty Cổ phần Gạch Hạ Lạc",
        "Viện Chiến lược phát triển",
    ],
)
def test_a_name_that_did_not_change_stays(name: str) -> None:
    assert today_name(name) == name


def test_a_name_is_that_of_the_asked_day() -> None:
    assert today_name("Sở KH&ĐT", on=date(2025, 2, 28)) == "Sở Kế hoạch và Đầu tư"
    assert today_name("Sở KH&ĐT", on=date(2025, 3, 1)) == "Sở Tài chính"
    assert today_name("Bộ Bưu chính, Viễn thông", on=date(2010, 1, 1)) == "Bộ Thông tin và Truyền thông"


def test_former_names_keep_the_place() -> None:
    assert former_names("Sở Tài chính tỉnh Sơn Hạ") == ("Sở Kế hoạch và Đầu tư tỉnh Sơn Hạ",)
    assert set(former_names("Bộ NN&MT")) == {
        "Bộ Tài nguyên và Môi trường",
        "Bộ Nông nghiệp và Phát triển nông thôn",
        "Bộ Thủy sản",
    }
    assert former_names("Bộ Quốc phòng") == ()


def test_districts_ended_without_a_successor() -> None:
    gone = ended("UBND huyện Thượng Sơn")
    assert gone is not None
    assert (gone.since, gone.today) == (date(2025, 7, 1), "")
    assert ended("UBND huyện Thượng Sơn", on=date(2025, 6, 30)) is None
    assert ended("UBND xã Bến Lạc") is None


def test_each_former_name_becomes_a_name_that_lasts() -> None:
    for renaming in renamings():
        assert renaming.source
        today = today_name(renaming.former)
        assert today == (today_name(renaming.today) if renaming.today else renaming.former)
        assert today_name(today) == today
        if renaming.today:
            assert tidy_name(renaming.former) in former_names(today)


_BODIES = [
    "Bộ KH&CN",
    "Sở TT&TT",
    "UBND",
    "Ban Dân vận",
    "Bộ Nội vụ",
    "Sở Lao động – Thương binh & Xã hội",
    "Huyện uỷ",
    "Trạm Y tế",
]
_PLACES = ["", " tỉnh Sơn Hạ", " Tỉnh Yên Bái", " TP Lạc Giang", " các tỉnh", " cấp xã", " huyện Thượng Sơn"]


@given(st.sampled_from(_BODIES), st.sampled_from(_PLACES), st.sampled_from([str, str.upper, str.lower]))
def test_todays_name_is_its_own_name_today(body: str, place: str, written: Callable[[str], str]) -> None:
    today = today_name(written(body + place))
    assert today_name(today) == today


@given(TEXTS)
def test_any_text_has_a_name(text: str) -> None:
    assert today_name(text) == today_name(f" {text} ")
