"""How long suggestions take over many documents: each letter of what somebody types is asked for.

    python -m tests.bench.suggesting [--documents 10000]

The documents are made up in the catalogue alone: suggestions know nothing else of them.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from corpus.catalogue import Catalogue
from corpus.catalogue.front import correct_field
from search_api.holdings import Holdings
from search_api.naming.naming import Naming
from search_api.suggesting.suggesting import Suggester
from tests.corpus.made import front_of, publish

DOCUMENTS = 10_000
TYPED = ("kế hoạch 144 của ủy ban nhân dân", "chuyen doi so", "nq57", "nghij quyeets", "quyeet dinhh 749", "nghị quyết năm bảy", "khoong cos gif")  # fmt: skip
ASKED = ("nq57 giao ai chủ trì?", "Theo kế hoạch 144 của xã Bản Đồi 9, ai lo?", "Diện tích chè đạt bao nhiêu?")
_SYMBOLS = (("kế hoạch", "/KH-UBND"), ("nghị quyết", "-NQ/TU"), ("quyết định", "/QĐ-UBND"), ("báo cáo", "/BC-UBND"))
_WORDS = """phát triển kinh tế số chuyển đổi xã hội cây chè hữu cơ vùng núi đề án thực hiện đảng bộ giai đoạn khoa học công nghệ
    đổi mới sáng tạo phòng chống thiên tai trồng rừng nuôi cá giá nước cấp điện bảo vệ môi trường dân tộc"""


class Times(NamedTuple):
    """Milliseconds."""

    p50: float
    p95: float


def make(catalogue: Catalogue, documents: int, seed: int = 1) -> list[str]:
    """Put so many documents into a catalogue; returns their ids."""
    chance, words = random.Random(seed), _WORDS.split()
    with catalogue.write() as connection:
        return [
            publish(connection, f"d{n}", ["Một."], front=front_of(
                symbol=f"{n % 2000 + 1}{symbol}", doc_type=type_, issuer=f"Ủy ban nhân dân xã Bản Đồi {n % 300}", place=f"Bản Đồi {n % 300}",
                issued_on=f"20{n % 20 + 5:02}-01-01", subject=" ".join(chance.choice(words) for _ in range(20)),
            )).document_id
            for n in range(documents) for type_, symbol in [chance.choice(_SYMBOLS)]
        ]  # fmt: skip


def measure(documents: int = DOCUMENTS) -> dict[str, Times]:
    """Times of typing, of typing right after a change, and of naming."""
    with tempfile.TemporaryDirectory() as scratch:
        catalogue = Catalogue(f"sqlite:///{Path(scratch) / 'catalogue.sqlite'}")
        ids = make(catalogue, documents)
        holdings = Holdings(catalogue)
        suggester, naming = Suggester(holdings), Naming(catalogue, holdings)
        suggester.suggest("k")
        letters = [typed[:end] for typed in TYPED for end in range(1, len(typed) + 1)] * 3
        found = {
            "each letter": _times(suggester.suggest, letters),
            "naming": _times(naming.read, ASKED * 30),
            "after a change": _times(suggester.suggest, _changing(catalogue, ids[:20])),
        }
        catalogue.close()
    return found


def _changing(catalogue: Catalogue, ids: list[str]) -> Iterator[str]:
    for number, id_ in enumerate(ids):
        time.sleep(1.5)  # the change before has been taken in
        with catalogue.write() as connection:
            correct_field(connection, id_, "symbol", f"{number + 5000}/KH")
        yield "kế hoạch"


def _times(work: Callable[[str], object], texts: Iterator[str] | list[str] | tuple[str, ...]) -> Times:
    taken = []
    for text in texts:
        begun = time.perf_counter()
        work(text)
        taken.append((time.perf_counter() - begun) * 1000)
    taken.sort()
    return Times(round(taken[len(taken) // 2], 2), round(taken[int(0.95 * len(taken))], 2))


def table(documents: int, found: dict[str, Times]) -> Table:
    """For people."""
    made = Table("", "p50 ms", "p95 ms", title=f"Suggestions, {documents} documents")
    for name, times in found.items():
        made.add_row(name, str(times.p50), str(times.p95))
    return made


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    options = parser.parse_args()
    Console().print(table(options.documents, measure(options.documents)))


if __name__ == "__main__":
    main()
