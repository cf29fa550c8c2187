"""``cancu unanswered``: the questions that the documents do not answer, on the terminal, as JSON, or as a file."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from search_api.options import DataOption, JsonOption, print_json, settings_of

if TYPE_CHECKING:
    from corpus.types import Json


class Shown(StrEnum):
    """Which of them."""

    OPEN = "open"
    ANSWERED = "answered"
    DISMISSED = "dismissed"


Which = Annotated[Shown, typer.Option("--state", help="Chưa có lời đáp, nay đã có lời đáp, hay đã bỏ qua.")]
Limit = Annotated[int, typer.Option(min=1, max=500, help="Số câu in ra.")]
Out = Annotated[Path | None, typer.Option(help="Ghi cả danh sách ra tệp .csv.", show_default=False)]


def list_unanswered(
    data: DataOption = None,
    state: Which = Shown.OPEN,
    limit: Limit = 20,
    out: Out = None,
    as_json: JsonOption = False,
) -> None:
    """Liệt kê câu hỏi mà kho chưa có lời đáp, để biết cần thêm văn bản nào."""
    from corpus.errors import InvalidRequest
    from search_api.client import open_client
    from search_api.printing import print_unanswered

    if out and out.suffix.lower() != ".csv":
        raise InvalidRequest("tên tệp cần có đuôi .csv")
    wanted: Json = {"state": state.value}
    with open_client(settings_of(data)) as client:
        if out:
            out.write_bytes(client.unanswered_file(wanted))
            return
        found = client.unanswered({**wanted, "limit": limit})
    print_json(found) if as_json else print_unanswered(found)
