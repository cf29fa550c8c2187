"""What a question asks for, and which of its words carry meaning."""

import re
from collections.abc import Sequence

from corpus.analyser import terms
from corpus.text import folded, matching_form
from corpus.types import Span
from search_api.types import Kind

# Patterns are without diacritics: a question typed without them is of the same kind.
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"))
    for kind, pattern in (
        (Kind.DECISION, r"thay (?:the )?(?:cho )?(?:nhung |cac )?(?:quyet dinh|nghi quyet|ke hoach|chi thi|van ban|quy che) (?:nao|so may|so bao nhieu)"),
        (Kind.COMPARE, r"so voi nhau|so sanh|chenh(?: nhau)?|khac nhau|khac gi|co giong|co cung|co khop|cao hon hay|thap hon hay"),
        # "văn bản nào", "cán bộ nào", "chỉ số nào" ask for no body
        (Kind.LEAD_AGENCY, r"(?:co quan|don vi|(?<!can )bo|(?<!chi )(?<!con )(?<!(?<!c)ho )so|to dang|(?<!van )ban|nganh|to chuc) nao"
                           r"|giao (?:cho )?(?:ai|co quan nao)|ai (?:chu tri|dau moi|chiu trach nhiem|phoi hop|theo doi|lam dau moi|lo|duoc giao"
                           r"|thuc hien)|don vi chu tri|co quan chu tri|ai chu tri|cq nao|do ai chu tri"),
        (Kind.DEADLINE, r"khi nao|bao gio|(?:truoc )?(?:ngay|thang|quy|nam) (?:nao|may)|han (?:chot|cuoi|hoan thanh|den|may|nao)|thoi han|thoi gian hoan thanh"
                        r"|cham nhat|den (?:het )?thang may|xong (?:truoc|khi)"),
        (Kind.PERSON, r"ai (?:la|ky|phat bieu|ket luan|dung dau|giu|lam truong)|do ai ky|la ai|nguoi nao|(?:dong chi|d/c) nao|nguoi ky|ten (?:la )?gi"),
        (Kind.LIST, r"(?:gom|bao gom|co) nhung|nhung [^?]{2,60} nao|ke ten|liet ke|cac [^?]{2,40} nao|neu (?:cac|nhung)|danh sach"),
        (Kind.RESULT, r"da (?:dat|hoan thanh|duoc|co|giai ngan|thuc hien)[^?]*(?:bao nhieu|may)|ket qua|dat duoc (?:bao nhieu|may)|hien (?:dat|co)|thuc te"
                      r"|uoc dat|giai ngan|(?:da|duoc) [^?]*(?:bao nhieu|may phan tram)"),
        (Kind.TARGET, r"bao nhieu|(?:muc|den|duoi|tren) (?:nao|may)|(?<!\w)(?:bn|bnhieu|bao nhiu) ?%|xep thu may|may (?:phan tram|%|tuyen|doanh nghiep)|muc tieu|chi tieu|phan dau|toi thieu|dat muc nao|ty le|ti le|la may"),
        (Kind.DECISION, r"quyet dinh gi|ket luan (?:ra sao|the nao|gi)|thong nhat gi|chi dao (?:gi|ra sao)|thay the|bang (?:loai )?van ban nao|hieu luc"),
    )
)  # fmt: skip
# Words that ask or join and say nothing of what is asked for.
_ASKING = re.compile(
    r"(?<!\w)(?:(?:bao nhiêu|mấy)(?: phần trăm| ?%)?|như thế nào|thế nào|ra sao|những gì|là gì|ở đâu|khi nào|bao giờ|hay không|không(?=\s*\?*$)|"
    r"(?:cơ quan|đơn vị|bộ|sở|ban|ngành|ngày|tháng|năm|quý|mức|nơi|người|văn bản|loại|cái|việc|điều) nào|là ai|ai|nào|gì|"
    r"cho (?:tôi )?biết|hãy|xin|vậy|thì|là|theo|về|của|và|các|những|cho|trong|ở|tại|với|được|phải|bị|đã|sẽ|có|để|do|từ|này|đó|bằng|đạt)(?!\w)"
)

_ENOUGH = 5  # words beside a document's number; with fewer the document itself is asked for: "ai ký Nghị quyết 57"


def kind_of(question: str) -> Kind:
    """What a question asks for, by the words it asks with."""
    plain = _first_asked(folded(matching_form(question)))
    return next((kind for kind, pattern in _KINDS if pattern.search(plain)), Kind.LOOKUP)


_ASKS = re.compile(r"(?<!\w)(?:bao nhieu|may|bn|nao|ai|khi nao|bao gio)(?!\w)")


def _first_asked(plain: str) -> str:
    """Of a question that asks several things, one after a comma, the part up to the first that is asked."""
    pieces = plain.split(", ")
    asking = [n for n, piece in enumerate(pieces) if _ASKS.search(piece)]
    return ", ".join(pieces[: asking[0] + 1]) if len(asking) > 1 else plain


def content_of(question: str) -> tuple[str, ...]:
    """Terms that carry meaning; all terms where none does."""
    bare = _ASKING.sub(" , ", matching_form(question))
    return tuple(dict.fromkeys(terms(bare))) or tuple(dict.fromkeys(terms(question)))


def content_beside(question: str, named: Sequence[Span]) -> tuple[str, ...]:
    """Terms that carry meaning beside the numbers of documents, which say where to look; all that do where there are few."""
    rest = question
    for span in reversed(named):
        rest = f"{rest[: span.start]} , {rest[span.end :]}"
    beside = content_of(rest) if any(c.isalpha() for c in rest) else ()
    return beside if sum(" " not in term for term in beside) >= _ENOUGH else content_of(question)
