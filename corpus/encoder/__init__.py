"""Text → unit vectors. ``open_encoder`` picks the backend once; everyone else sees the ``Encoder`` protocol."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Progress = Callable[[int], None]


class Encoder(Protocol):
    """Turns text into vectors of length 1. ``identity`` names model, revision and precision: vectors of two identities never mix."""

    @property
    def identity(self) -> str: ...

    @property
    def dimension(self) -> int: ...

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """One row a text, shape (n, dimension). ``progress`` is called with the number of texts done so far."""
        ...

    def encode_question(self, text: str) -> Vectors:
        """Shape (dimension,)."""
        ...


def open_encoder(folder: Path, *, device: str = "cpu", threads: int | None = None) -> Encoder:
    """Load the encoder of a folder: ONNX Runtime on a CPU, Sentence Transformers on a GPU (``device`` "cuda").

    ``threads`` bounds the CPU threads of one call; None means all cores.

    Raises:
        EncoderMissing: nothing has been built there.
        EncoderError: the folder is not whole.
    """
    if device == "cpu":
        from corpus.encoder.onnx import OnnxEncoder

        return OnnxEncoder(folder, threads)
    from corpus.encoder.torch import TorchEncoder

    return TorchEncoder(folder, device)
