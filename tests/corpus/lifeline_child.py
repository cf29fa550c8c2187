"""A child process for test_lifeline: says what it hears, and ends when the lifeline is cut, unless it is deaf."""

import json
import os
import threading

from corpus.lifeline import read_setup, watch_lifeline


def main() -> None:
    """Repeat the setup and every message."""
    setup = read_setup()
    print(json.dumps(setup), flush=True)
    watch_lifeline(
        lambda m: print(json.dumps(m), flush=True), (lambda: None) if "deaf" in setup else lambda: os._exit(0)
    )
    threading.Event().wait()


if __name__ == "__main__":
    main()
