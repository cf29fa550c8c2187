"""Who holds an office: the person's name must stand beside the office, not anywhere in the sentence."""

import re
from collections.abc import Sequence

from corpus.grammar.places import place_spans
from corpus.text import folded, matching_form
from corpus.types import Span
from search_api.texts import Texts
from search_api.types import Evidence, Reading

OFFICES = (
    r"(?:pho )?(?:truong ban(?: thuong truc)?|truong doan|truong phong|chu tich|bi thu|giam doc|tong giam doc|chu nhiem|to truong|hieu truong|vien truong|cuc truong"
    r"|vu truong|thu truong|bo truong|thu tuong|chanh van phong|chanh thanh tra|thu ky|thanh vien|uy vien)(?: thuong truc| thuong vu)?"
)
_OFFICE = re.compile(rf"(?<!\w){OFFICES}(?!\w)")
_UPPER = "A-ZĐÂĂÊÔƠƯÁÀẢÃẠẤẦẨẪẬẮẰẲẴẶÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ"
_CAPITALISED = rf"[{_UPPER}][^\W\d_{_UPPER}]*"
_RUN = re.compile(rf"(?<!\w){_CAPITALISED}(?:[^\S\n]{_CAPITALISED}){{2,9}}(?!\w)")
_SYLLABLE = re.compile(r"\S+")
_AFTER_A_CAPITAL = re.compile(rf"(?<!\w){_CAPITALISED}[^\S\n]$")
_LONGEST_NAME = 4  # syllables
_FAMILY = frozenset(
    [
        "nguyễn",
        "trần",
        "lê",
        "phạm",
        "hoàng",
        "huỳnh",
        "phan",
        "vũ",
        "võ",
        "đặng",
        "bùi",
        "đỗ",
        "hồ",
        "ngô",
        "dương",
        "lý",
        "đinh",
        "đào",
        "đoàn",
        "lâm",
        "trịnh",
        "mai",
        "trương",
        "cao",
        "hà",
        "tạ",
        "tô",
        "lương",
        "lưu",
        "thái",
        "châu",
        "vương",
        "chu",
        "chử",
        "doãn",
        "hứa",
        "quách",
        "kiều",
        "lò",
        "giàng",
        "vàng",
        "sùng",
        "ma",
        "nông",
        "hoa",
        "triệu",
        "tống",
        "phùng",
        "la",
        "thạch",
        "danh",
        "sơn",
        "quàng",
        "cầm",
        "bế",
        "lục",
        "âu",
        "mạc",
        "nghiêm",
        "khổng",
        "tăng",
        "từ",
        "văn",
        "cù",
        "đồng",
    ]
)
# A name of two syllables is one behind an office: "Tổng Bí thư …".
_TITLED = re.compile(
    r"(?<!\w)(?:[Bb]í thư|[Cc]hủ tịch(?: nước| Quốc hội)?|[Tt]hủ tướng(?: Chính phủ)?|[Bb]ộ trưởng|[Đđ]ồng chí|[Ôô]ng|[Bb]à) "
    r"(?!(?:Ban|Ủy|Uỷ|Chính|Quốc|Thành|Tỉnh|Trung|Hội|Đảng|Nhà|Bộ|Sở|Liên|Mặt)(?!\w))[A-ZĐÂĂÊÔƠƯ][^\W\d_]+ [A-ZĐÂĂÊÔƠƯÁÀẢÃẠÝ][^\W\d_]+"
)
_NO_BODY = frozenset(
    ("la", "cua", "nao", "ten", "hien", "nay", "moi", "cu", "ky", "trong", "tai", "o", "do", "co", "va", "thi")
)
_AS_GOOD = 0.7  # of the coverage of the best unit
_LOOKED_AT = 20
NEAR = 70  # characters between a name and an office


def office_asked(question: str) -> str:
    """The office a question asks after, without marks; "" where it names none."""
    plain = folded(matching_form(question))
    match = _OFFICE.search(plain)
    return match[0] if match else ""


def names_in(words: str) -> list[Span]:
    """Names of people: the last three or four of capitalised syllables in a row, beginning with a family name."""
    found = []
    for run in _RUN.finditer(_without_places(words)):
        syllables = [m.start() for m in _SYLLABLE.finditer(words, *run.span())]
        starts = (at for at in syllables[-_LONGEST_NAME:-2] if _begins_name(words, at))
        if (start := next(starts, None)) is not None:
            found.append(Span(start, run.end()))
    return found


def names_somebody(words: str) -> bool:
    """Whether a person is named in words, be it by two syllables behind an office."""
    return bool(names_in(words)) or _TITLED.search(words) is not None


def _begins_name(words: str, at: int) -> bool:
    match = _SYLLABLE.match(words, at)
    return match is not None and matching_form(match[0]) in _FAMILY


def _without_places(words: str) -> str:
    """Words in which a province is no part of the name behind it ("Thành ủy Hà Nội Lê Văn Sơn"), though it may end one."""
    for place in place_spans(words):
        if not _AFTER_A_CAPITAL.search(words, max(0, place.start - 12), place.start):
            words = words[: place.start] + words[place.start : place.end].lower() + words[place.end :]
    return words


def body_asked(question: str) -> str:
    """The first word of the body whose office a question asks after, without marks: "chi" of "Trưởng ban Chỉ đạo"; "" where it names none."""
    match = _OFFICE.search(folded(matching_form(question)))
    following = re.match(r" ([a-z]+)", match.string[match.end() :]) if match else None
    return following[1] if following and following[1] not in _NO_BODY else ""


def holder_near(office: str, words: str, body: str = "") -> bool:
    """Whether a name of a person stands beside an office; that of a deputy, or of another body, is another office."""
    names = names_in(words)
    tail = rf"(?= {body}(?!\w)| (?:cua|la|-|–|\()|\W*$|\s?[,.;:)|\n])" if body else ""
    return any(
        min(abs(name.start - place.end), abs(place.start - name.end)) <= NEAR
        for place in offices_in(office, words, tail)
        for name in names
    )


def offices_in(office: str, words: str, tail: str = "") -> list[Span]:
    """Where an office, given without marks, stands in a text; that of a deputy is another office. ``tail``: a pattern of what follows."""
    plain = folded(matching_form(words))
    return [Span(*m.span()) for m in re.finditer(rf"(?<!pho )(?<!\w){re.escape(office)}(?!\w){tail}", plain)]


def by_office(texts: Texts, reading: Reading, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Units in which a person stands beside the office that is asked after come first; without an office those that name a person."""
    office = office_asked(reading.text)
    if not office:
        least = _AS_GOOD * evidence[0].coverage if evidence else 0.0
        named = [e.coverage >= least and bool(names_in(e.core.of(texts.of(e.hit)))) for e in evidence[:_LOOKED_AT]]
        first = [e for e, has in zip(evidence, named, strict=False) if has]
        return [*first, *(e for e in evidence if not any(e is other for other in first))]
    body = body_asked(reading.text)
    beside = [holder_near(office, e.core.of(texts.of(e.hit)), body) for e in evidence]
    return [e for e, near in zip(evidence, beside, strict=True) if near] + [
        e for e, near in zip(evidence, beside, strict=True) if not near
    ]
