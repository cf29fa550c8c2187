"""Files from a browser or the command line: bytes are counted while they come, names are reduced to a safe base name."""

from collections.abc import Iterator

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.types import Message

from corpus.catalogue.documents import get_document
from corpus.catalogue.jobs import Job
from corpus.errors import InvalidRequest, UploadTooLarge
from corpus.settings import MEGABYTE
from corpus.text import one_line
from ingest.adding import add_bytes
from search_api.service import Service

_CHUNK = 1 << 20
_MOST_FIELDS = 20


async def receive_files(request: Request, service: Service) -> list[Job]:
    """Keep the files of a multipart request and enter their jobs.

    Raises:
        UploadTooLarge: more bytes or files than the settings allow; counted while streaming, whatever the headers say.
        InvalidRequest: no file, or a form that cannot be read.
        NotFound: "replaces" is not a document.
    """
    settings = service.settings
    counted = _counting(request, settings.max_upload_mb)
    try:
        async with counted.form(max_files=settings.max_files, max_fields=_MOST_FIELDS) as form:
            files = [item for _, item in form.multi_items() if isinstance(item, UploadFile) and _is_chosen(item)]
            named = form.get("replaces")
            replaces = named if isinstance(named, str) and named else None
            _check(files, replaces, settings.max_file_mb)
            return await run_in_threadpool(_keep, files, replaces, service)
    except _TooMuch as error:
        raise UploadTooLarge(error.message) from error
    except MultiPartException as error:
        if "Too many files" in error.message:
            raise UploadTooLarge(f"quá {settings.max_files} tệp") from error
        raise InvalidRequest("không đọc được biểu mẫu gửi tệp") from error


def _keep(files: list[UploadFile], replaces: str | None, service: Service) -> list[Job]:
    if replaces:
        with service.store.catalogue.read() as connection:
            get_document(connection, replaces)
    jobs = [add_bytes(service.store, _chunks(file), one_line(file.filename or ""), replaces=replaces) for file in files]
    service.worker.wake()
    return jobs


def _is_chosen(file: UploadFile) -> bool:
    """Whether there is a file at all: a form sends a part without name and content when none was chosen."""
    return bool(file.filename or file.size)


def _check(files: list[UploadFile], replaces: str | None, most_mb: int) -> None:
    """Look at all files before any is kept: an upload is taken whole or not at all."""
    if not files:
        raise InvalidRequest("chưa chọn tệp nào")
    if replaces and len(files) != 1:
        raise InvalidRequest("mỗi lần chỉ thay thế được một văn bản bằng một tệp")
    for file in files:
        if (file.size or 0) > most_mb * MEGABYTE:
            name, size = one_line(file.filename or ""), (file.size or 0) / MEGABYTE
            raise UploadTooLarge(f"{name}: {size:.1f} MB, mỗi tệp tối đa {most_mb} MB")


def _chunks(file: UploadFile) -> Iterator[bytes]:
    while chunk := file.file.read(_CHUNK):
        yield chunk


class _TooMuch(MultiPartException):
    """The limit, met while reading: of the kind on which the parser closes the files it has begun."""


def _counting(request: Request, most_mb: int) -> Request:
    """The same request, whose body ends in an error once it has brought too much."""
    seen = 0

    async def receive() -> Message:
        nonlocal seen
        message = await request.receive()
        if message["type"] == "http.request":
            seen += len(message.get("body", b""))
            if seen > most_mb * MEGABYTE:
                raise _TooMuch(f"quá {most_mb} MB")
        return message

    scope = {
        name: value for name, value in request.scope.items() if name != "app"
    }  # in an app, errors would become HTTP's
    return Request(scope, receive)
