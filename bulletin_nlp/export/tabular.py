"""Rows of tables: their columns, rows, cells, and the records that stand in the cells."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_nlp.export.places import Row, ids_of, place, ranked, words
from bulletin_nlp.records import Bulletin, Table, TableRow


def table_rows(bulletin: Bulletin) -> Iterator[Row]:
    """Tables with their columns and rows."""
    for table in bulletin.tables:
        key = {"table_id": f"{bulletin.id}:{table.id}"}
        counts = {"column_count": len(table.columns), "row_count": len(table.rows)}
        where = {"char_start": table.span.start, "char_end": table.span.end}
        named = {"bulletin_id": bulletin.id, "layout": table.layout, "caption": words(table.caption)}
        yield "tables", key | named | counts | where
        for number, column in enumerate(table.columns, 1):
            yield "table_columns", key | {"column_number": number, "name": column.name or None, "kind": column.kind}
        for number, row in enumerate(table.rows, 1):
            yield from _row(bulletin, table, row, key | {"row_number": number})


def _row(bulletin: Bulletin, table: Table, row: TableRow, named: dict[str, str | int]) -> Iterator[Row]:
    key = {"row_id": f"{bulletin.id}:{row.id}"}
    plain = {name: getattr(row, name) for name in ("kind", "number", "deadline", "progress", "done", "score")}
    due = {"deadline_date_id": f"{bulletin.id}:{row.deadline_date_id}" if row.deadline_date_id else None}
    yield "table_rows", key | named | plain | due | {"total": row.of, "place": row.rank} | place(row.span)
    for cell in row.cells:
        about = {"column_number": cell.column, "kind": table.columns[cell.column - 1].kind, "merged": cell.merged}
        yield "table_cells", key | about | place(cell.span)
    for kind, units in (
        ("unit", row.units),
        ("responsible", row.responsible),
        ("supporting", row.supporting),
        ("supervisor", row.supervisors),
    ):
        yield from ranked("table_row_units", key | {"kind": kind}, "unit_id", ids_of(bulletin, units))
    yield from ranked("table_row_problems", key, "problem_id", ids_of(bulletin, row.problems))
    yield from ranked("table_row_recommendations", key, "recommendation_id", ids_of(bulletin, row.recommendations))
