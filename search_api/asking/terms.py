"""When something is due, as units say it: until when, how long, how often; and which of it a question asks for."""

import re

from corpus.facts import Assignment
from corpus.text import matching_form


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile(matching_form("|".join(patterns)))


_TIME = _any(
    r"\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{4}|ngày \d|tháng \d|quý [ivx\d]|năm \d{4}|(?:19|20)\d\d|hằng (?:năm|quý|tháng)|hàng (?:năm|quý|tháng)"
    r"|thường xuyên|định kỳ|(?:ngay|chậm nhất|muộn nhất|xong|hoàn thành) (?:trước|sau) khi|(?:^|[;,] )(?:trước|sau) khi"
    r"|ngày (?:làm việc )?(?:tiếp theo|kế tiếp|liền kề|hôm sau)|ngay (?:sau|trong|khi)(?!\w)|trong (?:cùng )?ngày(?! \d)"
)
_WORDS = r"(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?: (?:một|hai|ba|lăm|mươi))?"
_LENGTH = _any(
    rf"(?<![\d/.,])(?:\d{{1,3}}|(?<!\w){_WORDS})(?: ?\([^()]{{1,20}}\))? (?:ngày|giờ|tuần|tháng|năm|phút)(?!\w)(?! ?\d)"
)
_LENGTH_ASKED = _any(
    r"(?<!\w)(?:trong|sau|thời hạn|kéo dài|mất|chậm nhất|tối đa)(?: vòng| thời hạn| là)? (?:bao nhiêu|mấy|bn) (?:ngày|giờ|tuần|tháng|năm)(?!\w)|(?<!\w)(?:trong|là|mất|kéo dài) bao lâu(?!\w)"
)
_CLOCK_ASKED = _any(r"(?<!\w)(?:trước|chậm nhất|lúc|vào|từ|đến)(?: là| lúc| vào)? (?:mấy|bao nhiêu) giờ(?!\w)")
_CLOCK = _any(r"(?<![\w/.,])\d{1,2} ?(?:h|giờ)(?:\d\d)?(?!\w)|(?<![\d:])\d{1,2}:\d\d(?![\d:])")
_TIMES_ASKED = _any(r"(?<!\w)(?:mấy|bao nhiêu|bn) (?:(?:ngày|tuần|tháng|quý|năm) (?:một |1 |/ ?))?lần(?!\w)")
_TIMES = _any(
    rf"(?<!\w)(?:\d{{1,3}}|{_WORDS})(?: ?\([^()]{{1,20}}\))? lần(?!\w)|(?<!\w)(?:hằng|hàng|mỗi) (?:tuần|tháng|quý|năm)(?!\w)"
    rf"|định kỳ (?:\d{{1,2}}|{_WORDS}) (?:tuần|tháng|năm)(?!\w)"
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
_LABEL = _any(
    r"[^\w]{0,3}(?:điều \d{1,3}[^\w]{1,3}|\w{1,4}[.)] ){0,2}(?:thời hạn|thời gian|hiệu lực)(?: [^\s\d:;.]{1,12}){0,8}:"
)


def says_when(question: str, words: str) -> bool:
    """Whether a unit has a time of the kind that is asked for: how long, until when, or any but that of a document it cites."""
    form, asked = matching_form(words), matching_form(question)
    if _CLOCK_ASKED.search(asked):
        return _CLOCK.search(form) is not None
    if _LENGTH_ASKED.search(asked):
        return _LENGTH.search(form) is not None
    if _TIMES_ASKED.search(asked):
        return _TIMES.search(form) is not None or len(_DAY.findall(_CITED.sub(" ", form))) > 1
    if _UNTIL.search(asked):
        return _END.search(form) is not None and _CITES.match(form) is None
    own = form if _OF_DOCUMENTS.search(asked) else _CITED.sub(" ", form)
    return _TIME.search(own) is not None or _LENGTH.search(own) is not None


def has_no_end(question: str, words: str) -> bool:
    """Whether it is asked until when and a unit does not say so."""
    return _UNTIL.search(matching_form(question)) is not None and not says_when(question, words)


def is_due(question: str, task: Assignment, *, day: bool = False) -> bool:
    """Whether a task has the term that is asked for: no periodic duty says until when, and where the ``day`` is asked no year does."""
    form = matching_form(task.deadline)
    if not form or (only_repeats(form) and _UNTIL.search(matching_form(question))):
        return False
    return not day or _DAY.search(form) is not None


def only_repeats(form: str) -> bool:
    """Whether words in ``matching_form`` say that something is done again and again, and no point in time."""
    return _REPEATED.search(form) is not None and _POINT.search(form) is None


def states_term(question: str, words: str) -> bool:
    """Whether a unit is labelled as the term that is asked for: "Thời hạn ủy quyền: từ ngày … đến hết ngày …"."""
    form = matching_form(words)
    return bool(_LABEL.match(form) and _LABEL_ASKED.search(matching_form(question)) and _POINT.search(form))
