"""search_api.evaluation.gold: what a gold file says, and which line of it is wrong."""

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import InvalidGold
from search_api.evaluation.gold import KINDS, UNANSWERABLE, read_gold
from search_api.types import Kind

SMALL_GOLD = Path(__file__).with_name("small_gold.jsonl")
ROW: dict[str, Any] = {
    "id": "a", "question": "Chè?", "kind": "target", "style": "typo", "docs": ["che.md"], "values": ["30%"], "evidence": ["đạt 30%"],
}  # fmt: skip


def _line(**changes: Any) -> str:
    return json.dumps({name: content for name, content in {**ROW, **changes}.items() if content is not ...})


def test_a_gold_file_is_read_with_the_names_of_its_documents_and_without_blank_lines() -> None:
    questions = read_gold(SMALL_GOLD)
    assert [question.id for question in questions] == ["che-1", "che-2", "che-3", "xiec-1"]
    assert questions[0].docs == ("12-CTr-TU-2022.md",)
    assert questions[0].values == ("35%",)
    assert (questions[-1].kind, questions[-1].docs) == (UNANSWERABLE, ())


def test_every_kind_of_question_that_the_service_knows_can_be_asked() -> None:
    assert {kind.value for kind in Kind} <= KINDS


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "g.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + _line().encode() + b"\r\n\r\n" + _line(id="b").encode() + b"\r\n")
    assert [question.id for question in read_gold(path)] == ["a", "b"]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "không phải JSON"),
        ("[" * 100_000, "không phải JSON"),
        ("[1]", "không phải một đối tượng"),
        (_line(values=...), "thiếu “values”"),
        (_line(question=" "), "“question” phải là chữ"),
        (_line(id=7), "“id” phải là chữ"),
        (_line(docs="che.md"), "“docs” phải là một danh sách chữ"),
        (_line(evidence=["x", ""]), "“evidence” phải là một danh sách chữ"),
        (_line(evidence=[]), "“evidence” còn trống"),
        (_line(kind="targt"), "không có kind “targt”, có phải target?"),
        (_line(kind="zzzz"), "không có kind “zzzz”"),
        (_line(), "id “a” đã có"),
        ("\udcff", "không phải chữ UTF-8"),
    ],
)
def test_a_wrong_line_is_named_with_what_is_wrong(tmp_path: Path, line: str, says: str) -> None:
    path = tmp_path / "g.jsonl"
    path.write_bytes(f"{_line()}\n\n{line}\n".encode("utf-8", "surrogateescape"))
    with pytest.raises(InvalidGold) as raised:
        read_gold(path)
    assert f"{path}, dòng 3: " in raised.value.message
    assert says in raised.value.message


def test_a_file_without_questions_is_refused(tmp_path: Path) -> None:
    (tmp_path / "g.jsonl").write_text("\n \n")
    with pytest.raises(InvalidGold, match="không có câu hỏi nào"):
        read_gold(tmp_path / "g.jsonl")
