"""From results to rows of cells, table by table, handed to a sink as they come: memory holds one bulletin at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol

from bulletin_nlp.export.classes import codebook_rows, taxonomy_rows
from bulletin_nlp.export.labels import both
from bulletin_nlp.export.places import Row
from bulletin_nlp.export.registry import Units
from bulletin_nlp.export.rows import rows_of
from bulletin_nlp.export.schema import Table, tables
from bulletin_nlp.reconcile import Registries
from bulletin_nlp.records import Bulletin, Failure

Cell = str | int | float | bool | None


class Sink(Protocol):
    """Takes rows of tables in any order of the tables."""

    def add(self, table: Table, rows: Sequence[Sequence[Cell]]) -> None:
        """Take rows, their cells in the order of the columns. Days are ISO texts."""


def distinct(results: Iterable[Bulletin | Failure]) -> Iterator[Bulletin | Failure]:
    """The results, each bulletin once: what has the bytes of an earlier one becomes a failure that says so."""
    seen: dict[str, str] = {}
    for result in results:
        if isinstance(result, Bulletin) and result.id in seen:
            message = f"{result.source.uri}: the same bytes as {seen[result.id]}, which is exported"
            yield Failure(uri=result.source.uri, stage="export", code="repeated", message=message)
            continue
        if isinstance(result, Bulletin):
            seen[result.id] = result.source.uri
        yield result


def pour(results: Iterable[Bulletin | Failure], registries: Registries, sink: Sink) -> None:
    """Hand the rows of all tables to a sink; taxonomy, registry, failures and the codebook last."""
    units, failures = Units(registries), 0
    natures: set[str] = set()
    domains: set[str] = set()
    for result in results:
        if isinstance(result, Failure):
            failures += 1
            _hand([("failures", {"number": failures} | result.model_dump())], sink)
            continue
        units.add(result)
        for problem in result.problems:
            natures.update(problem.nature)
            domains.update(problem.domain)
        for fact in result.achievements:
            natures.update(fact.nature)
        _hand(rows_of(result), sink)
    _hand(taxonomy_rows(natures, domains), sink)
    _hand(units.rows(), sink)
    _hand(codebook_rows(), sink)


def _hand(rows: Iterable[Row], sink: Sink) -> None:
    by_table: dict[str, list[dict[str, Any]]] = {}
    for name, row in rows:
        by_table.setdefault(name, []).append(row)
    for name, entries in by_table.items():
        table = tables()[name]
        facets = {column.name: column.facet for column in table.columns if column.facet}
        sink.add(table, [_cells(table, row, facets) for row in entries])


def _cells(table: Table, row: dict[str, Any], facets: dict[str, str]) -> list[Cell]:
    cells: list[Cell] = []
    for column in table.columns:
        if column.labels is None:
            cells.append(row.get(column.name))
            continue
        source, language = column.labels
        code = row.get(source)
        cells.append(None if code is None else both(facets[source], code)[language == "en"])
    return cells
