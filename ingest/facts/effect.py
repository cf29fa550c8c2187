"""When a document takes effect: "có hiệu lực kể từ ngày ký", "từ ngày 01 tháng 7 năm 2025", "sau 10 ngày kể từ ngày ký"."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from corpus.grammar.dates import find_dates
from corpus.sentences import sentences
from corpus.types import Span, value
from ingest.facts.lines import Line, Region
from ingest.facts.matching import pattern
from ingest.facts.source import Source


@value
class Effect:
    """The date, the words that say it, the sentence they stand in; its verb and the words for the document ("Quyết định này")."""

    on: date
    words: Span
    verb: Span
    sentence: Span
    subject: Span


_TYPE = r"(?:quyết định|nghị quyết|nghị định|luật|bộ luật|pháp lệnh|thông tư|quy định|quy chế|hướng dẫn|chỉ thị|kế hoạch|chương trình|điều lệ|kết luận|quy trình|văn bản)"
_FORCE = pattern(
    rf"(?<!\w)(?P<subject>{_TYPE} này|{_TYPE}(?= có hiệu lực))(?P<between>[^.;]{{0,400}}?) (?P<words>(?P<verb>(?:bắt đầu )?có hiệu lực(?: thi hành| thực hiện| áp dụng)?),?"
    r"(?: sau (?P<days>\d{1,3}) ngày)?,?(?: kể| tính)?(?: từ)? (?:ngày )?(?P<when>ký|ban hành|công bố|được [^.;]{0,80}?thông qua|thông qua|\d{1,2}[/. ]))"
)
_PASSED = pattern(r"thông qua (?:vào )?(?=ngày \d)")
_WHEN = 40  # characters of a date


def read_effect(source: Source, low: str, lines: Iterable[Line]) -> Effect | None:
    """What the body says of the document's own effect; ``low`` is its text in matching form. None where it gives no date."""
    text = source.document.text
    for line in lines:
        if line.region not in (Region.BODY, Region.PREAMBLE) or line.row or low.find("hiệu lực", *line.span) < 0:
            continue
        for sentence in sentences(text, *line.span):
            match = _FORCE.search(low, *sentence)
            on = _date(source, low, match) if match else None
            if match and on:
                return Effect(
                    on,
                    Span(match.start("words"), _end(text, match)),
                    Span(*match.span("verb")),
                    sentence,
                    Span(*match.span("subject")),
                )
    return None


def _date(source: Source, low: str, match: re.Match[str]) -> date | None:
    text = source.document.text
    if match["when"][0].isdigit():
        found = find_dates(text[match.start("when") : match.start("when") + _WHEN])
        return found[0].date if found and found[0].span.start == 0 else None
    issued = source.front.date
    if "thông qua" in match["when"]:
        passed = [d.date for m in _PASSED.finditer(low) for d in find_dates(text[m.end() : m.end() + _WHEN])[:1]]
        issued = passed[-1] if passed else issued
    return issued + timedelta(days=int(match["days"] or 0)) if issued else None


def _end(text: str, match: re.Match[str]) -> int:
    """The end of the words, with the whole date."""
    if not match["when"][0].isdigit():
        return match.end("words")
    return match.start("when") + find_dates(text[match.start("when") : match.start("when") + _WHEN])[0].span.end
