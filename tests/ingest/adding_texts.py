"""Texts to add, and adding them in this process."""

from corpus.catalogue.jobs import Job, get_job
from corpus.store import Store
from ingest.adding import add_bytes
from ingest.worker import work_off

BRIDGE = "# Kế hoạch xây cầu Nậm Pha\n\nCầu Nậm Pha dài 120 m.\n\nMặt cầu rộng 8 m."
LONGER_BRIDGE = "# Kế hoạch xây cầu Nậm Pha\n\nCầu Nậm Pha dài 250 m.\n\nMặt cầu rộng 8 m."
SCHOOL = "# Thông báo khai giảng\n\nTrường Tân Long khai giảng ngày 05/9/2024.\n\nMỗi lớp có 35 học sinh."


def long_text(paragraphs: int) -> str:
    """A plan with many paragraphs, each of them different."""
    lines = (f"Thôn số {n} trồng {n * 7 % 90 + 1} ha rừng trong quý {n % 4 + 1}." for n in range(paragraphs))
    return "# Kế hoạch trồng rừng\n\n" + "\n\n".join(lines)


def add(store: Store, text: str | bytes, name: str = "van-ban.md", *, replaces: str | None = None) -> Job:
    """Enter a job."""
    return add_bytes(store, [text.encode() if isinstance(text, str) else text], name, replaces=replaces)


def ended(store: Store, *jobs: Job) -> list[Job]:
    """Work all jobs off; these as they are then."""
    work_off(store)
    return [state(store, job) for job in jobs]


def added(store: Store, text: str, name: str = "van-ban.md", *, replaces: str | None = None) -> str:
    """Add a text, which must work; its document."""
    (job,) = ended(store, add(store, text, name, replaces=replaces))
    assert job.error is None
    return str(job.document_id)


def state(store: Store, job: Job) -> Job:
    """A job as it is now."""
    with store.catalogue.read() as connection:
        return get_job(connection, job.id)
