"""What all rows share: ids, places in the text, lists in one cell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bulletin_nlp.records import Bulletin, Span

Row = tuple[str, dict[str, Any]]
"""The name of a table, and values by column; a column left out is empty."""


def place(span: Span) -> dict[str, Any]:
    """Where a span stands (code points, half-open), and its words."""
    return {"char_start": span.start, "char_end": span.end, "text": span.text}


def words(span: Span | None) -> str | None:
    """The words of a span."""
    return span.text if span else None


def joined(values: Iterable[str]) -> str | None:
    """Values in one cell, parted by `;`; None without any."""
    return ";".join(values) or None


def ids_of(bulletin: Bulletin, ids: Iterable[str]) -> list[str]:
    """The ids of records of a bulletin, unique over all bulletins."""
    return [f"{bulletin.id}:{name}" for name in ids]


def ranked(table: str, owner: dict[str, Any], column: str, values: Iterable[Any]) -> Iterable[Row]:
    """A row for each value of a list, with its number from 1."""
    return [(table, owner | {"rank": rank, column: value}) for rank, value in enumerate(values, 1)]
