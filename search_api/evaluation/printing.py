"""What ``cancu eval`` prints: tables by kind and style, what is wrong, what has changed. Progress and notes go to the error stream."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from corpus.messages import EVALUATION_NOTES, EVALUATION_WORDS
from search_api.evaluation.comparison import Comparison, Difference
from search_api.evaluation.floors import Shortfall
from search_api.evaluation.gold import Question
from search_api.evaluation.measuring import ALL, MEASURES, Group, Judged, Report
from search_api.evaluation.runs import Run

_console = Console(emoji=False, highlight=False)
_beside = Console(emoji=False, highlight=False, stderr=True)
_MOST_NAMES = 5


@contextmanager
def asking() -> Iterator[Callable[[int, int], None]]:
    """A progress bar; gives the function that is told done and all."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=_beside, transient=True) as progress:
        line = progress.add_task(EVALUATION_WORDS["asking"], total=None)
        yield lambda done, total: progress.update(line, completed=done, total=total)


def note(name: str, **parts: object) -> None:
    """A sentence beside the figures."""
    _beside.print(escape(EVALUATION_NOTES[name].format(**parts)), soft_wrap=True)


def note_missing(names: Sequence[str]) -> None:
    """Which documents are not there, if any."""
    if names:
        shown = ", ".join(names[:_MOST_NAMES]) + (" …" if len(names) > _MOST_NAMES else "")
        note("missing", count=len(names), names=shown)


def print_all(report: Report, shown: Sequence[Judged], run: Run, against: tuple[Comparison, Run] | None) -> None:
    """A whole evaluation: what is wrong among the judgements to show, the tables, and how it stands against another run."""
    _print_wrong(shown, run)
    _print_report(report)
    if against:
        _print_comparison(against[0], against[1], run)


def _print_report(report: Report) -> None:
    """The tables of a run, and its other figures."""
    words = EVALUATION_WORDS
    _console.print(_shares(words["kinds"], {words[ALL]: report.everything, **report.kinds}))
    _console.print(_shares(words["styles"], report.styles))
    for name, share in report.overall.items():
        _console.print(f"{words[name]}: {_percent(share)}%" + (f" ({report.quotes})" if name == "exact" else ""))
    _console.print(f"{words['ms']}: p50 {report.p50:.0f}, p95 {report.p95:.0f}")
    if report.flaws:
        counted = sorted(report.flaws.items(), key=lambda flaw: -flaw[1])
        _console.print(f"{words['flaws']}: " + ", ".join(f"{words[flaw]} {count}" for flaw, count in counted))


def _shares(title: str, groups: Mapping[str, Group]) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column(EVALUATION_WORDS["group"])
    for name in ("n", *MEASURES):
        table.add_column(EVALUATION_WORDS[name], justify="right")
    for name, group in groups.items():
        cells = (_percent(group.shares[m]) if m in group.shares else "" for m in MEASURES)
        table.add_row(escape(name), str(group.n), *cells)
    return table


def _print_wrong(judged: Sequence[Judged], run: Run) -> None:
    """Every question that is not right, with what was wanted and what came."""
    replies = {reply.id: reply for reply in run.replies}
    for question, judgement in ((item.question, item.judgement) for item in judged if item.judgement.flaw):
        reply = replies[question.id]
        wanted = " · ".join([*question.values, *question.docs[:2]])
        files = ", ".join(citation.file_name for citation in reply.citations[:3])
        _say(f"[bold]{question.id}[/bold] \\[{EVALUATION_WORDS[judgement.flaw or ALL]}] ", question.question)
        _say(f"    {EVALUATION_WORDS['wanted']}: ", wanted or "–")
        _say(f"    {EVALUATION_WORDS['got']}: ", f"{reply.answer or '–'} ({files})")


def _print_comparison(comparison: Comparison, before: Run, after: Run) -> None:
    """What has changed between two runs."""
    words = EVALUATION_WORDS
    if before.no_marks != after.no_marks:
        note("no_marks")
    if before.documents != after.documents:
        note("documents", before=before.documents, after=after.documents)
    if comparison.left_out:
        note("left_out", count=comparison.left_out)
    table = Table(title=words["differences"], title_justify="left")
    for name in ("group", "measure", "n", "before", "after", "difference", "interval"):
        table.add_column(words[name], justify="left" if name in ("group", "measure") else "right")
    for difference in comparison.differences:
        table.add_row(*_cells(difference))
    _console.print(table)
    _list(words["became_right"], "green", comparison.became_right)
    _list(words["became_wrong"], "red", comparison.became_wrong)


def _cells(difference: Difference) -> tuple[str, ...]:
    d, words = difference, EVALUATION_WORDS
    changed = _percent(d.after - d.before, "+") + ("*" if d.sure else "")
    interval = f"{_percent(d.low, '+')} … {_percent(d.high, '+')}" if d.changed else words["unchanged"]
    group = words[ALL] if d.group == ALL else escape(d.group)
    return group, words[d.measure], str(d.n), _percent(d.before), _percent(d.after), changed, interval


def _list(title: str, colour: str, questions: Sequence[Question]) -> None:
    _console.print(f"[{colour}]{title}: {len(questions)}[/{colour}]")
    for question in questions:
        _say(f"    [bold]{escape(question.id)}[/bold] ", f"{question.kind}, {question.style}: {question.question}")


def print_shortfalls(shortfalls: Sequence[Shortfall]) -> None:
    """What is below its floor."""
    for s in shortfalls:
        group = EVALUATION_WORDS[ALL] if s.group == ALL else s.group
        _beside.print(
            f"{EVALUATION_WORDS['below']}: {escape(group)} {s.measure} {_percent(s.share)}% < {_percent(s.least)}%"
        )


def _say(mark: str, text: str) -> None:
    _console.print(mark + escape(text), soft_wrap=True)


def _percent(share: float, sign: str = "") -> str:
    return f"{100 * share:{sign}.1f}".replace(".", ",")
