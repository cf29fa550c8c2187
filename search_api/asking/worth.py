"""What the words of a unit add to its score, or take from it, by what a question asks for."""

import re

from corpus.facts import Status
from corpus.text import matching_form
from search_api.asking.leading import is_basis, is_lead_in, of_other_level, oversees
from search_api.asking.otherwise import counts_given
from search_api.asking.terms import lacks_form, says_when, states_term
from search_api.types import Kind, Reading

_TERM = re.compile(
    matching_form(
        r"(?:trước|chậm nhất|trong|hoàn thành|đến hết|thời hạn|vào)[^.;]{0,24}(?:ngày|tháng|quý|năm) (?:\d|[iv]+\b)|\d{1,2}/(?:19|20)\d\d"
    )
)
_DONE = re.compile(matching_form(r"(?<!\w)(?:đã|được) [^.;]{2,60}?(?:ngày|tháng|quý|năm) \d"))
_REPLACING = re.compile(matching_form(r"(?<!\w)(?:thay|thay thế|bãi bỏ)(?!\w)(?! đổi)"))
_REPLACED = re.compile(matching_form(r"(?<!\w)(?:thay thế|bãi bỏ|hết hiệu lực)(?!\w)[^.;]{0,60}\d"))
# "… hết bao nhiêu tiền": the whole cost is asked for, not that of one of the things it is made up of.
_COST_ASKED = re.compile(
    matching_form(
        r"(?<!\w)(?:tổng|tất cả|toàn bộ|cả giai đoạn|cả năm|hết|tốn|cần|dự toán|kinh phí)(?!\w)[^?,;]{0,80}(?:bao nhiêu|mấy|bn) (?:tiền|tỷ|tỉ|triệu|đồng)"
    )
)
_PART_ASKED = re.compile(matching_form(r"(?<!\w)(?:riêng|trong đó|phần|chi cho|thuê|mua)(?!\w)"))
_COST = re.compile(
    matching_form(
        r"^[^\w]{0,4}(?:[\d.]{1,6}[.)]? |[a-zđ]\) )?(?:tổng (?:cộng|số|mức|kinh phí|vốn|dự toán)|dự toán kinh phí|kinh phí thực hiện)(?!\w)[^;]{0,200}\d"
    )
)
# "a) Tổng vốn đầu tư: 120 tỷ đồng": what a figure is of stands right before it, in the words of the question.
_LABEL = re.compile(
    r"[^\w]{0,4}(?:[\d.]{1,6}[.)]? |[a-zđ][.)] )?(?P<of>[^\W\d_]+(?: [^\W\d_]+){1,7}) ?: ?(?:khoảng |trên |dưới )?\d"
)
# The last line of a notice tells nobody anything but that it is one ("Văn phòng … thông báo để các cơ quan biết, thực hiện"); nor does the
# first one of an annex ("Ban hành kèm theo …") or what stands under a picture.
_ONLY_NOTIFIES = re.compile(
    matching_form(
        r"(?<!\w)(?:thông báo|báo cáo|trả lời) (?:để|đến|tới)(?!\w)[^.;]{2,200}(?<!\w)(?:biết|được biết)(?:(?:,| và| để)* (?:tổ chức |phối hợp )?(?:thực hiện|triển khai|chỉ đạo))?[^\w]*$"
        r"|trân trọng (?:thông báo|báo cáo|cảm ơn|đề nghị)[^\w]*$"
        r"|^[^\w]*(?:ban hành )?kèm theo(?!\w)[^;]{2,200}$|^(?:quang cảnh|toàn cảnh) [^.;]{2,80}[^\w]*$"
    )
)
# Shares of a score, which is about 1 to 2 for a good unit.
_DATED, _STATES_TERM, _OVERSEES, _SAYS_WHAT = 0.1, 0.4, 0.15, 0.3
_OTHER_FORM, _ONLY_RESTS, _OTHER_LEVEL, _ONLY_LEADS_IN = -0.2, -0.3, -0.1, -0.3
_UNDONE, _NOT_UNDONE, _NOTICE = 0.08, -0.1, -0.4
_WHOLE_COST, _LABELLED = 0.15, 0.15


def worth(reading: Reading, status: Status | None, words: str, over: str, label: str) -> float:
    """A bonus for a unit. ``status``: what is asked, aims or results; ``over``: what stands over the unit; ``label``: of its document."""
    form, asked = matching_form(words), matching_form(reading.text)
    bonus = _ONLY_LEADS_IN * only_leads_in(reading, words) + _NOTICE * bool(_ONLY_NOTIFIES.search(form))
    if reading.kind in (Kind.LEAD_AGENCY, Kind.DEADLINE):
        bonus += _ONLY_RESTS * is_basis(reading.text, words)
    if reading.kind is Kind.DEADLINE:
        bonus += _of_term(reading.text, status, words, form)
    if reading.kind is Kind.LEAD_AGENCY:
        bonus += _OVERSEES * oversees(reading.text, words, label)
        bonus += _OTHER_LEVEL * of_other_level(reading.text, f"{over} {words}")
    if reading.kind in (Kind.TARGET, Kind.RESULT) and (found := _LABEL.match(form)):
        bonus += _LABELLED * (
            frozenset(found["of"].split()) <= frozenset(asked.replace(",", " ").replace("?", " ").split())
        )
    if _COST_ASKED.search(asked) and not _PART_ASKED.search(asked):
        bonus += _WHOLE_COST * bool(_COST.search(form))
    if _REPLACING.search(asked):
        bonus += _SAYS_WHAT * bool(_REPLACED.search(form))
    if "chưa " in asked:
        bonus += _UNDONE if "chưa " in form else _NOT_UNDONE
    return bonus


def only_leads_in(reading: Reading, words: str) -> bool:
    """Whether a unit only leads in to what answers; one that says when or how many answers itself: "tổ chức 04 cuộc, trong đó:"."""
    if not is_lead_in(reading.kind, words):
        return False
    if reading.kind in (Kind.TARGET, Kind.RESULT) and counts_given(reading.text, words):
        return False
    return reading.kind is not Kind.DEADLINE or not says_when(reading.text, words)


def _of_term(question: str, status: Status | None, words: str, form: str) -> float:
    """For a time of the kind that is asked for: when something was done, until when it goes, how long it takes, or when it is due."""
    if status is Status.RESULT:
        return _DATED * bool(_DONE.search(form))
    if lacks_form(question, words):
        return _OTHER_FORM
    return _DATED * bool(_TERM.search(form)) + _STATES_TERM * states_term(question, words)
