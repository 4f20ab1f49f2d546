"""PNG pictures (ISO/IEC 15948) of scanned pages: optical recognition, as an extra."""

from __future__ import annotations

from bulletin_nlp.read.paged.picture import read_picture
from bulletin_nlp.read.registry import Format


def recognises(data: bytes, media_type: str | None) -> bool:
    """By the signature."""
    return data.startswith(b"\x89PNG\r\n\x1a\n")


FORMAT = Format("png", "image/png", (".png",), recognises, read_picture)
