"""What commands print: answers, hits, documents, the progress of jobs."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table

from corpus.messages import LEDGER_WORDS
from corpus.types import Json
from search_api.client import Client

_PAUSE = 0.3  # seconds
_ENDED = ("done", "failed", "cancelled")
_LOOKED_AT = 20  # jobs asked about at once: the first of those that have not ended, for they are done in order
_console = Console(emoji=False, highlight=False)


def print_answer(answer: Json) -> None:
    """An answer with its citations; of a follow-up the whole question it was understood as."""
    if answer["follows"]:
        _console.print(f"[dim]Hiểu là: {escape(answer['follows']['asked'])}[/dim]")
    if answer["status"] == "answered":
        _console.print(f"[bold]{escape(answer['answer'])}[/bold]\n")
        if ledger := answer["ledger"]:
            _console.print(f"Cả {ledger['total']} mục, trên trang của máy chủ: {ledger['address']}\n", soft_wrap=True)
    else:
        _console.print("[bold]Không tìm thấy trong kho.[/bold]")
        if answer["missing"]:
            _console.print(escape(answer["missing"]))
        _console.print("Gần nhất có:\n" if answer["citations"] else "")
    for citation in answer["citations"]:
        _print_citation(citation)


def print_hits(found: Json) -> None:
    """Search results."""
    if not found["hits"]:
        _console.print("Không tìm thấy đoạn nào.")
    for hit in found["hits"]:
        _print_citation(hit)


def print_facts(found: Json) -> None:
    """Facts, with the sentence they stand in."""
    for fact in found["facts"]:
        _console.print(f"[bold]{escape(_in_short(fact))}[/bold]")
        _print_citation(fact)
    shown = len(found["facts"])
    _console.print(
        f"{shown}/{found['total']} mục."
        + (f" Còn {found['pending']} văn bản đang được đọc." if found["pending"] else "")
    )


def _in_short(fact: Json) -> str:
    """A fact in a line."""
    match fact["kind"]:
        case "target":
            figure = fact["value"] if isinstance(fact["value"], list | tuple) else [fact["value"]]
            said = " - ".join(f"{number:g}".replace(".", ",") for number in figure if number is not None)
            parts = [
                fact["indicator"],
                f"{LEDGER_WORDS[fact['comparator']]} {said} {fact['unit']}" if said else "",
                str(fact["year"] or ""),
            ]
        case "assignment":
            parts = ["; ".join(fact["lead"]), fact["task"], fact["deadline"]]
        case _:
            parts = [fact["action"], fact["object"], fact["effective_on"] or ""]
    return " · ".join(part.strip() for part in parts if part.strip())


def _print_citation(citation: Json) -> None:
    document = citation["document"]
    where = " › ".join(citation["heading"][-2:]) + (f" · trang {citation['page']}" if citation["page"] else "")
    name = " ".join(part for part in (document["symbol"], document["title"]) if part)
    _console.print(
        f"[cyan]\\[{citation['n']}][/cyan] {escape(name)}" + (" [dim](mẫu)[/dim]" if document["sample"] else "")
    )
    if where:
        _console.print(f"    [dim]{escape(where)}[/dim]")
    text = "".join(
        f"[reverse]{escape(s['text'])}[/reverse]" if s["mark"] else escape(s["text"]) for s in citation["segments"]
    )
    _console.print(f"    {text}\n")


def print_documents(found: Json) -> None:
    """The list of documents."""
    table = Table(title=f"{found['total']} văn bản")
    for column in ("Mã", "Số, ký hiệu", "Loại", "Cơ quan", "Ngày", "Trích yếu"):
        table.add_column(column)
    for document in found["documents"]:
        table.add_row(
            document["id"], document["symbol"] or "", document["doc_type"] or "", document["issuer"] or "", document["issued_on"] or "",
            document["title"] + (" (mẫu)" if document["sample"] else ""),
        )  # fmt: skip
    _console.print(table)


def follow_jobs(client: Client, jobs: Sequence[Json]) -> int:
    """Show the progress of jobs until all have ended; returns how many failed. Equal files share one job."""
    with Progress(
        SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[stage]}"), TimeElapsedColumn(), console=_console
    ) as progress:  # fmt: skip
        going = list(dict.fromkeys(job["id"] for job in jobs))
        whole = progress.add_task("Tất cả", total=len(going), stage="")
        lines: dict[str, TaskID] = {}
        ended: list[Json] = []
        while going:
            now = client.jobs(going[:_LOOKED_AT])
            for job in now:
                _show_job(progress, lines, job)
            done = {job["id"]: job for job in now if job["stage"] in _ENDED}
            ended += done.values()
            going = [job_id for job_id in going if job_id not in done]
            progress.update(whole, completed=len(ended))
            if not done:
                time.sleep(_PAUSE)
    return _print_outcome(ended)


def _show_job(progress: Progress, lines: dict[str, TaskID], job: Json) -> None:
    """A job at work has a line of its own."""
    if job["stage"] in _ENDED:
        if job["id"] in lines:
            progress.remove_task(lines.pop(job["id"]))
    elif job["stage"] != "waiting":
        if job["id"] not in lines:
            lines[job["id"]] = progress.add_task(escape(job["file_name"]), total=1.0, stage="")
        progress.update(lines[job["id"]], completed=job["progress"], stage=job["stage_text"])


def _print_outcome(jobs: Sequence[Json]) -> int:
    done = [job for job in jobs if job["stage"] == "done"]
    known = sum(job["duplicate"] for job in done)
    _console.print(f"Đã thêm {len(done) - known} tệp" + (f"; {known} tệp đã có sẵn trong kho" if known else "") + ".")
    failed = [job for job in jobs if job["stage"] == "failed"]
    for job in failed:
        _console.print(f"[red]✗ {escape(job['file_name'])}[/red]: {escape(job['error']['message'])}")
    return len(failed)


@contextmanager
def progress_of(what: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar; gives the function that is told done and all."""
    with Progress(
        TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}/{task.total}"), console=_console
    ) as progress:
        line = progress.add_task(what, total=None)
        yield lambda done, total: progress.update(line, completed=done, total=total)
