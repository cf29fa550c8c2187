"""A circuit breaker: after failures in a row the LLM is left alone for a while, so that no question waits for one that is away."""

import time
from collections.abc import Callable
from threading import Lock

FAILURES = 3  # in a row, until it is left alone
REST = 60.0  # seconds
AT_ONCE = 4  # questions that may wait for it; others keep their own words


class Circuit:
    """Whether the LLM is asked now; safe to call from several threads.

    After ``failures`` in a row nobody asks for ``rest`` seconds; then one question tries, and where that fails, too, it rests again.
    """

    def __init__(
        self,
        failures: int = FAILURES,
        rest: float = REST,
        at_once: int = AT_ONCE,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._most, self._rest, self._at_once, self._clock = failures, rest, at_once, clock
        self._failed = self._asking = 0
        self._until = 0.0
        self._lock = Lock()

    @property
    def resting(self) -> bool:
        """Whether it is left alone."""
        return self._failed >= self._most and self._clock() < self._until

    def enter(self) -> bool:
        """Whether a question may ask; whoever may must ``leave``."""
        with self._lock:
            most = self._at_once if self._failed < self._most else 1
            if self.resting or self._asking >= most:
                return False
            self._asking += 1
            return True

    def leave(self, *, failed: bool) -> None:
        """A question has its reply, or none."""
        with self._lock:
            self._asking -= 1
            self._failed = self._failed + 1 if failed else 0
            if failed:
                self._until = self._clock() + self._rest
