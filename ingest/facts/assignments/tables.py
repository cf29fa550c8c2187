"""Task tables → assignments, one a row: columns of any order, merged cells, "nt", titles of groups between the rows."""

import re
from collections.abc import Iterator, Sequence

from corpus.grammar.body_kinds import begins_body, is_abbreviated
from corpus.grammar.body_lists import Body, split_bodies
from corpus.text import matching_form
from corpus.types import Block, Document, Span
from ingest.facts.assignments.addressing import coordination
from ingest.facts.assignments.columns import COORDINATE, COST, DEADLINE, LEAD, PRODUCT, TASK, slots_of
from ingest.facts.assignments.making import Found, trimmed
from ingest.facts.assignments.predicates import begins_with_verb
from ingest.table_groups import filled_cells, is_group

_SAME = re.compile(r"[-–\s]*(?:nt|như trên|như mục trên|n/t|″|〃|”|“|\"|'')[-–.\s]*", re.IGNORECASE)
_WITH = re.compile(
    r"[,;]?\s*(?:chủ trì,?\s*)?phối hợp(?: chặt chẽ)?(?: với| cùng)?\s*:?\s+|[,;]\s*(?:cơ quan|đơn vị) phối hợp\s*:\s*",
    re.IGNORECASE,
)
_WIDE_NUMBER = re.compile(r"(?:[IVXLC]{1,6}|[A-HĐ])[.)]?")
_NO_NAME = re.compile(r"(?:các|những|một số|nhóm|tất cả)\s|[ivxlc\d.]+(?:\W|$)")
_LATER_PART = re.compile(r"\((?:[2-9]|1\d|[b-h]|i{2,3}|iv|v)\)")
_EMPTY = re.compile(r"[\s\-–.…_]*")


def rows_of(document: Document, table: Sequence[Block]) -> Iterator[Found]:
    """The assignments of a table's rows, none for a table of other things."""
    headings = _headings(table)
    slots = slots_of([[cell.of(document.text) for cell in row.cells] for row in headings])
    if slots is None:
        return
    heading = [cell.of(document.text).split() for cell in headings[-1].cells]
    above: dict[str, Span] = {}
    for row in table[len(headings) :]:
        cells = _cells(row, slots)
        if row.header or cells is None or [c.of(document.text).split() for c in row.cells] == heading:
            continue
        if _is_group(document.text, row, cells, len(slots)):
            above.clear()
            continue
        if _is_torn(document.text, row, cells, numbered=slots[0] == "" and bool(above)):
            continue
        if (found := _row(document.text, row, cells, above)) is not None:
            yield found


def _headings(table: Sequence[Block]) -> list[Block]:
    """The rows of headings; a table whose first row is not marked as one is tried with it."""
    marked = []
    for row in table:
        if not row.header:
            break
        marked.append(row)
    rows = marked or list(table[:1])
    width = len(rows[-1].cells)
    return [row for row in rows if len(row.cells) == width]


def _cells(row: Block, slots: Sequence[str]) -> list[tuple[str, Span]] | None:
    """A row's cells with their slots; a cell over several columns counts for the first. A row with fewer cells lacks the merged ones on its left."""
    missing = len(slots) - len(row.cells)
    if missing < 0 or (missing and len(row.cells) < 2):
        return None
    seen: set[Span] = set()
    cells = []
    for slot, cell in zip(slots[missing:], row.cells, strict=True):
        cells.append((slot, cell if cell not in seen else Span(cell.end, cell.end)))
        seen.add(cell)
    return cells


def _is_group(text: str, row: Block, cells: Sequence[tuple[str, Span]], width: int) -> bool:
    """Whether a row is the title of a group. With a number of a wide part it is one also if words of the row above were torn off into it."""
    if any(slot == LEAD and begins_body(matching_form(cell.of(text))) for slot, cell in cells):
        return False
    if is_group([cell.of(text) for cell in filled_cells(row)], width):
        return True
    led = any(slot == LEAD and cell.end > cell.start for slot, cell in cells)
    return not led and _WIDE_NUMBER.fullmatch(row.cells[0].of(text)) is not None


def _is_torn(text: str, row: Block, cells: Sequence[tuple[str, Span]], *, numbered: bool) -> bool:
    """Whether a row is the rest of the one above, which a page break tore apart: no number, nobody leads, its words go on in the middle."""
    if (
        not numbered
        or row.cells[0].of(text).strip()
        or any(slot == LEAD and cell.end > cell.start for slot, cell in cells)
    ):
        return False
    task = next((cell.of(text) for slot, cell in cells if slot == TASK), "")
    return not task or task[0].islower() or _LATER_PART.match(task) is not None


def _row(text: str, row: Block, cells: Sequence[tuple[str, Span]], above: dict[str, Span]) -> Found | None:
    own: dict[str, list[Span]] = {}
    for slot, cell in cells:
        words = cell.of(text)
        if not slot or _EMPTY.fullmatch(words):
            continue
        kept = above.get(slot) if _SAME.fullmatch(words) else trimmed(text, cell, " \t\n")
        if kept is not None:
            own.setdefault(slot, []).append(kept)
    present = {slot for slot, _ in cells}
    for slot in (TASK, LEAD):
        if slot not in own and slot in above and (slot == LEAD or LEAD in own):
            own[slot] = [above[slot]]
    for slot in (COORDINATE, DEADLINE, PRODUCT, COST):
        if slot not in present and slot in above:
            own[slot] = [above[slot]]  # covered by a cell that is merged with the one above
    if TASK not in own or LEAD not in own:
        return None
    above.update({slot: spans[0] for slot, spans in own.items()})
    lead, coordinate = bodies_of(text, own[LEAD], own.get(COORDINATE, []))
    if not any(_can_lead(body) for body in lead):
        return None
    if not coordinate and COORDINATE not in present:
        coordinate = coordination(text, own[TASK][0])  # a table without that column says it in the task
    first = {slot: spans[0] for slot, spans in own.items()}
    return Found(
        _unit(text, row), first[TASK], lead, coordinate, first.get(DEADLINE), first.get(PRODUCT), first.get(COST)
    )


def _can_lead(body: Body) -> bool:
    """Whether a cell names somebody: a body, or at least a name in capitals; not what else falls into a column of a table that is torn."""
    form = matching_form(body.name)
    if begins_body(form) or is_abbreviated(body.name):
        return True
    return body.name[0].isupper() and not begins_with_verb(body.name, 0) and not _NO_NAME.match(form)


def _unit(text: str, row: Block) -> Span:
    """The row from its first to its last filled cell."""
    return trimmed(text, row.span, " |\t\n") or row.span


def bodies_of(text: str, leads: Sequence[Span], partners: Sequence[Span]) -> tuple[tuple[Body, ...], tuple[Body, ...]]:
    """Leads and co-ordinating bodies of two columns; one for the lead may name both: "Sở A phối hợp với Sở B"."""
    lead: list[Body] = []
    coordinate: list[Body] = []
    for span in leads:
        partner = _WITH.search(text, span.start, span.end)
        lead += split_bodies(text, Span(span.start, partner.start()) if partner else span)
        coordinate += split_bodies(text, Span(partner.end(), span.end)) if partner else []
    for span in partners:
        partner = _WITH.search(text, span.start, span.end)
        for part in (Span(span.start, partner.start()), Span(partner.end(), span.end)) if partner else (span,):
            coordinate += split_bodies(text, part)
    return tuple(lead), tuple(coordinate)
