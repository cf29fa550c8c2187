"""What commands talk to: the running server of the data folder, or, when there is none, the folder itself. Both speak the API's JSON."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from corpus.errors import CancuError, DataFolderBusy, ServerUnreachable
from corpus.folder import DataFolder, announced_server
from corpus.settings import Settings
from corpus.types import Json

if TYPE_CHECKING:
    from httpx import Response

_QUICK, _SLOW = 2.0, 600.0  # seconds


class Client(Protocol):
    """The operations of the command line."""

    def ask(self, question: str, previous: str | None = None, *, keep: bool = True) -> Json: ...

    def search(self, query: str, limit: int) -> Json: ...

    def facts(self, wanted: Json) -> Json: ...

    def export(self, wanted: Json) -> bytes: ...

    def documents(self) -> Json: ...

    def unanswered(self, wanted: Json) -> Json: ...

    def unanswered_file(self, wanted: Json) -> bytes: ...

    def text(self, document_id: str) -> str: ...

    def remove_samples(self) -> Json: ...

    def add(self, files: Sequence[Path], *, replaces: str | None = None) -> list[Json]: ...

    def jobs(self, ids: Sequence[str]) -> list[Json]: ...


class ServerError(CancuError):
    """An error that the server has put into words already."""

    def __init__(self, body: Json) -> None:
        Exception.__init__(self, body["message"])
        self.message, self.detail = body["message"], body["detail"]


@contextmanager
def open_client(settings: Settings) -> Iterator[Client]:
    """The client for these settings.

    Raises:
        DataFolderBusy: a command works on the folder, or a server that does not answer.
    """
    url = announced_server(settings.data)
    if url and _alive(url):
        with RemoteClient(url) as client:
            yield client
        return
    with ExitStack() as stack:
        try:
            folder = DataFolder(settings.data)
        except DataFolderBusy:
            if url:
                raise ServerUnreachable(url) from None
            raise
        stack.callback(folder.release)
        from search_api.local import LocalClient

        local = LocalClient(settings)
        stack.callback(local.close)
        yield local


def _alive(url: str) -> bool:
    import httpx

    try:
        # trust_env: a proxy of this machine is for other machines
        return httpx.get(f"{url}/api/health", timeout=_QUICK, trust_env=False).status_code == httpx.codes.OK
    except httpx.HTTPError:
        return False


class RemoteClient:
    """Talks to a server. To be used in a ``with``."""

    def __init__(self, url: str) -> None:
        import httpx

        self.url = url
        self._http = httpx.Client(base_url=url, timeout=_SLOW, trust_env=False)

    def __enter__(self) -> "RemoteClient":
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def _call(self, method: str, path: str, **parts: Any) -> Json:
        body: Json = self._request(method, path, **parts).json()
        return body

    def _request(self, method: str, path: str, **parts: Any) -> "Response":
        import httpx

        try:
            response = self._http.request(method, path, **parts)
        except httpx.HTTPError as error:
            raise ServerUnreachable(self.url) from error
        if response.is_error:
            raise ServerError(response.json()["error"])
        return response

    def ask(self, question: str, previous: str | None = None, *, keep: bool = True) -> Json:
        """An answer; ``previous``: the question before it, which it may follow up; ``keep``: if there is none, it may be listed as unanswered."""
        return self._call("POST", "/api/ask", json={"question": question, "previous": previous, "keep": keep})

    def search(self, query: str, limit: int) -> Json:
        """Search results."""
        return self._call("GET", "/api/search", params={"q": query, "limit": limit})

    def facts(self, wanted: Json) -> Json:
        """A page of the ledger."""
        return self._call("GET", "/api/facts", params=wanted)

    def export(self, wanted: Json) -> bytes:
        """The same as a file."""
        return self._request("GET", "/api/facts", params=wanted).content

    def documents(self) -> Json:
        """All documents."""
        return self._call("GET", "/api/documents")

    def unanswered(self, wanted: Json) -> Json:
        """A page of the list of unanswered questions."""
        return self._call("GET", "/api/unanswered", params=wanted)

    def unanswered_file(self, wanted: Json) -> bytes:
        """The whole list as a file."""
        return self._request("GET", "/api/unanswered", params={**wanted, "format": "csv"}).content

    def text(self, document_id: str) -> str:
        """The whole text of a document."""
        return str(self._call("GET", f"/api/documents/{document_id}/text")["text"])

    def remove_samples(self) -> Json:
        """Remove the samples."""
        return self._call("DELETE", "/api/documents", params={"sample": True})

    def add(self, files: Sequence[Path], *, replaces: str | None = None) -> list[Json]:
        """Upload files, one at a time, so that no limit on a whole upload is met; returns their jobs."""
        jobs: list[Json] = []
        for path in files:
            with path.open("rb") as file:
                form = {"replaces": replaces} if replaces else None
                jobs += self._call("POST", "/api/documents", files={"files": (path.name, file)}, data=form)["jobs"]
        return jobs

    def jobs(self, ids: Sequence[str]) -> list[Json]:
        """How these jobs are getting on."""
        return [self._call("GET", f"/api/jobs/{job_id}") for job_id in ids]
