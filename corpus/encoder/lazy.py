"""An encoder that is loaded when the first text comes: most of what works beside a server, and most commands, encode nothing."""

import threading
from collections.abc import Sequence
from pathlib import Path

from corpus.encoder import Encoder, Progress, Vectors, open_encoder
from corpus.encoder.card import load_card
from corpus.errors import EncoderError


class LazyEncoder:
    """Knows its card at once; the model (1.5 seconds of a processor, 400 MB) is loaded once, by whichever thread needs it first.

    Raises:
        EncoderMissing: nothing has been built there. A folder that is not whole is noticed by ``load``.
    """

    def __init__(self, folder: Path, *, device: str = "cpu", threads: int | None = None) -> None:
        self._folder, self._device, self._threads = folder, device, threads
        self.card = load_card(folder)
        self._loading = threading.Lock()
        self._loaded: Encoder | None = None

    @property
    def identity(self) -> str:
        """That of the encoder that will be loaded."""
        return self.card.identity_on(self._device)

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return self.card.dimension

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """See Encoder."""
        return self.load().encode_passages(texts, progress)

    def encode_question(self, text: str) -> Vectors:
        """See Encoder."""
        return self.load().encode_question(text)

    def load(self) -> Encoder:
        """The encoder itself.

        Raises:
            EncoderMissing, EncoderError: the folder is not whole, or another encoder has been built there since the card was read.
        """
        with self._loading:
            if self._loaded is None:
                loaded = open_encoder(self._folder, device=self._device, threads=self._threads)
                if loaded.identity != self.identity:  # its vectors would be put beside those of another
                    raise EncoderError(f"{self._folder}: {self.identity} → {loaded.identity}")
                self._loaded = loaded
            return self._loaded


def load_now(encoder: Encoder) -> None:
    """Load an encoder that would wait for its first text.

    Raises:
        EncoderMissing, EncoderError: see ``LazyEncoder.load``.
    """
    if isinstance(encoder, LazyEncoder):
        encoder.load()
