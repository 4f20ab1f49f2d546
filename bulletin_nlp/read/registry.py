"""Which formats there are: one module a format in `read/formats`, asked in their order whether the bytes are theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import BinaryIO

import bulletin_nlp.read.formats as _formats  # now: imported later it would take the place of the function of its name
from bulletin_nlp.read.errors import FormatError
from bulletin_nlp.read.source import Reading


class Order(IntEnum):
    """How sure a format can be of bytes that it recognises; the surest are asked first."""

    MAGIC = 10  # by signature and parts
    CONTAINER = 20  # a ZIP archive that is no document
    MARKUP = 50  # by what text looks like
    ANY = 90  # takes any text


@dataclass(frozen=True)
class Member:
    """One file inside another.

    Attributes:
        name: its path in the container, with slashes.
        data: its bytes, or why it has none.
        media_type: what the container says it is.
    """

    name: str
    data: bytes | FormatError
    media_type: str | None = None


@dataclass(frozen=True)
class Format:
    """A format that can be read, or opened, or both.

    Attributes:
        name: what `Source.reader` says.
        media_type: what `Source.media_type` says (RFC 6838).
        suffixes: the file name endings that folders are searched for, with the dot, lower case.
        recognises: whether bytes, given the media type that their origin claims, are of this format.
        read: bytes → Reading; None where the format is a mere container. Raises FormatError or UndecodableError.
        members: an open file → the files inside, in their order, read one by one; None where a file holds no others.
            Raises FormatError where the container itself is at fault; a faulty member is yielded as such. Where there
            are members, `recognises` must not deny the first 4,096 bytes alone what it grants to the whole.
        order: when it is asked.
    """

    name: str
    media_type: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes, str | None], bool]
    read: Callable[[bytes], Reading] | None
    members: Callable[[BinaryIO], Iterator[Member]] | None = None
    order: Order = Order.MAGIC


@cache
def formats() -> tuple[Format, ...]:
    """Every format, the surest first, and by name; the last takes any text."""
    modules = (import_module(f"{_formats.__name__}.{found.name}") for found in iter_modules(_formats.__path__))
    return tuple(sorted((module.FORMAT for module in modules), key=lambda found: (found.order, found.name)))


def suffixes() -> frozenset[str]:
    """The file name endings that a folder of bulletins is searched for."""
    return frozenset(suffix for format_ in formats() for suffix in format_.suffixes)
