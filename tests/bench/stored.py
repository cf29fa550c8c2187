"""What a data folder holds: the passages as they are encoded, and their vectors."""

from pathlib import Path

import numpy as np

from corpus.catalogue import Catalogue
from corpus.catalogue.documents import list_documents
from corpus.catalogue.passages import passages_of, text_of
from corpus.catalogue.vectors import load_vectors, text_hash
from corpus.encoder import Vectors
from corpus.encoder.card import load_card
from corpus.settings import load_settings
from corpus.wording import wordings


def load_passages(data: Path, encoder: Path) -> tuple[list[str], Vectors]:
    """Wordings and vectors (n, dimension) of all passages of a data folder that nobody writes to."""
    catalogue = Catalogue(load_settings(data=data, encoder=encoder).database)
    texts: list[str] = []
    with catalogue.read() as connection:
        for id_, info in list_documents(connection).items():
            passages = [stored.passage for stored in passages_of(connection, id_)]
            texts += wordings(text_of(connection, id_).text, passages, info.label)
        hashes = [text_hash(text) for text in texts]
        known = load_vectors(connection, load_card(encoder).identity, hashes)
    catalogue.close()
    return texts, np.stack([known[hash_] for hash_ in hashes])
