"""The way in: a path, bytes or a string becomes a SourceText, or a ReadError that says what to do."""

from __future__ import annotations

import io
from pathlib import Path, PurePath
from typing import NoReturn

from bulletin_nlp.read.decode import UndecodableError
from bulletin_nlp.read.errors import FormatError, ReadError
from bulletin_nlp.read.registry import Format, Order, formats
from bulletin_nlp.read.source import LONE_SURROGATE, Reading, SourceText, freeze, without_surrogates
from bulletin_nlp.read.unsupported import describe

MAX_BYTES = 32 * 1024 * 1024


def read_path(path: Path | str, *, max_bytes: int = MAX_BYTES) -> SourceText:
    """Read one file.

    Args:
        path: the file; what it is is decided by its content, its name only helps.
        max_bytes: the size above which a file is refused.

    Raises:
        ReadError: the file is missing, a folder, too large, empty, no text, or of a format that is not read.
    """
    path = Path(path)
    uri = path.as_posix()
    try:
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except (OSError, ValueError) as error:
        raise _unopened(path, uri, error) from error
    return read_bytes(data, uri, claimed(path), max_bytes=max_bytes)


def read_bytes(data: bytes, uri: str, media_type: str | None = None, *, max_bytes: int = MAX_BYTES) -> SourceText:
    """Read one document from memory.

    Args:
        data: its bytes.
        uri: where they come from; goes into `Source.uri` and into messages.
        media_type: what their origin says they are; content decides, this only helps.
        max_bytes: the size above which a document is refused.

    Raises:
        ReadError: the document is too large, empty, no text, or of a format that is not read.
    """
    if len(data) > max_bytes:
        limit = f"{max_bytes // (1024 * 1024)} MiB" if max_bytes >= 1024 * 1024 else f"{max_bytes} bytes"
        raise ReadError(uri, "too_large", f"is larger than {limit}; no bulletin is: split it, or check what it is")
    if not data.strip():
        raise ReadError(uri, "empty", "is empty; there is no text to parse")
    found = recognise(data, uri, media_type)
    try:
        reading = found.read(data) if found.read else _refuse(found, data)
    except FormatError as error:
        raise ReadError(uri, error.code, error.fault) from error
    except UndecodableError as error:
        code = "binary" if b"\0" in data else "undecodable"
        raise ReadError(uri, code, f"is no text: {error}; save it as text in UTF-8 and pass that file") from error
    if not reading.text.strip():
        raise ReadError(uri, "empty", f"holds no text that {found.name} can show; check what it is")
    return freeze(data, reading, uri=uri, media_type=found.media_type, reader=found.name)


def _refuse(found: Format, data: bytes) -> NoReturn:
    """A container is no document; what is wrong with the container itself is told first."""
    if found.members:
        next(found.members(io.BytesIO(data)), None)
    raise FormatError("container", "holds documents and is none; pass it to `bulletin parse`, or unpack it")


def recognise(data: bytes, uri: str, media_type: str | None = None) -> Format:
    """The format of some bytes: by content, their origin's claim only helps.

    Raises:
        ReadError: they are of a known format that is not read.
    """
    described = False
    for found in formats():
        if found.order > Order.CONTAINER and not described:
            described = True
            if (message := describe(data)) is not None:
                raise ReadError(uri, "unsupported", message)
        if found.recognises(data, media_type):
            return found
    raise AssertionError("the last format takes any bytes")


def from_text(text: str, uri: str = "memory:") -> SourceText:
    """Take a string as the text of a bulletin: no error, whatever it holds.

    Args:
        text: the text; lone surrogates become U+FFFD, with a remark, everything else stays.
        uri: what `Source.uri` shall say.
    """
    clean, remarks = without_surrogates(text)
    return freeze(
        clean.encode("utf-8"),
        Reading(clean, "utf-8", remarks),
        uri=LONE_SURROGATE.sub("\ufffd", uri),
        media_type="text/plain",
        reader="text",
    )


def _unopened(path: Path, uri: str, error: OSError | ValueError) -> ReadError:
    if isinstance(error, FileNotFoundError):
        return ReadError(uri, "missing", "there is no such file; check the path")
    if isinstance(error, OSError) and path.is_dir():
        return ReadError(uri, "directory", "is a folder; pass its files, or parse the folder as a whole")
    reason = getattr(error, "strerror", None) or str(error)
    return ReadError(uri, "unreadable", f"can't be opened: {reason}; check the path and its permissions")


def claimed(path: PurePath) -> str | None:
    """The media type that a file name's ending claims."""
    suffix = path.suffix.lower()
    return next((format_.media_type for format_ in formats() if suffix in format_.suffixes), None)
