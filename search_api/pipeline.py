"""The question's pipeline: the default one, or one from a YAML file; and the object that runs it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from corpus.catalogue.documents import DocumentInfo
from corpus.errors import CancuError, SettingsError
from corpus.language.learning import PATIENCE, Learner
from corpus.pipelines import Pipeline, PipelineRuntimeError, with_torch
from corpus.settings import DENSE_WEIGHT, Settings
from corpus.store import Store
from corpus.text import matching_form, one_line
from search_api.asking.follow_ups.following import follow
from search_api.components import AnswerComposer, EvidenceFinder, QuestionReader, Retriever, Tools, open_tools
from search_api.types import Answer

_TRUSTED = ["search_api.components", "search_api.rewording.component", "haystack.components"]
_NEEDED = ("reader", "retriever", "composer")
_REWORDING = "rewording"  # the stage that may put the answer in other words, where there is one


def question_pipeline(dense_weight: float = DENSE_WEIGHT, *, reworded: bool = False) -> Pipeline:
    """Question → Reading → Hits → Evidence → Answer; ``reworded``: by an LLM in the end."""
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
    if reworded:
        from search_api.rewording.component import AnswerRewording

        pipeline.add_component(_REWORDING, AnswerRewording())
        pipeline.connect("composer.answer", f"{_REWORDING}.answer")
    return pipeline


def load_pipeline(path: Path) -> Pipeline:
    """A pipeline that somebody wired in YAML. It must have a "reader", a "retriever" and a "composer"; it may have a "rewording".

    Raises:
        SettingsError: the file cannot be made into a pipeline.
    """
    with_torch()
    try:
        pipeline = Pipeline.loads(path.read_text(encoding="utf-8"), allowed_modules=_TRUSTED)
        for name in _NEEDED:
            pipeline.get_component(name)
    except Exception as error:  # whatever the file makes of itself, or a part named in it: no mistake of ours
        why = one_line(str(error.__cause__ or error))
        raise SettingsError(f"CANCU_QUESTION_PIPELINE={path} không dựng được thành chuỗi xử lý ({why})") from error
    return pipeline


class Asker:
    """Answers questions; safe to call from several threads."""

    def __init__(self, store: Store, pipeline: Pipeline, *, patience: float = PATIENCE) -> None:
        self._learner = Learner(store.catalogue, store.settings.data, patience=patience)
        self.tools: Tools = open_tools(store, self._learner.restorer)
        self._places = self.tools.holdings.keep(_place_names)
        self._pipeline = pipeline
        for _, part in pipeline.walk():
            if hasattr(part, "bind"):
                part.bind(self.tools)

    def warm(self) -> None:
        """Answer something, so that the first person does not wait for what is made on first use."""
        self._run({"reader": {"question": "Căn cứ là gì?"}, **self._unworded()})

    def close(self) -> None:
        """Learn from documents no more; end what stages hold open."""
        self._learner.close()
        for _, part in self._pipeline.walk():
            if hasattr(part, "bind") and hasattr(part, "close"):
                part.close()

    def _unworded(self) -> dict[str, dict[str, bool]]:
        """So that no LLM is asked what nobody wants to know."""
        return {_REWORDING: {"reword": False}} if _REWORDING in self._pipeline.graph.nodes else {}

    def ask(
        self,
        question: str,
        filters: Mapping[str, Sequence[Any]] | None = None,
        *,
        as_typed: bool = False,
        previous: str | None = None,
    ) -> Answer:
        """Answer a question; ``as_typed``: every word of it as it stands.

        One that only follows up ``previous`` is answered as the whole it stands for, which is then the question of the answer's reading.

        Raises:
            InvalidRequest: the question, or the previous one, is empty or too long.
            ServiceError: the index is away.
        """
        whole = self._whole(question, previous, as_typed) if previous and previous.strip() else None
        asked = {
            "question": whole or question,
            **({"as_typed": True} if as_typed else {}),
        }  # a reader of one's own may not know it
        return self._run({"reader": asked, "retriever": {"filters": dict(filters or {})}})

    def _run(self, inputs: dict[str, Any]) -> Answer:
        try:
            out = self._pipeline.run(inputs)
        except PipelineRuntimeError as error:
            if isinstance(error.__cause__, CancuError):
                raise error.__cause__ from error
            raise
        found: Answer = out[_REWORDING if _REWORDING in out else "composer"]["answer"]
        return found

    def _whole(self, question: str, previous: str, as_typed: bool) -> str | None:
        read = self.tools.reader.read
        before, now = read(previous, as_typed=as_typed), read(question, as_typed=as_typed)
        return follow(before, now, self._places.now())


def _place_names(documents: Sequence[DocumentInfo]) -> frozenset[str]:
    """Names of the places that documents are of, in matching form; a province has its name without them."""
    return frozenset(
        matching_form(name) for info in documents if len((name := info.front.get("place", "")).split()) > 1
    )


def _of(settings: Settings) -> Pipeline:
    return question_pipeline(settings.dense_weight, reworded=settings.llm_url is not None)


def open_asker(store: Store, *, patience: float = PATIENCE) -> Asker:
    """The asker that the settings want; ``patience``: seconds that a question waits until new documents are learnt from."""
    path = store.settings.question_pipeline
    pipeline = load_pipeline(path) if path else _of(store.settings)
    return Asker(store, pipeline, patience=patience)
