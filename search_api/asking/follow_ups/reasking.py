"""Another question about what a question was about: its words without those that ask, and what else can be asked of them."""

import re
from collections.abc import Iterable

from corpus.grammar.spoken_types import type_pattern
from corpus.text import folded, matching_form, one_line
from corpus.types import Span
from search_api.asking.follow_ups.asks import Ask
from search_api.asking.follow_ups.slot_spans import Slot, slot_spans
from search_api.asking.several import content_words
from search_api.types import Kind

# What is taken out of a question is looked for with its marks: "may" is "mấy" in a question that was read, never "máy".
_WITH_MARKS = {
    "body": r"(?:cơ quan|đơn vị|sở|bộ|ban|ngành|phòng|tổ chức|địa phương)(?:, (?:sở|ban|ngành|bộ))* nào",
    "role": r"(?:làm )?(?:chủ trì|đầu mối|phụ trách|theo dõi|chịu trách nhiệm|tham mưu|thực hiện|chỉ đạo|lo|làm)",
    "day": r"(?:khi nào|bao giờ|lúc nào|(?:ngày|tháng|quý|năm|hôm) (?:nào|mấy|bao nhiêu))",
    "until": r"(?:(?:trước|chậm nhất|muộn nhất|vào|đến|trong|là|thì|từ) ){0,3}",
}


def _pattern(written: str) -> re.Pattern[str]:
    for name, words in _WITH_MARKS.items():
        written = written.replace(f"<{name}>", words)
    form = matching_form(written).replace("(?p<", "(?P<")
    return re.compile(rf"(?<!\w)(?:{form})(?!\w)")


_HOW_MUCH = _pattern(
    r"(?:(?:phải|cần|sẽ|được|đã|phấn đấu) ){0,2}(?:(?P<verb>đạt|chiếm|là|có|ở mức)(?: được)? )?(?:(?:khoảng|tối thiểu|ít nhất|trên|dưới|tối đa|hơn) )?"
    r"(?P<asked>(?:bao nhiêu|mấy)(?: ?%| phần trăm)?)"
)
_ASKING = (
    _pattern(r"(?:do |giao (?:cho )?|được giao (?:cho )?)?(?:những )?(?:<body>|ai)(?: là| sẽ| phải)?(?: được giao)?(?: (?:<role>|cùng phối hợp|phối hợp))?(?: (?:việc|thực hiện))?"),
    _pattern(r"(?:(?:phải|cần|sẽ) )?(?:(?:hoàn thành|xong) )?(?:(?:thời )?hạn (?:chót |cuối |hoàn thành )?)?<until><day>(?: (?:thì |mới |phải )?(?:xong|hoàn thành))?"),
    _HOW_MUCH,
    _pattern(r"(?:là )?(?:như thế nào|thế nào|ra sao|những gì|gì|nào|ai)"),
)  # fmt: skip
_AIMED = _pattern(r"đặt mục tiêu|mục tiêu|chỉ tiêu|phấn đấu|phải|đặt ra|yêu cầu|cần đạt|cần|muốn")
_REACHED = _pattern(r"kết quả|thực tế|đạt được|ước đạt|tính đến|đến nay|hiện nay|đã")
_HORIZON = _pattern(r"(?:đến|tới) (?:hết |cuối )?(?:năm )?(?:19|20)\d\d|tầm nhìn (?:đến )?(?:năm )?(?:19|20)\d\d")
_ACCORDING = re.compile(r"(?<!\w)(?:theo|trong|tại) $")
_BEGINS = re.compile(matching_form(r"^(?:(?:việc|là|thì|và|do|giao|được giao|có|phải|cho)(?!\w)|[\s,;:.?-])+"))
_ENDS = re.compile(
    matching_form(
        r"(?:[\s,;:.?-]|(?<!\w)(?:là|thì|do|của|có|phải|được|giao|đạt|cho|và|đến|vào|trước|ở|tại|với|cần|chiếm))+$"
    )
)
_WHICH_DOCUMENT = re.compile(rf"^{type_pattern()} (?=nao )")
_COMMON = frozenset(
    map(matching_form, ("tỉnh", "thành", "huyện", "quận", "thị", "xã", "phường", "theo", "đến", "trong"))
)  # before names
_NUMERIC = (Kind.TARGET, Kind.RESULT, Kind.COMPARE)
_LEAST = 2  # words that carry meaning, below which there is no topic


def asked_about(previous: str, ask: Ask) -> str | None:
    """A question about the one document that the previous one names or looks for ("Quyết định nào phê duyệt …?")."""
    named = [span.of(previous) for span in slot_spans(previous, Slot.DOCUMENT)]
    looked_for = _WHICH_DOCUMENT.match(folded(matching_form(previous)))
    if looked_for:
        named = [f"{previous[: looked_for.end()]}{previous[looked_for.end() + 4 :]}".rstrip(" ?.")]
    if len(named) != 1 or ask not in (Ask.SIGNER, Ask.ISSUED):
        return None
    if ask is Ask.SIGNER:
        return f"Ai ký {begun_small(named[0]) if looked_for else named[0]}?"
    return f"{named[0][:1].upper()}{named[0][1:]} ban hành ngày nào?"


