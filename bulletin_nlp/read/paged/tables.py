"""The door to pdfplumber (extra `tables`): where the ruled tables of a PDF stand, and their cells."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from bulletin_nlp.read.errors import FormatError
from bulletin_nlp.read.guard import guarded
from bulletin_nlp.read.paged.extras import missing
from bulletin_nlp.read.paged.model import Box, Grid, GridCell, Page
from bulletin_nlp.records import Remark

MAX_PAGES = 40
MAX_CELLS = 2000
_SAME = 3.0  # points between edges that are one


def with_tables(data: bytes, pages: Sequence[Page], ruled: Sequence[int]) -> list[Remark]:
    """Put the ruled tables of a PDF into its pages.

    Args:
        data: the PDF.
        pages: what was read of it.
        ruled: the numbers of the pages on which lines are drawn.

    Returns:
        A remark where the tables could not be looked for.
    """
    if not ruled:
        return []
    if command := missing("tables"):
        message = f"lines are drawn on pages {_listed(ruled)}; their tables are told by distances alone; {command}"
        return [Remark(code="tables-by-distance", message=message)]
    try:
        found = guarded("tables", data, {"numbers": list(ruled[:MAX_PAGES])})
    except FormatError as error:
        return [Remark(code="tables-by-distance", message=f"ruled tables were not looked for: the file {error.fault}")]
    by_number = {page.number: page for page in pages}
    for number, cells in found:
        grid = grid_of([Box(*cell) for cell in cells])
        if grid is not None:
            by_number[number].grids.append(grid)
    return []


def run(data: bytes, numbers: list[int]) -> list[tuple[int, list[list[float]]]]:
    """The cells of each ruled table of some pages: [left, top, right, bottom]. Runs in the bounded process."""
    import pdfplumber

    found = []
    with pdfplumber.open(io.BytesIO(data)) as document:
        for number in numbers:
            page = document.pages[number - 1]
            if not page.rotation:
                left, top = page.bbox[:2]
                for table in page.find_tables():
                    cells = [[c[0] - left, c[1] - top, c[2] - left, c[3] - top] for c in table.cells[:MAX_CELLS]]
                    found.append((number, cells))
            page.close()
    return found


def grid_of(cells: Sequence[Box]) -> Grid | None:
    """Rows and columns of cells given by their boxes; None where there is but one row or one column."""
    columns, rows = (
        _edges(x for c in cells for x in (c.left, c.right)),
        _edges(y for c in cells for y in (c.top, c.bottom)),
    )
    if len(columns) < 3 or len(rows) < 3:
        return None
    placed = []
    for cell in cells:
        left, right = _nearest(columns, cell.left), _nearest(columns, cell.right)
        top, bottom = _nearest(rows, cell.top), _nearest(rows, cell.bottom)
        placed.append(GridCell(cell, top + 1, left + 1, max(1, bottom - top), max(1, right - left)))
    box = Box(columns[0], rows[0], columns[-1], rows[-1])
    return Grid(box, tuple(sorted(placed, key=lambda found: (found.row, found.column))))


def _edges(places: Iterable[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _SAME:
            found.append(place)
    return found


def _nearest(edges: Sequence[float], place: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - place))


def _listed(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:10]))
    return f"{shown} …" if len(numbers) > 10 else shown
