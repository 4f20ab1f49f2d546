"""Gaps in the numbering of issues: by region, series and year."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator


def gaps(connection: sqlite3.Connection) -> Iterator[str]:
    """A sentence for each series and year with numbers that are missing, or that several bulletins bear.

    Copies count once. Nothing is said of what comes after the last number that is there.
    """
    rows = connection.execute(
        """SELECT coalesce(b.region_name, ''), b.series, coalesce(b.issue_year, CAST(substr(b.published, 1, 4) AS INTEGER)),
             b.issue_number, count(*)
           FROM bulletin b WHERE b.series IS NOT NULL AND b.issue_number IS NOT NULL
             AND b.document NOT IN (SELECT document FROM copy WHERE NOT best)
           GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4"""
    ).fetchall()
    years: dict[tuple[str, str, int], dict[int, int]] = {}
    for region, series, year, number, count in rows:
        years.setdefault((region, series, year), {})[number] = count
    for (region, series, year), numbers in years.items():
        name = f"{region}{series}{year or '?'}年"
        last = max(numbers)
        lacking = [n for n in range(1, last + 1) if n not in numbers] if last <= 400 else []
        if lacking:
            yield f"{name}: 第{_ranges(lacking)}期 is not here (1 to {last} are numbered)"
        for number, count in numbers.items():
            if count > 1:
                yield f"{name}: {count} bulletins are 第{number}期"


def _ranges(numbers: list[int]) -> str:
    """1, 2, 3, 7 as 1-3、7."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return "、".join(f"{p[0]}-{p[-1]}" if len(p) > 1 else str(p[0]) for p in parts)
