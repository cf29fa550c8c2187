"""Aims without a figure: "Phủ sóng 5G toàn quốc", "cơ bản hoàn thành …", in the sections that set aims."""

import re
from collections.abc import Iterator

from corpus.facts import Fact, Part, Status, Target
from corpus.sentences import sentences
from corpus.types import Span
from ingest.facts.targets.horizon import inherited_horizon
from ingest.facts.targets.prose import LONGEST
from ingest.facts.targets.scope import scope_of
from ingest.facts.targets.setting import Setting
from ingest.facts.targets.years import horizons

_AIMS = re.compile(
    r"^\W*(?:(?:[\divxlc.]{1,6}|[a-zđ])[.)\s–-]+\s*)?(?:(?:một số |các )?(?:mục tiêu|chỉ tiêu)(?! quan trắc| phân tích| giám sát)|tầm nhìn|phấn đấu|đến (?:hết |cuối )?năm 20\d\d|giai đoạn 20\d\d)"
)
_SAYS = re.compile(
    r"(?<!\w)(?:đạt|trở thành|hoàn thành|xây dựng|hình thành|phát triển|nâng|bảo đảm|đảm bảo|phủ|làm chủ|thuộc|là|được|có|giảm|tăng|thu hút|cơ bản|từng bước|đưa|duy trì|mở rộng|hướng tới|thúc đẩy|khai thác|kết nối|hiện đại|tạo|đổi mới|phấn đấu|tương đương|ngang tầm|kiểm soát|đáp ứng)(?!\w)"
)
_FIGURE = re.compile(r"(?<![\w/])(?!20\d\d)\d+(?:[.,]\d+)?(?=\s|%|/)|:\s")  # a figure that was not understood, a list
_NOT_AIMS = re.compile(r"mục đích|nhiệm vụ|giải pháp|kết quả|đánh giá|tổ chức thực hiện|quan điểm|đối tượng|phạm vi")
_CLAUSE = re.compile(r";")
_SHORTEST = 20  # characters of words that say something
_OPENING = re.compile(r"(?:[\s\-–—+•·*,:;]+|(?:\d{1,2}|[a-zđ])[.)]\s)+")


def sets_aims(setting: Setting) -> bool:
    """Whether the nearest titles say that aims follow."""
    nearest = [title.text for title in setting.titles[-2:]]
    return any(_AIMS.search(words) for words in nearest) and not any(_NOT_AIMS.search(words) for words in nearest)


def facts_of_aims(setting: Setting, stated: list[Span]) -> Iterator[Fact]:
    """The clauses of a passage that hold no figure, ``stated`` being those that do."""
    for sentence in sentences(setting.text, setting.span.start, setting.span.end):
        start = sentence.start
        for end in [*(m.start() for m in _CLAUSE.finditer(setting.text, sentence.start, sentence.end)), sentence.end]:
            clause, start = Span(start, end), end + 1
            opening = _OPENING.match(setting.form, clause.start, clause.end)
            words = Span(opening.end() if opening else clause.start, _end(setting.text, clause))
            if (
                words.end - words.start < _SHORTEST
                or words.end - words.start > LONGEST
                or setting.text[words.end - 1] == ":"
            ):
                continue
            if not _SAYS.search(setting.form, *words) or _FIGURE.search(setting.form, *words):
                continue
            if not any(clause.start <= span.start < clause.end for span in stated):
                yield _aim(setting, words, sentence)


def _end(text: str, clause: Span) -> int:
    end = clause.end
    while end > clause.start and text[end - 1] in " .,;/":
        end -= 1
    return end


def _aim(setting: Setting, words: Span, sentence: Span) -> Fact:
    named = horizons(setting.form, words.start, words.end)
    own = named[0] if len(named) == 1 else None
    over = None if own else inherited_horizon(setting, Status.TARGET)
    quote = sentence if sentence.end - sentence.start <= LONGEST else words
    scope = scope_of(setting, quote, None, words)
    parts = [Part("indicator", words)] + ([Part("year", own.span)] if own else [])
    parts += [Part("scope", scope.span)] if scope.span else []
    chosen = own or over
    slots = Target(
        Status.TARGET, " ".join(words.of(setting.text).split()), scope=scope.words, year=chosen.year if chosen else None
    )
    return Fact(slots, quote, tuple(parts), (Part("year", over.span),) if over and over.span.end else ())
