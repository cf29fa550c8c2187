"""The moment in which a reading becomes live: not when somebody has changed their mind just before."""

import pytest

from corpus.catalogue import now
from corpus.catalogue.documents import list_documents, place_for
from corpus.catalogue.jobs import claim_job
from corpus.catalogue.statistics import withdraw
from corpus.store import Store
from corpus.wording import wordings
from ingest.adding import add_bytes
from ingest.encoding import encode
from ingest.publishing import Cancelled, publish
from ingest.reading import parse
from ingest.worker import work_off

PLAN = "# Kế hoạch trồng quế\n\nXã trồng 20 ha quế trong năm 2024.\n"


def test_a_document_that_is_deleted_while_its_new_version_is_all_but_done_stays_deleted(store: Store) -> None:
    add_bytes(store, [PLAN.encode()], "kh.md")
    work_off(store)
    with store.catalogue.read() as connection:
        (document,) = list_documents(connection)
    newer = PLAN.replace("20 ha", "35 ha").encode()
    add_bytes(store, [newer], "kh.md", replaces=document)
    with store.catalogue.write() as connection:
        job = claim_job(connection)
        assert job is not None
        place = place_for(connection, job.sha256, job.replaces)
    read = parse(newer, "kh.md")
    encoded = encode(store.catalogue, store.encoder, wordings(read.document.text, read.passages, "kế hoạch"))
    with store.catalogue.write() as connection:
        withdraw(connection, document, now())
    with pytest.raises(Cancelled), store.catalogue.write() as connection:
        publish(connection, job, place, "kế hoạch", read, encoded)
    with store.catalogue.read() as connection:
        assert list_documents(connection) == {}
        assert list_documents(connection, deleted=True)[document].version == 1
