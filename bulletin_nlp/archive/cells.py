"""Tables as text: CSV that a spreadsheet opens without running anything."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cell(value: Any) -> Any:
    """A value for a spreadsheet: text that would be taken for a formula gets an apostrophe before it (OWASP)."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def write_csv(header: Sequence[str], rows: Iterable[Sequence[Any]], stream: TextIO, *, mark: bool = False) -> None:
    """Write CSV (RFC 4180).

    Args:
        header: names of the columns.
        rows: their values.
        stream: opened for text, UTF-8, newline="".
        mark: begin with a byte order mark, by which Excel tells UTF-8.
    """
    if mark:
        stream.write("\ufeff")
    writer = csv.writer(stream, lineterminator="\r\n" if mark else "\n")
    writer.writerow(header)
    writer.writerows([cell(value) for value in row] for row in rows)
