"""Who leads a committee, its deputies, its secretary: of the list or table under the committee's own name, not of the one beside it."""

import re
from collections.abc import Iterator, Sequence

from corpus.catalogue.documents import DocumentInfo
from corpus.catalogue.passages import StoredPassage, passages_between
from corpus.text import folded, matching_form, one_line
from corpus.types import CELL_SEPARATOR, PassageKind, Span, value
from search_api.asking.asked import Asked
from search_api.asking.drafts import Draft, Statement
from search_api.asking.enumerations.things import words_in
from search_api.asking.persons.people import names_in
from search_api.asking.wording import shortened
from search_api.types import Evidence, Hit, Kind
from search_api.units import LONGEST_QUOTE

_KIND = (
    r"(?:tieu ban|ban (?:to chuc|chi dao|chi huy|dieu hanh|soan thao|bien tap|bien soan|giam khao|thu ky|kiem phieu|quan ly|van dong|lien lac|cong tac|tu van|le tan|van nghe|hau can|xay dung)"
    r"|to (?:cong tac|giup viec|bien tap|bien soan|thu ky|kiem tra|tham dinh|ky thuat|phuc vu|xay dung|trien khai|tu van|cong nghe|de an|soan thao|chuyen gia|chuyen trach|lien nganh)"
    r"|hoi dong|doan (?:kiem tra|giam sat|cong tac|thanh tra|khao sat|tham dinh|dai bieu)|nhom|doi|bo phan|ban)"
)
_NAMED = re.compile(rf"(?<!\w)(?P<group>{_KIND}(?: \w+){{0,14}})")
_STOPS = re.compile(
    r" (?:cua|do|la|gom|bao gom|nhu sau|sau day|co|theo|tai|trong|o|thuoc|nam|hien nay|ai|nguoi nao|va|duoc|thi|nhiem ky|giai doan)(?!\w).*$"
)
_ANYBODY = r"\w+"
# A role as it is asked after, and as rows of a list give it.
_ROLES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(rf"(?<!\w)(?:{asked})(?!\w)"), re.compile(rf"(?<!\w)(?:{printed})(?!\w)"))
    for asked, printed in (
        (
            r"pho(?: truong)?(?= (?:tieu ban|ban|to|doan|nhom|doi|bo phan))|to pho|pho chu tich(?= hoi dong)|lam pho",
            r"pho (?:truong )?(?:tieu )?ban|to pho|pho (?:to truong|truong to|truong doan|doan|nhom|truong nhom)|(?<!uy vien )pho chu tich(?: hoi dong| hd)",
        ),
        (
            r"(?:gom|bao gom|co)(?: co)?(?: nhung)? (?:ai|nguoi nao|thanh vien nao|(?:dong chi|ong|ba) nao)|(?:gom|co) nhung ai|thanh vien(?: \w+){0,12} la (?:nhung )?ai",
            _ANYBODY,
        ),
        (r"(?<!ban )(?<!to )thu ky", r"thu ky"),
        (
            r"dung dau|cam dau|cam trich|lam truong|phu trach chinh|phu trach chung|truong(?= (?:tieu ban|ban|to|doan|nhom|doi|bo phan))|to truong|truong doan|truong nhom|doi truong|truong ban"
            r"|chu tich(?= hoi dong)|lanh dao",
            r"(?<!pho )(?<!pho to )(?:truong (?:tieu )?ban|to truong|truong (?:to|doan|nhom|doi|bo phan)|truong(?= ?$)|doi truong|chu tich (?:hoi dong|hd))",
        ),
    )
)
_WHO = re.compile(r"(?<!\w)(?:ai|nguoi nao|(?:dong chi|d/c|ong|ba|vi) nao|ten (?:la )?gi|nhung ai)(?!\w)")
_ASKS = frozenset([
    "ai", "la", "lam", "do", "nao", "nguoi", "dong", "chi", "ong", "ba", "vi", "gi", "ten", "dung", "dau", "cam",
    "trich", "phu", "trach", "chinh", "chung", "lanh", "dao", "giu", "chuc", "vu", "va", "cua", "o", "tai", "trong",
    "thi", "duoc", "cu", "phan", "cong", "truong", "pho", "to", "chu", "tich", "thu", "ky", "gom", "bao", "co",
    "nhung", "thanh", "vien",
])  # fmt: skip
_LIST = (PassageKind.ROW, PassageKind.ITEM, PassageKind.PARAGRAPH)
_BULLET = re.compile(r"^[-–+•*\s]+|^\d{1,3}[.)]?\s+")
_TITLED = re.compile(r"(?<!\w)(Ông|Bà|Đồng chí|Đ/c)\s?:\s?")
_LONGEST_NAME = 120  # characters
_AROUND = 120  # passages before and behind a unit that was found
_MOST_DOCUMENTS = 4
_LEAST_TOLD = 0.5  # of the other words of the question, in what names the document or stands over the list
_MOST, _MOST_MEMBERS = 3, 15
_ROOM, _ROOM_OF_MEMBER = 320, 110  # characters
_PRINTED_ANYBODY = rf"(?<!\w)(?:{_ANYBODY})(?!\w)"


