"""The lines of a table cut into cells, each in its column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bulletin_nlp.pipes.tables.align import aligned
from bulletin_nlp.pipes.tables.mention import Layout
from bulletin_nlp.pipes.tables.rows import Row
from bulletin_nlp.records.table import ColumnKind
from bulletin_nlp.text.sentences import trim

Place = tuple[int, int]
_CUTS: dict[Layout, re.Pattern[str]] = {
    "tabs": re.compile(r"\t"),
    "blanks": re.compile(r"(?<=\S) +(?=\S)"),
    "lines": re.compile(r"\n"),
}


class Line(NamedTuple):
    """A row as the text holds it: where its cells stand, by column; None for an empty one."""

    start: int
    end: int
    layout: Layout
    cells: tuple[Place | None, ...]

    @property
    def filled(self) -> list[Place]:
        """The cells that hold text."""
        return [cell for cell in self.cells if cell]


def line_of(folded: str, row: Row) -> Line:
    """A row cut into its cells; between tabs an empty cell keeps its place."""
    layout = layout_of(folded, row)
    cells = list(_cut(folded, row, layout))
    if layout != "tabs":
        cells = [cell for cell in cells if cell]
    return Line(row.start, row.end, layout, tuple(cells))


def layout_of(folded: str, row: Row) -> Layout:
    """How the cells of a row are parted."""
    if row.blanks:
        return "blanks"
    return "tabs" if folded.find("\t", row.start, row.end) >= 0 else "lines"


def in_columns(folded: str, line: Line, kinds: Sequence[ColumnKind]) -> Line:
    """A row of a flattened table with each cell in the column that it suits, where it has not one for each."""
    if line.layout == "tabs" or len(line.cells) == len(kinds):
        return line
    return line._replace(cells=tuple(aligned(folded, line.filled, kinds)))


def _cut(folded: str, row: Row, layout: Layout) -> Iterator[Place | None]:
    begin = row.start
    for cut in _CUTS[layout].finditer(folded, row.start, row.end):
        yield _place(folded, begin, cut.start())
        begin = cut.end()
    yield _place(folded, begin, row.end)


def _place(folded: str, start: int, end: int) -> Place | None:
    start, end = trim(folded, start, end)
    return (start, end) if start < end else None
