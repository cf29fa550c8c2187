"""``cancu doctor``: what must be in order, checked one by one, each with what to do where it is not."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import closing
from typing import NamedTuple

from corpus.catalogue import Catalogue
from corpus.catalogue.documents import list_documents
from corpus.catalogue.passages import live_units
from corpus.encoder.card import load_card
from corpus.errors import CancuError, DataFolderBusy
from corpus.folder import DataFolder, announced_server
from corpus.settings import MEGABYTE, Settings
from corpus.store import open_store

_LEAST_SPACE_MB = 500


class Check(NamedTuple):
    """One finding."""

    what: str
    fine: bool
    says: str


def examine(settings: Settings) -> Iterator[Check]:
    """All checks. Changes nothing."""
    version = ".".join(map(str, sys.version_info[:3]))
    yield Check(
        "Python",
        sys.version_info >= (3, 11),
        version if sys.version_info >= (3, 11) else f"{version}; cần 3.11 trở lên",
    )
    settings.data.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(settings.data).free // MEGABYTE
    yield Check(
        "Đĩa",
        free > _LEAST_SPACE_MB,
        f"còn {free} MB" + ("" if free > _LEAST_SPACE_MB else "; hãy dọn bớt trước khi thêm văn bản"),
    )
    try:
        card = load_card(settings.encoder_folder)
        yield Check("Bộ mã hoá", True, f"{card.identity} ({card.source})")
    except CancuError as error:
        yield Check("Bộ mã hoá", False, error.message)
        return
    if settings.llm_url:
        from search_api.rewording.address import is_here

        where = "" if is_here(settings.llm_url) else "; chú ý: không phải máy này, câu hỏi và trích dẫn được gửi tới đó"
        yield Check("LLM", True, f"{settings.llm_model} ở {settings.llm_url}{where}")
    with closing(Catalogue(settings.database)) as catalogue, catalogue.read() as connection:
        documents, units = len(list_documents(connection)), live_units(connection)
    yield Check("Danh mục", True, f"{documents} văn bản, {sum(units.values())} đoạn")
    yield from _index(settings, units)


def _index(settings: Settings, units: dict[str, int]) -> Iterator[Check]:
    try:
        folder = DataFolder(settings.data)
    except DataFolderBusy:
        url = announced_server(settings.data)
        yield Check(
            "Máy chủ",
            url is not None,
            f"đang chạy ở {url}" if url else "một lệnh khác đang dùng thư mục dữ liệu; hãy đợi lệnh đó xong",
        )
        return
    try:
        with closing(open_store(settings)) as store:
            there = store.index.facet("unit", {})
        yield Check(
            "Chỉ mục",
            there == units,
            f"{sum(there.values())} điểm"
            + ("" if there == units else "; chưa khớp danh mục, sẽ tự sửa khi chạy cancu serve"),
        )
    except CancuError as error:
        yield Check("Chỉ mục", False, error.message)
    finally:
        folder.release()
