"""An LLM's server that does as a test wants, on a real socket: it speaks the language of OpenAI's chat, or breaks it on purpose."""

import json
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Body = dict[str, Any]
Behaviour = Callable[["Handler", Body], None]


class Handler(BaseHTTPRequestHandler):
    """One request: kept by the server, then answered as the behaviour wants."""

    server: "LlmServer"

    def do_POST(self) -> None:
        """Read it, remember it, misbehave."""
        body: Body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.server.requests.append(body)
        self.server.headers.append({name.lower(): text for name, text in self.headers.items()})
        try:
            self.server.behaviour(self, body)
        except OSError:  # the other side has gone, as it should
            self.close_connection = True

    def reply(self, content: bytes, status: int = 200, **headers: str) -> None:
        """Send a response."""
        self.send_response(status)
        for name, text in {"content-type": "application/json", "content-length": str(len(content)), **headers}.items():
            self.send_header(name.replace("_", "-"), text)
        self.end_headers()
        self.wfile.write(content)

    def say(self, words: str) -> None:
        """Send words as a model's reply."""
        message = {"role": "assistant", "content": words}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        self.reply(
            json.dumps(
                {"id": "1", "object": "chat.completion", "created": 0, "model": "m", "choices": [choice]}
            ).encode()
        )

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class LlmServer(ThreadingHTTPServer):
    """``behaviour`` may be changed at any time; ``released`` lets those go that hang."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.behaviour: Behaviour = lambda handler, _: handler.say("")
        self.requests: list[Body] = []
        self.headers: list[dict[str, str]] = []
        self.released = threading.Event()

    def handle_error(self, request: object, client_address: object) -> None:
        """A connection that was broken off is no news."""

    def says(self, words: str) -> None:
        """From now on reply with these words."""
        self.behaviour = lambda handler, _: handler.say(words)

    @property
    def url(self) -> str:
        """Where clients find it."""
        return f"http://127.0.0.1:{self.server_address[1]}/v1"


@contextmanager
def llm_server() -> Iterator[LlmServer]:
    """A running server."""
    server = LlmServer()
    assert isinstance(server, socketserver.BaseServer)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.released.set()
        server.shutdown()
        thread.join()
        server.server_close()


def hangs(handler: Handler, _: Body) -> None:
    """No reply until the test is over."""
    handler.server.released.wait(30)
    handler.close_connection = True


def trickles(handler: Handler, _: Body) -> None:
    """A byte now and then: no single wait is long, the whole never ends."""
    handler.send_response(200)
    handler.send_header("content-length", "100000")
    handler.end_headers()
    while not handler.server.released.wait(0.05):
        handler.wfile.write(b" ")
        handler.wfile.flush()


def trickles_headers(handler: Handler, _: Body) -> None:
    """Never comes to the point."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while not handler.server.released.wait(0.05):
        handler.wfile.write(b"x: y\r\n")
        handler.wfile.flush()


def cuts(handler: Handler, _: Body) -> None:
    """Ends in the middle of its reply."""
    handler.send_response(200)
    handler.send_header("content-length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [')
    handler.close_connection = True


def hangs_up(handler: Handler, _: Body) -> None:
    """Ends without a word."""
    handler.close_connection = True


def floods(handler: Handler, _: Body) -> None:
    """Says more than anybody wants to keep."""
    handler.send_response(200)
    handler.send_header("content-length", str(2_000_000_000))
    handler.end_headers()
    while not handler.server.released.is_set():
        handler.wfile.write(b" " * 1_000_000)


def talks(handler: Handler, _: Body) -> None:
    """A reply of a proper form that does not end for long."""
    handler.say("Tỷ lệ chè được chế biến sâu đạt 35% [1]. " * 4000)


def packed(handler: Handler, _: Body) -> None:
    """A small response that unpacks to a large one."""
    import gzip

    handler.reply(gzip.compress(b" " * 50_000_000), content_encoding="gzip")


def fails(handler: Handler, _: Body) -> None:
    """Has a mistake of its own."""
    handler.reply(b'{"error": {"message": "out of memory"}}', status=500)


def redirects(handler: Handler, _: Body) -> None:
    """Sends elsewhere what was meant for it."""
    handler.reply(b"", status=307, location=f"{handler.server.url}/elsewhere")


def raw(content: bytes) -> Behaviour:
    """These bytes as a response."""
    return lambda handler, _: handler.reply(content)
