"""What commands share: options, settings, JSON for other programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from corpus.settings import Settings

DataOption = Annotated[
    Path | None, typer.Option("--data", help="Thư mục dữ liệu (thay cho CANCU_DATA).", show_default=False)
]
JsonOption = Annotated[bool, typer.Option("--json", help="In JSON, để chương trình khác đọc.")]


def settings_of(data: Path | None, **overrides: object) -> Settings:
    """The settings of a command; options that were given come before the environment."""
    from corpus.settings import load_settings

    return load_settings(**({"data": data} if data else {}), **{k: v for k, v in overrides.items() if v is not None})


def print_json(content: object) -> None:
    """JSON on the terminal."""
    typer.echo(json.dumps(content, ensure_ascii=False, indent=2))
