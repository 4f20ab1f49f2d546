"""What people decided about surfaces: a file of one region that only grows, one JSON object a line.

A decision is keyed on surface, scope (the region) and period. One that is undone stays in the file, followed by the
line that undoes it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from bulletin_nlp.reconcile.days import day
from bulletin_nlp.reconcile.registry import Unit, unit_id

if TYPE_CHECKING:
    from bulletin_nlp.reconcile.region import RegionVerdict

Verdict = Literal["unit", "new-unit", "not-a-unit"]
_UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a surface means in a region.

    Attributes:
        number: its place in the file, from 1.
        surface: folded, without blanks.
        region: code or name of the region.
        verdict: the unit that it means, a unit that no list had, or no unit at all.
        unit_id: id of the unit.
        unit_name: its full name.
        valid_from: the first day on which the decision holds, None for always.
        valid_to: the last day.
        at: when it was made, ISO.
    """

    number: int
    surface: str
    region: str
    verdict: Verdict
    unit_id: str | None = None
    unit_name: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    at: str | None = None

    def holds(self, on: date | None, region: RegionVerdict | None) -> bool:
        """Whether it holds in a region on a day; where no day is known, any period does."""
        if region is None or self.region not in (region.code, region.name):
            return False
        return on is None or (self.valid_from or date.min) <= on <= (self.valid_to or date.max)

    def unit(self) -> Unit | None:
        """The unit that it names, as a person's row; None for no unit."""
        if self.unit_name is None:
            return None
        return Unit(
            id=self.unit_id or unit_id(self.unit_name),
            name=self.unit_name,
            aliases=(),
            valid_from=None,
            valid_to=None,
            parent=None,
            region=self.region,
            source="person",
        )


class Decisions:
    """The decisions file of one region.

    Args:
        path: the file; it need not be there.

    Raises:
        ValueError: a line is no decision; names it and says what to do.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lines = 0
        self._standing: dict[int, Decision] = {}
        if path.is_file():
            for number, line in enumerate(path.read_text("utf-8-sig").splitlines(), 1):
                self._lines = number
                if line.strip():
                    self._take(number, line)

    @property
    def standing(self) -> list[Decision]:
        """The decisions that nobody undid, in their order."""
        return list(self._standing.values())

    def add(
        self,
        surface: str,
        region: str,
        verdict: Verdict,
        unit: Unit | None = None,
        period: tuple[date | None, date | None] = (None, None),
        at: str | None = None,
    ) -> Decision:
        """Append a decision.

        Raises:
            OSError: the file can't be written.
        """
        decision = Decision(
            self._lines + 1,
            surface,
            region,
            verdict,
            unit.id if unit else None,
            unit.name if unit else None,
            *period,
            at,
        )
        self._append(_row(decision))
        self._standing[decision.number] = decision
        return decision

    def undo(self, at: str | None = None) -> Decision | None:
        """Undo the latest standing decision; it stays in the file with the line that undoes it. None without one."""
        if not self._standing:
            return None
        decision = self._standing.pop(max(self._standing))
        self._append({"verdict": _UNDO, "undoes": decision.number, "surface": decision.surface, "at": at})
        return decision

    def _append(self, row: Mapping[str, Any]) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("ab+") as file:
            end = file.seek(0, os.SEEK_END)
            if end:
                file.seek(end - 1)
                if file.read(1) != b"\n":
                    file.write(b"\n")
            file.write(json.dumps({k: v for k, v in row.items() if v is not None}, ensure_ascii=False).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        self._lines += 1

    def _take(self, number: int, line: str) -> None:
        try:
            row = json.loads(line)
            if row["verdict"] == _UNDO:
                self._standing.pop(int(row["undoes"]), None)
            else:
                self._standing[number] = _decision(number, row)
        except (ValueError, KeyError, TypeError) as error:
            what = f"lacks {error}" if isinstance(error, KeyError) else str(error)
            raise ValueError(f"{self.path}: line {number} is no decision ({what}); mend or delete it") from error


def _decision(number: int, row: Mapping[str, Any]) -> Decision:
    if row["verdict"] not in get_args(Verdict):
        raise ValueError(f"verdict {row['verdict']!r}; there are {', '.join(get_args(Verdict))}, {_UNDO}")
    if row["verdict"] != "not-a-unit" and not row.get("unit_name"):
        raise ValueError("a unit without unit_name")
    first, last = (
        day(row[key], last=key == "valid_to") if row.get(key) else None for key in ("valid_from", "valid_to")
    )
    names = (row.get("unit_id"), row.get("unit_name"))
    return Decision(number, row["surface"], row["region"], row["verdict"], *names, first, last, row.get("at"))


def _row(decision: Decision) -> dict[str, Any]:
    names = ("surface", "region", "verdict", "unit_id", "unit_name", "valid_from", "valid_to", "at")
    values = ((name, getattr(decision, name)) for name in names)
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values}


def new_units(decisions: Iterable[Decision], known: Iterable[Unit]) -> list[Unit]:
    """The units that decisions made and no list holds; they are then known by their names, whoever speaks of them."""
    ids = {unit.id for unit in known}
    found: dict[str, Unit] = {}
    for decision in decisions:
        unit = decision.unit()
        if unit is not None and decision.verdict == "new-unit" and unit.id not in ids:
            found.setdefault(unit.id, unit)
    return list(found.values())
