"""The documents that a file holds: itself, those inside it, and those inside these."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from bulletin_nlp.read.errors import FormatError, ReadError
from bulletin_nlp.read.litter import is_litter
from bulletin_nlp.read.open import MAX_BYTES, claimed, recognise
from bulletin_nlp.read.registry import Format, Member, Order, formats, suffixes

HEAD = 4096
DEPTH = 4
TOTAL = 2 * 1024 * 1024 * 1024
INSIDE = "!/"


@dataclass(frozen=True)
class Found:
    """A document: the file itself where `data` is None, else bytes that lay inside it.

    `uri` names the way to it: 通报.zip!/第7期.docx.
    """

    uri: str
    data: bytes | None = None
    media_type: str | None = None


def documents(path: Path) -> Iterator[Found | ReadError]:
    """The documents of a file, one after the other; what can't be read among them as its error.

    Args:
        path: a file; one that is no container yields itself, also when it can't be opened.
    """
    uri = path.as_posix()
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
            if not _may_hold(head):
                yield Found(uri)
                return
            file.seek(0)
            start = file.read(MAX_BYTES + 1)
            format_ = _format(start if len(start) <= MAX_BYTES else head, uri, claimed(path))
            if format_ is None or format_.read is not None:
                yield Found(uri)
            if format_ is not None and format_.members is not None:
                file.seek(0)
                yield from _Opening(uri).members(format_, file, uri, 1)
    except OSError:
        yield Found(uri)


def documents_in(data: bytes, uri: str) -> Iterator[Found | ReadError]:
    """The documents of a file in memory, as `documents`."""
    yield from _Opening(uri).inside(data, uri, None, 0)


def is_wanted(name: str, head: bytes) -> bool:
    """Whether a file met in a folder or a container may be a bulletin: by its ending, or by its first bytes.

    What only its being text speaks for (styles, scripts, logs) is not.
    """
    suffix = PurePosixPath(name).suffix.lower()
    if not suffix or suffix in suffixes():
        return True
    try:
        return recognise(head, name).order != Order.ANY
    except ReadError:
        return True


def foreign(uri: str) -> ReadError:
    """The error of a file that is not wanted."""
    fault = "has an ending that no format has, and its content tells none; to have it read as text, name it by itself"
    return ReadError(uri, "unknown_ending", fault)


class _Opening:
    """The opening of one file: what is inside may be opened too, down to DEPTH, up to TOTAL bytes in all."""

    def __init__(self, uri: str) -> None:
        self._uri = uri
        self._left = TOTAL

    def members(self, format_: Format, file: BinaryIO, uri: str, depth: int) -> Iterator[Found | ReadError]:
        assert format_.members is not None
        empty = True
        try:
            for member in format_.members(file):
                empty = False
                yield from self._member(member, f"{uri}{INSIDE}{member.name}", depth)
                if self._left < 0:
                    fault = f"unpacks to more than {TOTAL // 1024**3} GiB; what follows was not read: split it"
                    yield ReadError(self._uri, "too_large", fault)
                    return
        except FormatError as error:
            yield ReadError(uri, error.code, error.fault)
            return
        if empty and format_.read is None:
            yield ReadError(uri, "empty", "holds no documents; check what it is")

    def inside(self, data: bytes, uri: str, media_type: str | None, depth: int) -> Iterator[Found | ReadError]:
        format_ = _format(data, uri, media_type) if _may_hold(data[:HEAD]) else None
        if format_ is None or format_.members is None:
            yield Found(uri, data, media_type)
            return
        if format_.read is not None:
            yield Found(uri, data, media_type)
        if depth >= DEPTH:
            yield ReadError(uri, "too_deep", f"lies more than {DEPTH} containers deep; unpack it and pass it by itself")
        else:
            yield from self.members(format_, io.BytesIO(data), uri, depth + 1)

    def _member(self, member: Member, uri: str, depth: int) -> Iterator[Found | ReadError]:
        path = PurePosixPath(member.name)
        if any(is_litter(part) for part in path.parts):
            return
        if isinstance(member.data, FormatError):
            yield ReadError(uri, member.data.code, member.data.fault)
            return
        self._left -= len(member.data)
        if member.media_type is None and not is_wanted(path.name, member.data[:HEAD]):
            yield foreign(uri)
        else:
            yield from self.inside(member.data, uri, member.media_type or claimed(path), depth)


def _may_hold(head: bytes) -> bool:
    """Whether the first bytes are those of a container, or of a document with others inside."""
    return any(format_.members is not None and format_.recognises(head, None) for format_ in formats())


def _format(data: bytes, uri: str, media_type: str | None) -> Format | None:
    """The format; None where the bytes are of no format that is read, which reading them will tell."""
    try:
        return recognise(data, uri, media_type)
    except ReadError:
        return None
