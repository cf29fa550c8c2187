"""How fast facts are found, how much of adding that is, and how fast the ledger answers when there are many.

    python -m tests.bench.extraction [--documents corpus/documents] [--facts 20000] [--out build/bench/extraction.json]

Texts are measured as bytes of UTF-8; times are those of the processor, so that other work on the machine does not count.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from corpus.catalogue import Catalogue
from corpus.catalogue.documents import place_for, save_text, set_live
from corpus.catalogue.facts import save_facts, set_extraction, set_extractor
from corpus.catalogue.originals import register_original
from corpus.catalogue.passages import save_passages
from corpus.catalogue.reviews import Verdict, set_review
from corpus.errors import DocumentError
from corpus.text import mended
from corpus.types import Field
from ingest.facts import EXTRACTOR, extract
from ingest.facts.source import Source
from ingest.reading import ReadDocument, parse
from search_api.ledger.ledger import Ledger
from search_api.ledger.pages import page_of_facts
from search_api.ledger.schemas import FactQuery

ROUNDS = 20
QUESTIONS: dict[str, dict[str, Any]] = {
    "everything": {}, "one kind, by deadline": {"kind": "assignment", "sort": "deadline"}, "a body": {"agency": ["so khoa hoc va cong nghe"]},
    "year and status": {"kind": "target", "year": ["2025"], "status": ["target"]}, "one word": {"q": "chuyển"}, "three words": {"q": "ty le kinh te"},
    "overdue of a document type": {"deadline": ["overdue"], "doc_type": ["kế hoạch"]},
}  # fmt: skip


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=Path, default=Path("corpus/documents"))
    parser.add_argument("--facts", type=int, default=20_000)
    parser.add_argument("--out", type=Path, default=Path("build/bench/extraction.json"))
    options = parser.parse_args()
    reads, seconds = read_all(sorted(path for path in options.documents.rglob("*") if path.is_file()))
    found = {"extraction": measure_extraction(reads, seconds)}
    with tempfile.TemporaryDirectory() as scratch:
        found["ledger"] = measure_ledger(Path(scratch), reads, options.facts)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(found, indent=2, ensure_ascii=False))
    print(json.dumps(found, indent=2, ensure_ascii=False))


def read_all(paths: Iterable[Path]) -> tuple[list[ReadDocument], float]:
    """The documents that can be read, and the seconds that took."""
    reads, begun = [], time.process_time()
    for path in paths:
        try:
            reads.append(parse(path.read_bytes(), path.name))
        except DocumentError:
            continue
    return reads, time.process_time() - begun


def measure_extraction(reads: Sequence[ReadDocument], seconds: float) -> dict[str, Any]:
    """Text a second on one core: of all documents, and of the slowest that is long enough to tell."""
    sources = [Source(replace(r.document, text=mended(r.document.text)), r.front, r.outline, r.passages) for r in reads]
    extract(sources[0])  # patterns are made when they are first needed
    took = [_seconds(lambda source=source: extract(source)) for source in sources]  # type: ignore[misc]
    sizes = [len(source.document.text.encode()) for source in sources]
    rates = [size / s for size, s in zip(sizes, took, strict=True) if size > 20_000]
    return {
        "documents": len(reads), "kB": round(sum(sizes) / 1000), "facts": sum(len(r.extracted.facts) for r in reads),
        "kB_a_second": round(sum(sizes) / sum(took) / 1000), "slowest_kB_a_second": round(min(rates, default=0) / 1000),
        "share_of_reading": round(sum(took) / seconds, 3),
    }  # fmt: skip


def measure_ledger(folder: Path, reads: Sequence[ReadDocument], wanted: int) -> dict[str, Any]:
    """Milliseconds of a page with its counts, the best and the middle of several; and after a change."""
    catalogue = Catalogue(f"sqlite:///{folder / 'catalogue.sqlite'}")
    facts = fill(catalogue, [read for read in reads if read.extracted.facts], wanted)
    ledger = Ledger(catalogue)
    figures: dict[str, Any] = {"facts": facts, "first_look_s": round(_seconds(ledger.columns), 2), "questions_ms": {}}
    for name, question in QUESTIONS.items():
        query = FactQuery(**question)
        times = sorted(_seconds(lambda query=query: page_of_facts(catalogue, ledger, query)) for _ in range(ROUNDS))  # type: ignore[misc]
        figures["questions_ms"][name] = {
            "best": round(times[0] * 1000, 1),
            "middle": round(times[len(times) // 2] * 1000, 1),
        }
    first = ledger.columns().rows[0].id
    with catalogue.write() as connection:
        set_review(connection, first, Verdict.WRONG, "đo")
    figures["after_a_review_ms"] = round(_seconds(lambda: page_of_facts(catalogue, ledger, FactQuery())) * 1000, 1)
    catalogue.close()
    return figures


def fill(catalogue: Catalogue, reads: Sequence[ReadDocument], wanted: int) -> int:
    """Put the documents in again and again, each time under other bytes, until there are so many facts."""
    facts = number = 0
    while facts < wanted:
        read = reads[number % len(reads)]
        sha = sha256(str(number).encode()).hexdigest()
        front = replace(read.front, symbol=Field(f"{number}/KH-UBND"))
        with catalogue.write() as connection:
            register_original(connection, sha, 1)
            place = place_for(connection, sha, None)
            save_text(connection, sha, read.reader, read.document, read.outline, None)
            set_live(connection, place, sha, read.reader, f"{number}.md", "", front, sample=False)
            save_passages(
                connection, place, read.passages, [sha256(str(p.span).encode()).digest() for p in read.passages]
            )
            save_facts(connection, place, read.document.text, read.extracted.facts, read.passages, None)
            set_extractor(connection, EXTRACTOR)
            set_extraction(connection, place, EXTRACTOR)
        facts, number = facts + len(read.extracted.facts), number + 1
    return facts


def _seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    main()
