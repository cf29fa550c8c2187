"""corpus.encoder: the built encoder gives unit vectors that put like meanings near; a folder that is not whole is refused by name."""

import shutil
import struct
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from corpus.encoder import Encoder, open_encoder
from corpus.encoder.bundled import _is_written, _unpacked
from corpus.encoder.card import CARD_FILE, MODEL_FILE, TOKENIZER_FILE, EncoderCard, load_card
from corpus.encoder.lazy import LazyEncoder, load_now
from corpus.errors import EncoderError, EncoderMissing
from tests.conftest import SAMPLES
from tests.tiny_encoder import build_tiny_encoder

SENTENCES = [
    "Phấn đấu đến năm 2030, quy mô kinh tế số đạt tối thiểu 30% GDP.",
    "Giao Sở Khoa học và Công nghệ chủ trì, phối hợp với các sở, ngành liên quan; hoàn thành trước ngày 30/11.",
    "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
    "Thời tiết hôm nay nắng đẹp.",
    "TT | Chỉ tiêu | Đơn vị tính | Kết quả | Cơ quan chủ trì",
    "Ủy ban nhân dân thành phố ban hành Kế hoạch chuyển đổi số giai đoạn 2021 - 2025, định hướng đến năm 2030. " * 5,
]
CARD = EncoderCard(
    "e5-int8-0123", "multilingual-e5-small", "0123", "MIT", 384, 512, "mean", "passage: ", "query: ", 0.996
)  # fmt: skip


@pytest.fixture(scope="module")
def encoder(encoder_folder: Path) -> Encoder:
    """The encoder that `make` has built."""
    return open_encoder(encoder_folder)


def test_vectors_have_length_one_and_the_dimension_of_the_card(encoder: Encoder, encoder_folder: Path) -> None:
    vectors = encoder.encode_passages(SENTENCES)
    assert vectors.shape == (len(SENTENCES), encoder.dimension) == (len(SENTENCES), load_card(encoder_folder).dimension)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    np.testing.assert_allclose(np.linalg.norm(encoder.encode_question("Kinh tế số?")), 1, atol=1e-5)


def test_the_same_texts_have_the_same_vectors(encoder: Encoder) -> None:
    np.testing.assert_array_equal(encoder.encode_passages(SENTENCES), encoder.encode_passages(SENTENCES))


def test_company_in_a_batch_changes_a_vector_hardly(encoder: Encoder) -> None:
    # int8 scales its activations by the whole batch, so neighbours are felt; what they change is far less than a meaning
    together = encoder.encode_passages(SENTENCES)
    alone = np.stack([encoder.encode_passages([sentence])[0] for sentence in SENTENCES])
    assert np.sum(together * alone, axis=1).min() > 0.99


def test_every_text_gets_its_own_vector_whatever_the_order(encoder: Encoder) -> None:
    texts = SENTENCES * 3  # more than a batch, of many lengths
    vectors = encoder.encode_passages(texts)
    likeness = vectors @ encoder.encode_passages(SENTENCES).T
    assert likeness.argmax(axis=1).tolist() == [n % len(SENTENCES) for n in range(len(texts))]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Tỷ trọng kinh tế số đến năm 2030 là bao nhiêu?", 0),
        ("Cơ quan nào chủ trì thực hiện và khi nào xong?", 1),
        ("Văn bản có hiệu lực từ khi nào?", 2),
        ("trời có nắng không", 3),
    ],
)
def test_a_question_is_nearest_to_the_passage_that_answers_it(encoder: Encoder, question: str, answer: int) -> None:
    vectors = encoder.encode_passages(SENTENCES[:4])
    assert int((vectors @ encoder.encode_question(question)).argmax()) == answer


def test_like_sentences_are_nearer_than_others(encoder: Encoder) -> None:
    one, like, other = encoder.encode_passages(
        [
            "Kinh tế số chiếm 30% GDP vào năm 2030.",
            "Đến 2030 quy mô kinh tế số bằng ba mươi phần trăm GDP.",
            "Hội nghị bế mạc.",
        ]
    )
    assert one @ like > one @ other + 0.05


def test_questions_and_passages_are_told_apart(encoder: Encoder) -> None:
    assert encoder.encode_question(SENTENCES[0]) @ encoder.encode_passages(SENTENCES[:1])[0] < 0.999


def test_a_text_too_long_is_cut_at_its_end(encoder: Encoder) -> None:
    long = "Kế hoạch chuyển đổi số của thành phố. " * 3000
    vectors = encoder.encode_passages([long, long + "Phần cuối không ai đọc."])
    np.testing.assert_allclose(vectors[0], vectors[1], atol=1e-6)


def test_no_texts_give_no_vectors_and_blank_text_gives_one(encoder: Encoder) -> None:
    assert encoder.encode_passages([]).shape == (0, encoder.dimension)
    assert np.isfinite(encoder.encode_passages(["", " ", "😀"])).all()


