"""The stage behind the composer: an answer, and the same in words of an LLM where these are proven. See ``checking`` for what that means."""

import re
from dataclasses import replace
from typing import Any

from corpus.errors import SettingsError
from corpus.log import log
from corpus.pipelines import component
from search_api.components import Tools
from search_api.rewording.address import is_here
from search_api.rewording.checking import Verdict, bound_of, checked
from search_api.rewording.circuit import Circuit
from search_api.rewording.generator import Writer, generator_of
from search_api.rewording.prompt import prompt_of
from search_api.types import Answer

LLM = "llm"


def _plain(text: str) -> str:
    """A text without spaces and full stops: where only these differ nobody has worded it anew."""
    return re.sub(r"[\s.]", "", text)


@component
class AnswerRewording:
    """Answer → Answer. ``generator``: a chat generator of Haystack; without one that of the settings is made.

    Whatever goes wrong, the answer stays as it was composed.
    """

    def __init__(self, generator: Any = None) -> None:
        self.generator = generator
        self._writer: Writer | None = None
        self._circuit = Circuit()

    def bind(self, tools: Tools) -> None:
        """Take the settings.

        Raises:
            SettingsError: there is neither a generator nor an address of one.
        """
        settings = tools.store.settings
        if self.generator is not None and not hasattr(self.generator, "run_async"):
            raise SettingsError(
                "CANCU_QUESTION_PIPELINE: generator của AnswerRewording phải là chat generator có run_async"
            )
        if self.generator is None and settings.llm_url is None:
            raise SettingsError("CANCU_QUESTION_PIPELINE có AnswerRewording thì cần CANCU_LLM_URL hoặc generator")
        if self.generator is None and settings.llm_url and not is_here(settings.llm_url):
            log.warning("llm_elsewhere", url=settings.llm_url, sent="questions and quotes")
        self._writer = Writer(self.generator or generator_of(settings), settings.llm_seconds)

    @component.output_types(answer=Answer)
    def run(self, answer: Answer, reword: bool = True) -> dict[str, Answer]:
        """The answer in new words, or as it is; ``reword``: whether to ask at all."""
        return {"answer": self._reworded(answer) if reword else answer}

    def _reworded(self, answer: Answer) -> Answer:
        bound = bound_of(answer)
        if bound is None or self._writer is None or not self._circuit.enter():
            return answer
        failed = True
        try:
            reply = self._writer.write(prompt_of(answer, frozenset(bound.sources)))
            failed = False
            verdict = checked(reply, bound)
        except Exception as error:  # a server of others: away, late, or not talking sense
            log.warning("llm_failed", error=type(error).__name__)
            verdict = Verdict(None)
        finally:
            self._circuit.leave(failed=failed)
        log.info("reworded" if verdict.text else "kept", fault=verdict.fault)
        if verdict.text is None or _plain(verdict.text) == _plain(answer.text or ""):
            return answer
        return replace(answer, text=verdict.text, extractive=answer.text, worded_by=LLM)

    def close(self) -> None:
        """Let the LLM go."""
        if self._writer is not None:
            self._writer.close()
