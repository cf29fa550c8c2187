"""The stages of adding as Haystack components: thin, around plain functions, so that the pipeline can be wired otherwise."""

from collections.abc import Callable, Mapping

from corpus.catalogue.documents import Place
from corpus.catalogue.front import corrected
from corpus.catalogue.jobs import Job
from corpus.pipelines import component
from corpus.store import Store
from corpus.types import Stage, value
from corpus.wording import document_label, wordings
from ingest.encoding import EncodedPassages, encode
from ingest.indexing import write_points
from ingest.publishing import Cancelled, publish
from ingest.reading import ReadDocument, ReadLimits, parse_apart


@value
class Task:
    """A job with all that its stages need. ``report`` is told stage, share done and counts; it raises Cancelled."""

    store: Store
    job: Job
    place: Place
    report: Callable[[Stage, float, Mapping[str, int | None]], None]


@component
class FileReader:
    """Original → ReadDocument, in a process of its own; and its front matter as people have put it right."""

    @component.output_types(read=ReadDocument, front=dict[str, str])
    def run(self, task: Task) -> dict[str, ReadDocument | dict[str, str]]:
        """Read the job's original."""
        task.report(Stage.READING, 0.0, {})
        settings = task.store.settings
        limits = ReadLimits(settings.read_memory_mb, settings.read_seconds, settings.allow_secret)
        path = task.store.originals.existing(task.job.sha256)
        read = parse_apart(path, task.job.file_name, limits, cancelled=lambda: _is_cancelled(task))
        if read is None:
            raise Cancelled
        task.report(Stage.READING, 1.0, {"pages": read.document.pages, "passages": len(read.passages)})
        return {"read": read, "front": _front_of(task, read)}


def _is_cancelled(task: Task) -> bool:
    try:
        task.report(Stage.READING, 0.0, {})
    except Cancelled:
        return True
    return False


@component
class PassageEncoder:
    """Passages → vectors."""

    @component.output_types(encoded=EncodedPassages)
    def run(self, task: Task, read: ReadDocument, front: dict[str, str]) -> dict[str, EncodedPassages]:
        """Encode what is not known yet."""
        texts = wordings(read.document.text, read.passages, document_label(front, task.job.file_name))
        return {
            "encoded": encode(
                task.store.catalogue, task.store.encoder, texts, lambda share: task.report(Stage.ENCODING, share, {})
            )
        }


@component
class IndexWriter:
    """Vectors and terms → points of the index."""

    @component.output_types(written=int)
    def run(self, task: Task, read: ReadDocument, front: dict[str, str], encoded: EncodedPassages) -> dict[str, int]:
        """Write the points; the catalogue does not know them yet, so nobody finds them."""
        report = lambda share: task.report(Stage.INDEXING, share, {})  # noqa: E731
        write_points(task.store.index, task.place, read.passages, encoded, front, report)
        return {"written": len(read.passages)}


@component
class Publisher:
    """The reading becomes live."""

    @component.output_types(document_id=str)
    def run(
        self, task: Task, read: ReadDocument, front: dict[str, str], encoded: EncodedPassages, written: int
    ) -> dict[str, str]:
        """Publish when every passage has its point."""
        if written != len(read.passages):
            raise ValueError(f"{written} points for {len(read.passages)} passages")
        with task.store.catalogue.write() as connection:
            label = document_label(front, task.job.file_name)  # the one that the passages were encoded with
            publish(connection, task.job, task.place, label, read, encoded)
        return {"document_id": task.place.document_id}


def _front_of(task: Task, read: ReadDocument) -> dict[str, str]:
    with task.store.catalogue.read() as connection:
        return corrected(connection, task.place.document_id, {name: field.value for name, field in read.front.items()})
