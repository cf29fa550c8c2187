"""Who issued a document: "của Bộ Chính trị" below the type, the name left of the State's or the Party's, or the authority line."""

import re
from collections.abc import Sequence

from corpus.grammar.bodies import display_name
from corpus.grammar.symbols import type_names
from corpus.types import Field, Span
from ingest.head_lines import HeadLine
from ingest.subject import is_authority, is_nation, of_body

_NEXT = re.compile(
    r"\s*(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập|ĐOÀN TNCS|[*_]{1,3}|(?<!\w)SỐ\s*:|(?<!\w)Số\s*:?)"
)  # what may follow the name in its cell
_STAMP = re.compile(r"^(?:DỰ THẢO|HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN|(?:TUYỆT |TỐI )?MẬT|SAO Y|BẢN SAO|CÔNG BÁO)\b")
_PLACE = re.compile(
    r"^(?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN|XÃ|PHƯỜNG|ĐẶC KHU|ĐẢNG BỘ)\s(?![ỦU][ỶY]\b|ĐOÀN\b)"
)  # the second line of a name
_ABBREVIATED = {
    "UBND": "ỦY BAN NHÂN DÂN",
    "HĐND": "HỘI ĐỒNG NHÂN DÂN",
    "UBMTTQ": "ỦY BAN MẶT TRẬN TỔ QUỐC",
    "BCĐ": "BAN CHỈ ĐẠO",
}
_BODY = re.compile(
    r"^(?:BỘ|SỞ|UBND|HĐND|UBMTTQ|BCĐ|BAN|BCH|[ỦU][ỶY] BAN|HỘI|ĐẢNG|VĂN PHÒNG|CHI CỤC|CỤC|PHÒNG|TRUNG TÂM|(?:THÀNH|TỈNH|HUYỆN|QUẬN) (?:[ỦU][ỶY]|ĐOÀN)|ĐOÀN|TỔ|TIỂU BAN)\b"
)
_OFFICE = "VĂN PHÒNG"


def read_issuer(lines: Sequence[HeadLine], type_at: int, above_end: int, subject_end: int) -> Field | None:
    """The issuing body. ``above_end``: behind the lines with number, place and date, 0 where there are none."""
    return (
        _below_type(lines[type_at + 1 : type_at + 2] if type_at >= 0 else ())
        or _in_letterhead(lines[:above_end])
        or _authority(lines[subject_end + 1 : subject_end + 2] if subject_end >= 0 else ())
    )


def _below_type(lines: Sequence[HeadLine]) -> Field | None:
    for line in lines:
        match = of_body(line.text)
        if match:
            return Field(_display(match["body"]), line.part(*match.span("body")))
    return None


def _in_letterhead(lines: Sequence[HeadLine]) -> Field | None:
    names: list[tuple[str, Span]] = []
    for line in lines:
        text = _NEXT.split(line.text)[0].rstrip(" -–—|")
        named = text.isupper() and text[0].isalpha() and text.strip(" :.").lower() not in type_names()
        if not named or line.cell > 0 or is_nation(text) or _STAMP.match(text):
            continue
        span = line.part(0, len(text))
        if names and _PLACE.match(text):
            above, begin = names.pop()
            names.append((f"{above} {text}", Span(begin.start, span.end)))
        else:
            names.append((text, span))
    if not names:
        return None
    whole = " ".join(text for text, _ in names)
    if whole.endswith(" " + _OFFICE):  # the office of the body above it
        return Field(f"Văn phòng {_display(whole.removesuffix(_OFFICE).strip())}", _from_to(names))
    if len(names) > 1 and all(_BODY.match(text) and len(text.split()) > 2 for text, _ in names[-2:]):
        names = names[-1:]  # the body above it is not the one that issues
    return Field(_display(" ".join(text for text, _ in names)), _from_to(names))


def _display(printed: str) -> str:
    """The name in ordinary letters, with what is abbreviated in letterheads written out."""
    return display_name(" ".join(_ABBREVIATED.get(word, word) for word in printed.split()))


def _from_to(names: Sequence[tuple[str, Span]]) -> Span:
    return Span(names[0][1].start, names[-1][1].end)


def _authority(lines: Sequence[HeadLine]) -> Field | None:
    for line in lines:
        if is_authority(line.text):
            return Field(_display(line.text.strip(" :")), line.span)
    return None
