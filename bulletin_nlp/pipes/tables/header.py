"""Headers: which line names the columns, and of what kind each is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bulletin_nlp.pipes.tables.grid import Line, Place
from bulletin_nlp.pipes.tables.mention import Column
from bulletin_nlp.pipes.tables.words import words
from bulletin_nlp.records.table import ColumnKind

_LONGEST = 16  # characters of a column's name
_NO_NAME = re.compile(r"[。;!?]|^[\d.,%/\-—]+$")
_UNTYPED = {"other", "note", None}


def columns_of(folded: str, line: Line, below: Line | None = None) -> list[Column] | None:
    """The columns that a line names; None where it is no header.

    Args:
        folded: folded text.
        line: the line.
        below: a second line of names, for columns under a heading that stands over several.

    Returns:
        Columns, of which at least two are of different kinds that say what a cell is.
    """
    names = [*line.filled, *(below.filled if below else ())]
    if len(line.filled) < 2 or not all(_may_name(folded, name) for name in names):
        return None
    columns = list(map(_column, *_over(line, below), [folded] * max(len(line.cells), _width(below))))
    return columns if len({column["kind"] for column in columns} - _UNTYPED) >= 2 else None


def is_second_line(folded: str, line: Line, below: Line) -> bool:
    """Whether a line names columns under the headings of the one above: it is empty where that has a heading of one
    column, and has two names or more."""
    if below.layout != "tabs" or below.cells[0] is not None or len(below.filled) < 2 or None not in line.cells:
        return False
    opened = False  # whether the heading above reaches over several columns
    for index, cell in enumerate(below.cells):
        above = line.cells[index] if index < len(line.cells) else None
        following = line.cells[index + 1] if index + 1 < len(line.cells) else None
        opened = following is None and index + 1 < len(below.cells) if above else opened
        if cell and not (opened and _may_name(folded, cell)):
            return False
    return True


def same_names(folded: str, columns: Sequence[Column], line: Line) -> bool:
    """Whether a line repeats the names of a header."""
    named = [folded[column["start"] : column["end"]] for column in columns if column["start"] is not None]
    tops = [folded[slice(*column["group"])] for column in columns if column["group"]]
    here = ["".join(folded[slice(*cell)].split()) for cell in line.filled]
    known = {"".join(name.split()) for name in (*named, *tops)}
    return len(here) >= 2 and set(here) <= known


def _width(line: Line | None) -> int:
    return len(line.cells) if line else 0


def _over(line: Line, below: Line | None) -> tuple[list[Place | None], list[Place | None]]:
    """For each column its own name, and the heading over it where that reaches over several."""
    names: list[Place | None] = []
    groups: list[Place | None] = []
    last: Place | None = None
    for index in range(max(len(line.cells), _width(below))):
        above = line.cells[index] if index < len(line.cells) else None
        own = below.cells[index] if below and index < len(below.cells) else None
        last = above or last
        names.append(own or above)
        groups.append(last if own else None)
    return names, groups


def _column(name: Place | None, group: Place | None, folded: str) -> Column:
    own = "".join(folded[slice(*name)].split()) if name else ""
    over = "".join(folded[slice(*group)].split()) if group else ""
    kind: ColumnKind | None = words().kind(own)
    if kind is None and over:
        kind = words().kind(over + own) or words().kind(over)
    elif kind in {"item", "unit"} and over and words().kind(over) in {"finding", "measure"}:
        kind = words().kind(over)  # 问题: 事项
    start, end = name or (None, None)
    return Column(start=start, end=end, group=group, name=over + own, kind=kind or "other")


def _may_name(folded: str, place: Place) -> bool:
    name = folded[slice(*place)].strip()
    return place[1] - place[0] <= _LONGEST and not _NO_NAME.search(name)
