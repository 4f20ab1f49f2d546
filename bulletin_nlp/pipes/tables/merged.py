"""Rows with their kind, and with the cells of rows above that cover them, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bulletin_nlp.pipes.tables.grid import Line, Place
from bulletin_nlp.pipes.tables.mention import Cell, Row
from bulletin_nlp.pipes.tables.words import NUMBERING, words
from bulletin_nlp.records import Block
from bulletin_nlp.records.table import ColumnKind, RowKind

_CARRIED = {"number", "item", "unit", "responsible", "supporting", "supervisor", "person", "deadline"}
_LEADING = {"number", "item", "unit"}
_TOLD = {"finding", "measure"}


class Merged:
    """What the reader knows of merged cells, asked by where they begin in the text."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = {block.span.start: block for block in blocks if block.kind == "cell"}

    def row(self, line: Line) -> int | None:
        """The number of a row in its table; None where no reader knows it."""
        found = (self._blocks.get(cell[0]) for cell in line.filled)
        return next((block.row for block in found if block), None)

    def last_row(self, cell: Place) -> int:
        """The last row that a cell covers, 0 where it is not known."""
        block = self._blocks.get(cell[0])
        return 0 if block is None or block.row is None else block.row + block.rows - 1

    def columns(self, cell: Place) -> int:
        """How many columns a cell covers."""
        block = self._blocks.get(cell[0])
        return 1 if block is None else block.columns


def table_rows(folded: str, lines: Sequence[Line], kinds: Sequence[ColumnKind], merged: Merged) -> Iterator[Row]:
    """The rows of a table: each with its own cells and those of rows above that cover it. A note ends the table.

    A cell covers rows below its own where the reader says so; in text alone, where a row begins with an empty cell.
    A row that tells a finding and names no unit is the last unit's.
    """
    above: dict[int, tuple[Place, int]] = {}  # column → the last cell in it, and the last row that it covers
    for line in lines:
        if not line.filled:
            continue
        cells = {index: cell for index, cell in enumerate(line.cells) if cell}
        first, last = min(cells), max(cells)
        own = (cells[first][0], cells[last][1])
        kind = _kind(folded, cells, kinds)
        if kind == "record":
            carried = _carried(folded, cells, kinds, above, merged.row(line))
            fresh = {index: cell for index, cell in cells.items() if index not in carried}
            above = {index: above[index] for index in carried} | {i: (c, merged.last_row(c)) for i, c in fresh.items()}
            found = [
                Cell(column=i + 1, start=c[0], end=c[1], merged=False) for i, c in cells.items() if i not in carried
            ]
            found += [Cell(column=i + 1, start=c[0], end=c[1], merged=True) for i, c in carried.items()]
        else:
            above = {}
            found = [Cell(column=i + 1, start=c[0], end=c[1], merged=False) for i, c in cells.items()]
        yield Row(start=own[0], end=own[1], kind=kind, cells=sorted(found, key=lambda cell: cell["column"]))
        if kind == "note":
            return


def _carried(
    folded: str,
    cells: dict[int, Place],
    kinds: Sequence[ColumnKind],
    above: dict[int, tuple[Place, int]],
    row: int | None,
) -> dict[int, Place]:
    """The cells of rows above that cover this one, by column."""
    opens = kinds[0] in _LEADING and 0 not in cells
    tells = any(kinds[index] in _TOLD for index in cells)
    named = any(kinds[index] == "unit" for index in cells)
    found: dict[int, Place] = {}
    for index, (cell, last) in above.items():
        if index in cells:
            covers = words().says("same", folded[slice(*cells[index])])
        elif row is None:
            covers = opens and kinds[index] in _CARRIED
        else:
            covers = last >= row
        if covers or (kinds[index] == "unit" and tells and not named):
            found[index] = cell
    return found


def _kind(folded: str, cells: dict[int, Place], kinds: Sequence[ColumnKind]) -> RowKind:
    texts = [folded[slice(*cell)] for cell in cells.values()]
    if words().note.match(texts[0]):
        return "note"
    named = next(
        (t for index, t in zip(cells, texts, strict=True) if kinds[index] not in NUMBERING or not _digits(t)), ""
    )
    if words().says("totals", named):
        return "total"
    if len(cells) == 1 and len(kinds) > 2 and 0 in cells and not _digits(texts[0]):
        return "group"
    return "record"


def _digits(text: str) -> bool:
    return text.strip().isdigit()
