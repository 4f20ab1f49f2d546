"""Web archives (WARC, ISO 28500), compressed or not: the documents that were fetched."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from bulletin_nlp.read.errors import FormatError
from bulletin_nlp.read.registry import Format, Member, Order

LARGEST = 32 * 1024 * 1024
_RECORD = b"WARC/"
_GZIP = b"\x1f\x8b"
# What pages are made of and no bulletin is.
_PARTS: tuple[str, ...] = (
    *("image/", "audio/", "video/", "font/", "text/css", "text/javascript", "application/javascript"),
    *("application/x-javascript", "application/json", "application/font", "application/x-font"),
)


# What warcio lets through when a record lacks what it counts on.
_SLIPS = (AttributeError, TypeError, LookupError)


def recognises(data: bytes, media_type: str | None) -> bool:
    """What begins with a record, plain or in a gzip member."""
    if not data.startswith(_GZIP):
        return data.startswith(_RECORD)
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data[:4096], 64).startswith(_RECORD)
    except zlib.error:
        return False


def members(file: BinaryIO) -> Iterator[Member]:
    """The responses with status 200 and the resources, named by their address; styles, scripts, pictures left out.

    Raises:
        FormatError: warcio is not installed, or a record is damaged.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        fault = "is a web archive (WARC), which needs warcio: pip install 'bulletin_nlp[warc]'"
        raise FormatError("needs_warcio", fault) from error
    try:
        for record in ArchiveIterator(file):
            if (member := _member(record)) is not None:
                yield member
    except (ArchiveLoadFailed, zlib.error, EOFError, OSError, ValueError, *_SLIPS) as error:
        raise FormatError("damaged", f"is a damaged web archive ({type(error).__name__}); fetch it anew") from error


def _member(record: Any) -> Member | None:
    """A record as a member, if it is a document that was fetched."""
    address = record.rec_headers.get_header("WARC-Target-URI")
    if record.rec_type not in {"response", "resource"} or not address:
        return None
    http = record.http_headers
    if http is not None and http.get_statuscode() != "200":
        return None
    kind = (http or record.rec_headers).get_header("Content-Type") or ""
    if kind.lower().startswith(_PARTS):
        return None
    data = record.content_stream().read(LARGEST + 1)
    if len(data) > LARGEST:
        return Member(address, FormatError("too_large", "is larger than any bulletin; check what it is"), kind)
    return Member(address.strip("<>"), data, kind) if data else None


FORMAT = Format("warc", "application/warc", (".warc", ".gz"), recognises, None, members, Order.CONTAINER)
