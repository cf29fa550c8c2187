"""Haystack, for both sides: no telemetry, and without PyTorch, which it would load only to look for a GPU (200 MB, two seconds)."""

import importlib
import os
import sys

os.environ["HAYSTACK_TELEMETRY_ENABLED"] = (
    "False"  # before the first import: nothing of a document or question is sent anywhere
)
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
