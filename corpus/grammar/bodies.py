"""Names of bodies of the Party and the State: where they stand in a text.

Fields of ministries and departments come from ``fields.tsv`` (names before and after the mergers of March 2025).
"""

import itertools
import re
from functools import cache
from importlib.resources import files

from corpus.text import folded, matching_form
from corpus.types import Span

_PLACE_LEVEL = r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|đặc khu|thị trấn)"
_NAMED = (
    r"(?:đảng đoàn |văn phòng |ủy ban thường vụ )?quốc hội",
    r"(?:văn phòng |thủ tướng |phó thủ tướng |ban cán sự đảng )?chính phủ",
    r"bộ chính trị|ban bí thư|tổng bí thư",
    r"ban (?:chấp hành trung ương|chấp hành|thường vụ|chỉ đạo|tổ chức|tuyên giáo(?: và dân vận)?|dân vận|nội chính|kinh tế|quản lý|cán sự đảng)",
    r"ban (?:chỉ huy|công tác|dân tộc|tiếp công dân)",
    r"(?:ban thường vụ |thường trực |văn phòng )?(?:thành|tỉnh|huyện|quận|thị|đảng|quân) ủy",
    r"(?:thường trực )?(?:hội đồng nhân dân|hđnd)",
    r"(?:văn phòng |chủ tịch |phó chủ tịch )?(?:ủy ban nhân dân|ubnd)",
    r"ủy ban mặt trận tổ quốc(?: việt nam)?|mặt trận tổ quốc(?: việt nam)?|mttq(?: việt nam)?",
    r"(?:ngân hàng nhà nước|kiểm toán nhà nước|thanh tra chính phủ|bảo hiểm xã hội|đài truyền hình|đài tiếng nói|thông tấn xã)(?: việt nam)?",
    r"(?:tỉnh|thành|huyện|trung ương) đoàn|đoàn (?:tncs|thanh niên)[^,;.]{0,25}?(?:chí minh)?|liên đoàn lao động|hội liên hiệp phụ nữ|hội nông dân|hội cựu chiến binh",
    r"công an (?:tỉnh|thành phố)|bộ chỉ huy quân sự|kho bạc nhà nước|cục thuế|thuế (?:tỉnh|thành phố)|cục thống kê|thống kê (?:tỉnh|thành phố)",
    r"(?:các )?(?:bộ, ngành|sở, ban, ngành|sở, ngành)(?:, địa phương)?",
    r"(?:tòa án|viện kiểm sát) nhân dân(?: tối cao)?",
)
_ABBREVIATED = r"(?:bộ|sở) (?:kh&cn|khcn|tt&tt|tttt|kh&đt|khđt|gd&đt|gdđt|tn&mt|tnmt|nn&ptnt|nnptnt|nn&mt|vhtt&dl|vh,tt&dl|vhttdl|lđ-tb&xh|lđtbxh|gtvt|qhkt)"
# Capital letters of Vietnamese words.
CAPITAL = "".join(sorted({c for c in map(chr, range(0x41, 0x1EFA)) if c.isupper() and folded(c).isascii()}))
_PLACE = rf"(?: (?i:{_PLACE_LEVEL})(?: [{CAPITAL}][^\W\d_]*){{1,4}}| (?i:(?:các )?(?:cấp )?{_PLACE_LEVEL})(?![^\W\d_]))"


@cache
def _pattern() -> re.Pattern[str]:
    rows = files("corpus.grammar").joinpath("fields.tsv").read_text("utf-8").splitlines()
    names = [f"{head} {field}" for row in rows if not row.startswith("#")
             for field, kinds in [row.split("\t")] for head, kind in (("bộ", "B"), ("sở", "S")) if kind in kinds]  # fmt: skip
    names.sort(key=len, reverse=True)
    alternatives = "|".join([*(re.escape(matching_form(n)) for n in names), _ABBREVIATED, *map(matching_form, _NAMED)])
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")


_AFTER = re.compile(_PLACE)
_IN_SYMBOL = re.compile(r"\d/[a-zđ]{1,5}-$")  # "Kế hoạch 12/KH-UBND" names a document, and no body


def find_bodies(text: str) -> list[Span]:
    """Spans of names of bodies, with the place they belong to; ``text`` is NFC. Case does not matter: headings are capitals."""
    found = []
    form = matching_form(text)
    names = [m for m in _pattern().finditer(form) if not _IN_SYMBOL.search(form, max(0, m.start() - 12), m.start())]
    for match, following in itertools.zip_longest(names, names[1:]):
        place = _AFTER.match(text, match.end(), following.start() if following else len(text))
        found.append(Span(match.start(), place.end() if place else match.end()))
    return found


# Words that keep their capital inside a name that was printed all in capitals.
_ALWAYS_CAPITAL = (
    "Đảng", "Cộng sản Việt Nam", "Việt Nam", "Trung ương", "Chính phủ", "Quốc hội", "Thủ tướng", "Tổng Bí thư", "Hồ Chí Minh", "Nhà nước",
    "Mặt trận Tổ quốc", "Đoàn TNCS", "Nhân dân Tối cao", "Thanh niên", "Bộ Chính trị", "Ban Bí thư", "Ban Chỉ đạo", "Ban Chấp hành", "Ban Thường vụ",
    "Đảng đoàn", "Ban cán sự đảng", "Ủy ban Thường vụ",
)  # fmt: skip
_AFTER_PLACE_LEVEL = re.compile(
    rf"(?<!\w)(?:{_PLACE_LEVEL}(?! (?:ủy|đoàn)(?!\w))|(?:thành|tỉnh|huyện|quận|thị) (?:ủy|đoàn)) (.+)$", re.IGNORECASE
)


@cache
def field_names() -> list[str]:
    """Fields that ministries and departments are named after, the longest first: "Văn hóa, Thể thao và Du lịch"."""
    rows = files("corpus.grammar").joinpath("fields.tsv").read_text("utf-8").splitlines()
    return sorted((row.split("\t")[0] for row in rows if not row.startswith("#")), key=len, reverse=True)


def display_name(printed: str) -> str:
    """The name of a body in ordinary letters: "ỦY BAN NHÂN DÂN TỈNH BẮC NINH" → "Ủy ban nhân dân tỉnh Bắc Ninh".

    A name that is not printed in capitals stays as it is.
    """
    letters = [c for c in printed if c.isalpha()]
    if not letters or sum(c.isupper() for c in letters) < 0.8 * len(letters):
        return printed
    name = printed.lower().replace("uỷ", "ủy")  # one spelling of the commonest word: lists and filters go by names
    place = _AFTER_PLACE_LEVEL.search(name)
    if place:
        name = name[: place.start(1)] + " ".join(word.capitalize() for word in name[place.start(1) :].split())
    for known in (*field_names(), *_ALWAYS_CAPITAL):
        at = matching_form(name).find(matching_form(known))
        if (
            at >= 0
            and (at == 0 or not name[at - 1].isalpha())
            and not name[at + len(known) : at + len(known) + 1].isalpha()
        ):
            name = name[:at] + known + name[at + len(known) :]
    return name[:1].upper() + name[1:]
