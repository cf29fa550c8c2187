"""``cancu eval``: ask gold questions, or take a saved run, and say how good the answers are and what has changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from search_api.options import DataOption, JsonOption, print_json, settings_of

if TYPE_CHECKING:
    from corpus.settings import Settings
    from corpus.types import Json
    from search_api.evaluation.gold import Question
    from search_api.evaluation.runs import Run

_BELOW = 1  # exit code: the run is below a floor

Gold = Annotated[Path, typer.Argument(help="Tệp câu hỏi mẫu (JSON Lines).")]
NoMarks = Annotated[bool, typer.Option("--no-marks", help="Hỏi không dấu.")]
Show = Annotated[bool, typer.Option("--show", help="In từng câu chưa đạt.")]
Save = Annotated[Path | None, typer.Option(help="Ghi các câu trả lời vào tệp này.", show_default=False)]
Taken = Annotated[Path | None, typer.Option("--run", help="Không hỏi; chấm tệp mà --save đã ghi.", show_default=False)]
Compare = Annotated[Path | None, typer.Option(help="So với tệp mà --save đã ghi lần trước.", show_default=False)]
Least = Annotated[
    list[str] | None,
    typer.Option(help="Mức thấp nhất, ví dụ right=0.8, target:right=0.7, each:right=0.7; dưới mức thì mã thoát là 1."),
]


def evaluate(
    gold: Gold,
    data: DataOption = None,
    no_marks: NoMarks = False,
    show: Show = False,
    save: Save = None,
    run: Taken = None,
    compare: Compare = None,
    least: Least = None,
    as_json: JsonOption = False,
) -> None:
    """Chấm câu trả lời bằng một tệp câu hỏi có đáp án."""
    from corpus.errors import InvalidRequest
    from search_api.evaluation.comparison import compare_runs
    from search_api.evaluation.floors import read_floor, shortfalls
    from search_api.evaluation.gold import read_gold
    from search_api.evaluation.measuring import judge_run, measure
    from search_api.evaluation.printing import print_all, print_shortfalls
    from search_api.evaluation.runs import read_run

    # What can be wrong with the command is found before the first question is asked.
    if run and (save or no_marks):
        raise InvalidRequest("--run chấm câu trả lời đã có, không đi cùng --save hay --no-marks")
    questions = read_gold(gold)
    floors = [read_floor(text, questions) for text in least or ()]
    before = read_run(compare) if compare else None
    made = read_run(run) if run else _ask(settings_of(data), gold, questions, no_marks, save)
    judged = judge_run(questions, made)
    report = measure(judged, made)
    changed = compare_runs(judge_run(questions, before), judged) if before else None
    below = shortfalls(report, floors)
    if as_json:
        wrong = [{"id": j.question.id, "flaw": j.judgement.flaw} for j in judged if j.judgement.flaw]
        more: Json = {"wrong": wrong, "below": [floor._asdict() for floor in below]}
        print_json({**report.as_json(), **more, "comparison": changed and changed.as_json()})
    else:
        print_all(report, judged if show else [], made, (changed, before) if changed and before else None)
    print_shortfalls(below)
    raise typer.Exit(_BELOW if below else 0)


def _ask(settings: Settings, gold: Path, questions: list[Question], no_marks: bool, save: Path | None) -> Run:
    """A run made now, and saved if that is wanted."""
    from search_api.client import open_client
    from search_api.evaluation.asking import ask_all, missing_documents
    from search_api.evaluation.printing import asking, note, note_missing
    from search_api.evaluation.runs import save_run

    if save:
        save.open("a").close()  # a place that cannot be written is said now, not after the last question
    with open_client(settings) as client:
        note_missing(missing_documents(client, questions))
        with asking() as report:
            made = ask_all(client, gold.name, questions, no_marks, report)
    if save:
        save_run(made, save)
        note("saved", path=save)
    return made
