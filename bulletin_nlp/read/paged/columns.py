"""Tables without rules: consecutive lines whose parts stand below each other."""

from __future__ import annotations

from collections.abc import Sequence

from bulletin_nlp.read.paged.lines import Line

_FEWEST_ROWS = 3
_ALIGNED = 1.5  # ems between the edges or middles of cells of one column
_MOST_COLUMNS = 30


def table_at(lines: Sequence[Line], start: int, em: float) -> tuple[int, list[list[str]]] | None:
    """The table that begins at a line, if there is one.

    Args:
        lines: of a page, from top to bottom.
        start: where to look.
        em: the size of running text.

    Returns:
        The index behind its last line, and its rows of cells, "" where a cell is empty; None where no table is.
    """
    first = lines[start].segments()
    if not 2 <= len(first) <= _MOST_COLUMNS:
        return None
    columns = [(cell.left, cell.right) for cell in first]
    rows = [[cell.text for cell in first]]
    whole = 1
    index = start + 1
    while index < len(lines) and lines[index].top - lines[index - 1].bottom < 2.5 * em:
        cells = lines[index].segments()
        places = [_column(cell, columns, em) for cell in cells]
        if None in places or len(set(places)) < len(places) or places == [0]:
            break
        wrapped = 0 not in places  # the row above goes on in some of its cells
        row = rows[-1] if wrapped else [""] * len(columns)
        for place, cell in zip(places, cells, strict=True):
            row[place or 0] += cell.text
            left, right = columns[place or 0]
            columns[place or 0] = min(left, cell.left), max(right, cell.right)
        index += 1
        if wrapped:
            continue
        rows.append(row)
        whole += len(cells) == len(columns)
    return (index, rows) if len(rows) >= _FEWEST_ROWS and whole >= 2 else None


def _column(cell: Line, columns: Sequence[tuple[float, float]], em: float) -> int | None:
    """The one column that a cell stands in."""
    hits = [
        number
        for number, (left, right) in enumerate(columns)
        if (cell.left < right and left < cell.right)
        or abs(cell.left - left) < _ALIGNED * em
        or abs(cell.right - right) < _ALIGNED * em
    ]
    return hits[0] if len(hits) == 1 else None
