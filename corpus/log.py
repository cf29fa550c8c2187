"""The log: one line of JSON an event, on standard error. Texts of documents and questions are never in it."""

import logging
import sys

import structlog

log = structlog.get_logger("cancu")


def start_log(level: str) -> None:
    """Set up the log of a process; libraries' own loggers are kept to warnings and go the same way."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level.upper())),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
    )
    logging.basicConfig(
        level=logging.WARNING,
        stream=sys.stderr,
        format='{"event": "library", "logger": "%(name)s", "text": "%(message)s"}',
    )
