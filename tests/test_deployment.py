"""Dockerfile and docker-compose.yml are well formed and agree with the project; they are not run, there is no engine here."""

import re
import tomllib
from pathlib import Path
from typing import Any

import yaml

from corpus.settings import PREFIX, Settings

ROOT = Path(__file__).parent.parent
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
_INSTRUCTIONS = {"FROM", "ARG", "ENV", "WORKDIR", "RUN", "COPY", "USER", "VOLUME", "EXPOSE", "HEALTHCHECK", "CMD"}


def _instructions() -> list[str]:
    joined = re.sub(r"\\\n", " ", DOCKERFILE)
    return [line for line in joined.splitlines() if line.strip() and not line.startswith("#")]


def test_dockerfile_has_only_known_instructions_and_starts_from_an_image() -> None:
    """A misspelt instruction would be found only when somebody builds."""
    words = [line.split()[0] for line in _instructions()]
    assert words[0] == "FROM"
    assert set(words) <= _INSTRUCTIONS


def test_dockerfile_copies_what_exists_and_every_package() -> None:
    """An image without one of the packages would fail when it starts."""
    sources = [source for line in _instructions() if line.startswith("COPY") for source in line.split()[1:-1]]
    assert [source for source in sources if not (ROOT / source).exists()] == []
    packages = {name.rstrip("*") for name in PROJECT["tool"]["setuptools"]["packages"]["find"]["include"]}
    assert packages <= set(sources)


def test_dockerfile_pins_the_same_torch_as_the_project() -> None:
    """Two different pins would install it twice."""
    pinned = next(d for d in PROJECT["project"]["dependencies"] if d.startswith("torch=="))
    assert pinned in DOCKERFILE


def test_containers_know_only_real_settings() -> None:
    """An unknown CANCU_ variable stops the program."""
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    named = set(re.findall(rf"{PREFIX}[A-Z_]+", DOCKERFILE)) | set(COMPOSE["services"]["cancu"]["environment"])
    assert named <= known


def test_compose_wires_the_app_to_the_server_and_opens_it_to_this_machine_only() -> None:
    """Services, volumes and ports fit together."""
    services = COMPOSE["services"]
    assert set(services) == {"qdrant", "cancu"}
    used = {volume.split(":")[0] for service in services.values() for volume in service["volumes"]}
    assert used == set(COMPOSE["volumes"])
    assert services["cancu"]["environment"]["CANCU_QDRANT_URL"] == "http://qdrant:6333"
    assert all(str(port).startswith("127.0.0.1:") for port in services["cancu"]["ports"])
    client = next(d for d in PROJECT["project"]["dependencies"] if d.startswith("qdrant-client=="))
    minor = client.split("==")[1].rsplit(".", 1)[0]
    assert services["qdrant"]["image"].startswith(f"qdrant/qdrant:v{minor}.")
