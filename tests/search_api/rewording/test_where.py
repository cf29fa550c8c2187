"""Where the LLM is: people are told when questions and quotes leave this machine."""

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.settings import Settings
from search_api.doctor import examine
from search_api.pipeline import Asker
from search_api.rewording.address import is_here

HERE = "http://127.0.0.1:11434/v1"
ELSEWHERE = "https://llm.vi-du.vn/v1"


@pytest.mark.parametrize("url", [HERE, "http://localhost:8080/v1", "http://[::1]:9/v1", "http://127.8.0.1"])
def test_addresses_of_this_machine(url: str) -> None:
    assert is_here(url)


@pytest.mark.parametrize(
    "url", [ELSEWHERE, "http://10.0.0.5/v1", "http://localhost.vi-du.vn/v1", "http://0.0.0.0/v1", "http://"]
)
def test_other_addresses(url: str) -> None:
    assert not is_here(url)


@pytest.mark.parametrize(("url", "warned"), [(HERE, False), (ELSEWHERE, True)])
def test_doctor_tells(url: str, warned: bool, make_settings: Callable[..., Settings], encoder_folder: Path) -> None:
    checks = examine(make_settings(llm_url=url, llm_model="qwen", encoder=encoder_folder))
    found = next(check for check in checks if check.what == "LLM")
    assert found.fine
    assert ("không phải máy này" in found.says) == warned


@pytest.mark.parametrize(("url", "warned"), [(HERE, False), (ELSEWHERE, True), (None, False)])
def test_the_log_tells(
    url: str | None, warned: bool, asker_of: Callable[..., Asker], capsys: pytest.CaptureFixture[str]
) -> None:
    asker_of(None, llm_url=url)
    assert ("llm_elsewhere" in capsys.readouterr().out) == warned
