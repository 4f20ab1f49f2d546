"""Web pages saved as one file (MHTML, RFC 2557)."""

from __future__ import annotations

import io

from bulletin_nlp.read.errors import FormatError
from bulletin_nlp.read.formats.html import read_page
from bulletin_nlp.read.mail import content, is_page, parts
from bulletin_nlp.read.registry import Format
from bulletin_nlp.read.source import Reading


def recognises(data: bytes, media_type: str | None) -> bool:
    """Messages of parts that belong together, sent to nobody."""
    return is_page(data)


def read(data: bytes) -> Reading:
    """The text of the page; where it only frames others, that of the first that has any.

    Raises:
        FormatError: no part is a page.
        UndecodableError: when the page is no text.
    """
    pages = [part for part in parts(io.BytesIO(data)) if part.get_content_subtype() in {"html", "xhtml+xml"}]
    reading = None
    for page in pages:
        reading = read_page(content(page), page.get_content_charset())
        if reading.text:
            break
    if reading is None:
        raise FormatError("damaged", "is a web archive without a page; open it in a browser and save it anew")
    return reading


FORMAT = Format("mhtml", "multipart/related", (".mht", ".mhtml"), recognises, read)
