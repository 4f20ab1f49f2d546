"""Tables of web pages: which hold data, and where each cell stands once merged cells have taken their places."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from bulletin_nlp.read.compose import LONGEST_CELL, MAX_COLUMNS
from bulletin_nlp.read.tree import Node

CELLS = frozenset({"td", "th"})
# HTML Standard, 4.9.12: the most that rowspan means.
_MOST_ROWS = 65_534
_INTEGER = re.compile(r"\s*\+?([0-9]{1,6})")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell begins in its table, and what it covers; rows and columns count from 1."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass
class Grid:
    """A table while its rows are read: which columns are taken by cells from above, and for how many rows more."""

    row: int = 0
    column: int = 1
    _taken: dict[int, int] = field(default_factory=dict)

    def next_row(self) -> None:
        """Begin a row."""
        self.row += 1
        self.column = 1
        self._taken = {column: left - 1 for column, left in self._taken.items() if left > 1}

    def place(self, node: Node) -> Place:
        """The place of the row's next cell."""
        while self.column in self._taken:
            self.column += 1
        columns = max(1, min(_integer(node.attributes.get("colspan"), 1), MAX_COLUMNS))
        rows = _integer(node.attributes.get("rowspan"), 1)
        place = Place(self.row, self.column, max(1, min(rows, _MOST_ROWS)), columns)
        if rows > 1:
            # One more than the row has left: next_row counts it down on entering the row below.
            last = min(self.column + columns - 1, MAX_COLUMNS)
            self._taken |= dict.fromkeys(range(self.column, last + 1), place.rows)
        self.column += columns
        return place


def data_rows(nodes: list[Node]) -> dict[int, int]:
    """The rows of tables that hold data, each with its table.

    The rest is page layout: rows with a table inside or with a cell longer than a cell is, tables of one column.
    """
    characters = [len(node.text) for node in nodes]
    is_layout = [False] * len(nodes)
    rows: list[int] = []
    for index in range(len(nodes) - 1, -1, -1):
        node = nodes[index]
        if node.parent < 0:
            continue
        characters[node.parent] += characters[index]
        too_long = node.tag in CELLS and characters[index] > LONGEST_CELL
        if node.tag == "table" or too_long or is_layout[index]:
            is_layout[node.parent] = True
        if node.tag == "tr" and not is_layout[index]:
            rows.append(index)
    cells = Counter(node.parent for node in nodes if node.tag in CELLS)
    tables = {index: _table(nodes, index) for index in reversed(rows)}
    wide = {table for index, table in tables.items() if cells[index] > 1}
    return {index: table for index, table in tables.items() if table in wide}


def _table(nodes: list[Node], row: int) -> int:
    """The table of a row: the parser puts at most a row group between them."""
    parent = nodes[row].parent
    return nodes[parent].parent if parent >= 0 and nodes[parent].tag in {"tbody", "thead", "tfoot"} else parent


def _integer(text: str | None, default: int) -> int:
    found = _INTEGER.match(text) if text else None
    return int(found[1]) if found else default
