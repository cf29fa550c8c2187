"""Who leads, of what a unit says: a body by its name, not all of them at once, and more than to help or to be in earnest."""

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
_WATCH = r"(?:theo dõi|đôn đốc|hướng dẫn|giám sát|kiểm tra|tổng hợp|sơ kết|tổng kết)"
_PAPER = r"(?:kế hoạch|nghị quyết|nghị định|thông tư|luật|pháp lệnh|kết luận|chỉ thị|chương trình|đề án|quyết định|quy định|thông báo|công điện|quy chế|hướng dẫn)"
_OVERSEEING = re.compile(matching_form(rf"(?<!\w){_WATCH}(?!\w)[^?]{{0,80}}?(?<!\w){_PAPER}(?!\w)"))
_WATCHING = re.compile(
    matching_form(
        rf"(?<!\w)(?:{_WATCH}|{_PAPER}|thực hiện|triển khai|thi hành|báo cáo|kết quả|(?:cơ quan|đơn vị|ban|sở|bộ|phòng) nào|ai|giao|việc|lo|do)(?!\w)"
    )
)
_OF_ITS_TOPIC = 0.5  # of the words of a question beside those of watching, in the label of the document or in the unit
_OF_ITSELF = re.compile(
    matching_form(rf"(?<!\w)(?:thực hiện|triển khai|thi hành|{_WATCH})(?!\w)[^.;]{{0,60}}?(?<!\w){_PAPER} này(?!\w)")
)
_OVERSEEN = re.compile(
    matching_form(
        rf"(?<!\w){_WATCH}(?!\w).{{0,250}}?(?:thực hiện|triển khai|thi hành|kết quả)[^.;]{{0,60}}?(?<!\w){_PAPER}(?: này|[^\w]*$| (?:nghiêm túc|hiệu quả|số)|[.;,])"
    )
)
_BASIS = re.compile(
    matching_form(
        r"[^\w]{0,3}(?:căn cứ (?:vào )?(?:luật|bộ luật|pháp lệnh|hiến pháp|nghị|quyết|thông tư|kế hoạch|chỉ thị|kết luận|quy|công văn)|theo đề nghị của|xét (?:đề nghị|tờ trình)|\(?(?:ban hành )?kèm theo)(?!\w)(?:[^.]|\.(?=\w)){0,600}(?:[;.)]|$)[^\w]*$"
    )
)
_BASIS_ASKED = re.compile(
    matching_form(r"(?<!\w)(?:căn cứ|cơ sở|đề nghị|tờ trình|kèm theo|dựa (?:vào|trên)|pháp lý)(?!\w)")
)
_LEVEL_ASKED = re.compile(matching_form(r"(?<!\w)(?<!cán )(?<!đồng )(bộ|sở|vụ|cục|phòng|viện) nào(?!\w)"))
# What is left of "tất cả các sở, ban ngành thành phố" where it is cut at its comma.
_SECTORS = re.compile(matching_form(r"(?:sở,? |bộ,? )?ban,? ngành(?!\w)"))
# "… do ai triệu tập": what is done, by whom stands before it: "do Ban quản trị triệu tập".
_DONE_BY_WHOM = re.compile(
    matching_form(r"(?<!\w)(?:do )?ai (?:được |phải |có quyền |sẽ )?((?!là )[^\s?,]+(?: [^\s?,]+)?)")
)
# In decrees and charters a duty is that of whoever is in a role: "Người ký văn bản phải chịu trách nhiệm …".
_WHO_ASKED = re.compile(r"(?<!\w)(?:ai|người nào)(?!\w)")
_HOLDER = re.compile(
    matching_form(
        r"[^\w]{0,3}(?:\w{1,3}[.)] ?)?(?:người|cá nhân|văn thư|thủ trưởng|chủ đầu tư|nhà đầu tư|chủ (?:sở hữu|rừng|hộ|dự án)|doanh nghiệp|hợp tác xã|tổ chức|cơ sở|thành viên|trưởng|cán bộ|công chức|đảng viên|đoàn viên|xã viên|chi đoàn)"
        r"(?!\w)[^.;:]{0,160}?(?<!\w)(?:phải|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|được quyền|có quyền|quyết định|thực hiện)(?!\w)"
    )
)
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


def oversees(question: str, words: str, label: str) -> bool:
    """Whether a unit says who watches over the document itself, as its last article does, where this is asked for.

    ``label``: of the document, which must be the one that is asked about.
    """
    asked = matching_form(question)
    if _OVERSEEING.search(asked) is None or _OVERSEEN.search(matching_form(words)) is None:
        return False
    topic = frozenset(re.findall(r"\w{2,}", _WATCHING.sub(" ", asked)))
    held = frozenset(re.findall(r"\w{2,}", matching_form(f"{label} {words}")))
    return len(topic & held) >= _OF_ITS_TOPIC * len(topic)


def is_of_itself(task: str) -> bool:
    """Whether a task is done to the document that gives it: "giám sát việc thực hiện Nghị quyết này" is another task in each resolution."""
    return _OF_ITSELF.search(matching_form(task)) is not None


def is_basis(question: str, words: str) -> bool:
    """Whether a unit only says on what its document rests ("Căn cứ Luật …;"), which is no answer unless that is asked."""
    return _BASIS.match(matching_form(words)) is not None and _BASIS_ASKED.search(matching_form(question)) is None


def of_other_level(question: str, words: str) -> bool:
    """Whether a unit names no body of the level that is asked for: "sở nào", "bộ nào"."""
    asked = _LEVEL_ASKED.search(matching_form(question))
    return asked is not None and re.search(rf"(?<!\w){asked[1]} [^\W\d_]", matching_form(words)) is None


def names_a_holder(question: str, words: str) -> bool:
    """Whether it is asked who does something and a unit gives that to whoever is in a role, or says by whom it is done.

    "Người ký văn bản phải chịu trách nhiệm …", "đại hội do Ban quản trị triệu tập".
    """
    asked, form = matching_form(question), matching_form(words)
    if _WHO_ASKED.search(asked) is None:
        return False
    done = _DONE_BY_WHOM.search(asked)
    by_whom = (
        re.search(rf"(?<!\w)do (?!đó|vậy)[^\W\d_][^.;]{{1,60}}? {re.escape(done[1])}(?!\w)", form) if done else None
    )
    return by_whom is not None or _HOLDER.match(form[:_OPENING]) is not None


@lru_cache(20_000)
def _is_named(lead: tuple[str, ...], group: bool) -> bool:
    forms = [matching_form(name) for name in lead]
    return group or 2 * sum(names_everybody(form) or _SECTORS.match(form) is not None for form in forms) <= len(lead)


def is_lead_in(kind: Kind, words: str) -> bool:
    """Whether a unit only leads in to what answers: a petition before its decision, a duty before its steps."""
    return kind in (Kind.LEAD_AGENCY, Kind.DEADLINE, Kind.DECISION) and words.rstrip().endswith(":")
