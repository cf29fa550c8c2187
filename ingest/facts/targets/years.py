"""Years and periods that a text names."""

import re

from corpus.types import Span, value

_Y = r"((?:19|20)\d\d)(?!\d|/\d)"
_TO = r"\s?(?:[-\u2010-\u2014]|đến(?:\snăm)?)\s?"
_HORIZON = re.compile(
    rf"""(?P<not>(?:so\svới|so|bằng|hơn)\s(?:[^\W\d_]{{1,8}}\s){{0,5}}(?:\d{{1,2}}/)?|cùng\skỳ\s(?:năm\s)?|chuyển\s(?:tiếp\s)?sang\s(?:năm\s)?){_Y}
    |(?P<end>(?:cuối|hết)\s(?:năm\s)?)?(?<!\w)(?:giai\sđoạn|thời\skỳ|nhiệm\skỳ|các\snăm|từ\snăm|từ|năm(?:\shọc)?|trong)\s(?:từ\s)?(?:năm\s)?(?P<a>(?:19|20)\d\d){_TO}(?P<b>{_Y})
    |(?P<until>(?:(?:hoàn\sthành|xong|chậm\snhất)\s(?:trước|trong)|(?:đến|hết|kể\stừ)(?:\shết|\strước)?)\s)?ngày\s\d{{1,2}}(?:[/.-]\d{{1,2}}[/.-]|\stháng\s\d{{1,2}}(?:\s?năm\s|,?\s))(?P<day>{_Y})
    |(?<!\w)(?:đến|hết)\s\d{{1,2}}[/.]\d{{1,2}}[/.](?P<date>{_Y})
    |(?<!\w)(?:tháng|quý)\s[\divx]{{1,4}}(?:/|\s?-\s?|\snăm\s)(?P<month>{_Y})
    |(?<!\w)năm\s(?P<first>(?:19|20)\d\d)(?:,|\svà)\s(?:năm\s)?(?P<last>{_Y})
    |(?<!\w)(?:năm|đến|nsnn|dự\stoán|hết|tầm\snhìn|kỳ)\s(?:năm\s)?(?P<year>{_Y})""".replace("\n", ""),
    re.VERBOSE,
)
_PUBLISHED = re.compile(r"[\W_]*(?:được\s)?(?:công bố|phát hành)\s(?:(?:trong|vào)\s)?")
_NEAR = 30  # characters between the year of an index and that of its publication

Year = int | str


@value
class Horizon:
    """A year or period and where it stands."""

    span: Span
    year: Year


def horizons(form: str, start: int, end: int) -> list[Horizon]:
    """Years and periods named between two places; those that something is compared with, and dates of documents, are left out.

    An index has the year that it measures: "(PCI) năm 2022, công bố năm 2023" names 2022 only.
    """
    found: list[Horizon] = []
    for match in _HORIZON.finditer(form, start, end):
        if match["not"] or (match["day"] and not match["until"]):
            continue
        if found and _is_published(form, found[-1].span.end, match.start()):
            continue
        year: Year
        if match["a"]:
            year = int(match["b"]) if match["end"] or match["a"] == match["b"] else f"{match['a']}-{match['b']}"
        elif match["first"]:
            year = f"{match['first']}-{match['last']}"
        else:
            year = int(match["day"] or match["date"] or match["month"] or match["year"])
        found.append(Horizon(Span(*match.span()), year))
    return found


def _is_published(form: str, first: int, second: int) -> bool:
    """Whether the second of two years is only that in which the figures of the first were published."""
    return second - first < _NEAR and _PUBLISHED.fullmatch(form, first, second) is not None
