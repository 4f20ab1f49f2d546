"""Counts over a whole archive."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import NamedTuple

STATS: dict[str, tuple[str, str]] = {
    "year": (
        "年度 bulletins by year",
        "SELECT coalesce(CAST(year AS TEXT), '?'), count(*) FROM bulletins GROUP BY 1 ORDER BY 1",
    ),
    "region": (
        "地区 bulletins by region",
        "SELECT coalesce(region_name, '?'), count(*) FROM bulletins GROUP BY 1 ORDER BY 2 DESC, 1",
    ),
    "nature": (
        "问题性质 problems by nature",
        "SELECT coalesce(nature_label, '未定'), count(*) FROM problems GROUP BY 1 ORDER BY 2 DESC, 1",
    ),
    "domain": (
        "工作领域 problems by domain",
        "SELECT coalesce(domain_label, '未定'), count(*) FROM problems GROUP BY 1 ORDER BY 2 DESC, 1",
    ),
    "unit": (
        "被批评单位 problems by blamed unit",
        """SELECT n.name, count(DISTINCT x.document || x.problem) FROM problem_unit x
           JOIN unit_name n ON n.document = x.document AND n.unit = x.unit GROUP BY 1 ORDER BY 2 DESC, 1""",
    ),
    "deadline": (
        "整改期限 deadlines by year",
        "SELECT substr(deadline, 1, 4), count(DISTINCT bulletin_id || recommendation_id) FROM deadlines GROUP BY 1 ORDER BY 1",
    ),
}
"""Name → its title and the query of its values and counts."""


class Totals(NamedTuple):
    """What an archive holds."""

    bulletins: int
    originals_bytes: int
    problems: int
    recommendations: int
    versions: int
    copies: int
    first: str | None
    last: str | None


def totals(connection: sqlite3.Connection) -> Totals:
    """How much there is, and of which time."""
    row = connection.execute(
        """SELECT (SELECT count(*) FROM document), (SELECT coalesce(sum(bytes), 0) FROM document),
             (SELECT count(*) FROM problem), (SELECT count(*) FROM recommendation), (SELECT count(*) FROM version),
             (SELECT count(*) FROM copy WHERE NOT best), (SELECT min(published) FROM bulletin),
             (SELECT max(published) FROM bulletin)"""
    ).fetchone()
    return Totals(*row)


def counts(connection: sqlite3.Connection, name: str, most: int | None = None) -> list[tuple[str, int]]:
    """The values of one of `STATS` and how often each occurs; `most` cuts those that are ordered by frequency."""
    rows = connection.execute(STATS[name][1]).fetchall()
    return rows if name in ("year", "deadline") else rows[:most]


def bars(rows: list[tuple[str, int]], width: int, cells: Callable[[str], int]) -> list[str]:
    """Lines of text with a bar each.

    Args:
        rows: label and count.
        width: of the whole line in terminal cells.
        cells: how many cells a string takes.
    """
    if not rows:
        return []
    label = max(cells(name) for name, _ in rows)
    number = max(len(str(count)) for _, count in rows)
    room = max(8, width - label - number - 3)
    top = max(count for _, count in rows)
    lines = []
    for name, count in rows:
        eighths = round(count / top * room * 8)
        bar = "█" * (eighths // 8) + ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")[eighths % 8]
        lines.append(f"{name}{' ' * (label - cells(name))} {count:>{number}} {bar or '▏'}")
    return lines
