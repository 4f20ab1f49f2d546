"""A registry of canonical units that a person keeps: CSV or JSONL, one unit a row."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

_COLUMNS = ("id", "name", "aliases", "valid_from", "valid_to", "parent")


@dataclass(frozen=True, slots=True)
class Unit:
    """A canonical unit: id, full name, aliases, and the days between which the name was in force."""

    id: str
    name: str
    aliases: tuple[str, ...]
    valid_from: date | None
    valid_to: date | None
    parent: str | None

    def in_force(self, on: date | None) -> bool:
        """Whether the name was in force on a day; true where no day is known."""
        if on is None:
            return True
        return (self.valid_from or date.min) <= on <= (self.valid_to or date.max)


class Registry:
    """Canonical units by name and alias."""

    def __init__(self, units: list[Unit], digest: str) -> None:
        self.units = tuple(units)
        self.digest = digest
        self._by_name: dict[str, list[Unit]] = {}
        for unit in units:
            for name in dict.fromkeys((unit.name, *unit.aliases)):
                self._by_name.setdefault(name, []).append(unit)

    @classmethod
    def read(cls, path: Path) -> Registry:
        """Read a registry.

        Args:
            path: CSV with a header, or JSONL; columns id, name, aliases (`;` between them, or a list), valid_from,
                valid_to (ISO days), parent. Only `name` must be filled.

        Raises:
            ValueError: names the file, the row and what to mend.
        """
        try:
            data = path.read_bytes()
            text = data.decode("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise ValueError(f"{path}: not readable as UTF-8: {error}") from error
        rows = _json_rows(text) if path.suffix == ".jsonl" else csv.DictReader(text.splitlines())
        units = []
        try:
            for number, row in enumerate(rows, 2):
                units.append(_unit(row, path, number))
        except json.JSONDecodeError as error:
            raise ValueError(f"{path}: not JSONL: {error}") from error
        return cls(units, hashlib.sha256(data).hexdigest())

    def find(self, name: str, on: date | None) -> list[Unit]:
        """The units in force on a day that have a name or alias."""
        return [unit for unit in self._by_name.get(name, ()) if unit.in_force(on)]


def _json_rows(text: str) -> Iterator[dict[str, Any]]:
    for line in text.splitlines():
        if line.strip():
            yield json.loads(line)


def _unit(row: dict[str, Any], path: Path, number: int) -> Unit:
    name = str(row.get("name") or "").strip()
    if not name:
        raise ValueError(f"{path}: row {number} has no name; the columns are {', '.join(_COLUMNS)}")
    aliases = row.get("aliases") or ()
    listed = aliases.split(";") if isinstance(aliases, str) else list(aliases)
    try:
        days = [date.fromisoformat(str(row[key])) if row.get(key) else None for key in ("valid_from", "valid_to")]
    except ValueError as error:
        raise ValueError(
            f"{path}: row {number}: valid_from and valid_to are days such as 2019-03-01: {error}"
        ) from error
    return Unit(
        id=str(row.get("id") or "") or unit_id(name),
        name=name,
        aliases=tuple(alias.strip() for alias in listed if alias.strip()),
        valid_from=days[0],
        valid_to=days[1],
        parent=str(row["parent"]) if row.get("parent") else None,
    )


def unit_id(canonical_name: str) -> str:
    """The id of a unit without one: a digest of its canonical name."""
    return "o-" + hashlib.sha256(canonical_name.encode()).hexdigest()[:12]
