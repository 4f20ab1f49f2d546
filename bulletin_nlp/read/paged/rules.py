"""Drawn lines → ruled tables: the lines that cross make a grid, what no line parts is one cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bulletin_nlp.read.paged.model import Box, Grid, GridCell

MAX_RULES = 2000
MAX_CELLS = 2000
_SAME = 0.2  # of an em of running text: lines so close are one
_REACH = 0.35  # … and a line that ends so near to another meets it
_THIN = 0.25  # … and what is no wider is a line


def grids(shapes: Sequence[Box], em: float) -> list[Grid]:
    """The tables that drawn shapes make.

    Args:
        shapes: the boxes of lines and rectangles.
        em: the size of running text, in the unit of the shapes.
    """
    across, down = _lines(shapes[:MAX_RULES], em)
    found = []
    for h_lines, v_lines in _connected(across, down, _REACH * em):
        columns = _places((line.left for line in v_lines), _SAME * em)
        rows = _places((line.top for line in h_lines), _SAME * em)
        if len(columns) >= 3 and len(rows) >= 3 and (len(columns) - 1) * (len(rows) - 1) <= MAX_CELLS:
            found.append(_grid(columns, rows, h_lines, v_lines, _REACH * em))
    return found


def _lines(shapes: Iterable[Box], em: float) -> tuple[list[Box], list[Box]]:
    """Horizontal and vertical lines; a rectangle is four."""
    across: list[Box] = []
    down: list[Box] = []
    for left, top, right, bottom in shapes:
        width, height = right - left, bottom - top
        if height <= _THIN * em:
            if width > em:
                middle = (top + bottom) / 2
                across.append(Box(left, middle, right, middle))
        elif width <= _THIN * em:
            if height > 0.5 * em:
                middle = (left + right) / 2
                down.append(Box(middle, top, middle, bottom))
        elif width > em and height > 0.8 * em:
            across += (Box(left, top, right, top), Box(left, bottom, right, bottom))
            down += (Box(left, top, left, bottom), Box(right, top, right, bottom))
    return across, down


def _connected(across: list[Box], down: list[Box], reach: float) -> list[tuple[list[Box], list[Box]]]:
    """Lines that meet, table by table: those whose heights overlap belong together."""
    found: list[tuple[float, list[Box], list[Box]]] = []
    for line in sorted((*across, *down), key=lambda box: box.top):
        if not found or line.top > found[-1][0] + reach:
            found.append((line.bottom, [], []))
        bottom, h_lines, v_lines = found[-1]
        (h_lines if line.top == line.bottom else v_lines).append(line)
        found[-1] = (max(bottom, line.bottom), h_lines, v_lines)
    return [(h_lines, v_lines) for _, h_lines, v_lines in found]


def _places(values: Iterable[float], same: float) -> list[float]:
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > same:
            places.append(value)
    return places


def _grid(columns: list[float], rows: list[float], across: list[Box], down: list[Box], reach: float) -> Grid:
    """The cells: neighbours between which no line stands are one."""
    walls = {
        (row, column)
        for line in down
        for column in range(len(columns))
        if abs(line.left - columns[column]) <= reach
        for row in range(len(rows) - 1)
        if line.top - reach <= rows[row] and rows[row + 1] <= line.bottom + reach
    }
    floors = {
        (row, column)
        for line in across
        for row in range(len(rows))
        if abs(line.top - rows[row]) <= reach
        for column in range(len(columns) - 1)
        if line.left - reach <= columns[column] and columns[column + 1] <= line.right + reach
    }
    taken: set[tuple[int, int]] = set()
    cells = []
    for row in range(len(rows) - 1):
        for column in range(len(columns) - 1):
            if (row, column) in taken:
                continue
            right, bottom = column + 1, row + 1
            while right < len(columns) - 1 and (row, right) not in walls and (row, right) not in taken:
                right += 1
            while bottom < len(rows) - 1 and not any((bottom, c) in floors for c in range(column, right)):
                bottom += 1
            taken |= {(r, c) for r in range(row, bottom) for c in range(column, right)}
            box = Box(columns[column], rows[row], columns[right], rows[bottom])
            cells.append(GridCell(box, row + 1, column + 1, bottom - row, right - column))
    return Grid(Box(columns[0], rows[0], columns[-1], rows[-1]), tuple(cells))
