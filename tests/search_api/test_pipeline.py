"""The question's pipeline: the default, somebody's own in YAML, several askers at once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import InvalidRequest, SettingsError
from corpus.store import Store
from search_api.pipeline import Asker, load_pipeline, open_asker, question_pipeline
from search_api.presenting import ask_response

QUESTIONS = [
    "Đến năm 2025 tỷ lệ chè chế biến sâu đạt bao nhiêu?",
    "Cơ quan nào chủ trì Đề án vùng chè hữu cơ?",
    "Ai ký chương trình phát triển cây chè?",
    "Khi nào ngừng cấp nước ở phường Tân Long?",
    "Năm 2023 diện tích chè đạt bao nhiêu?",
    "Chỉ dẫn địa lý cho chè Shan tuyết",
]


def _answers(asker: Asker) -> list[dict[str, Any]]:
    return [ask_response(asker.ask(question), 0.0).model_dump() for question in QUESTIONS]


def _written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "chuoi.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_default_pipeline_written_as_yaml_gives_the_same_answers(library: Store, tmp_path: Path) -> None:
    default = question_pipeline(library.settings.dense_weight)
    loaded = load_pipeline(_written(tmp_path, default.dumps()))
    assert _answers(Asker(library, loaded)) == _answers(Asker(library, default))


def test_a_parameter_in_the_yaml_is_used(library: Store, tmp_path: Path) -> None:
    by_words = load_pipeline(_written(tmp_path, question_pipeline(0.0).dumps()))
    assert _answers(Asker(library, by_words)) == _answers(Asker(library, question_pipeline(0.0)))


def test_the_settings_name_the_pipeline(library: Store, tmp_path: Path) -> None:
    path = _written(tmp_path, "components: {}\nconnections: []\n")
    settings = library.settings.model_copy(update={"question_pipeline": path})
    with pytest.raises(SettingsError, match=r"chuoi\.yaml.*reader"):
        open_asker(Store(settings, library.catalogue, library.originals, library.encoder, library.index))


DEFAULT = question_pipeline().dumps()


@pytest.mark.parametrize(
    "text",
    [
        "components: [",
        "không phải YAML",
        "components: {reader: {init_parameters: {}}}",
        DEFAULT.replace("search_api.components.EvidenceFinder", "search_api.components.Unheard"),
        DEFAULT.replace("finder.hits", "finder.nowhere"),
        DEFAULT.replace("dense_weight", "weight"),
        DEFAULT.replace("  reader:\n", "  asker:\n").replace("reader.reading", "asker.reading"),
        "",
    ],
    ids=["torn", "words", "no type", "unknown part", "unknown socket", "unknown parameter", "no reader", "empty"],
)
def test_a_yaml_that_makes_no_pipeline_is_a_settings_error(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingsError, match="CANCU_QUESTION_PIPELINE"):
        load_pipeline(_written(tmp_path, text))


def test_a_yaml_that_is_not_there_is_a_settings_error(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="CANCU_QUESTION_PIPELINE"):
        load_pipeline(tmp_path / "khong-co.yaml")


@pytest.mark.parametrize("untrusted", ["tests.fakes.HashEncoder", "subprocess.Popen", "os.system"])
def test_parts_of_modules_that_are_not_trusted_are_refused(tmp_path: Path, untrusted: str) -> None:
    text = DEFAULT.replace("search_api.components.EvidenceFinder", untrusted)
    with pytest.raises(SettingsError, match=untrusted.rsplit(".", 1)[0]):
        load_pipeline(_written(tmp_path, text))


def test_a_yaml_cannot_run_a_command(tmp_path: Path) -> None:
    made = tmp_path / "made"
    with pytest.raises(SettingsError):
        load_pipeline(_written(tmp_path, f'components: !!python/object/apply:os.mkdir ["{made}"]'))
    assert not made.exists()


def test_our_own_errors_come_through_the_pipeline_as_themselves(library: Store) -> None:
    with pytest.raises(InvalidRequest):
        open_asker(library).ask("  ")


def test_filters_reach_the_index(library: Store) -> None:
    answer = open_asker(library).ask("Diện tích chè đạt bao nhiêu?", {"year": [2023]})
    assert {c.evidence.hit.document.file_name for c in answer.citations} == {"88-BC-UBND-2023.md"}


def test_questions_asked_at_once_are_answered_as_if_asked_in_turn(library: Store) -> None:
    asker = open_asker(library)
    expected = _answers(asker)
    with ThreadPoolExecutor(8) as pool:
        at_once = list(pool.map(lambda question: ask_response(asker.ask(question), 0.0).model_dump(), QUESTIONS * 10))
    assert at_once == expected * 10
