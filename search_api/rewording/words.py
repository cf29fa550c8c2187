"""Words of a sentence by what they do: those that only join, those that turn its meaning, and those that carry it."""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from corpus.text import matching_form
from corpus.types import Span

# Words that join others and claim nothing. Whatever is not among them must stand in the source.
JOINING = frozenset(
    re.findall(
        r"\w+",
        "là của và các những theo tại trong ở về cho với được do bởi này đó nêu đến vào thì mà gồm như có đạt mức để việc cũng",
    )
)
_AIMS = r"phấn đấu|mục tiêu|chỉ tiêu|dự kiến|hướng tới|đặt ra|sẽ|cần|phải"
AIM = "aim"  # something is wanted, not reached
# Words that turn what a sentence says: negation, what is reached, more and less, before and after.
_TURNING = re.compile(
    rf"(?<!\w)(?:(?P<aim>{_AIMS})|(?P<denied>không(?! gian| khí| quân| trung)|chưa|chẳng|đừng)|(?P<done>đã|rồi|đạt được)"
    r"|(?P<own>trừ|ngoài(?! ra)|tăng|thêm|nâng|lên|giảm|hạ(?! tầng)|xuống|cắt|bớt|vượt|hụt|thiếu|kém|hơn|cao|thấp|lớn|nhỏ|dưới|trên(?! địa bàn| cơ sở| toàn)"
    r"|gần|quá|ngót|chừng|khoảng|xấp xỉ|tối|thiểu|đa|ít|nhiều|nhất|hết|từ|sau|trước|đầu|cuối|giữa|chỉ(?! tiêu| số| đạo| thị| dẫn| huy)|đủ|tròn|gấp|nửa"
    r"|chậm|sớm|quá hạn|hủy|huỷ|bãi|bỏ|thay|thế|dừng|ngừng|miễn|cấm))(?!\w)"
)
_AIM_WORDS = re.compile(rf"(?<!\w)(?:{_AIMS})(?!\w)")
_SYLLABLE = re.compile(r"[^\W_]+")


def signs_of(form: str) -> frozenset[str]:
    """The words of a text in ``matching_form`` that turn its meaning; of one kind all are the same: "chưa" and "không"."""
    return frozenset(m[0] if m.lastgroup == "own" else str(m.lastgroup) for m in _TURNING.finditer(form))


def content_of(form: str) -> tuple[str, ...]:
    """The syllables of a text in ``matching_form`` that carry its meaning, in order. Those that name an aim are signs alone."""
    plain = _AIM_WORDS.sub(" ", form)
    return tuple(word for word in _SYLLABLE.findall(plain) if word not in JOINING)


def syllables_of(text: str) -> frozenset[str]:
    """All syllables of a text."""
    return frozenset(_SYLLABLE.findall(matching_form(text)))


def tokens_of(form: str, named: Mapping[Span, str]) -> tuple[str, ...]:
    """The syllables of a text in ``matching_form``, in order; what stands at a span of ``named`` is one token of that name."""
    tokens: list[str] = []
    at = 0
    for span, name in sorted(named.items()):
        if span.start >= at:
            tokens += [*_SYLLABLE.findall(form[at : span.start]), name]
            at = span.end
    return (*tokens, *_SYLLABLE.findall(form[at:]))


def pairs_of(tokens: Sequence[str]) -> frozenset[tuple[str, str]]:
    """Tokens that stand beside each other, also where only words that join stand between them."""
    carrying = [token for token in tokens if token not in JOINING]
    return frozenset({*itertools.pairwise(tokens), *itertools.pairwise(carrying)})


def strangers(tokens: Sequence[str], pairs: Set[tuple[str, str]]) -> Iterator[str]:
    """Tokens that stand somewhere beside none of those that ``pairs`` put beside them; words that join may stand between.

    A word said twice in a row ("không không") is one, too, where it is not said so there.
    """
    carrying = [n for n, token in enumerate(tokens) if token not in JOINING]
    known: set[int] = set()
    for sequence in (range(len(tokens)), carrying):
        for one, other in itertools.pairwise(sequence):
            if (tokens[one], tokens[other]) in pairs:
                known |= {one, other}
    doubled = {n for n in range(1, len(tokens)) if tokens[n] == tokens[n - 1] and (tokens[n], tokens[n]) not in pairs}
    return (token for n, token in enumerate(tokens) if n not in known or n in doubled)


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with nothing that is read where the spans are; positions stay."""
    letters = list(text)
    for span in spans:
        letters[span.start : span.end] = "¤" * (span.end - span.start)
    return "".join(letters)
