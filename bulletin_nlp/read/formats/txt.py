"""Plain text: every character kept, including carriage returns, no-break spaces and the crumbs of web pages."""

from __future__ import annotations

from bulletin_nlp.read.decode import decode
from bulletin_nlp.read.registry import Format, Order
from bulletin_nlp.read.source import Reading


def recognises(data: bytes, media_type: str | None) -> bool:
    """Whatever no other format wants."""
    return True


def read(data: bytes) -> Reading:
    """Decode, and change nothing but the byte order mark, which is no part of the text.

    Raises:
        UndecodableError: when the bytes are no text.
    """
    decoded = decode(data)
    return Reading(decoded.text, decoded.encoding, decoded.remarks)


FORMAT = Format("txt", "text/plain", (".txt", ".text"), recognises, read, order=Order.ANY)
