"""A page layout as bytes, for the catalogue."""

import io

import numpy as np

from corpus.types import Layout


def pack_layout(layout: Layout | None) -> bytes | None:
    """The layout as a compressed archive of arrays."""
    if layout is None:
        return None
    buffer = io.BytesIO()
    sizes = np.array(layout.page_sizes, np.float32)
    np.savez_compressed(buffer, sizes=sizes, spans=layout.spans, pages=layout.pages, boxes=layout.boxes)
    return buffer.getvalue()


def unpack_layout(data: bytes | None) -> Layout | None:
    """The layout again."""
    if data is None:
        return None
    with np.load(io.BytesIO(data)) as arrays:
        sizes = tuple((float(width), float(height)) for width, height in arrays["sizes"])
        return Layout(sizes, arrays["spans"], arrays["pages"], arrays["boxes"])
