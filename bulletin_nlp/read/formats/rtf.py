"""Rich Text Format, which LibreOffice converts."""

from __future__ import annotations

from bulletin_nlp.read import office
from bulletin_nlp.read.registry import Format
from bulletin_nlp.read.source import Reading


def recognises(data: bytes, media_type: str | None) -> bool:
    r"""What begins with {\rtf."""
    return data.startswith(b"{\\rtf")


def read(data: bytes) -> Reading:
    """The document as converted.

    Raises:
        FormatError: LibreOffice is not installed, or can't convert it.
    """
    return office.read(data, ".rtf", "an RTF document")


FORMAT = Format("rtf", "application/rtf", (".rtf",), recognises, read)
