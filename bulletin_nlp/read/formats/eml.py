"""Mail: the message's own text, and the files attached to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from typing import BinaryIO

from bulletin_nlp.read.mail import content, headers, is_page, parts
from bulletin_nlp.read.registry import Format, Member, Order

COVER_NOTE = 100
_BODIES = {"text/plain": "body.txt", "text/html": "body.html"}


def recognises(data: bytes, media_type: str | None) -> bool:
    """What begins with the header fields of a message and is no saved page."""
    return bool(headers(data)) and not is_page(data)


def members(file: BinaryIO) -> Iterator[Member]:
    """The text of the message, then its attachments; pictures inside the text are no attachments.

    A text shorter than COVER_NOTE characters in a message with attachments is the note that goes with them (请查收附件)
    and is left out.

    Raises:
        FormatError: more parts than any message has.
    """
    bodies: dict[str, Member] = {}
    attached: list[Member] = []
    names: set[str] = set()
    for number, part in enumerate(parts(file), 1):
        kind, name = part.get_content_type(), _name(part)
        if name is None and kind in _BODIES and part.get_content_disposition() != "attachment":
            bodies.setdefault(kind, Member(_BODIES[kind], _text(part), kind))
        elif name is not None or kind == "message/rfc822":
            name = name or f"message-{number}.eml"
            if not _is_decoration(part):
                attached.append(Member(name if name not in names else f"{number}-{name}", content(part), kind))
                names.add(name)
    body = bodies.get("text/plain") or bodies.get("text/html")
    if body is not None and not (attached and _is_note(body)):
        yield body
    yield from attached


def _is_note(body: Member) -> bool:
    return isinstance(body.data, bytes) and len("".join(body.data.decode("utf-8", "replace").split())) < COVER_NOTE


def _name(part: Message) -> str | None:
    """The file name of an attachment, encoded words (RFC 2047, as mailers write them here too) undone."""
    name = part.get_filename()
    if not name:
        return None
    with suppress(LookupError, ValueError, MessageError):
        name = str(make_header(decode_header(name)))
    return name.replace("\\", "/").rpartition("/")[2].strip() or None


def _is_decoration(part: Message) -> bool:
    inline = part.get_content_disposition() == "inline" or part.get("Content-ID") is not None
    return part.get_content_maintype() == "image" and inline and part.get_content_disposition() != "attachment"


def _text(part: Message) -> bytes:
    """The part's bytes, in UTF-8 where its charset is known: the part's own header is not seen by later readers."""
    data = content(part)
    charset = part.get_content_charset()
    try:
        return data.decode("gb18030" if charset in {"gb2312", "gbk"} else charset).encode() if charset else data
    except (LookupError, ValueError):
        return data


FORMAT = Format("eml", "message/rfc822", (".eml",), recognises, None, members, Order.CONTAINER)