@value
class _Sought:
    """``group``: the words of the committee's name and what may follow it; ``role``: as rows give it; ``rest``: what else is said."""

    group: tuple[str, ...]
    role: re.Pattern[str]
    rest: frozenset[str]

    @property
    def all_members(self) -> bool:
        """Whether all of them are asked for."""
        return self.role.pattern == _PRINTED_ANYBODY


@value
class _Member:
    document: DocumentInfo
    stored: StoredPassage
    span: Span
    group: str


def committee(asked: Asked) -> Draft | None:
    """Who holds a role in the committee that is asked after; None where none is, or no list of its members was found."""
    sought = sought_in(asked.reading.text)
    if sought is None:
        return None
    for document in _documents(asked):
        found = list(_members(asked, document, sought))
        if len(found) > sought.all_members:
            return _draft(asked.texts.of_document(document), found, sought)
    return None


def _draft(text: str, found: Sequence[_Member], sought: _Sought) -> Draft:
    if not sought.all_members:
        several = (Statement(_words(text, one), _evidence(one)) for one in found[:_MOST])
        return Draft(tuple(several), joined="\n", kind=Kind.PERSON)
    shown = f" (nêu {_MOST_MEMBERS} người đầu)" if len(found) > _MOST_MEMBERS else ""
    before = f"{_capital(found[0].group) or 'Danh sách'}: {len(found)} người{shown}:\n"
    rows = tuple(Statement(_words(text, one, named=False), _evidence(one)) for one in found[:_MOST_MEMBERS])
    return Draft(rows, joined="\n", before=before, listed=True, total=len(found), kind=Kind.LIST)


def sought_in(question: str) -> _Sought | None:
    """The committee and the role in it that a question asks after; None where it asks after none."""
    plain = folded(matching_form(question))
    if len(_WHO.findall(plain)) != 1:
        return None
    role = next(((asked.search(plain), printed) for asked, printed in _ROLES if asked.search(plain)), None)
    if role is None or role[0] is None:
        return None
    names = [_cut(m["group"]) for m in _NAMED.finditer(plain)]
    named = next((name for name in names if len(name) > 1), None)
    if named is None:
        return None
    return _Sought(named, role[1], frozenset(words_in(question)) - _ASKS)


def _cut(name: str) -> tuple[str, ...]:
    return words_in(_STOPS.sub("", name))


def _documents(asked: Asked) -> list[DocumentInfo]:
    named = {info.id for info in asked.named}
    near = {e.hit.document.id: e.hit.document for e in asked.evidence if not e.against}
    return [info for id_, info in near.items() if not named or id_ in named][:_MOST_DOCUMENTS]


def _members(asked: Asked, document: DocumentInfo, sought: _Sought) -> Iterator[_Member]:
    """Members with the role, of the first list that stands under the committee's name."""
    at = [e.hit.stored.passage.ordinal for e in asked.evidence if e.hit.document.id == document.id and not e.against]
    near = [ordinal for ordinal in at if abs(ordinal - at[0]) <= _AROUND]
    with asked.store.catalogue.read() as connection:
        passages = passages_between(connection, document.id, max(0, min(near) - _AROUND), max(near) + _AROUND)
    text = asked.texts.of_document(document)
    first = ""
    for stored in passages:
        if stored.passage.kind not in _LIST:
            continue
        for span, group in _grouped(text, stored, sought):
            words = span.of(text)
            if not _is_called(sought.group, group) or not _has_role(sought.role, words) or not names_in(words):
                continue
            place = " ".join(group)
            if first and place != first:
                return
            if first or _told(sought, document, stored, text) >= _LEAST_TOLD:
                first = place
                yield _Member(document, stored, span, _printed(text, stored, group))


