"""The encoder on a CPU: ONNX Runtime with an int8 model, and the tokenizer of Hugging Face's ``tokenizers``."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from corpus.encoder import Progress, Vectors
from corpus.encoder.card import MODEL_FILE, TOKENIZER_FILE, load_card
from corpus.errors import EncoderError

BATCH = 8  # measured on two AVX2 cores: 8 texts of like length are fastest, 32 cost a sixth


class OnnxEncoder:
    """Loads at once; safe to call from several threads."""

    def __init__(self, folder: Path, threads: int | None = None) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        self.card = load_card(folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or 0
        try:
            self._session = onnxruntime.InferenceSession(
                folder / MODEL_FILE, options, providers=["CPUExecutionProvider"]
            )
            self._tokenizer: Any = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
        except Exception as error:  # both libraries raise bare Exception for a broken file
            raise EncoderError(f"{folder}: {error}") from error
        self._tokenizer.enable_truncation(self.card.max_tokens)
        self._tokenizer.no_padding()
        self._inputs = {node.name for node in self._session.get_inputs()}

    @property
    def identity(self) -> str:
        """Name of model, revision and precision."""
        return self.card.identity

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return self.card.dimension

    def encode_question(self, text: str) -> Vectors:
        """The vector of a question, shape (dimension,)."""
        vectors = self._run([self._tokenizer.encode(self.card.question_prefix + text).ids])
        return np.asarray(vectors[0])

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """The vectors of passages, shape (n, dimension); texts of like length go together, so that little is padding."""
        ids = [e.ids for e in self._tokenizer.encode_batch([self.card.passage_prefix + text for text in texts])]
        vectors = np.empty((len(texts), self.card.dimension), np.float32)
        order = np.argsort([len(i) for i in ids], kind="stable")
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            vectors[batch] = self._run([ids[i] for i in batch])
            if progress:
                progress(min(start + BATCH, len(texts)))
        return vectors

    def _run(self, ids: list[list[int]]) -> Vectors:
        width = max(map(len, ids))
        tokens, mask = np.zeros((2, len(ids), width), np.int64)
        for row, tokens_of_row in enumerate(ids):
            tokens[row, : len(tokens_of_row)] = tokens_of_row
            mask[row, : len(tokens_of_row)] = 1
        inputs = {"input_ids": tokens, "attention_mask": mask, "token_type_ids": np.zeros_like(tokens)}
        vectors: Vectors = self._session.run(None, {k: v for k, v in inputs.items() if k in self._inputs})[0]
        return vectors
