"""Whose figure it is: the place that the sentence names, else the body that issued the document."""

import re

from corpus.types import Span, value
from ingest.facts.targets.setting import Setting

_LEVEL = r"(?:tỉnh|thành phố|Thành phố|Tỉnh|TP\.?|huyện|quận|thị xã|xã|phường|đặc khu)"
_PLACE = re.compile(
    rf"(?<!\w){_LEVEL}(?! Quý| Đồng bằng)(?: [A-ZĐÁÀẢÂĂÊÔƠƯÝÍÓÚỨ][^\W\d_]*){{1,4}}|(?<!\w)(?:cả nước|toàn quốc|toàn tỉnh|toàn thành phố|Việt Nam)(?!\w)"
)
_COMPARED = (
    "bình quân chung ",
    "mức bình quân ",
    "so với ",
    "cao hơn ",
    "thấp hơn ",
    "đứng đầu ",
    "dẫn đầu ",
    "đi đầu ",
    "hàng đầu ",
    "nhất ",
    "thứ ",
)


@value
class Scope:
    """The words, and where they stand if the sentence says them."""

    words: str
    span: Span | None = None


def scope_of(setting: Setting, quote: Span) -> Scope:
    """The scope of the figures of a quotation."""
    for match in _PLACE.finditer(setting.text, quote.start, quote.end):
        if not setting.text[max(0, match.start() - 24) : match.start()].lower().endswith(_COMPARED):
            return Scope(" ".join(match[0].split()), Span(*match.span()))
    issuer = setting.source.front.issuer
    return Scope(issuer.value if issuer else "")
