"""Files from a browser or the command line: bytes are counted while they come, names are reduced to a safe base name."""

from collections.abc import Iterator

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.types import Message

from corpus.catalogue.documents import get_document
from corpus.catalogue.jobs import Job
from corpus.errors import InvalidRequest, UploadTooLarge
from corpus.settings import MEGABYTE
from ingest.adding import add_bytes
from search_api.service import Service

_CHUNK = 1 << 20


async def receive_files(request: Request, service: Service) -> list[Job]:
    """Keep the files of a multipart request and enter their jobs.

    Raises:
        UploadTooLarge: more bytes or files than the settings allow; counted while streaming, whatever the headers say.
        InvalidRequest: no file, or a form that cannot be read.
        NotFound: "replaces" is not a document.
    """
    settings = service.settings
    counted = _counting(request, settings.max_upload_mb * MEGABYTE)
    try:
        form = await counted.form(max_files=settings.max_files, max_fields=20)
    except (MultiPartException, HTTPException) as error:
        text = str(getattr(error, "message", None) or getattr(error, "detail", error))
        raise UploadTooLarge(f"quá {settings.max_files} tệp") if "files" in text else InvalidRequest(text) from error
    async with form:  # type: ignore[attr-defined]
        files = [item for _, item in form.multi_items() if isinstance(item, UploadFile)]
        replaces = form.get("replaces")
        if not files:
            raise InvalidRequest("chưa chọn tệp nào")
        if replaces is not None and (len(files) != 1 or not isinstance(replaces, str)):
            raise InvalidRequest("mỗi lần chỉ thay thế được một văn bản bằng một tệp")
        return await run_in_threadpool(_keep, files, replaces, service)


def _keep(files: list[UploadFile], replaces: object, service: Service) -> list[Job]:
    replaced = replaces if isinstance(replaces, str) and replaces else None
    if replaced:
        with service.store.catalogue.read() as connection:
            get_document(connection, replaced)
    most = service.settings.max_file_mb * MEGABYTE
    jobs = [add_bytes(service.store, _chunks(file, most), file.filename or "", replaces=replaced) for file in files]
    service.worker.wake()
    return jobs


def _chunks(file: UploadFile, most: int) -> Iterator[bytes]:
    if file.size is not None and file.size > most:
        raise UploadTooLarge(f"{file.filename}: {file.size // MEGABYTE} MB, mỗi tệp tối đa {most // MEGABYTE} MB")
    while chunk := file.file.read(_CHUNK):
        yield chunk


def _counting(request: Request, most: int) -> Request:
    """The same request, whose body ends in an error once it has brought too much."""
    seen = 0

    async def receive() -> Message:
        nonlocal seen
        message = await request.receive()
        if message["type"] == "http.request":
            seen += len(message.get("body", b""))
            if seen > most:
                raise UploadTooLarge(f"quá {most // MEGABYTE} MB")
        return message

    return Request(request.scope, receive)
