"""When something is due, as units say it: until when, how long, how often; and which of it a question asks for."""

import re
from functools import lru_cache

from corpus.facts import Assignment
from corpus.grammar.deadlines import find_term
from corpus.text import matching_form
from corpus.types import Span


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile(matching_form("|".join(patterns)))


_TIME = _any(
    r"\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{4}|ngày \d|tháng \d|quý [ivx\d]|năm \d{4}|(?:19|20)\d\d|hằng (?:năm|quý|tháng)|hàng (?:năm|quý|tháng)"
    r"|thường xuyên|định kỳ|(?:ngay|chậm nhất|muộn nhất|xong|hoàn thành) (?:trước|sau) khi|(?:^|[;,] )(?:trước|sau) khi"
    r"|ngày (?:làm việc )?(?:tiếp theo|kế tiếp|liền kề|hôm sau)|ngay (?:sau|trong|khi)(?!\w)|trong (?:cùng )?ngày(?! \d)"
)
_WORDS = r"(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?: (?:một|hai|ba|lăm|mươi))?"


def _length(units: str) -> re.Pattern[str]:
    return _any(
        rf"(?<![\d/.,])(?<!định kỳ )(?:1/2|\d{{1,3}}|(?<!\w)(?:nửa|{_WORDS}))(?: ?\([^()]{{1,20}}\))? (?:{units})(?!\w)(?! ?\d(?! lần))"
    )


