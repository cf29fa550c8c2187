"""Who holds an office: the person's name must stand beside the office, not anywhere in the sentence."""

import re
from collections.abc import Sequence

from corpus.text import folded, matching_form
from search_api.texts import Texts
from search_api.types import Evidence, Reading

_OFFICES = (
    r"(?:pho )?(?:truong ban(?: thuong truc)?|truong doan|truong phong|chu tich|bi thu|giam doc|tong giam doc|chu nhiem|to truong|hieu truong|vien truong|cuc truong"
    r"|vu truong|thu truong|bo truong|thu tuong|chanh van phong|chanh thanh tra|thu ky|thanh vien|uy vien)(?: thuong truc| thuong vu)?"
)
_OFFICE = re.compile(rf"(?<!\w){_OFFICES}(?!\w)")
_UPPER = "A-ZĐÂĂÊÔƠƯÁÀẢÃẠẤẦẨẪẬẮẰẲẴẶÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ"
NAME = re.compile(rf"(?<!\w)(?:[{_UPPER}][^\W\d_{_UPPER}]*[^\S\n]){{2,3}}[{_UPPER}][^\W\d_{_UPPER}]+(?!\w)")
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
_NO_BODY = frozenset(
    ("la", "cua", "nao", "ten", "hien", "nay", "moi", "cu", "ky", "trong", "tai", "o", "do", "co", "va", "thi")
)
_AS_GOOD = 0.7  # of the coverage of the best unit
_LOOKED_AT = 20
_NEAR = 70  # characters between a name and an office


def office_asked(question: str) -> str:
    """The office a question asks after, without marks; "" where it names none."""
    plain = folded(matching_form(question))
    match = _OFFICE.search(plain)
    return match[0] if match else ""


def names_in(words: str) -> list[re.Match[str]]:
    """Names of people: three or four capitalised syllables that begin with a family name."""
    return [m for m in NAME.finditer(words) if matching_form(m[0].split()[0]) in _FAMILY]


def body_asked(question: str) -> str:
    """The first word of the body whose office a question asks after, without marks: "chi" of "Trưởng ban Chỉ đạo"; "" where it names none."""
    match = _OFFICE.search(folded(matching_form(question)))
    following = re.match(r" ([a-z]+)", match.string[match.end() :]) if match else None
    return following[1] if following and following[1] not in _NO_BODY else ""


def holder_near(office: str, words: str, body: str = "") -> bool:
    """Whether a name of a person stands beside an office; that of a deputy, or of another body, is another office."""
    plain = folded(matching_form(words))
    names = names_in(words)
    tail = rf"(?= {body}(?!\w)| (?:cua|la|-|–|\()|\W*$|\s?[,.;:)|\n])" if body else ""
    return any(
        min(abs(name.start() - place.end()), abs(place.start() - name.end())) <= _NEAR
        for place in re.finditer(rf"(?<!pho )(?<!\w){re.escape(office)}(?!\w){tail}", plain)
        for name in names
    )


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
