"""Data folders of any size, made in minutes: texts put together from the sample documents, vectors made up.

The texts go through the product's own pipeline; only the encoder is exchanged, since encoding 60,000 passages would take ten minutes and
change nothing about what is measured afterwards. A made-up vector is one of a really encoded passage, moved a little.
"""

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from corpus.catalogue import Catalogue
from corpus.encoder import Encoder, Progress, Vectors, open_encoder
from corpus.folder import DataFolder
from corpus.index import index_identity
from corpus.index.opening import open_index
from corpus.settings import load_settings
from corpus.store import Store, check_identity, originals_of
from ingest.adding import add_bytes
from ingest.reading import parse
from ingest.worker import work_off

SAMPLES = Path("corpus/documents")
PER_DOCUMENT = 100
_NOISE = 0.3  # length of what is added to a unit vector
_STRANGE = 0.08  # share of words exchanged for made-up ones: the long tail of a real vocabulary
_ONSETS = ("b", "c", "d", "đ", "g", "h", "kh", "l", "m", "n", "ng", "ph", "s", "t", "th", "tr", "v", "x")
_RIMES = ("an", "ang", "ao", "âm", "ên", "iêu", "oan", "ong", "ung", "ương", "ửi", "ắc", "ếp")


def sample_texts() -> list[str]:
    """The passages of the sample documents, one line each."""
    texts = []
    for path in sorted(SAMPLES.iterdir()):
        read = parse(path.read_bytes(), path.name)
        texts += [" ".join(passage.span.of(read.document.text).split()) for passage in read.passages]
    return [text for text in texts if 40 < len(text) < 600]


def documents(texts: Sequence[str], passages: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """File names and texts of plans with ``passages`` bullets altogether; every number in them is another one."""
    chance = random.Random(seed)
    for number in range(1, -(-passages // PER_DOCUMENT) + 1):
        count = min(PER_DOCUMENT, passages - (number - 1) * PER_DOCUMENT)
        bullets = "\n\n".join(f"- {_altered(chance.choice(texts), chance)}" for _ in range(count))
        yield f"{number:04}.md", _LETTERHEAD.format(number=number, year=2015 + number % 10) + bullets


_LETTERHEAD = """# KẾ HOẠCH

Số: {number}/KH-UBND

Lạc Giang, ngày 15 tháng 3 năm {year}

## I. NHIỆM VỤ

"""


def _altered(text: str, chance: random.Random) -> str:
    text = re.sub(r"\d", lambda digit: str((int(digit[0]) + chance.randrange(9)) % 9 + 1), text)
    return " ".join(_strange(chance) if chance.random() < _STRANGE else word for word in text.split())


def _strange(chance: random.Random) -> str:
    return " ".join(chance.choice(_ONSETS) + chance.choice(_RIMES) for _ in range(2))


class MadeUpEncoder:
    """Says it is the real encoder, and gives each text the vector of some sample passage, moved by a seeded noise."""

    def __init__(self, real: Encoder, texts: Sequence[str]) -> None:
        self.identity, self.dimension = real.identity, real.dimension
        self.encode_question = real.encode_question
        self._known = real.encode_passages(texts)
        self._chance = np.random.default_rng(1)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """See Encoder."""
        chosen = self._known[self._chance.integers(0, len(self._known), len(texts))]
        noise = self._chance.standard_normal(chosen.shape).astype(np.float32) * (_NOISE / self.dimension**0.5)
        moved = chosen + noise
        return np.asarray(moved / np.linalg.norm(moved, axis=1, keepdims=True), np.float32)


def build(data: Path, encoder_folder: Path, passages: int) -> int:
    """Make a data folder with about so many passages; returns how many there are."""
    settings = load_settings(data=data, encoder=encoder_folder, samples=False)
    folder = DataFolder(data)
    texts = sample_texts()
    encoder = MadeUpEncoder(open_encoder(encoder_folder), texts)
    catalogue = Catalogue(settings.database)
    identity = index_identity(encoder.identity)
    check_identity(catalogue, identity)
    opened = open_index(settings, encoder.dimension, identity)
    store = Store(settings, catalogue, originals_of(settings), encoder, opened.index, opened)
    for name, text in documents(texts, passages):
        add_bytes(store, [text.encode()], name)
    work_off(store)
    count = store.index.count({})
    store.close()
    folder.release()
    return count