_LENGTH = _length("ngày|giờ|tuần|tháng|năm|phút")
# How many days are asked of what takes days: years are the length of something else.
_LENGTHS = {"ngày": _length("ngày|giờ|tuần"), "tháng": _length("tháng|năm"), "năm": _length("tháng|năm")}
_UNIT_ASKED = _any(r"(?<!\w)(?:bao nhiêu|mấy|bn) (ngày|tháng|năm)(?!\w)")
# "mấy ngày", "bao nhiêu năm", and "bao lâu" counted from something: how long it takes, lasts or is valid.
_LENGTH_ASKED = _any(
    r"(?<!\w)(?<!ngày )(?<!tháng )(?<!quý )(?<!tuần )(?:bao nhiêu|mấy|bn) (?:ngày|giờ|phút|tuần|tháng|năm)(?!\w)(?! ?(?:(?:một|1|/) ?lần|qua|nay|gần|tới|đầu|cuối))"
    r"|(?<!\w)(?:trong|là|mất|kéo dài|vòng|tối đa|sau|hết) bao lâu(?!\w)|(?<!\w)(?:sau|kể từ|từ) (?:khi|ngày|lúc)(?!\w)[^?]{2,120} bao lâu(?!\w)(?![^?]{0,80} lần)"
    r"|(?<!\w)(?:xong|hết)(?!\w)[^?]{0,40} bao lâu(?!\w)(?![^?]{0,80} lần)"
)
_CLOCK_ASKED = _any(r"(?<!\w)(?:trước|chậm nhất|lúc|vào|từ|đến)(?: là| lúc| vào)? (?:mấy|bao nhiêu) giờ(?!\w)")
_CLOCK = _any(r"(?<![\w/.,])\d{1,2} ?(?:h|giờ)(?:\d\d)?(?!\w)|(?<![\d:])\d{1,2}:\d\d(?![\d:])")
_RANGE_ASKED = _any(
    r"(?<!\w)(?:ngày|tháng|năm|hôm|khi|lúc|mấy|quý) (?:nào|mấy|giờ)(?: \w+){0,3} (?:đến|tới)(?: hết)? (?:ngày|tháng|năm|hôm|khi|lúc|mấy|quý) (?:nào|mấy|giờ)(?!\w)"
)
_RANGE = _any(
    r"(?<!\w)(?:từ|kể từ)(?!\w)[^.;]{0,60}\d[^.;]{0,40}(?:[-–]|(?<!\w)(?:đến|tới))[^.;]{0,30}\d|\d{1,2}/\d{1,4}(?:/\d{4})? ?(?:[-–]|đến|tới) ?(?:hết )?(?:ngày )?\d{1,2}/\d"
)
_OCCASIONS = r"(?:lần|kỳ|phiên|buổi|cuộc|đợt)"
_OCCASIONS_ASKED = r"(?:lần|kỳ|ký|phiên|buổi|cuộc|đợt)"  # "may ky" was typed without its marks
_EACH = r"(?:mỗi|một|hằng|hàng|1) (?:tuần|tháng|quý|năm)"
_TIMES_ASKED = _any(rf"(?<!\w)(?:mấy|bao nhiêu|bn) {_OCCASIONS_ASKED}(?!\w)")
_TIMES = _any(rf"(?<!\w)(?:\d{{1,3}}|{_WORDS})(?: ?\([^()]{{1,20}}\))? {_OCCASIONS}(?!\w)")
_OFTEN_ASKED = _any(
    rf"(?<!\w)(?:mấy|bao nhiêu|bn) (?:ngày|tuần|tháng|quý|năm) ?(?:một |1 |/ ?)lần(?!\w)|(?<!\w)bao lâu(?!\w)[^?]{{0,80}}(?:một|1|/) ?lần(?!\w)"
    rf"|(?<!\w){_EACH}(?!\w)[^?]{{0,80}}(?:mấy|bao nhiêu|bn) {_OCCASIONS_ASKED}(?!\w)|(?<!\w)(?:mấy|bao nhiêu|bn) {_OCCASIONS_ASKED}(?: \w+)? ?/? ?{_EACH}(?!\w)"
)
_OFTEN = _any(
    rf"(?<!\w)(?:\d{{1,3}}|{_WORDS})(?: ?\([^()]{{1,20}}\))? {_OCCASIONS}(?!\w)|(?<!\w)(?:hằng|hàng|mỗi) (?:tuần|tháng|quý|năm)(?!\w)"
    rf"|định kỳ (?:\d{{1,2}}|{_WORDS}) (?:tuần|tháng|năm)(?!\w)|(?:tuần|tháng|quý|năm) ?/ ?lần(?!\w)"
)
# The day of a document that is only cited is no term: "theo Nghị định số 12/2024/NĐ-CP ngày 05 tháng 3 năm 2024".
_CITED = re.compile(
    matching_form(
        r"(?<![\w/])\d{1,5}(?:/(?:19|20)\d\d)?/[a-zđ][^\s,;|)]{0,24}(?:,? ngày \d{1,2}(?: tháng |[/.-])\d{1,2}(?:(?: năm |[/.-])(?:19|20)\d\d)?)?"
    )
)
_OF_DOCUMENTS = _any(r"(?<!\w)(?:văn bản|thay thế|thay cho|bãi bỏ|căn cứ|tờ trình|ban hành|ký|phê duyệt|đề nghị)(?!\w)")
_UNTIL = _any(
    r"(?<!\w)(?:đến|tới)(?: hết)? (?:bao giờ|khi nào|lúc nào|(?:ngày|tháng|quý|năm)(?: tháng)?(?: năm)? nào)(?!\w)"
)
_END = _any(
    r"(?<!\w)(?:(?:đến|tới|hết|trước|chậm nhất|muộn nhất|vào|trong|thời hạn)(?: hết| là| cuối)?(?: (?:ngày|tháng|quý|năm))? (?:\d|[iv]+(?!\w))|(?:hiệu lực|thời hạn|thời gian)[^.;]{0,80}\d"
    r"|khi có|cho đến khi|lâu dài|không thời hạn)"
)
_CITES = _any(
    r"[^\w]{0,3}(?:căn cứ|theo đề nghị|xét (?:đề nghị|tờ trình)|kèm theo|ban hành kèm theo|thực hiện (?:nghị|quyết|chỉ|kế|công))(?!\w)"
)
_REPEATED = _any(r"(?<!\w)(?:(?:hằng|hàng|mỗi) (?:ngày|tuần|tháng|quý|năm)|định kỳ|thường xuyên|thường niên)(?!\w)")
_POINT = _any(r"\d{1,2}/\d|ngày \d|tháng \d|quý (?:\d|[iv]+(?!\w))|(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY = _any(r"(?<!\d)\d{1,2}[/.-]\d{1,2}(?!\d)|ngày \d|\d{1,2} tháng \d")
_LABEL_ASKED = _any(
    r"(?<!\w)(?:thời hạn|thời gian (?!tới|qua|vừa)|kỳ hạn|hiệu lực|kéo dài|(?:đến|tới)(?: hết)? (?:bao giờ|khi nào|ngày nào))(?!\w)"
)
_LABEL = re.compile(
    r"[^\w]{0,3}(?:điều \d{1,3}[^\w]{1,3}|\w{1,4}[.)] ?){0,2}(?:thời hạn|thời gian|thời điểm|hiệu lực)(?P<of>(?: (?!(?:là|chậm|muộn|không quá|tối đa|tối thiểu|được|từ|kể|tính)(?!\w))[^\s\d:;.]{1,12}){0,12}) ?(?P<colon>:?)"
)
_WORD = re.compile(r"\w+")
_LEAST_NAMED = 0.7  # of the words of a label, in a question that asks for its term
_OF = frozenset(matching_form("của các những cho theo về và thực hiện").split())


@lru_cache(1024)
def _form_asked(question: str) -> re.Pattern[str] | None:
    """The form in which an answer says when: from when to when, by the clock, how often, how long; None where a question leaves it open."""
    asked = matching_form(question)
    unit = _UNIT_ASKED.search(asked)
    forms = (
        (_RANGE_ASKED, _RANGE),
        (_CLOCK_ASKED, _CLOCK),
        (_OFTEN_ASKED, _OFTEN),
        (_TIMES_ASKED, _TIMES),
        (_LENGTH_ASKED, _LENGTHS[unit[1]] if unit else _LENGTH),
    )
    return next((said for cue, said in forms if cue.search(asked)), None)


def says_when(question: str, words: str) -> bool:
    """Whether a unit has a time of the kind that is asked for: how long, until when, or any but that of a document it cites."""
    form, asked = matching_form(words), matching_form(question)
    if (wanted := _form_asked(question)) is not None:
        several_days = wanted is _OFTEN and len(_DAY.findall(_CITED.sub(" ", form))) > 1
        return several_days or wanted.search(form) is not None
    if _UNTIL.search(asked):
        return _END.search(form) is not None and _CITES.match(form) is None
    own = form if _OF_DOCUMENTS.search(asked) else _CITED.sub(" ", form)
    return _TIME.search(own) is not None or _LENGTH.search(own) is not None


def term_in(question: str, text: str, span: Span) -> Span | None:
    """Where a stretch of text says when: in the form that is asked for, if one is, else its deadline."""
    wanted = _form_asked(question)
    found = wanted.search(matching_form(span.of(text))) if wanted is not None else None
    if found is not None:
        return Span(span.start + found.start(), span.start + found.end())
    return find_term(text, span.start, span.end)


def lacks_form(question: str, words: str) -> bool:
    """Whether it is asked until when, how long or how often, and a unit does not say so."""
    wants_one = _form_asked(question) is not None or _UNTIL.search(matching_form(question)) is not None
    return wants_one and not says_when(question, words)


def is_due(question: str, task: Assignment, *, day: bool = False) -> bool:
    """Whether a task has the term that is asked for: no periodic duty says until when, no day how long, and where the ``day`` is asked no year does."""
    form = matching_form(task.deadline)
    if not form or (only_repeats(form) and _UNTIL.search(matching_form(question))):
        return False
    if _form_asked(question) is not None and not says_when(question, f"{task.task} {task.deadline}"):
        return False
    return not day or _DAY.search(form) is not None


def only_repeats(form: str) -> bool:
    """Whether words in ``matching_form`` say that something is done again and again, and no point in time."""
    return _REPEATED.search(form) is not None and _POINT.search(form) is None


def states_term(question: str, words: str) -> bool:
    """Whether a unit is on the very term that is asked for: "Thời hạn ủy quyền: từ ngày … đến hết ngày …", "Thời hạn nộp sổ là 10 ngày"."""
    form, asked = matching_form(words), matching_form(question)
    label = _LABEL.match(form)
    if label is None or not says_when(question, words):
        return False
    of = frozenset(_WORD.findall(label["of"])) - _OF
    named = bool(of) and len(of & frozenset(_WORD.findall(asked))) >= _LEAST_NAMED * len(of)
    return named or bool(label["colon"] and _LABEL_ASKED.search(asked) and _POINT.search(form))