def test_progress_counts_up_to_all_texts(encoder: Encoder) -> None:
    heard: list[int] = []
    encoder.encode_passages(SENTENCES * 3, heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == len(SENTENCES) * 3


def test_several_threads_may_ask_at_once(encoder: Encoder) -> None:
    expected = encoder.encode_question(SENTENCES[0])
    with ThreadPoolExecutor(4) as pool:
        for vector in pool.map(lambda _: encoder.encode_question(SENTENCES[0]), range(12)):
            np.testing.assert_array_equal(vector, expected)


def test_a_folder_without_a_card_holds_no_encoder(tmp_path: Path) -> None:
    for device in ("cpu", "cuda"):
        with pytest.raises(EncoderMissing) as missing:
            open_encoder(tmp_path / "none", device=device)
        assert missing.value.detail == str(tmp_path / "none")


def test_a_card_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    CARD.save(tmp_path)
    assert load_card(tmp_path) == CARD


@pytest.mark.parametrize("card", ["", "{", "{}", "[1]", '{"identity": "e5"}', "null"])
def test_a_card_that_makes_no_sense_is_refused(tmp_path: Path, card: str) -> None:
    (tmp_path / CARD_FILE).write_text(card)
    with pytest.raises(EncoderError, match=CARD_FILE):
        load_card(tmp_path)


@pytest.mark.parametrize("broken", [MODEL_FILE, TOKENIZER_FILE])
@pytest.mark.parametrize("how", ["missing", "cut off"])
def test_an_encoder_with_a_broken_file_is_refused(tmp_path: Path, encoder_folder: Path, broken: str, how: str) -> None:
    shutil.copy(encoder_folder / CARD_FILE, tmp_path)
    for name in {MODEL_FILE, TOKENIZER_FILE} - {broken}:
        (tmp_path / name).symlink_to((encoder_folder / name).resolve())
    if how == "cut off":
        (tmp_path / broken).write_bytes((encoder_folder / broken).read_bytes()[:1_000_000])
    with pytest.raises(EncoderError, match=str(tmp_path)):
        open_encoder(tmp_path)


def test_a_lazy_encoder_is_the_same_one_and_loads_with_the_first_text(encoder_folder: Path, encoder: Encoder) -> None:
    lazy = LazyEncoder(encoder_folder)
    assert (lazy.identity, lazy.dimension) == (encoder.identity, encoder.dimension)
    assert np.array_equal(lazy.encode_question("cây chè"), encoder.encode_question("cây chè"))
    assert np.array_equal(lazy.encode_passages(["cây chè"]), encoder.encode_passages(["cây chè"]))
    assert lazy.load() is lazy.load()


def test_a_lazy_encoder_tells_what_is_wrong_when_it_loads(tmp_path: Path) -> None:
    with pytest.raises(EncoderMissing):
        LazyEncoder(tmp_path)
    CARD.save(tmp_path)
    lazy = LazyEncoder(tmp_path)
    for wanted in (lazy.load, lambda: load_now(lazy), lambda: lazy.encode_question("cây chè")):
        with pytest.raises(EncoderError, match=str(tmp_path)):
            wanted()


def test_a_lazy_encoder_in_whose_folder_another_was_built_gives_no_vectors(tmp_path: Path) -> None:
    lazy = LazyEncoder(build_tiny_encoder(tmp_path))
    replace(lazy.card, identity="tiny-2").save(tmp_path)
    with pytest.raises(EncoderError, match="tiny-1 → tiny-2"):
        lazy.encode_question("cây chè")


def test_a_gpu_needs_the_source_model(tmp_path: Path) -> None:
    CARD.save(tmp_path)
    with pytest.raises(EncoderMissing, match="--gpu"):
        open_encoder(tmp_path, device="cuda")


def test_blocks_of_four_bits_become_weights() -> None:
    # two blocks of a float16 scale and 16 bytes: low halves are weights 0 to 15, high halves 16 to 31, each less 8
    pairs = bytes(low | (15 - low) << 4 for low in range(16))
    raw = struct.pack("<e", 0.5) + pairs + struct.pack("<e", 2.0) + pairs
    ramp = np.arange(16, dtype=np.float32) - 8
    one = np.concatenate([ramp, ramp[::-1]])
    np.testing.assert_array_equal(_unpacked(raw), np.concatenate([one * 0.5, one * 2.0]))
    assert _unpacked(raw).dtype == np.float32


@pytest.mark.parametrize("piece", ["▁Nghị", "ươ", "2030", "▁%", "–", "α", "µ", "é", "²", "\u0303", "▁"])
def test_pieces_that_vietnamese_documents_may_have_are_kept(piece: str) -> None:
    assert _is_written(piece)


@pytest.mark.parametrize("piece", ["▁план", "计划", "계획", "แผน", "خطة", "योजना", "a计"])
def test_pieces_of_other_scripts_are_left_out(piece: str) -> None:
    assert not _is_written(piece)


def test_no_word_of_a_vietnamese_document_is_unknown_to_the_built_encoder(encoder_folder: Path) -> None:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(encoder_folder / TOKENIZER_FILE))
    unknown = tokenizer.token_to_id("<unk>")
    for sample in SAMPLES.glob("*.md"):
        words = " ".join(sample.read_text(encoding="utf-8").split())
        assert unknown not in tokenizer.encode(words).ids, sample.name
    assert unknown in tokenizer.encode("план").ids
