"""Letters that stand for several things in administrative texts, read by what stands around them; elsewhere they stay."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from corpus.text import folded
from corpus.types import Span


class Meaning(NamedTuple):
    """A full form, and what must stand before and after the letters (patterns of folded small letters)."""

    full: str
    before: re.Pattern[str]
    after: re.Pattern[str]
    capitals: bool = False  # in small letters it may be a syllable, or slang


_NUMBER = r"\s?(?:so\b[\s:]{0,3})?\d"
_REACH = 60  # characters looked at on each side


def _meaning(full: str, before: str = "", after: str = "", *, capitals: bool = False) -> Meaning:
    return Meaning(full, re.compile(rf"(?:{before})$"), re.compile(after), capitals)


# The first meaning that fits counts.
AMBIGUOUS: Mapping[str, tuple[Meaning, ...]] = {
    "kh": (
        _meaning("khoa học", after=r"\s?(?:va|,|&) (?:cong nghe|ky thuat|doi moi)| ky thuat"),
        _meaning("khoa học", before=r"\b(?:nghien cuu|de tai|nhiem vu|hoi dong|nha|can bo) "),
        _meaning("kế hoạch", after=rf"{_NUMBER}| (?:nam|quy|thang|hanh dong|thuc hien|trien khai|to chuc|phat trien|cua|cu the)\b"),
        _meaning("kế hoạch", before=r"^|[:;,.?] |\b(?:ban hanh|theo|gui|lap|xay dung|thuc hien|trong|noi dung|so voi|vuot|dat) ", after=r" \w", capitals=True),
    ),
    "ct": (
        _meaning("chương trình", after=r" (?:hanh dong|muc tieu|phat trien|cong tac|mtqg)\b"),
        _meaning("chỉ thị", after=rf"{_NUMBER}\d{{0,3}}(?:[/-]ct|[\w/-]{{0,20}} (?:cua )?(?:ttg|thu tuong|ban bi thu|bo chinh tri)\b)"),
    ),
    "tt": (_meaning("thông tư", after=rf"{_NUMBER}\d{{0,3}}/\d{{4}}"),),
    "kl": (_meaning("kết luận", after=_NUMBER),),
    "tb": (_meaning("thông báo", after=_NUMBER),),
    "bc": (_meaning("báo cáo", after=_NUMBER),),
    "kt": (_meaning("kinh tế", after=r" (?:so|tu nhan|tap the|bien|dem|xanh|tuan hoan|tri thuc)\b"),),
    "cp": (
        _meaning("chính phủ", after=r" (?:so|dien tu)\b(?! \d)"),
        _meaning("Chính phủ", before=r"\b(?:trinh|cua|bao cao|thanh vien|nghi quyet|giao) ", capitals=True),
    ),
    "hc": (_meaning("hành chính", before=r"\b(?:thu tuc|dia gioi|don vi|cai cach|vi pham|to chuc|cap|cong) "),),
    "tp": (_meaning("thành phố", before=r"(?:^|\b(?:ubnd|hdnd|ubmttq|mttq|nhan dan|so|ban|nganh|cac|cap|cong an|cua|tren dia ban) )", after=r" ?\w|$", capitals=True),),
    "gd": (_meaning("giai đoạn", after=r" ?\d{4}"),),
    "cb": (_meaning("cán bộ", before=r"\b(?:danh gia|quan ly|tuyen dung|dao tao|boi duong|doi ngu|cac|bo nhiem) ", capitals=True),),
}  # fmt: skip


def meaning_in_context(text: str, span: Span) -> str:
    """What the letters of a span stand for here, "" where that cannot be told."""
    written = span.of(text)
    for meaning in AMBIGUOUS.get(folded(written).lower(), ()):
        before = folded(text[max(0, span.start - _REACH) : span.start].lower())
        after = folded(text[span.end : span.end + _REACH].lower())
        if (written.isupper() or not meaning.capitals) and meaning.before.search(before) and meaning.after.match(after):
            return meaning.full
    return ""
