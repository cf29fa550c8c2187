"""The question's pipeline: the default one, or one from a YAML file; and the object that runs it."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

os.environ["HAYSTACK_TELEMETRY_ENABLED"] = "False"  # before the first import: nothing of a question is sent anywhere

from haystack import Pipeline
from haystack.core.errors import PipelineError, PipelineRuntimeError

from corpus.errors import CancuError, SettingsError
from corpus.store import Store
from search_api.components import AnswerComposer, EvidenceFinder, QuestionReader, Retriever, Tools
from search_api.evidence import Texts
from search_api.types import Answer

_TRUSTED = ["search_api.components", "haystack.components"]


def question_pipeline(dense_weight: float = 0.4) -> Pipeline:
    """Question → Reading → Hits → Evidence → Answer."""
    pipeline = Pipeline()
    for name, part in (
        ("reader", QuestionReader()), ("retriever", Retriever(dense_weight)), ("finder", EvidenceFinder()), ("composer", AnswerComposer())
    ):  # fmt: skip
        pipeline.add_component(name, part)
    for receiver in ("retriever", "finder", "composer"):
        pipeline.connect("reader.reading", f"{receiver}.reading")
    pipeline.connect("retriever.hits", "finder.hits")
    pipeline.connect("retriever.hits", "composer.hits")
    pipeline.connect("finder.evidence", "composer.evidence")
    return pipeline


def load_pipeline(path: Path) -> Pipeline:
    """A pipeline that somebody wired in YAML. It must have a "reader", a "retriever" and a "composer".

    Raises:
        SettingsError: the file cannot be made into a pipeline.
    """
    try:
        return Pipeline.loads(path.read_text(encoding="utf-8"), allowed_modules=_TRUSTED)
    except (OSError, PipelineError, ValueError, KeyError, TypeError) as error:
        raise SettingsError(f"CANCU_QUESTION_PIPELINE={path}: {error}") from error


class Asker:
    """Answers questions; safe to call from several threads."""

    def __init__(self, store: Store, pipeline: Pipeline) -> None:
        self.tools = Tools(store, Texts(store))
        self._pipeline = pipeline
        for _, part in pipeline.walk():
            if hasattr(part, "bind"):
                part.bind(self.tools)

    def warm(self) -> None:
        """Answer something, so that the first person does not wait for what is made on first use."""
        self.ask("Căn cứ là gì?")

    def ask(self, question: str, filters: Mapping[str, Sequence[Any]] | None = None) -> Answer:
        """Answer a question.

        Raises:
            InvalidRequest: the question is empty or too long.
            ServiceError: the index is away.
        """
        try:
            out = self._pipeline.run({"reader": {"question": question}, "retriever": {"filters": dict(filters or {})}})
        except PipelineRuntimeError as error:
            if isinstance(error.__cause__, CancuError):
                raise error.__cause__ from error
            raise
        found: Answer = out["composer"]["answer"]
        return found


def open_asker(store: Store) -> Asker:
    """The asker that the settings want."""
    path = store.settings.question_pipeline
    return Asker(store, load_pipeline(path) if path else question_pipeline(store.settings.dense_weight))
