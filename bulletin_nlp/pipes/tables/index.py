"""Tables asked for their cells: by place, by row, by kind of column."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bulletin_nlp.pipes.tables.mention import Cell, Row, TableMention
from bulletin_nlp.records.table import ColumnKind

BLAMED: tuple[ColumnKind, ...] = ("unit", "responsible")
"""The columns whose units are at fault where a row tells a finding; the first that a table has."""


class Place(NamedTuple):
    """A cell in its row and table; without a cell a line of the header."""

    table: TableMention
    row: Row | None
    cell: Cell | None

    @property
    def kind(self) -> ColumnKind | None:
        """What the header says of the cell."""
        return self.table["columns"][self.cell["column"] - 1]["kind"] if self.cell else None


class TableIndex:
    """The tables of a text, asked which cell holds a place."""

    def __init__(self, tables: Sequence[TableMention]) -> None:
        places = [(*head, Place(table, None, None)) for table in tables for head in table["heads"]]
        places += [
            (cell["start"], cell["end"], Place(table, row, cell))
            for table in tables
            for row in table["rows"]
            for cell in row["cells"]
            if not cell["merged"]
        ]
        self._places = sorted(places, key=lambda place: place[:2])
        self._starts = [place[0] for place in self._places]
        self._covered: dict[int, list[Row]] = {}
        for table in tables:
            for row in table["rows"]:
                for cell in row["cells"]:
                    self._covered.setdefault(cell["start"], []).append(row)

    def at(self, position: int) -> Place | None:
        """The cell, or the line of the header, that holds a place."""
        index = bisect_right(self._starts, position) - 1
        return self._places[index][2] if index >= 0 and position < self._places[index][1] else None

    def rows_of(self, cell: Cell) -> list[Row]:
        """The rows that a cell covers, its own first."""
        return self._covered.get(cell["start"], [])


def cells_in(table: TableMention, row: Row, *kinds: ColumnKind) -> list[tuple[int, int]]:
    """Where the cells of a row stand that are of some kinds, merged ones among them."""
    return [
        (cell["start"], cell["end"])
        for cell in row["cells"]
        if table["columns"][cell["column"] - 1]["kind"] in kinds and row["kind"] == "record"
    ]


def blamed_kind(table: TableMention) -> ColumnKind | None:
    """The kind of the columns whose units are at fault; None where the header names none."""
    kinds = {column["kind"] for column in table["columns"]}
    return next((kind for kind in BLAMED if kind in kinds), None)


def cells_of_kind(tables: Sequence[TableMention], kind: ColumnKind) -> Iterator[tuple[int, int]]:
    """Where the own cells of a kind stand, in all rows that are entries."""
    for table in tables:
        for row in table["rows"]:
            for cell in row["cells"]:
                if (
                    table["columns"][cell["column"] - 1]["kind"] == kind
                    and not cell["merged"]
                    and row["kind"] == "record"
                ):
                    yield cell["start"], cell["end"]


def cell_starts(tables: Sequence[TableMention]) -> frozenset[int]:
    """Where cells and columns begin: nothing that is one thing reaches over such a place."""
    cells = {cell["start"] for table in tables for row in table["rows"] for cell in row["cells"]}
    names = {column["start"] for table in tables for column in table["columns"] if column["start"] is not None}
    return frozenset(cells | names)
