"""The encoder on a GPU: the source model itself, through Sentence Transformers."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from corpus.encoder import Progress, Vectors
from corpus.encoder.card import TORCH_FOLDER, load_card
from corpus.errors import EncoderMissing

BATCH = 64


class TorchEncoder:
    """Needs a folder built with ``--gpu``, which keeps the source model beside the ONNX one."""

    def __init__(self, folder: Path, device: str) -> None:
        self.card = load_card(folder)
        if not (folder / TORCH_FOLDER).is_dir():
            raise EncoderMissing(f"{folder / TORCH_FOLDER} (--gpu)")
        from sentence_transformers import SentenceTransformer

        self._model = SentenceTransformer(str(folder / TORCH_FOLDER), device=device, local_files_only=True)

    @property
    def identity(self) -> str:
        """Full precision is another identity than int8."""
        return self.card.identity_on("cuda")

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return self.card.dimension

    def encode_question(self, text: str) -> Vectors:
        """The vector of a question, shape (dimension,)."""
        vectors = self._encode([self.card.question_prefix + text])
        return np.asarray(vectors[0])

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """The vectors of passages, shape (n, dimension)."""
        parts = [np.empty((0, self.card.dimension), np.float32)]
        for start in range(0, len(texts), BATCH):
            parts.append(self._encode([self.card.passage_prefix + text for text in texts[start : start + BATCH]]))
            if progress:
                progress(min(start + BATCH, len(texts)))
        return np.concatenate(parts)

    def _encode(self, texts: list[str]) -> Vectors:
        vectors = self._model.encode(texts, batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, np.float32)
