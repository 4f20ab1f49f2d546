"""ZIP archives of documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from bulletin_nlp.read.errors import FormatError
from bulletin_nlp.read.litter import belongs_to_page
from bulletin_nlp.read.registry import Format, Member, Order
from bulletin_nlp.read.safe_zip import MIB, Limits, SafeZip, is_zip
from bulletin_nlp.read.unsupported import describe

LIMITS = Limits(total_bytes=1024 * MIB)
_PACKAGES = ("[Content_Types].xml", "OFD.xml", "mimetype", "META-INF/container.xml")


def recognises(data: bytes, media_type: str | None) -> bool:
    """ZIP archives that are no document of any kind."""
    return is_zip(data) and describe(data) is None


def members(file: BinaryIO) -> Iterator[Member]:
    """The files inside, in the archive's order, without the pictures and scripts of saved pages.

    Raises:
        FormatError: damaged, with too many files, or a document too large to be read whole.
    """
    archive = SafeZip(file, LIMITS)
    if any(part in archive for part in _PACKAGES):
        raise FormatError("too_large", "is an office document larger than any bulletin; split it, or check what it is")
    names = {name.lower() for name in archive.names}
    for name in archive.names:
        if any(belongs_to_page(str(folder), names) for folder in PurePosixPath(name).parents):
            continue
        try:
            yield Member(name, archive.read(name))
        except FormatError as error:
            yield Member(name, error)


FORMAT = Format("zip", "application/zip", (".zip",), recognises, None, members, Order.CONTAINER)
