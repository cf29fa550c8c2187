"""Who leads, and until when, of what a task says: by a name of its own or all bodies at once, to be done or only to be taken part in, once or again and again."""

import re
from functools import lru_cache

from corpus.facts import Assignment
from corpus.grammar.body_kinds import names_everybody
from corpus.text import matching_form
from search_api.types import Kind

# What a task asks of a body is how to be, or to help another one: it leads nothing by it.
_SUPPORTS = re.compile(
    matching_form(
        r"(?:(?:chủ động|tích cực|tăng cường|tiếp tục),? ){0,2}(?:phối hợp(?! (?:với|cùng)[^.;]{0,200}(?<!\w)(?:chủ trì|xây dựng|ban hành|trình|tham mưu|tổ chức|theo dõi|hướng dẫn|kiểm tra|rà soát|triển khai|thực hiện|đề xuất)(?!\w))"
        r"|tham gia|tạo điều kiện|(?:đề|nêu) cao|nâng cao (?:tinh thần )?(?:trách nhiệm|nhận thức|ý thức)|gương mẫu|nêu gương|quán triệt)(?!\w)"
    )
)
# Everybody is told to be in earnest: said of no task at all.
_EXHORTS = re.compile(
    matching_form(
        r"(?<!\w)(?:(?:đề|nêu) cao (?:tinh thần |vai trò,? )?trách nhiệm|nêu cao (?:tinh thần|vai trò)|gương mẫu|nêu gương)(?!\w)"
    )
)
_MANY_ASKED = re.compile(matching_form(r"(?<!\w)(?:những|các) [^?]{2,40} nào(?!\w)|(?<!\w)những ai(?!\w)"))
_PARTNER_ASKED = re.compile(
    matching_form(r"(?<!\w)(?:phối hợp|tham gia|cùng với)(?! (?:với|cùng)(?!\w)(?! (?:ai|cơ quan|đơn vị|sở|bộ)))")
)
_UNTIL = re.compile(
    matching_form(
        r"(?<!\w)(?:đến|tới)(?: hết)? (?:bao giờ|khi nào|lúc nào|(?:ngày|tháng|quý|năm)(?: tháng)?(?: năm)? nào)"
    )
)
_REPEATED = re.compile(
    matching_form(r"(?<!\w)(?:(?:hằng|hàng|mỗi) (?:ngày|tuần|tháng|quý|năm)|định kỳ|thường xuyên|thường niên)(?!\w)")
)
_TERM_ASKED = re.compile(
    matching_form(
        r"(?<!\w)(?:thời hạn|thời gian (?!tới|qua|vừa)|kỳ hạn|hiệu lực|kéo dài|(?:đến|tới)(?: hết)? (?:bao giờ|khi nào|ngày nào))(?!\w)"
    )
)
_TERM_LABEL = re.compile(
    matching_form(r"\W{0,3}(?:điều \d{1,3}\W{1,3}|\w{1,4}[.)] ){0,2}(?:thời hạn|thời gian|hiệu lực)(?: [^\W\d]+){0,8}:")
)
_POINT = re.compile(matching_form(r"\d{1,2}/\d|ngày \d|tháng \d|quý (?:\d|[iv]+(?!\w))|(?<!\d)(?:19|20)\d\d(?!\d)"))
_END = re.compile(
    matching_form(
        r"(?<!\w)(?:(?:đến|tới|hết|trước|chậm nhất|muộn nhất|vào|trong|thời hạn)(?: hết| là| cuối)?(?: (?:ngày|tháng|quý|năm))? (?:\d|[iv]+(?!\w))|(?:hiệu lực|thời hạn|thời gian)[^.;]{0,80}\d|khi có|cho đến khi|lâu dài|không thời hạn)"
    )
)
_CITES = re.compile(
    matching_form(
        r"\W{0,3}(?:căn cứ|theo đề nghị|xét (?:đề nghị|tờ trình)|kèm theo|ban hành kèm theo|thực hiện (?:nghị|quyết|chỉ|kế|công))(?!\w)"
    )
)
_DAY = re.compile(matching_form(r"(?<!\d)\d{1,2}[/.-]\d{1,2}(?!\d)|ngày \d|\d{1,2} tháng \d"))
_OPENING = 200  # characters of a unit in which its subject and its first verb stand


def leads_by_name(question: str, task: Assignment) -> bool:
    """Whether a task tells who leads: a body by its name, not all of them at once, and more than to help or to be in earnest.

    Where several are asked for ("những đơn vị nào") a group is an answer; where partners are, taking part is.
    """
    if not task.lead:
        return False
    form = matching_form(question)
    return _is_named(task.lead, bool(_MANY_ASKED.search(form))) and (
        _PARTNER_ASKED.search(form) is not None or _SUPPORTS.match(matching_form(task.task)) is None
    )


def exhorts(question: str, words: str) -> bool:
    """Whether a unit begins by telling bodies to be in earnest, which is no answer to who leads; not where it is asked for."""
    found = _EXHORTS.search(matching_form(words[:_OPENING]))
    return found is not None and found[0] not in matching_form(question)


@lru_cache(20_000)
def _is_named(lead: tuple[str, ...], group: bool) -> bool:
    return group or 2 * sum(names_everybody(matching_form(name)) for name in lead) <= len(lead)


def is_due(question: str, task: Assignment, *, day: bool = False) -> bool:
    """Whether a task has the term that is asked for: no periodic duty says until when, and where the ``day`` is asked no year does."""
    form = matching_form(task.deadline)
    if not form or (until_when(question) and only_repeats(form)):
        return False
    return not day or _DAY.search(form) is not None


def until_when(question: str) -> bool:
    """Whether a question asks when something ends: "đến bao giờ"."""
    return _UNTIL.search(matching_form(question)) is not None


def says_until(words: str) -> bool:
    """Whether a unit says until when: no citation of what it rests on has an end."""
    form = matching_form(words)
    return _END.search(form) is not None and _CITES.match(form) is None


def only_repeats(words: str) -> bool:
    """Whether words in matching form say that something is done again and again, and no point in time."""
    return _REPEATED.search(words) is not None and _POINT.search(words) is None


def states_term(question: str, words: str) -> bool:
    """Whether a unit is labelled as the term that is asked for: "Thời hạn ủy quyền: từ ngày … đến hết ngày …"."""
    form = matching_form(words)
    return (
        _TERM_ASKED.search(matching_form(question)) is not None
        and _TERM_LABEL.match(form) is not None
        and _POINT.search(form) is not None
    )


def is_lead_in(kind: Kind, words: str) -> bool:
    """Whether a unit only leads in to what answers: a petition before its decision, a duty before its steps."""
    return kind in (Kind.LEAD_AGENCY, Kind.DEADLINE, Kind.DECISION) and words.rstrip().endswith(":")
