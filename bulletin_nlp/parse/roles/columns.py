"""Units in tables whose header says what the units of each column do."""

from __future__ import annotations

from collections.abc import Sequence

from bulletin_nlp.parse.roles.given import Given, one
from bulletin_nlp.parse.roles.spans import Spans
from bulletin_nlp.pipes.tables.index import Place, TableIndex, blamed_kind, cells_in
from bulletin_nlp.pipes.tables.mention import Row, TableMention
from bulletin_nlp.records.table import ColumnKind

_ASKING: tuple[ColumnKind, ...] = ("measure", "deadline")


class Columns:
    """The roles that the columns of tables give."""

    def __init__(self, tables: Sequence[TableMention], problems: Spans) -> None:
        self._index = TableIndex(tables)
        self._at_fault = _cells_at_fault(tables, problems)

    def cell(self, position: int) -> Place | None:
        """The cell that a unit stands in."""
        return self._index.at(position)

    def role(self, place: Place) -> Given | None:
        """What the column gives to a unit; None where it says nothing of units."""
        kind, row = place.kind, place.row
        if kind is None or row is None or place.cell is None or row["kind"] != "record":
            return None
        if kind == "supervisor":
            return one("supervisor", "row")
        if kind == "supporting":
            return one("responsible", "row")
        if kind not in {"unit", "responsible"}:
            return None
        if kind == "responsible" and blamed_kind(place.table) == "unit":
            return one("responsible", "row")
        at_fault = place.cell["start"] in self._at_fault
        asked = kind == "responsible" or not cells_in(place.table, row, "responsible")
        charged = asked and bool(cells_in(place.table, row, *_ASKING))
        if at_fault:
            given = one("criticised", "row")
            return given.also("responsible", "row") if charged else given
        return one("responsible", "row") if charged or kind == "responsible" else one("inspected", "row")


def _cells_at_fault(tables: Sequence[TableMention], problems: Spans) -> set[int]:
    """Where the cells begin whose units the rows blame: a cell merged over several rows is blamed by any of them."""
    found: set[int] = set()
    for table in tables:
        kind = blamed_kind(table)
        if kind is None:
            continue
        for row in table["rows"]:
            if _tells(row, problems):
                found.update(start for start, _ in cells_in(table, row, kind))
    return found


def _tells(row: Row, problems: Spans) -> bool:
    return any(problems.next_after(cell["start"] - 1, cell["end"]) < cell["end"] for cell in row["cells"])
