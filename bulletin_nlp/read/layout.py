"""A tree of nodes → lines of text and rows of cells, as a browser would break them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bulletin_nlp.read.compose import Cell
from bulletin_nlp.read.grids import CELLS, Grid, Place, data_rows
from bulletin_nlp.read.markers import item_numbers
from bulletin_nlp.read.tree import Node

BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div"}
    | {"dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"}
    | {"hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table"}
    | {"tbody", "tfoot", "thead", "tr", "ul"}
)
_BLANKS = re.compile("([ \t\n\r\f]+)")
_EAST_ASIAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff“”‘’…—]")


@dataclass(frozen=True)
class Row:
    """A row of a data table; `table` tells the rows of one table from those of the next."""

    table: int
    cells: tuple[Cell, ...]


class Lines:
    """Collects characters into lines and rows, collapsing blanks as CSS does (white-space: normal).

    Line breaks in the markup beside an East Asian character are no blank (CSS Text 3, 4.1.3).
    """

    def __init__(self) -> None:
        self.done: list[str | Row] = []
        self._table: int | None = None  # of the row being read
        self._cells: list[Cell] = []
        self._place: tuple[Place, bool] | None = None  # of the cell being read, and whether it is a heading
        self._parts: list[str] = []
        self._blank = ""

    @property
    def in_row(self) -> bool:
        """Whether a row of a data table is being read."""
        return self._table is not None

    def text(self, text: str) -> None:
        """Add characters of running text."""
        for index, piece in enumerate(_BLANKS.split(text)):
            if index % 2:
                self._blank += piece
            elif piece:
                self._parts += (self._between(piece[0]), piece)
                self._blank = ""

    def preformatted(self, text: str) -> None:
        """Add characters whose blanks and line breaks count."""
        first, *others = re.split("\r\n|\r|\n", text)
        self._parts.append(first)
        for line in others:
            self.end_line(always=True)
            self._parts.append(line)

    def end_line(self, *, always: bool = False) -> None:
        """End the line, if it holds anything or `always`; inside a row of a table, part the words instead."""
        if self.in_row:
            self._blank = " "
            return
        if self._parts or always:
            self.done.append("".join(self._parts))
        self._parts, self._blank = [], ""

    def row(self, table: int) -> None:
        """Begin a row of a data table."""
        self.end_line()
        self._table, self._cells = table, []

    def cell(self, place: Place, *, heading: bool) -> None:
        """Begin the row's next cell."""
        self._end_cell()
        self._place = (place, heading)

    def end_row(self) -> None:
        """End the row."""
        self._end_cell()
        assert self._table is not None
        self.done.append(Row(self._table, tuple(self._cells)))
        self._table = None

    def _end_cell(self) -> None:
        if self._place is not None:
            at, heading = self._place
            self._cells.append(Cell("".join(self._parts), at.row, at.column, at.rows, at.columns, heading))
            self._place, self._parts = None, []
        self._blank = ""

    def _between(self, following: str) -> str:
        if not self._blank or not self._parts:
            return ""
        if "\n" in self._blank and (_EAST_ASIAN.match(following) or _EAST_ASIAN.match(self._parts[-1][-1:])):
            return ""
        return " "


def lines(nodes: list[Node], dropped: Sequence[bool]) -> list[str | Row]:
    """The lines and rows of a page, without the dropped nodes."""
    out = Lines()
    rows = data_rows(nodes)
    grids = {table: Grid() for table in rows.values()}
    numbers = item_numbers(nodes, dropped)
    open_: list[int] = []
    index = 0
    while index < len(nodes):
        while open_ and nodes[open_[-1]].end <= index:
            _leave(nodes[open_.pop()], out)
        node = nodes[index]
        if dropped[index]:
            index = node.end
            continue
        if index in rows:
            out.row(rows[index])
            grids[rows[index]].next_row()
        elif node.tag in CELLS and node.parent in rows:
            out.cell(grids[rows[node.parent]].place(node), heading=node.tag == "th")
        elif node.tag:
            _enter(node, out)
        elif any(nodes[above].tag == "pre" for above in open_[-3:]):
            out.preformatted(node.text)
        else:
            out.text(node.text)
        if node.tag:
            open_.append(index)
            if index in numbers:
                out.text(numbers[index])
        index += 1
    while open_:
        _leave(nodes[open_.pop()], out)
    out.end_line()
    return out.done


def _enter(node: Node, out: Lines) -> None:
    if node.tag in BLOCKS or node.tag in CELLS:
        out.end_line()
    if node.tag == "br":
        out.end_line(always=True)


def _leave(node: Node, out: Lines) -> None:
    if node.tag == "tr" and out.in_row:
        out.end_row()
    elif node.tag in BLOCKS or node.tag in CELLS:
        out.end_line()
