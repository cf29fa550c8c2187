"""People asking: clients that each wait for an answer before they ask the next question."""

import http.client
import itertools
import json
import threading
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

import numpy as np


class Latency(NamedTuple):
    """Milliseconds of single calls, and calls a second altogether."""

    p50: float
    p95: float
    rate: float
    calls: int


def summarise(seconds: Sequence[float], wall: float) -> Latency:
    """From the durations of calls to their summary."""
    p50, p95 = np.percentile(np.asarray(seconds) * 1000, [50, 95])
    return Latency(round(float(p50), 2), round(float(p95), 2), round(len(seconds) / wall, 1), len(seconds))


def time_calls(call: Callable[[str], object], questions: Sequence[str], warm_up: int = 20) -> Latency:
    """One client, in this thread."""
    for question in questions[:warm_up]:
        call(question)
    seconds = []
    begun = time.perf_counter()
    for question in questions:
        start = time.perf_counter()
        call(question)
        seconds.append(time.perf_counter() - start)
    return summarise(seconds, time.perf_counter() - begun)


def time_server(
    url: str, questions: Sequence[str], clients: int, count: int, going_on: Callable[[], bool] = lambda: True
) -> Latency:
    """Ask a server ``count`` questions from so many clients, or fewer when ``going_on`` says it is over."""
    order = itertools.islice(itertools.cycle(questions), count)
    turn = threading.Lock()
    seconds: list[float] = []

    def client() -> None:
        connection = _Connection(url)
        while going_on():
            with turn:
                question = next(order, None)
            if question is None:
                break
            start = time.perf_counter()
            connection.ask(question)
            seconds.append(time.perf_counter() - start)

    threads = [threading.Thread(target=client) for _ in range(clients)]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return summarise(seconds, time.perf_counter() - begun)


class _Connection:
    """One kept open: a browser keeps its connections too."""

    def __init__(self, url: str) -> None:
        self._http = http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)

    def ask(self, question: str) -> bytes:
        """Ask and read the whole answer."""
        self._http.request("POST", "/api/ask", json.dumps({"question": question}), {"Content-Type": "application/json"})
        response = self._http.getresponse()
        body = response.read()
        if response.status != 200:
            raise AssertionError(body.decode())
        return body
