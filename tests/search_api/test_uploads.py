"""Files from outside: limits that hold while the bytes come, names that cannot harm, forms that are none."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unicodedata import normalize

import httpx
import pytest

from tests.search_api.apps import RunningApp
from tests.search_api.shape import assert_error_shape

RunApp = Callable[..., RunningApp]
BOUNDARY = "ranh-gioi"
FORM = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}


def _part(file_name: str, content: bytes) -> bytes:
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="{file_name}"\r\n\r\n'
    return head.encode() + content + b"\r\n"


END = f"--{BOUNDARY}--\r\n".encode()


def _assert_nothing_kept(app: RunningApp) -> None:
    assert app.http.get("/api/jobs").json()["jobs"] == []
    assert not [path for path in (app.store.settings.data / "originals").rglob("*") if path.is_file()]


def _upload(app: RunningApp, *files: tuple[str, bytes], **form: str) -> httpx.Response:
    return app.http.post("/api/documents", files=[("files", file) for file in files], data=form)


class TestLimits:
    """How much one upload may bring."""

    def test_bytes_are_counted_while_they_come_whatever_the_headers_say(self, run_app: RunApp) -> None:
        app = run_app(max_upload_mb=1)

        def endless() -> Iterator[bytes]:
            yield _part("dai.txt", b"").removesuffix(b"\r\n")
            for _ in range(40):
                yield b"x" * 500_000

        response = app.http.post("/api/documents", content=endless(), headers=FORM)
        assert "content-length" not in response.request.headers
        assert_error_shape(response, 413, "upload_too_large", "1 MB")
        _assert_nothing_kept(app)
        assert _upload(app, ("vua.txt", b"Van ban.")).status_code == 202

    def test_an_upload_of_honest_length_over_the_limit_is_refused(self, run_app: RunApp) -> None:
        app = run_app(max_upload_mb=1)
        assert_error_shape(_upload(app, ("dai.txt", b"x" * 1_200_000)), 413, "upload_too_large")
        _assert_nothing_kept(app)

    def test_more_files_than_allowed_are_refused(self, run_app: RunApp) -> None:
        app = run_app(max_files=3)
        files = [(f"{n}.txt", f"Văn bản số {n}.".encode()) for n in range(4)]
        assert_error_shape(_upload(app, *files), 413, "upload_too_large", "quá 3 tệp")
        _assert_nothing_kept(app)
        assert _upload(app, *files[:3]).status_code == 202

    def test_one_file_over_the_limit_takes_the_whole_upload_with_it(self, run_app: RunApp) -> None:
        app = run_app(max_file_mb=1)
        response = _upload(app, ("vua.txt", b"Van ban."), ("to.txt", b"x" * 1_200_000))
        assert_error_shape(response, 413, "upload_too_large", "to.txt", "1.2 MB", "1 MB")
        _assert_nothing_kept(app)

    def test_a_refused_upload_leaves_no_file_behind(self, run_app: RunApp) -> None:
        app = run_app(max_upload_mb=3, max_file_mb=1)
        before = set(Path(tempfile.gettempdir()).iterdir())
        _upload(app, ("to.txt", b"x" * 2_000_000))
        _upload(app, ("to.txt", b"x" * 4_000_000))
        after = {
            path for path in Path(tempfile.gettempdir()).iterdir() if path.name.startswith("tmp") and path.is_file()
        }
        assert after <= before


@pytest.fixture(scope="module")
def keeping(app: RunningApp) -> RunningApp:
    """The shared app; each test brings bytes of its own."""
    return app


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("ke-hoach.txt", "ke-hoach.txt"),
        ("Kế hoạch số 12.txt", "Kế hoạch số 12.txt"),
        (normalize("NFD", "Kế hoạch NFD.txt"), "Kế hoạch NFD.txt"),
        ("../../../etc/passwd.txt", "passwd.txt"),
        ("/etc/cron.d/evil.txt", "evil.txt"),
        ("..\\..\\windows\\evil2.txt", "evil2.txt"),
        ("C:\\fakepath\\van-ban.txt", "van-ban.txt"),
        ("a\x00b.txt", "ab.txt"),
        ("hoa-don\u202etxt.exe.txt", "hoa-dontxt.exe.txt"),
        ("dong\nmoi.txt", "dong moi.txt"),
        ("<img src=x onerror=alert(1)>.txt", "img src=x onerror=alert(1).txt"),
        ("n" * 300 + ".txt", "n" * 196 + ".txt"),
        ("...", "tep-khong-ten"),
        (".txt", "txt"),
    ],
)  # fmt: skip
def test_names_are_reduced_to_a_safe_base_name(keeping: RunningApp, sent: str, kept: str) -> None:
    # a browser sends a name as its UTF-8 bytes, with quotes and line breaks written %22 and %0A
    body = _part(sent.replace("\n", " "), f"Tệp mang tên {sent!r}.".encode()) + END
    (job,) = keeping.http.post("/api/documents", content=body, headers=FORM).json()["jobs"]
    assert job["file_name"] == kept
    originals = keeping.store.settings.data / "originals"
    assert {len(path.name) for path in originals.rglob("*") if path.is_file()} == {64}, "kept under their SHA-256 only"


def test_a_file_without_a_name_is_kept_under_one(keeping: RunningApp) -> None:
    body = _part("", "Tệp không tên.".encode()) + END
    (job,) = keeping.http.post("/api/documents", content=body, headers=FORM).json()["jobs"]
    assert job["file_name"] == "tep-khong-ten"


@pytest.mark.parametrize(
    ("request_parts", "mention"),
    [
        ({}, "chưa chọn tệp nào"),
        ({"data": {"replaces": "abc"}}, "chưa chọn tệp nào"),
        ({"json": {"files": ["a"]}}, "chưa chọn tệp nào"),
        ({"content": _part("", b"") + END, "headers": FORM}, "chưa chọn tệp nào"),
        ({"content": b"khong phai bieu mau", "headers": FORM}, "biểu mẫu"),
        ({"content": b"x", "headers": {"Content-Type": "multipart/form-data"}}, "biểu mẫu"),
        ({"content": _part("a.txt", b"torn")[:-9], "headers": FORM}, "chưa chọn tệp nào"),
    ],
    ids=["nothing", "no file", "JSON", "no file chosen", "no form", "no boundary", "torn"],
)
def test_a_form_without_files_says_so(keeping: RunningApp, request_parts: dict[str, Any], mention: str) -> None:
    jobs = keeping.http.get("/api/jobs").json()
    response = keeping.http.post("/api/documents", **request_parts)
    assert response.status_code == 400
    assert response.json()["error"]["code"] == "invalid_request"
    assert mention in response.json()["error"]["message"]
    assert keeping.http.get("/api/jobs").json() == jobs


def test_replacing_needs_one_file_and_a_document_that_is_there(keeping: RunningApp) -> None:
    known = keeping.http.get("/api/documents").json()["documents"][0]["id"]
    two = (("a.txt", b"Mot."), ("b.txt", b"Hai."))
    assert_error_shape(_upload(keeping, *two, replaces=known), 400, "invalid_request", "một tệp")
    assert_error_shape(_upload(keeping, two[0], replaces="none"), 404, "not_found", "none")
