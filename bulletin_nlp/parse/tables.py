"""Records of tables, and what a row says of the findings and demands in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bulletin_nlp.parse.ids import Ids
from bulletin_nlp.parse.quote import Quoter
from bulletin_nlp.parse.within import Within
from bulletin_nlp.pipes.findings.finding import DemandMention, FindingMention
from bulletin_nlp.pipes.findings.in_rows import ROW_RULE
from bulletin_nlp.pipes.tables.index import TableIndex, cells_in
from bulletin_nlp.pipes.tables.mention import Column, Row, TableMention
from bulletin_nlp.pipes.tables.values import values_of
from bulletin_nlp.records import (
    Answer,
    DateMention,
    Problem,
    Recommendation,
    Table,
    TableCell,
    TableColumn,
    TableRow,
    UnitMention,
)

_CERTAIN = 0.95


def table_records(
    tables: Sequence[TableMention],
    units: Sequence[UnitMention],
    dates: Sequence[DateMention],
    problems: Sequence[Problem],
    demands: Sequence[Recommendation],
    ids: Ids,
    quote: Quoter,
) -> list[Table]:
    """One record for each table, its rows with what their cells say: units, findings, demands, days due, values."""
    if not tables:
        return []
    rows = _Rows(units, dates, problems, demands, ids, quote)
    return [
        Table(
            id=ids("t", table["start"], table["end"]),
            span=quote(table["start"], table["end"]),
            layout=table["rule"],
            caption=quote(*table["caption"]) if table["caption"] else None,
            columns=tuple(_column(column, quote) for column in table["columns"]),
            rows=tuple(rows.record(table, row) for row in table["rows"]),
        )
        for table in tables
    ]


def _column(column: Column, quote: Quoter) -> TableColumn:
    start, end = column["start"], column["end"]
    return TableColumn(
        span=None if start is None or end is None else quote(start, end),
        group=quote(*column["group"]) if column["group"] else None,
        name=column["name"],
        kind=column["kind"],
    )


class _Rows:
    """Makes rows from the records that stand in their cells."""

    def __init__(
        self,
        units: Sequence[UnitMention],
        dates: Sequence[DateMention],
        problems: Sequence[Problem],
        demands: Sequence[Recommendation],
        ids: Ids,
        quote: Quoter,
    ) -> None:
        self._units, self._dates = Within(units), Within(dates)
        self._problems, self._demands = Within(problems), Within(demands)
        self._ids, self._quote = ids, quote

    def record(self, table: TableMention, row: Row) -> TableRow:
        """One row."""
        quote = self._quote
        cells = [(cell["start"], cell["end"]) for cell in row["cells"]]
        due = self._due(cells_in(table, row, "deadline"))
        values: dict[str, Any] = values_of(quote.text, table, row)._asdict()
        return TableRow(
            id=self._ids("w", row["start"], row["end"]),
            span=quote(row["start"], row["end"]),
            kind=row["kind"],
            cells=tuple(
                TableCell(column=cell["column"], span=quote(cell["start"], cell["end"]), merged=cell["merged"])
                for cell in row["cells"]
            ),
            units=self._units_in(cells_in(table, row, "unit")),
            responsible=self._units_in(cells_in(table, row, "responsible")),
            supporting=self._units_in(cells_in(table, row, "supporting")),
            supervisors=self._units_in(cells_in(table, row, "supervisor")),
            problems=tuple(problem.id for start, end in cells for problem in self._problems(start, end)),
            recommendations=tuple(demand.id for start, end in cells for demand in self._demands(start, end)),
            deadline=due.end if due else None,
            deadline_date_id=due.id if due else None,
            **values,
        )

    def _units_in(self, cells: Sequence[tuple[int, int]]) -> tuple[str, ...]:
        found: dict[str, str] = {}  # for each surface the first mention, as in problems and demands
        for start, end in cells:
            for unit in self._units(start, end):
                found.setdefault(unit.span.text, unit.id)
        return tuple(found.values())

    def _due(self, cells: Sequence[tuple[int, int]]) -> DateMention | None:
        dates = [date for start, end in cells for date in self._dates(start, end) if date.end]
        return min(dates, key=lambda date: date.end or "", default=None)


def answers_of_rows(
    mentions: Sequence[FindingMention],
    problems: Sequence[Problem],
    demands: Sequence[DemandMention],
    tables: Sequence[TableMention],
) -> dict[int, list[Answer]]:
    """The answers of demands that stand in a row of what they answer, by the number of the demand."""
    if not any(demand["rule"] == ROW_RULE for demand in demands):
        return {}
    index = TableIndex(tables)
    by_cell: dict[int, list[Problem]] = {}
    for mention, problem in zip(mentions, problems, strict=True):
        place = index.at(mention["start"])
        if place and place.cell:
            by_cell.setdefault(place.cell["start"], []).append(problem)
    found: dict[int, list[Answer]] = {}
    for number, demand in enumerate(demands):
        place = index.at(demand["start"]) if demand["rule"] == ROW_RULE else None
        if place and place.cell:
            covered = dict.fromkeys(cell["start"] for row in index.rows_of(place.cell) for cell in row["cells"])
            told = [problem for start in covered for problem in by_cell.get(start, ())]
            found[number] = [Answer(problem_id=p.id, basis="row", certainty=_CERTAIN) for p in told]
    return {number: answers for number, answers in found.items() if answers}
