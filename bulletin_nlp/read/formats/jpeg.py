"""JPEG pictures (ISO/IEC 10918) of scanned pages: optical recognition, as an extra."""

from __future__ import annotations

from bulletin_nlp.read.paged.picture import read_picture
from bulletin_nlp.read.registry import Format


def recognises(data: bytes, media_type: str | None) -> bool:
    """By the signature."""
    return data.startswith(b"\xff\xd8\xff")


FORMAT = Format("jpeg", "image/jpeg", (".jpg", ".jpeg"), recognises, read_picture)
