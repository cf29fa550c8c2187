"""Provinces and cities of Việt Nam, and which of them a text names. Names before July 2025 stay known: documents go on using them."""

import re
from collections.abc import Iterable
from functools import lru_cache

from corpus.text import matching_form
from corpus.types import Span

# The 63 of before July 2025, to which those of today belong by name.
_PROVINCES = [
    "An Giang",
    " Bà Rịa - Vũng Tàu",
    " Bắc Giang",
    " Bắc Kạn",
    " Bạc Liêu",
    " Bắc Ninh",
    " Bến Tre",
    " Bình Định",
    " Bình Dương",
    " Bình Phước",
    " Bình Thuận",
    " Cà Mau",
    " Cần Thơ",
    " Cao Bằng",
    " Đà Nẵng",
    " Đắk Lắk",
    " Đắk Nông",
    " Điện Biên",
    " Đồng Nai",
    " Đồng Tháp",
    " Gia Lai",
    " Hà Giang",
    " Hà Nam",
    " Hà Nội",
    " Hà Tĩnh",
    " Hải Dương",
    " Hải Phòng",
    " Hậu Giang",
    " Hòa Bình",
    " Hồ Chí Minh",
    " Huế",
    " Hưng Yên",
    " Khánh Hòa",
    " Kiên Giang",
    " Kon Tum",
    " Lai Châu",
    " Lâm Đồng",
    " Lạng Sơn",
    " Lào Cai",
    " Long An",
    " Nam Định",
    " Nghệ An",
    " Ninh Bình",
    " Ninh Thuận",
    " Phú Thọ",
    " Phú Yên",
    " Quảng Bình",
    " Quảng Nam",
    " Quảng Ngãi",
    " Quảng Ninh",
    " Quảng Trị",
    " Sóc Trăng",
    " Sơn La",
    " Tây Ninh",
    " Thái Bình",
    " Thái Nguyên",
    " Thanh Hóa",
    " Tiền Giang",
    " Trà Vinh",
    " Tuyên Quang",
    " Vĩnh Long",
    " Vĩnh Phúc",
    " Yên Bái",
]
_SHORT = {
    "tp.hcm": "hồ chí minh",
    "tp hcm": "hồ chí minh",
    "tphcm": "hồ chí minh",
    "hcm": "hồ chí minh",
    "hn": "hà nội",
}
# Names of people and institutions that hold the name of a city.
_NOT_PLACES = re.compile(
    matching_form(r"(?:tư tưởng|chủ tịch|đoàn thanh niên cộng sản|học viện chính trị quốc gia|tncs|lăng) hồ chí minh")
)


def places_in(text: str, others: Iterable[str] = ()) -> frozenset[str]:
    """Provinces that a text names, in matching form; ``others``: further names to look for, in matching form."""
    return _places(matching_form(text), frozenset(others))


def place_spans(text: str) -> list[Span]:
    """Where provinces are named, each with its level before it where that is named: "tỉnh Sơn La", "TP.HCM"."""
    return [Span(*match.span()) for match in _pattern(frozenset()).finditer(matching_form(text))]


@lru_cache(20_000)
def _places(form: str, others: frozenset[str]) -> frozenset[str]:
    bare = _NOT_PLACES.sub(" ", form)
    return frozenset(_SHORT.get(m[0], m[0]) for m in _pattern(others).finditer(bare))


@lru_cache(64)
def _pattern(others: frozenset[str]) -> re.Pattern[str]:
    names = {matching_form(name.strip()) for name in _PROVINCES} | {"đăk lăk", "đăk nông"} | set(_SHORT) | others
    joined = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?:(?<![\w.])|(?<=(?<!\w)tp\.))(?:{joined})(?!\w)")