def _grouped(text: str, stored: StoredPassage, sought: _Sought) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """The parts of a passage, one a person, each with the words of the committee it stands under."""
    passage = stored.passage
    lines = [*(s.of(text) for s in reversed(passage.context)), *reversed(passage.heading)]
    own = passage.span.of(text)
    if passage.kind is PassageKind.ROW:
        cells = [_group_of([cell]) for cell in own.split(CELL_SEPARATOR.strip()) if _begins(cell)]
        # a body in a row may be where somebody works
        beside = [group for group in cells if group[:1] == ("tieu",) or _is_called(sought.group, group)]
        yield passage.span, beside[0] if beside else _group_of(lines)
        return
    opens = own.find(":")
    if 0 < opens < _LONGEST_NAME and _begins(own[:opens]):
        lines = [own[:opens], *lines]
    group, start = _group_of(lines), passage.span.start
    for part in own.split(";"):
        yield Span(start, start + len(part)), group
        start += len(part) + 1


def _begins(words: str) -> bool:
    """Whether words begin with the name of a committee."""
    match = _NAMED.search(folded(matching_form(words)))
    return match is not None and match.start() <= 6


def _group_of(lines: Sequence[str]) -> tuple[str, ...]:
    """The committee that the nearest line names."""
    for line in lines:
        match = _NAMED.search(folded(matching_form(line[:300])))
        if match:
            return _cut(re.split(r"[:,(;|]", match["group"], maxsplit=1)[0])
    return ()


def _is_called(sought: tuple[str, ...], group: tuple[str, ...]) -> bool:
    """Whether a committee is the one that is asked after: the one name begins with the other."""
    short = min(len(sought), len(group))
    return short > 1 and sought[:short] == group[:short]


def _has_role(role: re.Pattern[str], words: str) -> bool:
    return role.search(folded(matching_form(words)).strip(" .;,|")) is not None


def _told(sought: _Sought, document: DocumentInfo, stored: StoredPassage, text: str) -> float:
    """How much else of the question names the document or stands over the list."""
    rest = sought.rest - frozenset(sought.group[:1])
    over = (document.label, document.title, document.front.get("issuer", ""), document.front.get("place", ""))
    known = frozenset(words_in(" ".join((*over, *stored.passage.heading, *(s.of(text) for s in stored.passage.context), stored.passage.span.of(text)))))  # fmt: skip
    return len(rest & known) / max(1, len(rest))


def _printed(text: str, stored: StoredPassage, group: tuple[str, ...]) -> str:
    """The committee as it is printed over the list."""
    lines = [*(s.of(text) for s in reversed(stored.passage.context)), *reversed(stored.passage.heading)]
    for line in lines:
        plain = folded(matching_form(line))
        match = _NAMED.search(plain)
        if match and _group_of([line]) == group:
            return one_line(re.split(r"[:,(;|]", line[match.start() : match.end()], maxsplit=1)[0])[:80].strip()
    return ""


def _words(text: str, member: _Member, *, named: bool = True) -> str:
    cells = [_BULLET.sub("", cell.strip()) for cell in one_line(member.span.of(text)).split(CELL_SEPARATOR.strip())]
    words = ", ".join(cell.strip() for cell in cells if cell.strip(" -") and not cell.strip().isdigit()).strip(" .;,")
    words = _TITLED.sub(r"\1 ", words)
    return shortened(
        f"{_capital(member.group)}: {words}" if named and member.group else words, _ROOM if named else _ROOM_OF_MEMBER
    )


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _evidence(member: _Member) -> Evidence:
    quote = Span(member.span.start, min(member.span.end, member.span.start + LONGEST_QUOTE))
    return Evidence(Hit(member.stored, member.document, 1.0, None, None), quote, quote, 1.0, 1.0, True, True, ())
