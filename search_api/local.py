"""The command line's client without a server: works on the data folder itself, in this process."""

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path

from corpus.catalogue import now
from corpus.catalogue.documents import get_document, list_documents
from corpus.catalogue.jobs import get_job
from corpus.catalogue.passages import text_of
from corpus.catalogue.refusals import count_untried, state_of_answers
from corpus.catalogue.statistics import withdraw
from corpus.catalogue.tags import tags_of
from corpus.encoder.lazy import load_now
from corpus.log import start_log
from corpus.settings import Settings
from corpus.store import open_store
from corpus.types import Json
from ingest.adding import add_path
from ingest.indexing import reconcile
from ingest.worker import find_missing_facts, recover, work_off
from search_api.ledger.exporting import export
from search_api.ledger.ledger import Ledger
from search_api.ledger.pages import page_of_facts
from search_api.ledger.schemas import FactQuery
from search_api.presenting import ask_response, document_row, facets, hit_out, job_out, jobs_out
from search_api.schemas import SearchResponse
from search_api.unanswered.keeping import Keeper
from search_api.unanswered.listing import page_of_unanswered, write_unanswered
from search_api.unanswered.schemas import UnansweredQuery

_PATIENCE = 3.0  # seconds that the one question waits until the documents are learnt from


class LocalClient:
    """The operations of the command line on a data folder that the caller owns."""

    def __init__(self, settings: Settings) -> None:
        start_log("error")
        self.store = open_store(settings, lazy=True)
        self._broken: Exception | None = None
        recover(self.store)

    @cached_property
    def _asker(self):  # type: ignore[no-untyped-def] # noqa: ANN202 - Haystack is imported only for questions
        with ThreadPoolExecutor(1) as pool:
            loading = pool.submit(load_now, self.store.encoder)
            from search_api.pipeline import open_asker

            loading.result()
        return open_asker(self.store, patience=_PATIENCE)

    @cached_property
    def _keeper(self) -> Keeper:
        return Keeper(self.store.catalogue, self._asker)

    def ask(self, question: str, previous: str | None = None, *, keep: bool = True) -> Json:
        """An answer; ``previous``: the question before it, which it may follow up. Where there is none, and ``keep`` allows it, the
        question is listed as unanswered when the folder is let go.
        """
        answer = self._asker.ask(question, previous=previous)
        kept = keep and self._keeper.note(answer)
        shown = ask_response(answer, 0.0, question=question, previous=previous)
        return shown.model_copy(update={"kept": kept}).model_dump()

    def search(self, query: str, limit: int) -> Json:
        """Search results."""
        from search_api.searching import search

        reading, hits, page = search(self._asker.tools, query, {}, limit=limit)
        with self.store.catalogue.read() as connection:
            tags = tags_of(connection, list({hit.document.id for hit in hits.items}))
        response = SearchResponse(
            read_as=reading.read_as, total=len(hits.items), total_is_bound=hits.bounded, hits=[hit_out(c) for c in page],
            facets=facets(hits, tags), took_ms=0.0,
        )  # fmt: skip
        return response.model_dump()

    def facts(self, wanted: Json) -> Json:
        """A page of the ledger."""
        find_missing_facts(self.store)
        return page_of_facts(self.store.catalogue, Ledger(self.store.catalogue), FactQuery(**wanted)).model_dump()

    def export(self, wanted: Json) -> bytes:
        """The same as a file; its links lead to the server that these settings would start."""
        find_missing_facts(self.store)
        settings = self.store.settings
        site = f"http://{settings.host}:{settings.port}"
        return export(self.store.catalogue, Ledger(self.store.catalogue), FactQuery(**wanted), site)

    def documents(self) -> Json:
        """All documents."""
        with self.store.catalogue.read() as connection:
            tags = tags_of(connection)
            found = [document_row(i, tags.get(i.id, ())).model_dump() for i in list_documents(connection).values()]
        return {"total": len(found), "documents": found[::-1]}

    def unanswered(self, wanted: Json) -> Json:
        """A page of the list of unanswered questions, as the documents are now."""
        self._try_unanswered()
        return page_of_unanswered(self.store.catalogue, UnansweredQuery(**wanted)).model_dump()

    def unanswered_file(self, wanted: Json) -> bytes:
        """The whole list as a file."""
        self._try_unanswered()
        return write_unanswered(self.store.catalogue, UnansweredQuery(**wanted))

    def _try_unanswered(self) -> None:
        """Ask those again that were not asked since documents have changed."""
        find_missing_facts(self.store)
        with self.store.catalogue.read() as connection:
            untried = count_untried(connection, state_of_answers(connection))
        if untried:
            self._keeper.try_all()

    def text(self, document_id: str) -> str:
        """The whole text of a document."""
        with self.store.catalogue.read() as connection:
            return text_of(connection, document_id).text

    def remove_samples(self) -> Json:
        """Remove the samples."""
        with self.store.catalogue.write() as connection:
            samples = [info.id for info in list_documents(connection).values() if info.sample]
            for document_id in samples:
                withdraw(connection, document_id, now())
        reconcile(self.store)
        return {"total": len(samples)}

    def add(self, files: Sequence[Path], *, replaces: str | None = None) -> list[Json]:
        """Enter jobs and begin to work them off beside the caller."""
        if replaces:
            with self.store.catalogue.read() as connection:
                get_document(connection, replaces)
        load_now(self.store.encoder)  # one that is damaged is told of before anything is entered
        jobs = [add_path(self.store, path, replaces=replaces) for path in files]
        threading.Thread(target=self._work_off, daemon=True).start()
        return [job.model_dump() for job in jobs_out(jobs)]

    def _work_off(self) -> None:
        try:
            work_off(self.store)
        except Exception as error:  # whoever asks for the jobs is told, instead of waiting for ever
            self._broken = error

    def jobs(self, ids: Sequence[str]) -> list[Json]:
        """How these jobs are getting on."""
        if self._broken is not None:
            raise self._broken
        with self.store.catalogue.read() as connection:
            return [job_out(get_job(connection, job_id)).model_dump() for job_id in ids]

    def close(self) -> None:
        """Let go of the folder's parts; what is being added stops where it is and goes on next time."""
        if "_keeper" in self.__dict__:
            self._keeper.close()
        if "_asker" in self.__dict__:
            self._asker.close()
        self.store.close()
