"""From paragraphs and tables to one text and its blocks: the way every reader of laid-out documents builds its text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bulletin_nlp.read.source import LONE_SURROGATE
from bulletin_nlp.records import Block, Span
from bulletin_nlp.records.block import Part

LONGEST_CELL = 600
"""A table with a cell of more characters is page layout: readers give its cells as paragraphs."""

MAX_COLUMNS = 200
_BREAKS = re.compile(r"\s*[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")


@dataclass(frozen=True)
class Cell:
    """A cell where it begins: row and column count from 1; a merged cell covers `rows` × `columns`."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    heading: bool = False


class Composer:
    """Collects the parts of a document in reading order; keeps count of pages, paragraphs and tables.

    The text holds a paragraph a line (more, where it has line breaks of its own) and a table row a line: the cells of a
    row parted by tabs, as many in each row as there are columns that a cell begins in. A merged cell's text stands once, where the cell
    begins; the other places it covers are empty. Lone surrogates, which no record can hold, become U+FFFD.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._page: int | None = None
        self._paragraphs = 0
        self._tables = 0

    @property
    def length(self) -> int:
        """How many characters the text has so far: where the next part begins."""
        return self._length

    def page(self, number: int) -> None:
        """Begin a page; paragraphs and tables are counted anew."""
        self._page, self._paragraphs, self._tables = number, 0, 0

    def paragraph(self, text: str, part: Part = "body") -> None:
        """Add a paragraph; one of blanks only becomes an empty line and no block."""
        if not text.strip():
            self.blank()
            return
        self._paragraphs += 1
        text = LONE_SURROGATE.sub("\ufffd", text)
        start = self._add(text)
        self._blocks.append(
            Block(
                span=Span(start=start, end=start + len(text), text=text),
                kind="paragraph",
                part=part,
                page=self._page,
                paragraph=self._paragraphs,
            )
        )
        self._add("\n")

    def blank(self) -> None:
        """Add an empty line; at most two follow each other, and none begins the text."""
        if self._pieces and self._pieces[-3:] != ["\n"] * 3:
            self._add("\n")

    def table(self, cells: Iterable[Cell], part: Part = "body") -> None:
        """Add a table; breaks inside a cell become blanks, a cell of blanks only is no block."""
        self._tables += 1
        rows: dict[int, list[Cell]] = {}
        width = 1
        for cell in cells:
            rows.setdefault(cell.row, []).append(cell)
            width = max(width, min(cell.column, MAX_COLUMNS))
        for _, row in sorted(rows.items()):
            self._row(sorted(row, key=lambda cell: cell.column), width, part)

    def text(self) -> str:
        """Everything so far, without empty lines at its end."""
        return "".join(self._pieces).rstrip("\n")

    def blocks(self) -> tuple[Block, ...]:
        """The blocks so far, in the order of the text."""
        return tuple(self._blocks)

    def _row(self, cells: list[Cell], width: int, part: Part) -> None:
        column = 1
        for cell in cells:
            self._add("\t" * (min(cell.column, MAX_COLUMNS) - column))
            column = max(column, min(cell.column, MAX_COLUMNS))
            self._cell(cell, part)
        self._add("\t" * (width - column))
        self._add("\n")

    def _cell(self, cell: Cell, part: Part) -> None:
        text = _BREAKS.sub(" ", LONE_SURROGATE.sub("\ufffd", cell.text.strip()))
        if not text:
            return
        start = self._add(text)
        self._blocks.append(
            Block(
                span=Span(start=start, end=start + len(text), text=text),
                kind="cell",
                part=part,
                page=self._page,
                table=self._tables,
                row=cell.row,
                column=cell.column,
                rows=cell.rows,
                columns=cell.columns,
                heading=cell.heading,
            )
        )

    def _add(self, piece: str) -> int:
        """Add characters; where they begin."""
        start = self._length
        if piece:
            self._pieces.append(piece)
            self._length += len(piece)
        return start
