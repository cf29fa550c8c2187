"""What letters stand for where their words have other initials: "nền tảng chia sẻ dữ liệu (LGSP)", a row of a list of abbreviations.

``corpus.grammar.definitions`` finds forms whose letters are initials; English ones (and mixed ones) are not.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.text import matching_form, one_line
from corpus.types import PassageKind, Span, value
from search_api.texts import Texts
from search_api.types import Hit

# Nouns that name what is shortened: systems, figures, techniques. The last of them before the brackets begins the name; where there is
# none, the last of the others, which stand inside of names, too.
_HEADS = (
    r"nền tảng|hệ thống|trung tâm|(?:bộ )?chỉ số|(?:bộ )?tiêu chí|cơ sở dữ liệu|quỹ|mạng(?: lưới)?|cổng|sàn|trục|ứng dụng|phần mềm|giao thức|tiêu chuẩn|nghiên cứu|năng suất"
    r"|tổng|hiệp định|trí tuệ|internet|tài khoản|mô hình|phương pháp|phương thức|thiết bị|trạm|vắc xin|hội chứng|liên minh|liên hợp|hiệp hội|ngân hàng|chứng chỉ|bản đồ|quy trình"
)
_INNER_HEADS = (
    r"khung|kho|chuẩn|giá trị|đầu tư|vốn|khu|vùng|hình thức|chương trình|dự án|đề án|máy|xe|bệnh|hợp tác|đối tác|hỗ trợ|thương mại|tổ chức|hội đồng|ủy ban|cục|viện|tốc độ"
    r"|tăng trưởng|thuế|phí|chứng nhận|giấy|mã|thẻ|định danh|hồ sơ|sản phẩm|công nghệ|kỹ thuật|kinh tế|dịch vụ|thông tin|doanh nghiệp|kế hoạch"
)
_HEAD, _INNER_HEAD = (re.compile(rf"(?<!\w)(?:{heads})(?!\w)") for heads in (_HEADS, _INNER_HEADS))
_LONGEST_NAME = 120  # characters
_CLAUSE = re.compile(r"[.;:|()\n“”\"]")
_LETTERS = re.compile(r"[^\W\d_][\w&.-]{0,11}")
_GLOSSARY = re.compile(r"viết tắt|giải thích|từ ngữ|thuật ngữ|khái niệm|chú giải|chữ đầy đủ|cụm từ")
_MOST_PASSAGES = 60


@value
class Meaning:
    """The full words, and where they stand with the letters."""

    full: str
    hit: Hit
    span: Span


def is_short_form(term: str) -> bool:
    """Whether a term is one word that may be letters standing for others: "LGSP", "ioc"."""
    return _LETTERS.fullmatch(term) is not None and len(term) > 1 and (term.isupper() or term.isascii())


def meanings(texts: Texts, hits: Sequence[Hit], term: str) -> list[Meaning]:
    """What letters stand for in passages, the meaning that most of them give first, each once."""
    found = [meaning for hit in hits[:_MOST_PASSAGES] for meaning in _in_passage(texts.of(hit), hit, term)]
    counts = Counter(matching_form(meaning.full) for meaning in found)
    first = {matching_form(meaning.full): meaning for meaning in reversed(found)}
    return [first[form] for form, _ in counts.most_common()]


def _in_passage(text: str, hit: Hit, term: str) -> Iterator[Meaning]:
    passage = hit.stored.passage
    if passage.kind is PassageKind.ROW and in_glossary(text, hit) and (full := _cell_beside(text, passage.cells, term)):
        yield Meaning(full, hit, passage.span)
    span = passage.span
    for match in re.finditer(rf"\s?\({re.escape(term)}(?=[),;])", span.of(text), re.IGNORECASE):
        end = span.start + match.start()
        begins = [m.end() for m in _CLAUSE.finditer(text, max(span.start, end - _LONGEST_NAME), end)]
        start = begins[-1] if begins else max(span.start, end - _LONGEST_NAME)
        form = matching_form(text[start:end])
        if heads := list(_HEAD.finditer(form)) or list(_INNER_HEAD.finditer(form)):
            name = Span(start + heads[-1].start(), end)
            if " " in (full := one_line(name.of(text))):
                yield Meaning(full, hit, Span(name.start, span.start + match.end() + 1))


def _cell_beside(text: str, cells: Sequence[Span], term: str) -> str:
    """The cell after one that has nothing but the letters."""
    for cell, following in itertools.pairwise(cells):
        if matching_form(cell.of(text)).strip(" .:") == matching_form(term):
            words = one_line(following.of(text))
            return words if " " in words else ""
    return ""


def in_glossary(text: str, hit: Hit) -> bool:
    """Whether a passage stands under a heading, or a row under columns, that announce meanings of words."""
    passage = hit.stored.passage
    titles = (*passage.heading, *(column.of(text) for column in passage.columns if column))
    return any(_GLOSSARY.search(matching_form(title)) for title in titles)
