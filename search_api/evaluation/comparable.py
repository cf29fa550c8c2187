"""One form of what can be written in several ways, and whether a text holds a value as itself."""

import re
import unicodedata

from corpus.text import matching_form

_MARKUP = re.compile(r"[*\\|]")  # of Markdown, and between the cells of a row
_DASH = re.compile("[–—]")
# In their order: the spaces go first, so that the dates are met in one spelling.
_REWRITTEN = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (r" (?=[%/,.;:)-])|(?<=[(/-]) ", ""),
        (r"(\d{1,2}) tháng (\d{1,2})(?: năm |,? ?)(\d{4})", r"\1/\2/\3"),
        (r"tháng (\d{1,2})(?: năm |/)(\d{4})", r"\1/\2"),
        (r"(quý [iv\d]{1,4}),? năm (\d{4})", r"\1/\2"),
        (r"(?<=\d)\.(?=\d{1,2}(?![\d./-]))", ","),  # 46.7 is 46,7; 1.312 and 1.2.2024 stay
        (r"(?<![\d.,])0{1,9}(?=\d)(?!\d{0,20},\d)", ""),  # 05 is 5; 0,5 stays
    )
)
_PERCENTAGE = re.compile(r"(?<!\d)(?<!\d[.,])\d+(?:[.,]\d+)*%")


def comparable(text: str) -> str:
    """Lower case, one placement of tones, one kind of dash, single spaces and none around signs, dates as 31/12/2025, 6/2025, quý i/2026."""
    plain = _DASH.sub("-", _MARKUP.sub(" ", unicodedata.normalize("NFC", text)))
    plain = matching_form(" ".join(plain.split()))
    for pattern, form in _REWRITTEN:
        plain = pattern.sub(form, plain)
    return plain


def letters(text: str) -> str:
    """Only the letters and digits of the comparable form: quotations are the same words however they were laid out."""
    return re.sub(r"\W", "", comparable(text))


def holds(text: str, value: str, proof: str = "") -> bool:
    """Whether a text holds a value as itself, spaces aside: 30% is not in 130%, nor 8/63 in 18/63, nor "thu" in "thuộc".

    The upper end of a range (25 - 30%) is a figure of its own only where ``proof``, the evidence, writes it in a range, too.
    """
    wanted = comparable(value)
    before = r"(?<![\w.,])" if re.search(r"\d", wanted) else r"(?<!\w)"
    if wanted[:1].isdigit() and not re.search(rf"\d%?-{re.escape(wanted)}", comparable(proof)):
        before += r"(?<!\d-)(?<!%-)"
    spaced = r"\s?".join(re.escape(character) for character in wanted.replace(" ", ""))
    return re.search(rf"{before}{spaced}(?!\w|[.,]\d)", comparable(text)) is not None


def percentages(text: str) -> set[str]:
    """The percentages of a text, in comparable form."""
    return set(_PERCENTAGE.findall(comparable(text)))
