"""What every reader delivers: the text of one input, frozen, and where it came from."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bulletin_nlp.records import Block, Remark, Source, Span

LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Doubt:
    """Characters that were not surely recognised: a place in the text, and how sure the recognition was (0 … 1)."""

    start: int
    end: int
    certainty: float


@dataclass(frozen=True)
class Reading:
    """What one format makes of some bytes.

    Attributes:
        text: the text; from here on offsets mean this text.
        encoding: the character encoding that the bytes were decoded with.
        remarks: what was replaced or dropped on the way.
        hints: facts that stand beside the text and not in it, such as the metadata of a web page.
        blocks: where its parts stood in the original, in the order of the text; none for plain text.
        doubts: what optical recognition was not sure of.
    """

    text: str
    encoding: str | None
    remarks: tuple[Remark, ...] = ()
    hints: Mapping[str, str] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class SourceText:
    """The text of one input with its origin.

    Attributes:
        id: "b-" and the first 24 hexadecimal digits of the SHA-256 of the bytes.
        text: the text that every offset refers to.
        source: where the bytes lay, what they were, and their digest.
        remarks: what the reader replaced or could not decode.
        hints: metadata that stands beside the text (ArticleTitle, PubDate, ContentSource …).
        blocks: page, paragraph, table, row and cell of the parts of the text; none for plain text.
        doubts: characters that were not surely recognised.
    """

    id: str
    text: str
    source: Source
    remarks: tuple[Remark, ...] = ()
    hints: Mapping[str, str] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def freeze(data: bytes, reading: Reading, *, uri: str, media_type: str, reader: str) -> SourceText:
    """Join bytes and their reading into a SourceText.

    Args:
        data: the bytes that were read; their digest is the identity.
        reading: what the format made of them.
        uri: where they lay.
        media_type: the media type (RFC 6838) of the format that read them.
        reader: the name of that format.
    """
    text, remarks = without_surrogates(reading.text)
    digest = hashlib.sha256(data).hexdigest()
    source = Source(
        uri=LONE_SURROGATE.sub("\ufffd", uri),
        media_type=media_type,
        encoding=reading.encoding,
        sha256=digest,
        bytes=len(data),
        reader=reader,
    )
    return SourceText(
        f"b-{digest[:24]}", text, source, (*reading.remarks, *remarks), reading.hints, reading.blocks, reading.doubts
    )


def without_surrogates(text: str) -> tuple[str, tuple[Remark, ...]]:
    """The text with every lone surrogate, which no encoding can hold, replaced by U+FFFD; the length stays.

    Returns:
        The text, and a remark at the first place where there was anything to replace.
    """
    first = LONE_SURROGATE.search(text)
    if first is None:
        return text, ()
    clean, count = LONE_SURROGATE.subn("\ufffd", text)
    span = Span(start=first.start(), end=first.end(), text="\ufffd")
    message = f"{count} lone surrogate code points are no characters and were replaced by U+FFFD; the first stands here"
    return clean, (Remark(code="lone_surrogates", message=message, span=span),)
