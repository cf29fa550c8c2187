"""README says what is true: its commands run, its settings are the settings, its paths and links exist."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.settings import PREFIX, Settings
from tests.conftest import SAMPLES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
_LINES = [
    line.split("  #")[0].strip()
    for block in re.findall(r"```sh\n(.*?)```", README, re.S)
    for line in block.splitlines()
]
CANCU = [line for line in _LINES if line.startswith("cancu ")]
_BUILDING = "cancu encoder build"
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


def test_every_cancu_command_runs(tmp_path: Path, samples_folder: Path, encoder_folder: Path) -> None:
    """In the order of the page, on a data folder that has the samples.

    ``cancu serve`` is what tests/servers.py starts; ``make`` builds the encoder that all tests work with before it runs them.
    """
    running = {line.split()[1] for line in CANCU}
    assert running >= {"serve", "add", "ask", "eval", "search", "facts", "documents", "doctor", "rebuild", "encoder"}
    assert f"$(BIN)/{_BUILDING}\n" in (ROOT / "Makefile").read_text(encoding="utf-8")
    data = shutil.copytree(samples_folder, tmp_path / "data")
    for line in [line for line in CANCU if line not in ("cancu serve", _BUILDING)]:
        _run(line, data, encoder_folder)
    assert "bộ mã hoá" in _run("cancu doctor", tmp_path / "new", encoder_folder).lower()
    assert _run("cancu documents --remove-samples", data, encoder_folder).startswith(
        f"Đã gỡ {len(list(SAMPLES.iterdir()))} văn bản"
    )


def _run(line: str, data: Path, encoder: Path) -> str:
    """What a command prints; it ends well."""
    done = subprocess.run(
        [Path(sys.executable).with_name("cancu"), *shlex.split(line)[1:]],
        check=False,
        cwd=ROOT,
        env={**os.environ, "CANCU_DATA": str(data), "CANCU_ENCODER": str(encoder), "CANCU_SAMPLES": "off"},
        capture_output=True,
        text=True,
        timeout=_WAIT,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0, f"{line}\n{done.stdout}\n{done.stderr}"
    assert done.stdout.strip(), line
    return done.stdout


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
