"""corpus.store: the parts opened together, and what they must agree on."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.catalogue import Catalogue
from corpus.encoder.card import FULL_PRECISION, MODEL_FILE, load_card
from corpus.errors import EncoderError, EncoderMissing, IdentityMismatch
from corpus.settings import Settings
from corpus.store import check_identity, identity_of, join_store, open_store, set_identity

MakeSettings = Callable[..., Settings]


def test_a_store_opens_joins_and_closes_with_all_its_parts(make_settings: MakeSettings, encoder_folder: Path) -> None:
    settings = make_settings(encoder=encoder_folder)
    store = open_store(settings, threads=1)
    joined = join_store(settings, store.address, threads=1)
    assert joined.encoder.identity == store.encoder.identity
    assert joined.index.count({}) == store.index.count({}) == 0
    joined.close()
    assert store.index.count({}) == 0
    process = store.opened
    store.close()
    assert process is not None
    assert process.address is not None
    assert not Path(process.address.path).exists()
    assert (settings.data / "catalogue.sqlite").is_file()


def test_a_store_without_an_encoder_says_so_and_starts_nothing(make_settings: MakeSettings) -> None:
    with pytest.raises(EncoderMissing):
        open_store(make_settings())


def test_an_encoder_that_cannot_be_loaded_leaves_the_index_free(
    make_settings: MakeSettings, encoder_folder: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "encoder"
    shutil.copytree(encoder_folder, broken)
    (broken / MODEL_FILE).write_bytes(b"no model")
    with pytest.raises(EncoderError):
        open_store(make_settings(encoder=broken))
    open_store(make_settings(encoder=encoder_folder)).close()


def test_an_index_made_with_another_encoder_is_refused(make_settings: MakeSettings, encoder_folder: Path) -> None:
    settings = make_settings(encoder=encoder_folder)
    catalogue = Catalogue(settings.database)
    check_identity(catalogue, "another | analyser 0")
    catalogue.close()
    with pytest.raises(IdentityMismatch, match=r"another \| analyser 0 → e5-small-int8"):
        open_store(settings)


def test_the_identity_is_remembered_until_a_rebuild_changes_it(make_settings: MakeSettings) -> None:
    catalogue = Catalogue(make_settings().database)
    check_identity(catalogue, "a")
    check_identity(catalogue, "a")
    with pytest.raises(IdentityMismatch):
        check_identity(catalogue, "b")
    set_identity(catalogue, "b")
    check_identity(catalogue, "b")
    catalogue.close()


def test_full_precision_on_a_gpu_is_another_identity(make_settings: MakeSettings, encoder_folder: Path) -> None:
    card = load_card(encoder_folder)
    on_cpu, on_gpu = (identity_of(make_settings(device=device), card) for device in ("cpu", "cuda"))
    assert on_cpu != on_gpu
    assert card.identity + FULL_PRECISION in on_gpu
