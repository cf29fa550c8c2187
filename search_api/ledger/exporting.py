"""The ledger as files to take away: CSV, XLSX, and deadlines for a calendar."""

from collections.abc import Callable
from datetime import date
from urllib.parse import quote

from corpus.catalogue import Catalogue
from corpus.facts import FactKind
from corpus.messages import LEDGER_NAMES
from search_api.ledger.calendar import write_calendar
from search_api.ledger.csv_file import write_csv
from search_api.ledger.ledger import Ledger
from search_api.ledger.pages import question_of, read_facts
from search_api.ledger.presenting import fact_out
from search_api.ledger.schemas import AnyFact, FactQuery
from search_api.ledger.workbook import write_workbook

MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ics": "text/calendar; charset=utf-8",
}
_WRITERS: dict[str, Callable[[list[AnyFact], FactKind | None, str], bytes]] = {
    "csv": write_csv,
    "xlsx": write_workbook,
    "ics": write_calendar,
}


def export(catalogue: Catalogue, ledger: Ledger, query: FactQuery, site: str) -> bytes:
    """All that fits, as a file; ``site`` is the address that links of the file lead to."""
    today = date.today()
    ids = ledger.find(question_of(query), today).ids
    wanted = ids[query.offset : query.offset + query.limit if query.limit else None]
    with catalogue.read() as connection:
        facts = [fact_out(n, *known, today) for n, known in enumerate(read_facts(connection, wanted), query.offset + 1)]
    return _WRITERS[query.format](facts, query.kind, site)


def attached(query: FactQuery) -> dict[str, str]:
    """The header with the file's name, for programs old and new: RFC 6266, RFC 8187."""
    ending = f"{date.today().isoformat()}.{query.format}"
    plain = f"{query.kind or 'facts'}-{ending}"
    shown = quote(f"{LEDGER_NAMES[query.kind]} {ending}")
    return {"Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{shown}"}
