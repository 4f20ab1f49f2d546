"""The parts of an OFD document, and how they point to each other."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bulletin_nlp.read.errors import FormatError
from bulletin_nlp.read.safe_xml import parse_xml
from bulletin_nlp.read.safe_zip import SafeZip

if TYPE_CHECKING:
    from lxml.etree import _Element

ROOT = "OFD.xml"


class Package:
    """Finds parts by what other parts call them: producers differ in case, slashes and what a path is relative to.

    Args:
        data: the archive.

    Raises:
        FormatError: no archive, or too large a one.
    """

    def __init__(self, data: bytes) -> None:
        self._zip = SafeZip(data)
        self._names = {_key(name): name for name in self._zip.names}

    def names(self) -> tuple[str, ...]:
        """Every part, in the order of the archive."""
        return tuple(self._names.values())

    def find(self, location: str, base: str = "") -> str | None:
        """The part that a location (ST_Loc) means.

        Args:
            location: absolute (with a leading slash) or relative.
            base: the part that holds it.
        """
        location = location.strip().replace("\\", "/")
        folder = posixpath.dirname(base)
        tried = [location] if location.startswith("/") else [posixpath.join(folder, location), location]
        tried.append(posixpath.join(folder, location.lstrip("/")))
        if "/" in folder:
            tried.append(posixpath.join(folder.partition("/")[0], location))
        return next((self._names[key] for key in map(_key, tried) if key in self._names), None)

    def xml(self, name: str) -> _Element:
        """The root element of a part.

        Raises:
            FormatError: damaged, encrypted or too large.
        """
        return parse_xml(self._zip.read(name), name)

    def bytes(self, name: str) -> bytes:
        """The bytes of a part.

        Raises:
            FormatError: damaged, encrypted or too large.
        """
        return self._zip.read(name)

    def try_xml(self, location: str | None, base: str = "") -> tuple[str, _Element] | None:
        """A part that may be absent or damaged: its name and root, or None.

        Raises:
            FormatError: it is hostile or too large.
        """
        name = self.find(location, base) if location else None
        if name is None:
            return None
        try:
            return name, self.xml(name)
        except FormatError as error:
            if error.code != "damaged":
                raise
            return None


def is_ofd(names: frozenset[str]) -> bool:
    """Whether an archive with these parts is an OFD document."""
    return any(_key(name) == _key(ROOT) for name in names)


def local(element: _Element) -> str:
    """The name of an element without its namespace: producers use several."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def below(element: _Element, name: str) -> Iterator[_Element]:
    """Every element of a name, however deep, in document order."""
    return (found for found in element.iter() if local(found) == name)


def first_text(element: _Element, name: str) -> str:
    """The text of the first element of a name; "" where there is none."""
    return next(((found.text or "").strip() for found in below(element, name)), "")


def _key(name: str) -> str:
    return posixpath.normpath("/" + name.replace("\\", "/")).lstrip("/").lower()
