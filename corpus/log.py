"""The log: one line of JSON an event, on standard error. Texts of documents and questions are never in it."""

import json
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
    libraries = logging.StreamHandler(sys.stderr)
    libraries.setFormatter(_LibraryLine())
    logging.basicConfig(level=logging.WARNING, handlers=[libraries])


class _LibraryLine(logging.Formatter):
    """What a library says, with its traceback, as one line."""

    def format(self, record: logging.LogRecord) -> str:
        said = {"event": "library", "logger": record.name, "level": record.levelname.lower()}
        return json.dumps({**said, "text": super().format(record)}, ensure_ascii=False)
