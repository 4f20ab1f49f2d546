"""Which formats there are: one module a format, asked in this order whether the bytes are theirs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from bulletin_nlp.read.source import Reading

MODULES = ("bulletin_nlp.read.html", "bulletin_nlp.read.txt")


@dataclass(frozen=True)
class Format:
    """A format that can be read.

    Attributes:
        name: what `Source.reader` says.
        media_type: what `Source.media_type` says (RFC 6838).
        suffixes: the file name endings that folders are searched for, with the dot, lower case.
        recognises: whether bytes, given the media type that their origin claims, are of this format.
        read: bytes → Reading.
    """

    name: str
    media_type: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes, str | None], bool]
    read: Callable[[bytes], Reading]


@cache
def formats() -> tuple[Format, ...]:
    """Every format, the pickiest first; the last takes any text."""
    return tuple(import_module(module).FORMAT for module in MODULES)


def suffixes() -> frozenset[str]:
    """The file name endings that a folder of bulletins is searched for."""
    return frozenset(suffix for format_ in formats() for suffix in format_.suffixes)
