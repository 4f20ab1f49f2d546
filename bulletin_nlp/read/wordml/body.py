"""Paragraphs and tables of a part, in reading order, as plain items: numbered, changes accepted, text boxes beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bulletin_nlp.read.compose import MAX_COLUMNS
from bulletin_nlp.read.wordml.inline import Story
from bulletin_nlp.read.wordml.names import MC, W, integer, is_on, val
from bulletin_nlp.read.wordml.numbering import Numbering
from bulletin_nlp.records.block import Part

if TYPE_CHECKING:
    from lxml.etree import _Element

_WRAPPERS = frozenset({W + "ins", W + "moveTo", W + "customXml", W + "smartTag", W + "sdtContent", W + "sdt"})


@dataclass(frozen=True)
class Paragraph:
    """A paragraph with its marker."""

    text: str
    part: Part = "body"


@dataclass(frozen=True)
class GridCell:
    """A cell where it begins, with all that it holds; row and column count from 1."""

    row: int
    column: int
    rows: int
    columns: int
    heading: bool
    content: tuple[Paragraph | Grid, ...] = ()


@dataclass(frozen=True)
class Grid:
    """A table."""

    cells: tuple[GridCell, ...]


Item = Paragraph | Grid


@dataclass
class Walker:
    """Reads the content of one part.

    Attributes:
        story: reads the characters of its paragraphs.
        numbering: gives the markers.
        part: what its paragraphs are.
    """

    story: Story
    numbering: Numbering
    part: Part = "body"
    _open: str = field(default="", init=False)  # text of a paragraph whose mark was deleted: it runs on into the next

    def items(self, parent: _Element) -> Iterator[Item]:
        """What stands below an element, in order."""
        for element in parent:
            if element.tag == W + "p":
                yield from self._paragraph(element)
            elif element.tag == W + "tbl":
                yield Grid(tuple(self._cells(element)))
            elif element.tag == MC + "AlternateContent":
                chosen = element.find(MC + "Choice")
                chosen = element.find(MC + "Fallback") if chosen is None else chosen
                yield from () if chosen is None else self.items(chosen)
            elif element.tag in _WRAPPERS:
                yield from self.items(element)
            elif element.tag == W + "altChunk":
                self.story.found["altChunk"] += 1
        if self._open and parent.tag not in _WRAPPERS:
            yield Paragraph(self._open, self.part)
            self._open = ""

    def _paragraph(self, element: _Element) -> Iterator[Item]:
        properties = element.find(W + "pPr")
        was_silent = self.story.is_silent
        text = self._open + self.story.text(element)
        self._open = ""
        held_boxes = bool(self.story.boxes)
        yield from self._boxes()
        mark = None if properties is None else properties.find(W + "rPr")
        if mark is not None and mark.find(W + "del") is not None:
            self._open = text
            return
        if not text and (held_boxes or was_silent or is_on(mark, "vanish") or self.story.is_silent):
            return
        marker, joined = self.numbering.marker(properties)
        yield Paragraph(_joined(marker, text, joined), self.part)

    def _boxes(self) -> Iterator[Item]:
        """The text boxes anchored in the paragraph just read: they stand before it."""
        boxes, self.story.boxes = self.story.boxes, []
        for box in boxes:
            part: Part = "textbox" if self.part == "body" else self.part
            if isinstance(box, str):
                yield Paragraph(box, part)
            else:
                yield from Walker(Story(self.story.found, self.story.labels), self.numbering, part).items(box)

    def _cells(self, table: _Element) -> Iterator[GridCell]:
        cells: list[GridCell] = []
        contents: list[list[Item]] = []
        covering: dict[int, int] = {}  # column → index of the cell that covers it downwards
        row = 0
        for element in _below(table, "tr"):
            properties = element.find(W + "trPr")
            if properties is not None and properties.find(W + "del") is not None:
                continue
            row += 1
            column = 1 + max(0, min(integer(val(properties, "gridBefore"), 0), MAX_COLUMNS))
            for cell in _below(element, "tc"):
                width = max(1, min(integer(val(cell, "tcPr/gridSpan"), 1), MAX_COLUMNS))
                if _goes_on(cell) and column in covering:
                    above = covering[column]
                    cells[above] = replace(cells[above], rows=row - cells[above].row + 1)
                    contents[above] += (i for i in self.items(cell) if not isinstance(i, Paragraph) or i.text.strip())
                else:
                    covering[column] = len(cells)
                    cells.append(GridCell(row, column, 1, width, is_on(properties, "tblHeader")))
                    contents.append(list(self.items(cell)))
                column += width
        for made, content in zip(cells, contents, strict=True):
            yield replace(made, content=tuple(content))


def _goes_on(cell: _Element) -> bool:
    """Whether a cell continues the one above it."""
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    return merged is not None and merged.get(W + "val") != "restart"


def _below(element: _Element, name: str) -> Iterator[_Element]:
    """The rows of a table, or the cells of a row, also those inside content controls and insertions."""
    for child in element:
        if child.tag == W + name:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _below(child, name)


def _joined(marker: str, text: str, joined: bool) -> str:
    """Marker and text; a blank where a digit or letter would run into the text otherwise (第一条 为了, 1. 5月)."""
    body = text.lstrip(" ")
    runs_on = marker[-1:].isalpha() or marker[-1:].isdecimal() or (marker[-1:] == "." and body[:1].isdecimal())
    return f"{marker} {body}" if marker and runs_on and not joined else marker + (body if marker else text)
