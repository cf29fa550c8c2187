"""Pages of PDFs as pictures over HTTP, and where a stretch of text stands on them; a bad file costs nothing but its own picture."""

import io
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from corpus.catalogue.documents import get_document
from tests.ingest.making_files import Sheet, make_pdf
from tests.search_api.apps import RunningApp
from tests.search_api.shape import assert_error_shape
from tests.search_api.small_corpus import NOTICE, add_texts
from tests.servers import Server

PDFS = ("312-BC-UBND-2022.pdf", "512-BC-TU-2025.pdf", "58-KH-UBND-2022.pdf")


@pytest.fixture(scope="module")
def samples(server: Server) -> dict[str, Any]:
    """The samples, by name."""
    return {document["file_name"]: document for document in server.get("/api/documents")["documents"]}


def _picture(response: httpx.Response) -> NDArray[np.float64]:
    """Darkness of each pixel."""
    assert response.status_code == 200, response.text
    return 1 - np.asarray(Image.open(io.BytesIO(response.content)).convert("L"), float) / 255


def _part(picture: NDArray[np.float64], box: list[float]) -> NDArray[np.float64]:
    height, width = picture.shape
    _, left, top, right, bottom = box
    return picture[int(top * height) : int(bottom * height) + 1, int(left * width) : int(right * width) + 1]


@pytest.mark.parametrize("name", PDFS)
def test_every_page_is_a_picture_of_a_paper(server: Server, samples: dict[str, Any], name: str) -> None:
    id_ = samples[name]["id"]
    for number in range(1, server.get(f"/api/documents/{id_}")["pages"] + 1):
        response = httpx.get(f"{server.url}/api/documents/{id_}/pages/{number}.png")
        assert response.headers["content-type"] == "image/png"
        assert response.headers["cache-control"] == "private, max-age=600"
        picture = _picture(response)
        assert max(picture.shape) == pytest.approx(11.69 * 110, abs=2)
        assert 0.002 < picture.mean() < 0.3, "black words on white paper"


def _lines(server: Server, id_: str) -> Iterator[Any]:
    paragraphs = server.get(f"/api/documents/{id_}/view", after=20_000)["paragraphs"]
    yield from (p for p in paragraphs if p["page"])


@pytest.mark.parametrize("name", PDFS)
def test_boxes_are_where_the_words_are_on_the_picture(server: Server, samples: dict[str, Any], name: str) -> None:
    id_ = samples[name]["id"]
    pictures: dict[int, NDArray[np.float64]] = {}
    seen = 0
    for line in _lines(server, id_):
        boxes = server.get(f"/api/documents/{id_}/boxes", start=line["start"], end=line["end"])["boxes"]
        assert boxes[0][0] == line["page"]
        for box in boxes:
            assert all(0 <= x <= 1 for x in box[1:])
            assert box[1] < box[3]
            assert box[2] < box[4]
            if box[0] not in pictures:
                pictures[box[0]] = _picture(httpx.get(f"{server.url}/api/documents/{id_}/pages/{box[0]}.png"))
            assert _part(pictures[box[0]], box).mean() > 0.04, (line, box)
            seen += 1
    assert seen > 20


def test_the_boxes_of_all_lines_hold_nearly_all_ink(server: Server, samples: dict[str, Any]) -> None:
    id_ = samples["512-BC-TU-2025.pdf"]["id"]
    picture = _picture(httpx.get(f"{server.url}/api/documents/{id_}/pages/1.png"))
    ink = picture.sum()
    for line in _lines(server, id_):
        for box in server.get(f"/api/documents/{id_}/boxes", start=line["start"], end=line["end"])["boxes"]:
            if box[0] == 1:
                _part(picture, box)[:] = 0
    assert picture.sum() < 0.25 * ink, "rulings and page numbers are left"


def test_a_document_without_pages_has_no_pictures_and_no_boxes(server: Server, samples: dict[str, Any]) -> None:
    id_ = samples["365-BC-UBND-2024.txt"]["id"]
    response = httpx.get(f"{server.url}/api/documents/{id_}/pages/1.png")
    assert_error_shape(response, 404, "not_found", "không chia trang")
    assert server.get(f"/api/documents/{id_}/boxes", start=0, end=500) == {"boxes": []}


@pytest.mark.parametrize("number", ["0", "-1", "999", "99999999999999999999"])
def test_a_page_that_is_not_there_is_named(server: Server, samples: dict[str, Any], number: str) -> None:
    response = httpx.get(f"{server.url}/api/documents/{samples[PDFS[0]]['id']}/pages/{number}.png")
    assert_error_shape(response, 404, "not_found", f"trang {number}", PDFS[0])


def test_what_is_no_number_and_documents_that_are_not_there_are_refused(
    server: Server, samples: dict[str, Any]
) -> None:
    id_ = samples[PDFS[0]]["id"]
    response = httpx.get(f"{server.url}/api/documents/{id_}/pages/x.png")
    assert_error_shape(response, 400, "invalid_request", "number phải là số nguyên")
    for path in ("pages/1.png", "boxes?start=0&end=9"):
        assert_error_shape(httpx.get(f"{server.url}/api/documents/none/{path}"), 404, "not_found", "văn bản none")
    assert_error_shape(httpx.get(f"{server.url}/api/documents/{id_}/boxes?start=0"), 400, "invalid_request", "end còn thiếu")  # fmt: skip
    assert server.get(f"/api/documents/{id_}/boxes", start=10**9, end=10**9 + 5) == {"boxes": []}
    assert server.get(f"/api/documents/{id_}/boxes", start=50, end=20) == {"boxes": []}


def test_a_file_that_turned_bad_fails_alone_and_the_server_goes_on(run_app: Callable[..., RunningApp]) -> None:
    app = run_app()
    (good,) = app.http.post("/api/documents", files={"files": ("tot.pdf", make_pdf(Sheet().text(85, 120, "Xã mở ba lớp học buổi tối.")))}).json()["jobs"]  # fmt: skip
    id_ = app.http.get(f"/api/jobs/{good['id']}").json()["document_id"]
    with app.store.catalogue.read() as connection:
        path = app.store.originals.path(get_document(connection, id_).sha256)
    whole = path.read_bytes()
    path.write_bytes(b"%PDF-1.7 khong con gi")
    assert_error_shape(app.http.get(f"/api/documents/{id_}/pages/1.png"), 422, "damaged_document")
    path.unlink()
    assert_error_shape(app.http.get(f"/api/documents/{id_}/pages/1.png"), 404, "not_found", "tệp gốc")
    path.write_bytes(whole)
    assert _picture(app.http.get(f"/api/documents/{id_}/pages/1.png")).sum() > 100
    assert add_texts(app.store, {"tb.md": NOTICE})


def test_a_poster_is_drawn_smaller(run_app: Callable[..., RunningApp]) -> None:
    app = run_app()
    sheet = Sheet(size=(14000.0, 9000.0)).text(2000, 4000, "Khẩu hiệu mừng ngày hội lớn của xã ta.", size=400)
    (job,) = app.http.post("/api/documents", files={"files": ("to.pdf", make_pdf(sheet))}).json()["jobs"]
    id_ = app.http.get(f"/api/jobs/{job['id']}").json()["document_id"]
    assert max(_picture(app.http.get(f"/api/documents/{id_}/pages/1.png")).shape) == 4000
