"""The measurement of repair for people and for programs: a table, JSON, the errors in context."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.markup import escape
from rich.table import Table

from bulletin_nlp.evaluate.damage.measure import Case, Tally, tally

_ALL = "all kinds"
_COLUMNS = ("pairs", "restored", "wrong", "false", "open", "misread", "missed")
_ERRORS = ("wrong", "false")


def by_kind(cases: Sequence[Case]) -> dict[tuple[str, str], Tally]:
    """The outcomes by kind of damage and by what it hit, and those of all kinds together last."""
    rows: dict[tuple[str, str], Tally] = {}
    for kind, of_kind in _grouped(cases):
        rows |= {(kind, what): outcomes for what, outcomes in tally(of_kind, lambda case: case.what).items()}
    return rows | {(name, ""): outcomes for name, outcomes in tally(cases, lambda case: _ALL).items()}


def _grouped(cases: Sequence[Case]) -> Iterator[tuple[str, list[Case]]]:
    for kind in dict.fromkeys(case.kind for case in cases):
        yield kind, [case for case in cases if case.kind == kind]


def damage_table(cases: Sequence[Case]) -> Table:
    """One row for each kind of damage and what it hit."""
    table = Table(title="what simulated damage hit, and what became of it")
    table.add_column("damage")
    table.add_column("hit")
    for heading in (*_COLUMNS, "P", "R"):
        table.add_column(heading, justify="right")
    last = None
    for (kind, what), row in by_kind(cases).items():
        if kind != last:
            table.add_section()
        counts = [str(getattr(row, column)) for column in _COLUMNS]
        table.add_row("" if kind == last else kind, what, *counts, _part(row.precision), _part(row.recall))
        last = kind
    return table


def damage_errors(cases: Sequence[Case]) -> Iterator[str]:
    """What was restored wrongly, in context, as lines of console markup."""
    for case in cases:
        if case.outcome in _ERRORS:
            place = f"{case.document} {case.kind} {case.what}"
            context = escape(case.context.replace("\n", "⏎"))
            values = f"[green]{escape(case.expected) or '∅'}[/] ≠ [red]{escape(case.given)}[/]"
            yield f"  [red]{case.outcome:<6}[/] {escape(place)}  {context}  {values}"


def damage_json(cases: Sequence[Case], seed: int, rounds: int) -> dict[str, Any]:
    """Every figure, and every case that is not restored."""
    rows = [
        {"damage": kind, "hit": what, **{c: getattr(row, c) for c in _COLUMNS}}
        | {"precision": row.precision, "recall": row.recall}
        for (kind, what), row in by_kind(cases).items()
    ]
    return {
        "seed": seed,
        "rounds": rounds,
        "figures": rows,
        "cases": [c._asdict() for c in cases if c.outcome != "restored"],
    }


def _part(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
