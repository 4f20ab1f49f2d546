"""The name table: surface, region and month → canonical name, in tiers.

Expected: one name (two organs joined by `;`); several that are as good, divided by `|`; `?` a tie, with the names that
must be among its candidates; `-` no canonical name at all; `!` never this name.
Tiers: strong must be right, medium should be, weak would be nice.
"""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from bulletin_nlp.reconcile import match_name, resolve_region
from bulletin_nlp.records import UnitMatch


class Row(NamedTuple):
    """One row of the table."""

    tier: str
    region: str
    month: str
    surface: str
    expected: str
    group: str


def rows() -> list[Row]:
    """The rows of the table beside this file."""
    with Path(__file__).with_name("name_table.tsv").open(encoding="utf-8", newline="") as file:
        return [Row(**row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def match(row: Row) -> UnitMatch:
    """The verdict on a row."""
    return match_name(row.surface, resolve_region(row.region), date.fromisoformat(f"{row.month}-15"))


def holds(row: Row, found: UnitMatch) -> bool:
    """Whether a verdict is what the row expects."""
    return any(_holds(expected, found) for expected in _choices(row.expected))


def _choices(expected: str) -> list[str]:
    if expected[:1] in "?!" and not expected.startswith("?|"):
        return [expected]
    return expected.split("|")


def _holds(expected: str, found: UnitMatch) -> bool:
    names = expected[1:].split("|") if len(expected) > 1 else []
    candidates = {candidate.canonical_name for candidate in found.candidates}
    if expected.startswith("?"):
        return found.status == "ambiguous" and len(candidates) > 1 and set(names) <= candidates
    if expected.startswith("!"):
        return found.canonical_name not in names
    if expected == "-":
        return found.canonical_name is None
    return found.canonical_name == expected


FLOORS = {"strong": 1.0, "medium": 0.97, "weak": 0.8}


@pytest.mark.parametrize("row", [row for row in rows() if row.tier == "strong"], ids=lambda row: "-".join(row[1:4]))
def test_a_strong_row(row: Row) -> None:
    found = match(row)
    assert holds(row, found), (row.expected, found)


@pytest.mark.parametrize("tier", FLOORS)
def test_the_share_of_a_tier(tier: str) -> None:
    chosen = [row for row in rows() if row.tier == tier]
    wrong = [
        (row.surface, row.region, row.month, match(row).canonical_name) for row in chosen if not holds(row, match(row))
    ]
    assert 1 - len(wrong) / len(chosen) >= FLOORS[tier], wrong


def test_the_table_is_large_and_has_every_tier() -> None:
    tiers = Counter(row.tier for row in rows())
    assert sum(tiers.values()) >= 400
    assert min(tiers.values()) >= 15
    assert len(set(rows())) == sum(tiers.values())
