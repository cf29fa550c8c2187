"""What is added while the server is killed: the sample documents, long made-up ones, and every other thing that may happen to a file."""

from pathlib import Path

from corpus.folder import DataFolder
from corpus.settings import load_settings
from corpus.store import open_store
from ingest.adding import add_bytes, add_path
from ingest.worker import work_off
from tests.bench.made_up import SAMPLES, documents, sample_texts

MADE_UP = 400  # passages, in four documents
LAST_JOBS = 2  # documents that no kill is aimed at, so that there is always something left to do

_LIVE = "# Kế hoạch cầu Nậm Pha\n\nCầu Nậm Pha dài 120 m.\n\nMặt cầu rộng 8 m."
_NEXT = "# Kế hoạch cầu Nậm Pha\n\nCầu Nậm Pha dài 250 m.\n\nMặt cầu rộng 8 m.\n\nTải trọng 30 tấn."


def prepare(data: Path, encoder: Path) -> None:
    """A folder with one live document and a job for every file, none of them begun."""
    folder = DataFolder(data)
    store = open_store(load_settings(data=data, encoder=encoder, samples=False))
    live = add_bytes(store, [_LIVE.encode()], "cau-nam-pha.md")
    work_off(store)
    made = list(documents(sample_texts(), MADE_UP))
    add_bytes(store, [made[0][1].encode()], made[0][0])
    for path in sorted(SAMPLES.iterdir()):
        add_path(store, path, sample=True)
    add_bytes(store, [b"%PDF-1.7\nkhong con gi"], "hong.pdf")
    add_bytes(store, [_NEXT.encode()], "cau-nam-pha-2.md", replaces=live.sha256[:16])
    add_bytes(store, [_LIVE.encode()], "ban-sao.md")
    for name, text in made[1:]:
        add_bytes(store, [text.encode()], name)
    store.close()
    folder.release()
