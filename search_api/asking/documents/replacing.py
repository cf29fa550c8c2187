"""Which documents another one replaces or repeals: all of them, from the references that stand in it."""

import re

from corpus.catalogue.documents import DocumentInfo
from corpus.catalogue.relations import StoredRelation, relations_of
from corpus.facts import RelationKind
from corpus.text import folded, matching_form, one_line
from corpus.types import Span
from search_api.asking.asked import Asked
from search_api.asking.documents.front import document_words, line_of
from search_api.asking.drafts import Draft, Statement, said
from search_api.types import Evidence, Hit
from search_api.units import LONGEST_QUOTE

_TYPES = r"quyet dinh|nghi quyet|ke hoach|chi thi|van ban|quy che|quy dinh|thong tu|nghi dinh|luat|chuong trinh|huong dan|thong bao|ket luan|cong van|dieu le|qd|nq|kh|hd|nd|qc|ct|vb"
_MANY = r"(?:nhung|cac|may|bao nhieu|tat ca(?: cac| nhung)?)"
_WHICH = r"(?:nao|gi|so may|so bao nhieu|may)"
_ENDS = r"thay(?: the)?(?: cho)?|the cho|bai bo(?: toan bo)?|huy bo|(?:lam |cham dut |khien )(?:het )?hieu luc(?: cua)?|lam (?:cho )?het hieu luc|het hieu luc doi voi"
# "thay thế quyết định nào", "làm hết hiệu lực những quyết định gì", "chấm dứt hiệu lực của văn bản nào": what the document itself ends
_ASKED = re.compile(
    rf"(?<!\w)(?:{_ENDS})(?: {_MANY})? (?:{_TYPES})(?: \w+){{0,4}} {_WHICH}(?!\w)"
    rf"|(?<!\w)(?:{_ENDS})(?: {_MANY})? (?:{_TYPES}) {_WHICH}(?!\w)"
)
# "những quyết định nào hết hiệu lực khi Quy chế … được ban hành": the one that ends them is named behind
_ENDED = re.compile(
    rf"(?<!\w)(?:{_TYPES})(?: \w+){{0,3}} (?:nao|gi) (?:se |da |phai |deu )?(?:(?:bi|duoc) (?:thay(?: the)?|bai bo|huy bo)|het hieu luc|cham dut hieu luc)(?: thi hanh)?"
    rf" (?:boi|theo|tai|trong|do|bang|(?:ke )?tu (?:khi|ngay)|sau khi|khi|voi) (?!nao|gi|ai)"
)
_SAYS_SO = re.compile(
    r"(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định|Quy chế|Quy định|Chỉ thị|Kế hoạch|Điều lệ|Hướng dẫn|Văn bản) này[^.;\n]{0,120}?(?:thay thế|bãi bỏ|hủy bỏ|huỷ bỏ) (?:[^.;\n]|\.(?=\w)){4,240}"
)
_LONGEST_SEARCHED = 200_000  # characters before the end of a document
_PASSIVE = re.compile(r"(?<!\w)(?:bi|duoc) (?:thay|bai bo|huy bo)(?!\w)")
# of its own: "Quyết định này thay thế các quyết định số …", "Bãi bỏ Quyết định số …"
_SAYS = re.compile(
    rf"(?<!\w)(?:{_ENDS}) [^.;]{{0,80}}?(?:{_TYPES})[^.;]{{0,40}}?\d|(?:{_TYPES})[^;]{{0,200}}\d[^;]{{0,200}}het hieu luc"
)
# "được sửa đổi bởi văn bản nào": what came after a document
_SUCCEEDED = re.compile(
    r"(?<!\w)(?:bi|duoc) (?:sua doi|bo sung|thay(?: the)?|bai bo|huy bo|dinh chinh|dieu chinh)(?:,? (?:va )?(?:bo sung|thay the|bai bo))? (?:boi|bang|theo|tai|trong) (?:\w+ ){0,3}(?:nao|gi|so may)(?!\w)"
)
_SUCCESSION = re.compile(r"(?<!\w)(?:sua doi|bo sung|thay the|bai bo|huy bo|dinh chinh|dieu chinh|het hieu luc)(?!\w)")
_OWN_ENDS = re.compile(rf"(?<!\w)(?:{_TYPES}) nay(?!\w)[^.;]{{0,120}}?(?<!\w)(?:thay the|bai bo|huy bo)(?!\w)")
_MOST_DOCUMENTS = 3
_LOOKED_AT, _ROOM = 12, 380  # units; characters
_LEAST = 0.3  # coverage of a unit whose document is looked into
_MOST = 12


