"""What an LLM is told: the rules once, and an answer with its quotes as data. Nothing that a document says is a rule."""

import json
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from corpus.text import one_line
from search_api.types import Answer

_LONGEST_QUOTE = 700  # characters; citations have 600 at most


class Prompt(NamedTuple):
    """Two messages: what the LLM is to do, and what with."""

    rules: str
    data: str


@cache
def _rules() -> str:
    return files("search_api.rewording").joinpath("prompt.txt").read_text("utf-8")


def prompt_of(answer: Answer, cited: frozenset[int]) -> Prompt:
    """The prompt for an answer. ``cited``: citations whose quotes are shown; JSON marks where each ends, whatever it says."""
    data = {
        "câu hỏi": answer.reading.text,
        "trích dẫn": [
            {
                "số": c.n,
                "văn bản": one_line(c.evidence.hit.document.label),
                "nguyên văn": one_line(c.quote)[:_LONGEST_QUOTE],
            }
            for c in answer.citations
            if c.n in cited
        ],
        "câu trả lời": answer.text,
    }
    return Prompt(_rules(), json.dumps(data, ensure_ascii=False))
