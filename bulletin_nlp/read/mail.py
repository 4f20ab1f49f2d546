"""Messages and web archives (RFC 5322, RFC 2045, RFC 2557): how to tell them, and their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import policy
from email.message import Message
from email.parser import BytesParser
from typing import BinaryIO

from bulletin_nlp.read.errors import FormatError

HEAD = 4096
MAX_PARTS = 2000
MAX_BYTES = 64 * 1024 * 1024
MAX_LINES = 600_000
_PART = b"Content-Type:"
_FIELD = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}[ \t]*:[^\n]*\n(?:[ \t][^\n]*\n)*+")
_NAMES = frozenset(
    {b"from", b"to", b"subject", b"date", b"mime-version", b"message-id", b"content-type", b"received"}
    | {b"snapshot-content-location"}
)
_RELATED = re.compile(rb"^content-type[ \t]*:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_SENT = re.compile(rb"^(?:to|received|delivered-to|cc)[ \t]*:", re.IGNORECASE | re.MULTILINE)


def headers(data: bytes) -> bytes:
    """The header fields that bytes begin with; none when they begin with less than two fields that messages have."""
    start = data[:HEAD].lstrip(b"\r\n\xef\xbb\xbf")
    position, known = 0, set()
    while field := _FIELD.match(start, position):
        position = field.end()
        name = field[0].partition(b":")[0].strip().lower()
        known |= {name} & _NAMES
    return start[:position] if len(known) >= 2 else b""


def is_page(data: bytes) -> bool:
    """Whether a message is a saved web page: parts that belong together, sent to nobody."""
    fields = headers(data)
    return _RELATED.search(fields) is not None and _SENT.search(fields) is None


def parts(file: BinaryIO) -> Iterator[Message]:
    """The parts of a message that hold something, in order, those of messages inside not among them.

    Raises:
        FormatError: larger, of more parts, or of parts deeper in each other, than any message is.
    """
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES or data.count(b"\n") > MAX_LINES or data.count(_PART) > MAX_PARTS:
        raise FormatError(
            "too_large", f"is larger, or of more parts ({MAX_PARTS}), than any message; save its attachments"
        )
    try:
        waiting: list[Message] = [BytesParser(policy=policy.compat32).parsebytes(data)]
    except RecursionError as error:
        raise FormatError("too_deep", "has parts nested deeper than any message; don't trust it") from error
    while waiting:
        message = waiting.pop()
        payload = message.get_payload()
        if message.get_content_maintype() == "multipart" and isinstance(payload, list):
            waiting += [part for part in reversed(payload) if isinstance(part, Message)]
        else:
            yield message


def content(part: Message) -> bytes:
    """The bytes of a part, its transfer encoding undone; of a message inside, the message."""
    if part.get_content_type() == "message/rfc822" and isinstance(inner := part.get_payload(), list) and inner:
        first = inner[0]
        return first.as_bytes() if isinstance(first, Message) else b""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