def replacing(asked: Asked) -> Draft | None:
    """What the document of a question replaces, with the sentence that says so; None where nothing of that is asked or said."""
    form = folded(matching_form(asked.reading.text))
    if not _ENDED.search(form) and (not _ASKED.search(form) or _PASSIVE.search(form)):
        return None
    for info in _meant(asked):
        with asked.store.catalogue.read() as connection:
            found = [
                s for s in relations_of(connection, info.id)
                if s.relation.kind in (RelationKind.REPLACES, RelationKind.REPEALS)
            ]  # fmt: skip
            passages = asked.store.passages.of(connection, info.place) if found else []
        if not found or not passages:
            continue
        text = asked.texts.of_document(info)
        statements = []
        for stored in found[:_MOST]:
            span = stored.relation.span
            line = _around(text, span)
            home = next((p for p in passages if p.passage.span.start <= span.start < p.passage.span.end), passages[0])
            item = Evidence(Hit(home, info, 1.0, None, None), line, span, 1.0, 1.0, True, True, (span,))
            statements.append(Statement(_named(stored), item))
        if len(statements) == 1:
            only = statements[0]
            return Draft((Statement(f"{_short(info)} {_verb(found[0])} {only.words}", only.evidence),))
        before = f"{_short(info)} {_verb(found[0])} {len(found)} văn bản:\n"
        return Draft(tuple(statements), joined="\n", before=before, listed=True, total=len(found))
    return _in_words(asked) or next((draft for info in _meant(asked)[:1] if (draft := _by_name(asked, info))), None)


def _in_words(asked: Asked) -> Draft | None:
    """The sentence of the documents that are meant that says what it ends, where no number in it could be read as a reference."""
    ids = {info.id for info in _meant(asked)[:1]}
    saying = (e for e in asked.evidence[:_LOOKED_AT] if e.hit.document.id in ids)
    found = next((e for e in saying if _SAYS.search(folded(matching_form(e.core.of(asked.text(e)))))), None)
    return Draft(said((asked.own_words(found, _ROOM), found))) if found else None


def lacks_successor(asked: Asked) -> bool:
    """Whether a question asks what amended, replaced or was replaced by a document, and the unit that would answer does not say that."""
    form = folded(matching_form(asked.reading.text))
    succeeded = _SUCCEEDED.search(form) is not None
    if not asked.plain.citations or not (succeeded or _ASKED.search(form)):
        return False
    words = folded(matching_form(asked.first.core.of(asked.text(asked.first))))
    if not succeeded or not _SUCCESSION.search(words):
        return _SUCCESSION.search(words) is None
    named = asked.first.hit.document.id in {info.id for info in asked.named}
    return named and _OWN_ENDS.search(words) is not None  # what it ended itself is not what ended it


def _by_name(asked: Asked, info: DocumentInfo) -> Draft | None:
    """The sentence in which a document says that it replaces another one that has no number there: "Luật này thay thế Luật … năm …"."""
    text = asked.texts.of_document(info)
    match = _SAYS_SO.search(text, max(0, len(text) - _LONGEST_SEARCHED))
    if match is None:
        return None
    with asked.store.catalogue.read() as connection:
        passages = asked.store.passages.of(connection, info.place)
    core = Span(*match.span())
    home = next((p for p in passages if p.passage.span.start <= core.start < p.passage.span.end), None)
    home = home or next((p for p in passages if p.passage.span.start >= core.start), passages[-1] if passages else None)
    if home is None:
        return None
    item = Evidence(Hit(home, info, 1.0, None, None), _around(text, core), core, 1.0, 1.0, True, True, (core,))
    return Draft((Statement(f"{_short(info)}: {one_line(match[0])}", item),))


def _meant(asked: Asked) -> list[DocumentInfo]:
    """The documents that are named, else those of the best units."""
    if named := asked.named:
        return named[:_MOST_DOCUMENTS]
    good = (
        e for e in asked.evidence if e.coverage >= _LEAST and e.years and not {"documents", "places"} & set(e.against)
    )
    return list({e.hit.document.id: e.hit.document for e in good}.values())[:_MOST_DOCUMENTS]


def _around(text: str, span: Span) -> Span:
    """The line in which a reference stands; of a long one the part that holds it, from the start of its clause."""
    line = line_of(text, span)
    if line.holds(span) and line != span and line.end - line.start <= LONGEST_QUOTE:
        return line
    before = max(text.rfind("\n", 0, span.start) + 1, span.start - LONGEST_QUOTE // 3)
    clause = max((m.end() for m in re.finditer(r"[.;]\s", text[before : span.start])), default=0)
    line_end = text.find("\n", span.end)
    end = min(line_end if line_end >= 0 else len(text), before + clause + LONGEST_QUOTE)
    return Span(before + clause, max(span.end, end))


def _named(stored: StoredRelation) -> str:
    relation = stored.relation
    name = f"{relation.doc_type} số {relation.symbol}" if relation.symbol else relation.title
    day = f" ngày {relation.issued_on:%d/%m/%Y}" if relation.issued_on else ""
    return f"{name.strip()[:1].upper()}{name.strip()[1:]}{day}"


def _verb(stored: StoredRelation) -> str:
    return "thay thế" if stored.relation.kind is RelationKind.REPLACES else "bãi bỏ"


def _short(info: DocumentInfo) -> str:
    return document_words(info).partition(":")[0]
