"""One Parquet file a table, through pyarrow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bulletin_nlp.export.errors import research
from bulletin_nlp.export.frames import Cell, pour
from bulletin_nlp.export.schema import Table, tables
from bulletin_nlp.reconcile import Registries
from bulletin_nlp.records import Bulletin, Failure

GROUP = 20_000
"""Rows of a row group: what is held of a table until it is written."""


class _Files:
    def __init__(self, folder: Path) -> None:
        self._arrow = research("pyarrow")
        parquet = research("pyarrow.parquet")
        self._schemas = {table.name: self._schema(table) for table in tables().values()}
        self._waiting: dict[str, list[Sequence[Cell]]] = {name: [] for name in tables()}
        self._writers = {
            name: parquet.ParquetWriter(folder / f"{name}.parquet", schema) for name, schema in self._schemas.items()
        }

    def _schema(self, table: Table) -> Any:
        pa = self._arrow
        types = {"integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(), "date": pa.date32()}
        fields = [
            pa.field(c.name, types.get(c.kind, pa.string()), nullable=not c.required, metadata={"title": c.title})
            for c in table.columns
        ]
        return pa.schema(fields, metadata={"title": table.title, "description": table.about})

    def add(self, table: Table, rows: Sequence[Sequence[Cell]]) -> None:
        waiting = self._waiting[table.name]
        waiting.extend(rows)
        if len(waiting) >= GROUP:
            self._flush(table)

    def _flush(self, table: Table) -> None:
        rows = self._waiting[table.name]
        arrays = []
        for number, column in enumerate(table.columns):
            values: list[Any] = [row[number] for row in rows]
            if column.kind == "date":
                values = [date.fromisoformat(value) if value else None for value in values]
            arrays.append(self._arrow.array(values, self._schemas[table.name].field(number).type))
        batch = self._arrow.Table.from_arrays(arrays, schema=self._schemas[table.name])
        self._writers[table.name].write_table(batch)
        rows.clear()

    def close(self, whole: bool) -> None:
        for table in tables().values():
            if whole and self._waiting[table.name]:
                self._flush(table)
            self._writers[table.name].close()


def write(results: Iterable[Bulletin | Failure], folder: Path, registries: Registries) -> None:
    """Write NAME.parquet for every table, the empty ones too.

    Raises:
        ExportError: pyarrow is not installed.
    """
    files = _Files(folder)
    whole = False
    try:
        pour(results, registries, files)
        whole = True
    finally:
        files.close(whole)
