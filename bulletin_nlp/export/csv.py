"""One CSV a table (RFC 4180), for any program and for spreadsheets."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from bulletin_nlp.export.frames import Cell, pour
from bulletin_nlp.export.schema import Table, tables
from bulletin_nlp.reconcile import Registries
from bulletin_nlp.records import Bulletin, Failure

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class CsvFolder:
    """Writes NAME.csv for every table, the empty ones too.

    Args:
        folder: there already.
        encoding: `utf-8-sig` begins each file with the mark that Excel tells UTF-8 by.
    """

    def __init__(self, folder: Path, encoding: str) -> None:
        self._stack = ExitStack()
        self._writers: dict[str, Any] = {}
        for table in tables().values():
            stream = self._stack.enter_context((folder / f"{table.name}.csv").open("w", encoding=encoding, newline=""))
            self._writers[table.name] = csv.writer(stream)
            self._writers[table.name].writerow([column.name for column in table.columns])

    def add(self, table: Table, rows: Sequence[Sequence[Cell]]) -> None:
        """Write rows."""
        self._writers[table.name].writerows([harmless(cell) for cell in row] for row in rows)

    def __enter__(self) -> CsvFolder:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()


def harmless(cell: Cell) -> str:
    """A cell as text; one that a spreadsheet would compute gets an apostrophe before it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_DANGEROUS) else cell
    return str(cell)


def write(results: Iterable[Bulletin | Failure], folder: Path, registries: Registries) -> None:
    """Write a folder of CSV files that Excel opens as they are."""
    with CsvFolder(folder, "utf-8-sig") as sink:
        pour(results, registries, sink)
