"""OpenDocument texts, which LibreOffice converts."""

from __future__ import annotations

from bulletin_nlp.read import office
from bulletin_nlp.read.registry import Format
from bulletin_nlp.read.safe_zip import is_zip
from bulletin_nlp.read.source import Reading

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_HEAD = 200


def recognises(data: bytes, media_type: str | None) -> bool:
    """Packages whose first member, `mimetype`, says so, as OpenDocument 1.3 part 2, 3.3 demands."""
    return is_zip(data) and b"mimetype" + MEDIA_TYPE.encode() in data[:_HEAD]


def read(data: bytes) -> Reading:
    """The document as converted.

    Raises:
        FormatError: LibreOffice is not installed, or can't convert it.
    """
    return office.read(data, ".odt", "an OpenDocument text")


FORMAT = Format("odt", MEDIA_TYPE, (".odt",), recognises, read)
