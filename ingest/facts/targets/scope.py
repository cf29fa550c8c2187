"""Whose figure it is: the place that the sentence names, else the body that issued the document."""

import re

from corpus.text import folded
from corpus.types import Span, value
from ingest.facts.targets.setting import Setting

_LEVEL = r"(?:tỉnh|thành phố|Thành phố|Tỉnh|TP\.?|huyện|quận|thị xã|xã|phường|đặc khu)"
_CAPITAL = "".join(letter for letter in map(chr, range(0x41, 0x1EFA)) if letter.isupper() and folded(letter).isascii())
_PLACE = re.compile(
    rf"(?<!\w){_LEVEL}(?! Quý| Đồng bằng)(?: [{_CAPITAL}][^\W\d_]*){{1,4}}|(?<!\w)(?:cả nước|toàn quốc|toàn tỉnh|toàn thành phố|Việt Nam)(?!\w)"
)
# What a figure or a rank is compared with is not whose it is.
_COMPARED = ("bình quân chung ", "mức bình quân ", "so với ", "cao hơn ", "thấp hơn ", "đứng đầu ", "dẫn đầu ", "đi đầu ", "hàng đầu ", "nhất ", "thứ ")  # fmt: skip


@value
class Scope:
    """The words, and where they stand if the sentence says them."""

    words: str
    span: Span | None = None


_PERSON = re.compile(
    r"(?:chủ tịch|giám đốc|trưởng ban|bí thư) (?:[^\W\d]+ ){0,3}(?:ubnd|hđnd|uỷ ban nhân dân|thành uỷ|tỉnh uỷ) $",
    re.IGNORECASE,
)


def scope_of(setting: Setting, quote: Span) -> Scope:
    """The scope of the figures of a quotation."""
    for match in _PLACE.finditer(setting.text, quote.start, quote.end):
        before = setting.form[max(0, match.start() - 60) : match.start()]
        if not before.endswith(_COMPARED) and not _PERSON.search(before):
            return Scope(" ".join(match[0].split()), Span(*match.span()))
    issuer = setting.source.front.issuer
    return Scope(issuer.value if issuer else "")
