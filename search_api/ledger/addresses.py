"""The address of the page of a ledger that shows what a question to it finds."""

from urllib.parse import urlencode

from corpus.facts import FactKind
from search_api.ledger.ledger import Question

PATHS = {FactKind.TARGET: "/chi-tieu", FactKind.ASSIGNMENT: "/phan-cong", FactKind.DECISION: "/quyet-dinh"}
# Filters by their names in the address, as web/ledger_filters.js reads them.
NAMES = {
    "year": "nam", "status": "trang_thai", "agency": "chu_tri", "coordinate": "phoi_hop", "deadline": "han", "issuer": "ban_hanh", "doc_type": "loai",
    "document": "van_ban", "tag": "bo", "verdict": "danh_gia", "met": "ket_qua", "action": "viec", "about": "ve", "due_from": "han_tu", "due_to": "han_den",
}  # fmt: skip
_ORDERS = {"deadline": "han", "year": "nam", "indicator": "chi_tieu", "body": "co_quan"}


def address_of(question: Question) -> str:
    """The address. The question is to one ledger, the one of its filter "kind"."""
    (kind,) = question.filters["kind"]
    pairs = [("tim", question.words)] if question.words else []
    pairs += [
        (NAMES[field], content) for field, wanted in question.filters.items() if field != "kind" for content in wanted
    ]
    pairs += [(NAMES["about"], phrase) for phrase in question.about]
    if question.anyone:
        pairs.append(("vai", "any"))
    pairs += [
        (NAMES[field], day.isoformat())
        for field, day in (("due_from", question.due_from), ("due_to", question.due_to))
        if day
    ]
    if question.order in _ORDERS:
        pairs.append(("sap", f"{'-' if question.descending else ''}{_ORDERS[question.order]}"))
    return f"{PATHS[FactKind(kind)]}?{urlencode(pairs)}" if pairs else PATHS[FactKind(kind)]
