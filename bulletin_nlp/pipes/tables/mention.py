"""What is found of a table, as plain data; offsets are code points of the text, half-open."""

from __future__ import annotations

from typing import Literal, TypedDict

from bulletin_nlp.records.table import ColumnKind, RowKind

Layout = Literal["tabs", "blanks", "lines"]


class Cell(TypedDict):
    """A cell that holds text; `merged`: it stands in a row above and covers this one, too."""

    column: int  # from 1
    start: int
    end: int
    merged: bool


class Column(TypedDict):
    """A column; without `start` and `end` the header does not name it."""

    start: int | None
    end: int | None
    group: tuple[int, int] | None  # the heading over several columns
    name: str
    kind: ColumnKind


class Row(TypedDict):
    """A row, from its first own cell to its last."""

    start: int
    end: int
    kind: RowKind
    cells: list[Cell]


class TableMention(TypedDict):
    """A table, from its header to its last row."""

    start: int
    end: int
    kind: Literal["table"]
    rule: Layout
    caption: tuple[int, int] | None
    heads: list[tuple[int, int]]  # lines of names: the header, and where it is repeated
    columns: list[Column]
    rows: list[Row]
