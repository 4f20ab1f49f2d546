"""Tables: their columns by what the header says of them, their rows with typed values."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bulletin_nlp.records.base import IsoDay, Record
from bulletin_nlp.records.span import Span

ColumnKind = Literal[
    "number",
    "item",
    "unit",
    "responsible",
    "supporting",
    "supervisor",
    "person",
    "finding",
    "measure",
    "deadline",
    "progress",
    "score",
    "rank",
    "handling",
    "note",
    "other",
]
RowKind = Literal["record", "total", "group", "note"]


class TableColumn(Record):
    """A column: what its header calls it. `group` is the heading over several columns, where the header has two lines."""

    span: Span | None = Field(description="Its name in the header; null for a column that the header does not name")
    group: Span | None = None
    name: str
    kind: ColumnKind


class TableCell(Record):
    """A cell that holds text. One that is merged over several rows is a cell of each of them, at the same span."""

    column: int = Field(ge=1, description="Counts from 1")
    span: Span
    merged: bool = Field(default=False, description="It stands in a row above and covers this one, too")


class TableRow(Record):
    """A row: its cells, and what those of the typed columns say.

    `record`: one entry of the table; `total`: a sum or mean of others; `group`: a heading over the rows below it;
    `note`: a remark under the table. Only records have typed values besides `progress`, `score` and `rank`.
    """

    id: str
    span: Span = Field(description="From its first to its last own cell")
    kind: RowKind
    cells: tuple[TableCell, ...]
    number: int | None = None
    units: tuple[str, ...] = Field(default=(), description="Ids of the mentions in the cells of the kind unit")
    responsible: tuple[str, ...] = Field(default=(), description="Ids of the mentions that answer for it or lead")
    supporting: tuple[str, ...] = ()
    supervisors: tuple[str, ...] = ()
    problems: tuple[str, ...] = Field(default=(), description="Ids of the problems in its cells")
    recommendations: tuple[str, ...] = Field(default=(), description="Ids of the recommendations in its cells")
    deadline: IsoDay | None = Field(default=None, description="The earliest day due that its cells name")
    deadline_date_id: str | None = None
    progress: float | None = Field(default=None, description="In percent")
    done: float | None = Field(default=None, description="Where the progress is stated as 12/15")
    of: float | None = None
    score: float | None = None
    rank: int | None = Field(default=None, ge=0)


class Table(Record):
    """A table whose header names its columns; rows in the order of the text, a header repeated on a next page left out.

    `layout` is how the text holds it: cells parted by `tabs` or `blanks`, or each on a line of its own (`lines`).
    """

    id: str
    span: Span = Field(description="From the header to the last row")
    layout: Literal["tabs", "blanks", "lines"]
    caption: Span | None
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
