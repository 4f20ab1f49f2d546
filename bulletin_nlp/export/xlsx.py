"""A workbook: one sheet a table, headings in Chinese, every text a text and never a formula or a link."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bulletin_nlp.export.errors import ExportError
from bulletin_nlp.export.frames import Cell, pour
from bulletin_nlp.export.schema import Table, tables
from bulletin_nlp.reconcile import Registries
from bulletin_nlp.records import Bulletin, Failure

LONGEST = 32_767
"""Characters that a cell holds."""
ROWS = 1_048_576
"""Rows that a sheet holds."""
_CUT = "……（截断）"
_FIRST_DAY = "1900-03-01"
"""From here on the days of workbooks are right; earlier ones stay texts."""


class _Workbook:
    def __init__(self, book: Any) -> None:
        self._head = book.add_format({"bold": True, "bg_color": "#E7E6E6"})
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})
        self._next = dict.fromkeys(tables(), 1)
        self._sheets: dict[str, Any] = {}
        for table in tables().values():
            sheet = self._sheets[table.name] = book.add_worksheet(table.title)
            for number, column in enumerate(table.columns):
                sheet.set_column(number, number, 40 if column.name in ("text", "title", "message", "name") else 14)
                sheet.write_string(0, number, column.title, self._head)
            sheet.freeze_panes(1, 0)

    def add(self, table: Table, rows: Sequence[Sequence[Cell]]) -> None:
        first, sheet = self._next[table.name], self._sheets[table.name]
        if first + len(rows) > ROWS:
            raise ExportError(f"table {table.name} has more rows than a sheet holds; export to csv, parquet or duckdb")
        for number, row in enumerate(rows, first):
            for place, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
                self._write(sheet, number, place, cell, column.kind == "date")
        self._next[table.name] = first + len(rows)

    def _write(self, sheet: Any, row: int, column: int, cell: Cell, is_day: bool) -> None:
        if cell is None:
            return
        if isinstance(cell, bool):
            sheet.write_boolean(row, column, cell)
        elif isinstance(cell, int | float):
            sheet.write_number(row, column, cell)
        elif is_day and cell >= _FIRST_DAY:
            sheet.write_datetime(row, column, date.fromisoformat(cell), self._day)
        else:
            sheet.write_string(row, column, cell if len(cell) <= LONGEST else cell[: LONGEST - len(_CUT)] + _CUT)

    def finish(self) -> None:
        for table in tables().values():
            if self._next[table.name] == 1:
                self._sheets[table.name].hide()
            else:
                self._sheets[table.name].autofilter(0, 0, self._next[table.name] - 1, len(table.columns) - 1)


def write(results: Iterable[Bulletin | Failure], path: Path, registries: Registries) -> None:
    """Write a workbook; sheets without rows are hidden. A text too long for a cell is cut, and says so.

    Raises:
        ExportError: a table has more rows than a sheet holds.
    """
    from xlsxwriter import Workbook

    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with path.open("wb") as stream, Workbook(stream, plain | {"constant_memory": True}) as book:
        sink = _Workbook(book)
        pour(results, registries, sink)
        sink.finish()
        # The first sheet is the one shown, and it may have no rows.
        sheet = next((s for s in book.worksheets() if not s.hidden), None)
        if sheet:
            sheet.activate()
            sheet.set_first_sheet()
