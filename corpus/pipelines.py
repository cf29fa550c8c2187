"""Haystack, for both sides: no telemetry, and without PyTorch, which it would load only to look for a GPU (200 MB, two seconds)."""

import importlib
import logging
import os
import sys

os.environ["HAYSTACK_TELEMETRY_ENABLED"] = (
    "False"  # before the first import: nothing of a document or question is sent anywhere
)
os.environ["HAYSTACK_LOGGING_IGNORE_STRUCTLOG"] = "True"  # the log is set up once, by corpus.log
# A component that raises (a file that cannot be read) makes Haystack look for things to write into a snapshot, which we do not keep.
logging.getLogger("haystack.utils.base_serialization").setLevel(logging.ERROR)
_hide_torch = "torch" not in sys.modules
if _hide_torch:
    sys.modules["torch"] = None  # type: ignore[assignment]  # importing it raises ImportError, for which Haystack is prepared
try:
    from haystack import Pipeline, component
    from haystack.core.errors import PipelineError, PipelineRuntimeError
finally:
    if _hide_torch:
        del sys.modules["torch"]

__all__ = ["Pipeline", "PipelineError", "PipelineRuntimeError", "component", "with_torch"]


def with_torch() -> None:
    """Let Haystack have PyTorch after all: the parts of somebody's own pipeline may need it."""
    importlib.reload(importlib.import_module("haystack.utils.device"))
