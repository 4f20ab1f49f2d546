"""DOCX: the characters as Word shows them, automatic numbering and all, by ZIP and XML alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bulletin_nlp.read.registry import Format
from bulletin_nlp.read.safe_zip import part_names
from bulletin_nlp.read.source import Reading

if TYPE_CHECKING:
    from bulletin_nlp.read.wordml.package import Package

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MAIN = re.compile(r"word/document\d*\.xml")
_HINTS = ("title", "subject", "description", "keywords", "category")
_LONGEST_HINT = 500


def recognises(data: bytes, media_type: str | None) -> bool:
    """ZIP archives with the parts of a word processor's document."""
    return any(_MAIN.fullmatch(name) for name in part_names(data))


def read(data: bytes) -> Reading:
    """Paragraphs a line each, tables row by row, text boxes before the paragraph that they are fixed to.

    Markers of automatic numbering stand where Word shows them; tracked changes are read as accepted; hidden text, tables
    of contents and page numbers are left out; notes follow the body, each after the mark that refers to it.

    Raises:
        FormatError: damaged, encrypted, too large, or suspicious.
    """
    from bulletin_nlp.read.wordml.document import Document
    from bulletin_nlp.read.wordml.package import Package

    package = Package(data)
    document = Document(package)
    composed = document.compose()
    return Reading(composed.text(), None, document.remarks(), _hints(package), composed.blocks())


def _hints(package: Package) -> dict[str, str]:
    """Title and subject as the document's properties have them."""
    root = package.at_root("core-properties")
    found = {} if root is None else {str(child.tag).rpartition("}")[2]: child.text or "" for child in root}
    return {name: found[name].strip()[:_LONGEST_HINT] for name in _HINTS if found.get(name, "").strip()}


FORMAT = Format("docx", MEDIA_TYPE, (".docx", ".docm", ".dotx"), recognises, read)
