"""The stages of adding as Haystack components: thin, around plain functions, so that the pipeline can be wired otherwise."""

from collections.abc import Callable, Mapping

from corpus.catalogue.documents import Place
from corpus.catalogue.jobs import Job, get_job
from corpus.pipelines import component
from corpus.store import Store
from corpus.types import Stage, value
from corpus.wording import document_label, wordings
from ingest.encoding import EncodedPassages, encode
from ingest.indexing import write_points
from ingest.publishing import publish
from ingest.reading import ReadDocument, ReadLimits, parse_apart


class Cancelled(Exception):
    """The person who added the file has changed their mind."""


@value
class Task:
    """A job with all that its stages need. ``report`` is told stage, share done and counts; it raises Cancelled."""

    store: Store
    job: Job
    place: Place
    report: Callable[[Stage, float, Mapping[str, int | None]], None]


@component
class FileReader:
    """Original → ReadDocument, in a process of its own."""

    @component.output_types(read=ReadDocument)
    def run(self, task: Task) -> dict[str, ReadDocument]:
        """Read the job's original."""
        task.report(Stage.READING, 0.0, {})
        settings = task.store.settings
        limits = ReadLimits(settings.read_memory_mb, settings.read_seconds, settings.allow_secret)
        path = task.store.originals.existing(task.job.sha256)
        read = parse_apart(path, task.job.file_name, limits, cancelled=lambda: _is_cancelled(task))
        if read is None:
            raise Cancelled
        task.report(Stage.READING, 1.0, {"pages": read.document.pages, "passages": len(read.passages)})
        return {"read": read}


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
    def run(self, task: Task, read: ReadDocument) -> dict[str, EncodedPassages]:
        """Encode what is not known yet."""
        texts = wordings(read.document.text, read.passages, label_of(task, read))
        return {
            "encoded": encode(
                task.store.catalogue, task.store.encoder, texts, lambda share: task.report(Stage.ENCODING, share, {})
            )
        }


@component
class IndexWriter:
    """Vectors and terms → points of the index."""

    @component.output_types(written=int)
    def run(self, task: Task, read: ReadDocument, encoded: EncodedPassages) -> dict[str, int]:
        """Write the points; the catalogue does not know them yet, so nobody finds them."""
        front = {name: field.value for name, field in read.front.items()}
        report = lambda share: task.report(Stage.INDEXING, share, {})  # noqa: E731
        write_points(task.store.index, task.place, read.passages, encoded, front, report)
        return {"written": len(read.passages)}


@component
class Publisher:
    """The reading becomes live."""

    @component.output_types(document_id=str)
    def run(self, task: Task, read: ReadDocument, encoded: EncodedPassages, written: int) -> dict[str, str]:
        """Publish when every passage has its point."""
        if written != len(read.passages):
            raise ValueError(f"{written} points for {len(read.passages)} passages")
        with task.store.catalogue.write() as connection:
            if get_job(
                connection, task.job.id
            ).cancel:  # the last moment: from here on the job is done, or has not been
                raise Cancelled
            publish(connection, task.job, task.place, label_of(task, read), read, encoded)
        return {"document_id": task.place.document_id}


def label_of(task: Task, read: ReadDocument) -> str:
    """The document in a few words."""
    return document_label({name: field.value for name, field in read.front.items()}, task.job.file_name)
