"""TIFF pictures, which may hold several pages (TIFF 6.0) of scanned pages: optical recognition, as an extra."""

from __future__ import annotations

from bulletin_nlp.read.paged.picture import read_picture
from bulletin_nlp.read.registry import Format


def recognises(data: bytes, media_type: str | None) -> bool:
    """By the signature."""
    return data.startswith((b"II*\0", b"MM\0*"))


FORMAT = Format("tiff", "image/tiff", (".tif", ".tiff"), recognises, read_picture)
