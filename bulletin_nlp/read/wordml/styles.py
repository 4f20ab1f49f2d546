"""Paragraph styles: what a paragraph inherits of numbering, and which styles are a table of contents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_nlp.read.wordml.names import W, val

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST_CHAIN = 20


@dataclass(frozen=True)
class Style:
    """A paragraph style: the numbering that it sets itself, and the style that it is based on."""

    number: str | None
    level: str | None
    based_on: str | None


class Styles:
    """The styles of a document, by id.

    Args:
        root: the styles part, if there is one.
    """

    def __init__(self, root: _Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self.default: str | None = None
        for element in () if root is None else root.iter(W + "style"):
            id_ = element.get(W + "styleId", "")
            numbering = element.find(f"{W}pPr/{W}numPr")
            self._styles[id_] = Style(val(numbering, "numId"), val(numbering, "ilvl"), val(element, "basedOn"))
            if element.get(W + "type") == "paragraph" and element.get(W + "default") in {"1", "true", "on"}:
                self.default = id_

    def chain(self, id_: str | None) -> list[tuple[str, Style]]:
        """A style and those it is based on, the nearest first."""
        found: list[tuple[str, Style]] = []
        while id_ in self._styles and len(found) < _LONGEST_CHAIN:
            assert id_ is not None
            found.append((id_, self._styles[id_]))
            id_ = self._styles[id_].based_on
        return found

    def number_of(self, id_: str) -> str | None:
        """The numbering that a style itself sets (for numbering styles)."""
        style = self._styles.get(id_)
        return style.number if style else None