def asked_of_topic(previous: str, kind: Kind, ask: Ask) -> str | None:
    """The other question about the topic of a previous one of this kind; None where that has no topic of its own."""
    topic = without_asking_words(previous, numeric=kind in _NUMERIC)
    if len(content_words(topic)) < _LEAST:
        return None
    figure = _other_figure(previous, ask) if kind in _NUMERIC and ask in (Ask.RESULT, Ask.TARGET) else None
    if figure is not None:
        return figure
    what = f"chỉ tiêu {topic}" if kind in _NUMERIC else topic
    return {
        Ask.LEAD: f"Cơ quan nào chủ trì {what}?",
        Ask.COORDINATE: f"Cơ quan nào phối hợp {what}?",
        Ask.DEADLINE: f"{topic[:1].upper()}{topic[1:]} phải hoàn thành khi nào?",
        Ask.PRODUCT: f"Sản phẩm của nhiệm vụ {topic} là gì?",
        Ask.COST: f"Kinh phí {topic} là bao nhiêu?",
        Ask.TARGET: f"Mục tiêu {topic} là bao nhiêu?",
        Ask.RESULT: f"Kết quả {topic} thế nào?",
    }.get(ask)


def _other_figure(previous: str, ask: Ask) -> str | None:
    """A question for a figure, asked for what was reached in place of what is aimed at, or the other way round."""
    form = matching_form(previous)
    asked = _HOW_MUCH.search(form)
    if asked is None:
        return None
    verb = "có" if asked["verb"] == "có" else "đạt"
    aimed = ask is Ask.TARGET
    patterns = (_REACHED,) if aimed else (_HORIZON, _AIMED)
    before = [Span(*m.span()) for p in patterns for m in p.finditer(form, 0, asked.start())]
    if not aimed:
        before += [span for span in _sources(previous) if span.end <= asked.start()]
    words = _trimmed(_without(previous[: asked.start()], before), at_end=False)
    said = f"{'phấn đấu' if aimed else 'đã'} {verb} {previous[asked.start('asked') : asked.end()]}"
    whole = one_line(f"{words} {said}{previous[asked.end() :]}")
    return whole[:1].upper() + whole[1:]


def before_asking(question: str) -> int:
    """Where a question for a figure begins to ask ("… | đạt bao nhiêu?"); the end of others, before what closes them."""
    asked = _HOW_MUCH.search(matching_form(question))
    return asked.start() if asked and asked.start() > 0 else len(question.rstrip(" ?.!"))


def without_asking_words(previous: str, *, numeric: bool = False) -> str:
    """What a question is about: without the words that ask; of one that asks for a figure without those of aims."""
    form = matching_form(previous)
    out = [
        Span(*m.span())
        for pattern in _ASKING
        for m in pattern.finditer(form)
        if "AI" not in previous[m.start() : m.end()]
    ]
    if numeric:
        out += [Span(*m.span()) for pattern in (_HORIZON, _AIMED) for m in pattern.finditer(form)]
    return begun_small(_trimmed(_without(previous, out), at_end=True))


def _trimmed(words: str, *, at_end: bool) -> str:
    """Words on one line without what joins at the beginning, and at the end."""
    rest = one_line(words.replace(" ,", ","))
    form = matching_form(rest)
    start = match.end() if (match := _BEGINS.match(form)) else 0
    end = match.start() if at_end and (match := _ENDS.search(form, start)) else len(rest)
    return rest[start:end].lstrip(" ,")


def _sources(text: str) -> Iterable[Span]:
    """Documents that say where a figure is set, not what it is: "theo Kế hoạch 41"."""
    form = matching_form(text)
    for named in slot_spans(text, Slot.DOCUMENT):
        if before := _ACCORDING.search(form, max(0, named.start - 8), named.start):
            yield Span(before.start(), named.end)


def _without(text: str, spans: Iterable[Span]) -> str:
    kept, at = [], 0
    for span in sorted(spans):
        kept.append(text[at : max(at, span.start)])
        at = max(at, span.end)
    return " ".join([*kept, text[at:]])


def begun_small(words: str) -> str:
    """Without the capital that began the question, unless it begins a name."""
    first, _, rest = words.partition(" ")
    if matching_form(first) in _COMMON:
        return words[:1].lower() + words[1:]
    name = rest[:1].isupper() or any(
        span.start == 0 for slot in Slot for span in slot_spans(words, slot) if slot is not Slot.TIME
    )
    return words if name or not first[1:].islower() else words[:1].lower() + words[1:]
