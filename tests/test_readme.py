"""README says what is true: its commands run, its settings are the settings, its paths and links exist."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.settings import PREFIX, Settings
from tests.servers import start_server

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
_LINES = [
    line.split("  #")[0].strip()
    for block in re.findall(r"```sh\n(.*?)```", README, re.S)
    for line in block.splitlines()
]
CANCU = [line for line in _LINES if line.startswith("cancu ")]
_WAIT = 180  # seconds


def test_settings_table_lists_every_setting_with_default_and_meaning() -> None:
    """The table is the settings, in their order."""
    rows = re.findall(rf"^\| `({PREFIX}\w+)` \| (.*?) \| (.*?) \|$", README, re.M)
    expected = [
        (PREFIX + name.upper(), _shown(field.default), field.description)
        for name, field in Settings.model_fields.items()
    ]
    assert rows == expected


def _shown(default: object) -> str:
    if default is None or default == ():
        return "—"
    if isinstance(default, bool):
        return "`on`" if default else "`off`"
    return f"`{default}`"


def test_every_cancu_command_runs(tmp_path: Path, encoder_folder: Path) -> None:
    """In the order of the page, on a data folder of their own; the encoder is rebuilt there, too."""
    running = {line.split()[1] for line in CANCU}
    assert running >= {"serve", "add", "ask", "eval", "search", "facts", "documents", "doctor", "rebuild", "encoder"}
    server = start_server(tmp_path / "served", encoder_folder)  # cancu serve
    server.stop()
    environ = {
        **os.environ,
        "CANCU_DATA": str(tmp_path / "data"),
        "CANCU_ENCODER": str(tmp_path / "encoder"),
        "CANCU_SAMPLES": "off",
    }
    commands = sorted((line for line in CANCU if line != "cancu serve"), key=lambda line: "encoder build" not in line)
    for line in [*commands, "cancu documents --remove-samples"]:
        program = Path(sys.executable).with_name("cancu")
        done = subprocess.run(
            [program, *shlex.split(line)[1:]],
            check=False,
            cwd=ROOT,
            env=environ,
            capture_output=True,
            text=True,
            timeout=_WAIT,
            stdin=subprocess.DEVNULL,
        )
        assert done.returncode == 0, f"{line}\n{done.stdout}\n{done.stderr}"
        assert done.stdout.strip(), line


@pytest.mark.parametrize("target", sorted({line.split()[1] for line in _LINES if line.startswith("make ")}))
def test_every_make_target_is_there(target: str) -> None:
    """What CI does not run itself is at least known to make."""
    done = subprocess.run(["make", "-n", target], check=False, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_every_file_it_names_is_there() -> None:
    """Links, and the paths of the table "what to change where"."""
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in link]
    rows = re.findall(r"^\| `(\w+/)` \| .*? \| (.*?) \|$", README, re.M)
    named = [folder + path for folder, text in rows for path in re.findall(r"`([\w/]+(?:\.\w+|/))`", text)]
    assert links
    assert named
    assert [path for path in [*links, *named] if not (ROOT / path).exists()] == []


def test_variables_named_in_the_text_are_settings() -> None:
    """No setting is promised that does not exist."""
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    assert set(re.findall(rf"\b{PREFIX}[A-Z_]+\b", README)) <= known
