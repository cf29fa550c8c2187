"""What stands before every request: hosts and origins are checked, answers carry safe headers, each request is logged with an id.

A web page elsewhere can make a browser send requests here, and can point a name of its own at this machine (DNS rebinding). The Host
header gives the second away, Origin and Sec-Fetch-Site the first.
"""

import re
import time
from collections.abc import Iterable
from uuid import uuid4

import structlog
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from corpus.errors import Forbidden
from corpus.log import log
from search_api.errors import broken_response, error_response

_GONE = 499  # in the log: whoever asked went away before the answer
_HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[\w.-]+)(?::\d{1,5})?", re.IGNORECASE)
_SAFE_METHODS = frozenset(("GET", "HEAD", "OPTIONS"))
_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Guard:
    """The outermost layer of the app."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str]) -> None:
        self.app = app
        names = {_name_of(_bracketed(host)) for host in hosts}
        self.hosts = frozenset(names - {""} | {"localhost", "127.0.0.1", "::1"})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it here."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = uuid4().hex[:12]
        scope.setdefault("state", {})["request_id"] = request_id
        structlog.contextvars.bind_contextvars(request=request_id)
        status, started = 0, time.perf_counter()

        async def send_safe(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                added = [
                    (name.lower().encode(), value.encode())
                    for name, value in {**_HEADERS, "X-Request-ID": request_id}.items()
                ]
                message = {**message, "headers": [*message["headers"], *added]}
            await send(message)

        try:
            self.check(scope)
            await self.app(scope, receive, send_safe)
        except Forbidden as error:
            await error_response(error)(scope, receive, send_safe)
        except ClientDisconnect:
            status = _GONE
        except Exception as error:  # nobody's: answered here, where the response still gets its headers
            sorry = broken_response(request_id, scope["path"], error)
            if not status:  # else half of another answer is on its way
                await sorry(scope, receive, send_safe)
        finally:
            took = round((time.perf_counter() - started) * 1000, 1)
            log.info("request", method=scope["method"], path=scope["path"], status=status, ms=took)
            structlog.contextvars.unbind_contextvars("request")

    def check(self, scope: Scope) -> None:
        """Whether the request was meant for this server, by a page of this server.

        Raises:
            Forbidden: it was not.
        """
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        host = headers.get("host", "")
        if _name_of(host) not in self.hosts or sum(name == b"host" for name, _ in scope["headers"]) > 1:
            raise Forbidden(f"Host: {host}")
        if scope["method"] in _SAFE_METHODS:
            return
        origin = headers.get("origin")
        if origin is not None and origin.lower() not in (f"http://{host.lower()}", f"https://{host.lower()}"):
            raise Forbidden(f"Origin: {origin}")
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            raise Forbidden(f"Sec-Fetch-Site: {headers['sec-fetch-site']}")


def _name_of(host: str) -> str:
    """The name in "name", "name:port", "[IPv6]:port"; "" where it is none of these."""
    match = _HOST.fullmatch(host)
    return match["name"].strip("[]").lower() if match else ""


def _bracketed(host: str) -> str:
    """A bare IPv6 address as it stands in a Host header."""
    return f"[{host}]" if host.count(":") > 1 and not host.startswith("[") else host
