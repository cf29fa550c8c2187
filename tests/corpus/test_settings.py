"""corpus.settings: the environment, read once; what is not known or makes no sense is refused by name."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from corpus.errors import SettingsError
from corpus.settings import PREFIX, Settings, load_settings


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what a test sets."""
    monkeypatch.delenv("CANCU_ENCODER", raising=False)
    monkeypatch.delenv("CANCU_QDRANT_URL", raising=False)


def test_without_any_variable_all_is_local_and_open_to_this_machine_only() -> None:
    settings = load_settings()
    assert (settings.host, settings.port, settings.allowed_hosts) == ("127.0.0.1", 8000, ())
    assert (settings.qdrant_url, settings.database_url) == (None, None)
    assert settings.encoder_folder == Path("data/encoder")
    assert settings.database == f"sqlite:///{Path.cwd() / 'data' / 'catalogue.sqlite'}"
    assert not settings.allow_secret


def test_variables_are_read_by_their_prefix(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CANCU_DATA", "/srv/căn cứ")
    monkeypatch.setenv("CANCU_PORT", "0")
    monkeypatch.setenv("CANCU_SAMPLES", "off")
    monkeypatch.setenv("CANCU_ALLOWED_HOSTS", "cancu.local, 10.0.0.5 ,")
    monkeypatch.setenv("CANCU_DENSE_WEIGHT", "0.5")
    monkeypatch.setenv("PORT", "99")
    settings = load_settings()
    assert settings.encoder_folder == Path("/srv/căn cứ/encoder")
    assert (settings.port, settings.samples, settings.dense_weight) == (0, False, 0.5)
    assert settings.allowed_hosts == ("cancu.local", "10.0.0.5")


def test_what_is_handed_over_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CANCU_PORT", "9000")
    monkeypatch.setenv("CANCU_ENCODER", "/models/e5")
    assert load_settings(port=9001).port == 9001
    assert load_settings().encoder_folder == Path("/models/e5")
    assert load_settings(database_url="postgresql://db/cancu").database == "postgresql://db/cancu"


def test_an_unknown_variable_is_refused_with_the_nearest_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CANCU_QDRANT_ULR", "http://localhost:6333")
    with pytest.raises(SettingsError, match=r"CANCU_QDRANT_ULR, có phải CANCU_QDRANT_URL\?"):
        load_settings()


def test_a_name_that_is_like_no_other_is_refused_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CANCU_XYZZY", "1")
    with pytest.raises(SettingsError, match=r"CANCU_XYZZY\."):
        load_settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CANCU_PORT", "tám nghìn"),
        ("CANCU_PORT", "70000"),
        ("CANCU_DENSE_WEIGHT", "1.5"),
        ("CANCU_DEVICE", "tpu"),
        ("CANCU_SAMPLES", "có"),
        ("CANCU_LOG_LEVEL", "INFO!"),
        ("CANCU_READ_MEMORY_MB", "10"),
        ("CANCU_MAX_FILES", ""),
        ("CANCU_LLM_URL", "localhost:11434"),
        ("CANCU_LLM_URL", "http://"),
        ("CANCU_LLM_SECONDS", "0"),
    ],
)
def test_a_bad_value_is_refused_by_name_and_value(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as refused:
        load_settings()
    assert refused.value.detail.startswith(f"{name}={value!r}: ")


def test_an_unknown_setting_is_refused_in_code_as_well() -> None:
    with pytest.raises(SettingsError, match="CANCU_COLOUR"):
        load_settings(colour="red")


def test_settings_do_not_change_while_the_program_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load_settings()
    with pytest.raises(ValidationError):
        settings.port = 1
    monkeypatch.setenv("CANCU_PORT", "1")
    assert settings.port == 8000


def test_settings_go_to_another_process_and_come_back_the_same() -> None:
    settings = load_settings(data="/srv/cancu", allowed_hosts="a,b", qdrant_api_key="k")
    assert Settings(**settings.model_dump(mode="json")) == settings


def test_every_setting_says_what_it_means() -> None:
    for name, field in Settings.model_fields.items():
        assert field.description, f"{PREFIX}{name.upper()} has no description"


def test_secrets_are_not_shown() -> None:
    assert "bí mật" not in repr(
        load_settings(qdrant_api_key="bí mật", llm_api_key="bí mật", database_url="postgresql://cancu:bí mật@db/cancu")
    )
