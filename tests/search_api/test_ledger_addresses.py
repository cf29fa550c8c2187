"""search_api.ledger.addresses: an address says to the page what the question says to the ledger."""

import re
from datetime import date
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from corpus.facts import FactKind
from search_api.ledger.addresses import NAMES, PATHS, address_of
from search_api.ledger.ledger import Question
from search_api.ledger.pages import question_of
from search_api.ledger.schemas import FactQuery

PAGE = Path("web/ledger_filters.js").read_text("utf-8")
_ORDERS = {"han": "deadline", "nam": "year", "chi_tieu": "indicator", "co_quan": "body"}


def asked_by(address: str) -> dict[str, object]:
    """What the page asks the server for at an address: its names for filters put into the server's."""
    parts = urlsplit(address)
    called = {name: field for field, name in NAMES.items()}
    wanted: dict[str, object] = {"kind": next(str(kind) for kind, path in PATHS.items() if path == parts.path)}
    for name, content in parse_qsl(parts.query):
        if name == "sap":
            wanted |= {"sort": _ORDERS[content.removeprefix("-")], "desc": content.startswith("-")}
        elif name == "vai":
            wanted["role"] = content
        elif name in ("tim", "han_tu", "han_den"):
            wanted["q" if name == "tim" else called[name]] = content
        else:
            known = wanted.setdefault(called[name], [])
            assert isinstance(known, list)
            known.append(content)
    return wanted


def test_the_page_calls_filters_as_addresses_do() -> None:
    listed = re.search(r"const CALLED = \{(.*?)\};", PAGE, re.DOTALL)
    assert listed
    called = {field: name for name, field in re.findall(r'(\w+): "(\w+)"', listed[1])}
    assert NAMES.items() <= called.items()


@given(
    st.sampled_from(list(FactKind)), st.lists(st.sampled_from(("Sở Y tế", "Sở Văn hóa, Thể thao & Du lịch")), max_size=2, unique=True),
    st.lists(st.sampled_from(("2025", "2021-2025")), max_size=2, unique=True), st.none() | st.dates(), st.none() | st.dates(), st.booleans(),
    st.lists(st.text("kinh tế số+&=?/", min_size=1).map(str.strip).filter(bool), max_size=2), st.sampled_from(("document", "deadline")),
)  # fmt: skip
def test_an_address_asks_for_the_same_as_the_question(
    kind: FactKind,
    bodies: list[str],
    years: list[str],
    start: date | None,
    end: date | None,
    anyone: bool,
    about: list[str],
    order: str,
) -> None:
    filters = {"kind": [str(kind)], **({"agency": bodies} if bodies else {}), **({"year": years} if years else {})}
    question = Question(
        filters, "", start, end, anyone, "deadline" if order == "deadline" else "document", about=tuple(about)
    )
    back = question_of(FactQuery.model_validate(asked_by(address_of(question))))
    assert {field: [str(one) for one in wanted] for field, wanted in back.filters.items() if wanted} == filters
    assert (back.due_from, back.due_to, back.anyone, back.order, tuple(back.about)) == (
        start,
        end,
        anyone,
        question.order,
        tuple(about),
    )
