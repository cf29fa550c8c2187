"""search_api.ledger.ledger over columns: the same as going through all facts one by one."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.catalogue.documents import DocumentInfo
from corpus.text import folded
from corpus.words import words_of
from search_api.ledger.columns import Columns, Labelled, Shelf, lexicons
from search_api.ledger.ledger import DEADLINES, Question, deadline_state, look_up
from search_api.ledger.rows import Row, key_of
from tests.search_api.ledgers import TODAY

BODIES = ("Sở Y tế", "Sở Nội vụ", "UBND xã Nậm Pha")
FIELDS = ("kind", "status", "year", "document", "agency", "doc_type", "issuer", "tag", "sample", "verdict", "deadline")
_CHOICES = {
    "kind": ("target", "assignment", "decision"), "status": ("target", "result"), "year": ("2025", "2021-2025"), "agency": ("so y te", "Sở Nội vụ"),
    "doc_type": ("kế hoạch", "bao cao"), "issuer": ("ubnd tỉnh", "Tỉnh ủy"), "tag": ("Chè", "Y tế"), "sample": ("true", "false"),
    "verdict": ("right", "wrong", "none", "all"), "deadline": DEADLINES, "document": ("d0", "1/KH", "tệp-2.md"),
}  # fmt: skip


@st.composite
def rows(draw: st.DrawFn, name: str) -> Row:
    """A fact."""
    kind = draw(st.sampled_from(_CHOICES["kind"]))
    leads = tuple(draw(st.lists(st.sampled_from(BODIES), max_size=2, unique=True)))
    words = words_of(draw(st.sampled_from(("Diện tích chè", "Số trạm y tế", "Chế biến", ""))))
    due = draw(st.sampled_from((0, -1, 0, 30, 31))) if kind == "assignment" else None
    return Row(
        id=name, kind=kind, status=draw(st.sampled_from(("target", "result"))) if kind == "target" else "",
        year=draw(st.sampled_from(("", "2025", "2021-2025"))), leads=leads, bodies=(*leads, "Tỉnh đoàn"),
        due=(TODAY + timedelta(due)).toordinal() if due else 0, verdict=draw(st.sampled_from(("none", "wrong", "right"))),
        name=words, words=words, bare=folded(words),
    )  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> list[tuple[DocumentInfo, list[str], list[Row]]]:
    """Up to four documents with their collections and facts."""
    made = []
    for at in range(draw(st.integers(0, 4))):
        front = {
            "symbol": f"{at}/KH",
            "doc_type": draw(st.sampled_from(("kế hoạch", "báo cáo"))),
            "subject": draw(st.sampled_from(("Chè", "Lúa"))),
        }
        if draw(st.booleans()):
            front |= {"issuer": "UBND tỉnh", "issued_on": f"202{at}-03-15"}
        info = DocumentInfo(f"d{at}", 1, 1, "", "md-1", f"tệp-{at}.md", "", draw(st.booleans()), "", None, front)
        tags = draw(st.lists(st.sampled_from(("Chè", "Y tế")), unique=True))
        made.append((info, tags, [draw(rows(f"{at}-{n}")) for n in range(draw(st.integers(0, 5)))]))
    return made


@st.composite
def questions(draw: st.DrawFn) -> Question:
    """Any question."""
    filters = {
        field: draw(st.lists(st.sampled_from(_CHOICES[field]), max_size=2))
        for field in draw(st.sets(st.sampled_from(FIELDS), max_size=3))
    }
    due = st.none() | st.sampled_from((TODAY, TODAY + timedelta(30)))
    words = draw(st.sampled_from(("", "che", "chè", "chế", "y te", "lúa", "di tic", "không")))
    return Question(filters, words, draw(due), draw(due), draw(st.booleans()))


def _contents(info: DocumentInfo, tags: list[str], row: Row, *, anyone: bool) -> dict[str, Iterable[str]]:
    due = date.fromordinal(row.due) if row.due else None
    return {
        "kind": [row.kind], "status": [row.status], "year": [row.year], "document": [info.id], "agency": row.bodies if anyone else row.leads,
        "doc_type": [info.front["doc_type"]], "issuer": [info.front.get("issuer", "")], "tag": tags, "sample": [str(info.sample).lower()],
        "verdict": [row.verdict], "deadline": [deadline_state(due, TODAY)] if row.kind == "assignment" else [],
    }  # fmt: skip


def _fits(question: Question, info: DocumentInfo, tags: list[str], row: Row, *, but: str = "") -> bool:
    contents = _contents(info, tags, row, anyone=question.anyone)
    contents["document"] = [info.id, info.front["symbol"], info.file_name]
    for field, wanted in question.filters.items():
        if (
            wanted
            and field != but
            and not {key_of(w) for w in wanted} & {key_of(c) for c in contents[field]}
            and "all" not in wanted
        ):
            return False
    if not question.filters.get("verdict") and but != "verdict" and row.verdict == "wrong":
        return False
    named = words_of(f"{info.front['symbol']} {info.title}")
    for word in words_of(question.words).split():
        change: Callable[[str], str] = folded if folded(word) == word else str
        if f" {word}" not in change(row.words) and f" {word}" not in change(named):
            return False
    day = row.due or None
    if question.due_from and (day is None or day < question.due_from.toordinal()):
        return False
    return not (question.due_to and (day is None or day > question.due_to.toordinal()))


@given(documents(), questions())
@settings(max_examples=200, deadline=None)
def test_what_is_found_and_counted_is_what_going_through_all_facts_gives(
    made: list[tuple[DocumentInfo, list[str], list[Row]]], question: Question
) -> None:
    known = lexicons()
    columns = Columns([Labelled(info, tags, Shelf(own, known)) for info, tags, own in made], known)
    found = look_up(columns, question, TODAY)
    every = [(info, tags, row) for info, tags, own in made for row in own]
    assert set(found.ids) == {row.id for info, tags, row in every if _fits(question, info, tags, row)}
    assert len(found.ids) == len(set(found.ids))
    for field in FIELDS:
        counted = Counter(
            content for info, tags, row in every if _fits(question, info, tags, row, but=field)
            for content in _contents(info, tags, row, anyone=question.anyone)[field] if content
        )  # fmt: skip
        assert {v: n for v, n in found.facets[field].items() if n} == counted, field


@settings(deadline=None)
@given(documents(), st.sampled_from(("document", "year", "deadline", "indicator", "body")), st.booleans())
def test_in_every_order_what_has_nothing_to_go_by_comes_last(
    made: list[tuple[DocumentInfo, list[str], list[Row]]], order: str, descending: bool
) -> None:
    known = lexicons()
    columns = Columns([Labelled(info, tags, Shelf(own, known)) for info, tags, own in made], known)
    every = {row.id: row for _, _, own in made for row in own}
    question = Question({"verdict": ["all"]}, order=order, descending=descending)  # type: ignore[arg-type]
    sorted_by: dict[str, Callable[[Row], object]] = {
        "year": lambda row: row.year, "deadline": lambda row: row.due, "indicator": lambda row: row.name,
        "body": lambda row: key_of(row.leads[0]) if row.leads else "",
    }  # fmt: skip
    keys = [
        sorted_by[order](every[id_]) if order in sorted_by else id_ for id_ in look_up(columns, question, TODAY).ids
    ]
    there = [key for key in keys if key]
    assert keys[: len(there)] == there
    if order in sorted_by:
        assert there == sorted(there, reverse=descending)  # type: ignore[type-var]
