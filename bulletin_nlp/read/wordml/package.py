"""A package of parts (ECMA-376-2): its main document, and the parts that this one points to."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from bulletin_nlp.read.errors import FormatError
from bulletin_nlp.read.safe_xml import parse_xml
from bulletin_nlp.read.safe_zip import SafeZip
from bulletin_nlp.read.wordml.names import RELATION

if TYPE_CHECKING:
    from lxml.etree import _Element

# The strict variant (ISO/IEC 29500-1) names the same elements in other namespaces.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
)  # fmt: skip


class Package:
    """The parts of a document.

    Raises:
        FormatError: damaged, encrypted, too large, or without a main document.
    """

    def __init__(self, data: bytes) -> None:
        self._zip = SafeZip(data)
        self._relations: dict[str, dict[str, tuple[str, str]]] = {}
        mains = [target for kind, target in self.relations("").values() if kind == "officeDocument"]
        self.main = mains[0] if mains else "word/document.xml"

    def part(self, name: str) -> _Element:
        """The root element of a part.

        Raises:
            FormatError: it is not there or can't be read.
        """
        data = self._zip.read(name)
        if b"purl.oclc.org/ooxml" in data:
            for strict, transitional in _STRICT:
                data = data.replace(strict, transitional)
        return parse_xml(data, name)

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """The parts that a part points to: id → last word of the relation's type, and the name of the part."""
        if part not in self._relations:
            folder, name = posixpath.split(part)
            file = posixpath.join(folder, "_rels", f"{name}.rels")
            found: dict[str, tuple[str, str]] = {}
            for relation in self.part(file).iter(RELATION) if file in self._zip else ():
                if relation.get("TargetMode") == "External":
                    continue
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
                if target in self._zip:
                    found[relation.get("Id", "")] = (relation.get("Type", "").rpartition("/")[2], target)
            self._relations[part] = found
        return self._relations[part]

    def related(self, kind: str) -> _Element | None:
        """The part of a kind (styles, numbering, footnotes …) that belongs to the main document, if there is one."""
        for found, target in self.relations(self.main).values():
            if found == kind:
                return self.part(target)
        return None

    def at_root(self, kind: str) -> _Element | None:
        """The part of a kind (core-properties …) that belongs to the package; None also where it can't be read."""
        for found, target in self.relations("").values():
            if found == kind:
                try:
                    return self.part(target)
                except FormatError:
                    return None
        return None
