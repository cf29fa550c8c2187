"""``encoder.json``: what an encoder is and how text goes into it."""

import json
from dataclasses import asdict
from pathlib import Path

from corpus.errors import EncoderError, EncoderMissing
from corpus.types import value

CARD_FILE = "encoder.json"
MODEL_FILE = "model.onnx"
TOKENIZER_FILE = "tokenizer.json"
TORCH_FOLDER = "torch"
FULL_PRECISION = "-fp32"  # behind the identity, where the source model itself makes the vectors


@value
class EncoderCard:
    """Identity and use of an encoder. ``agreement``: mean cosine of the ONNX int8 vectors to those of the source model."""

    identity: str
    source: str
    revision: str
    licence: str
    dimension: int
    max_tokens: int
    pooling: str
    passage_prefix: str
    question_prefix: str
    agreement: float

    def identity_on(self, device: str) -> str:
        """The identity of vectors made on this device ("cpu", "cuda"): full precision is another one than int8."""
        return self.identity if device == "cpu" else self.identity + FULL_PRECISION

    def save(self, folder: Path) -> None:
        """Write the card; it is the last file of a build, so a folder with a card is whole."""
        text = json.dumps(asdict(self), ensure_ascii=False, indent=2)
        (folder / CARD_FILE).write_text(text + "\n", encoding="utf-8")


def load_card(folder: Path) -> EncoderCard:
    """Read the card of an encoder folder.

    Raises:
        EncoderMissing: no card there.
        EncoderError: the card cannot be understood.
    """
    path = folder / CARD_FILE
    if not path.is_file():
        raise EncoderMissing(str(folder))
    try:
        return EncoderCard(**json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, TypeError) as error:
        raise EncoderError(f"{path}: {error}") from error
