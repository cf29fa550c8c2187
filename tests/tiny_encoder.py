"""An encoder folder without a trained model: the real ONNX Runtime and the real tokenizer, made in a moment, quick to load.

A text's vector is the sum of whole numbers that its bytes stand for, so it is the same to the last bit in whatever batch it comes.
"""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, models, pre_tokenizers

from corpus.encoder.card import MODEL_FILE, TOKENIZER_FILE, EncoderCard

DIMENSION = 32
WIDTH = 256  # of the work beside the sum, which makes encoding last as long as it lasts with a small model
MOST_TOKENS = 256


def build_tiny_encoder(folder: Path) -> Path:
    """Make the folder; returns it."""
    folder.mkdir(parents=True, exist_ok=True)
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    tokenizer = Tokenizer(models.BPE(vocab={letter: n for n, letter in enumerate(alphabet)}, merges=[]))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.save(str(folder / TOKENIZER_FILE))
    onnx.save(_model(len(alphabet)), folder / MODEL_FILE)
    EncoderCard(
        identity="tiny-1", source="tests/tiny_encoder.py", revision="1", licence="MIT", dimension=DIMENSION, max_tokens=MOST_TOKENS,
        pooling="sum", passage_prefix="passage: ", question_prefix="query: ", agreement=1.0,
    ).save(folder)  # fmt: skip
    return folder


def _model(letters: int) -> onnx.ModelProto:
    """Sum of the letters' numbers, made a unit vector; beside it work whose result counts for nothing."""
    chance = np.random.default_rng(1)
    weights = {
        "numbers": chance.integers(-9, 10, (letters, DIMENSION)).astype(np.float32),
        "wide": (chance.standard_normal((DIMENSION, WIDTH)) / WIDTH).astype(np.float32),
        "square": (chance.standard_normal((WIDTH, WIDTH)) / WIDTH).astype(np.float32),
        "narrow": (chance.standard_normal((WIDTH, DIMENSION)) / WIDTH).astype(np.float32),
        "nothing": np.zeros(1, np.float32),
        "tokens_axis": np.array([1], np.int64),
        "last_axis": np.array([2], np.int64),
    }
    node = helper.make_node
    nodes = [
        node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
        node("Unsqueeze", ["mask", "last_axis"], ["mask3"]),
        node("Gather", ["numbers", "input_ids"], ["of_letters"]),
        node("Mul", ["of_letters", "mask3"], ["shown"]),
        node("ReduceSum", ["shown", "tokens_axis"], ["sum"], keepdims=0),
        node("MatMul", ["shown", "wide"], ["work0"]),
        *(node("MatMul", [f"work{n}", "square"], [f"work{n + 1}"]) for n in range(4)),
        node("MatMul", ["work4", "narrow"], ["worked"]),
        node("ReduceSum", ["worked", "tokens_axis"], ["work_sum"], keepdims=0),
        node("Mul", ["work_sum", "nothing"], ["no_work"]),
        node("Add", ["sum", "no_work"], ["whole"]),
        node("LpNormalization", ["whole"], ["vectors"], axis=1, p=2),
    ]
    tokens = ["batch", "tokens"]
    graph = helper.make_graph(
        nodes, "tiny",
        [helper.make_tensor_value_info(name, TensorProto.INT64, tokens) for name in ("input_ids", "attention_mask")],
        [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["batch", DIMENSION])],
        [numpy_helper.from_array(array, name) for name, array in weights.items()],
    )  # fmt: skip
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
