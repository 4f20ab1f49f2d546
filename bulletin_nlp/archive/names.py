"""Names in a search: 县住建局 finds 住房和城乡建设局, in the regions and years of the archive."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from bulletin_nlp.archive.errors import ArchiveError
from bulletin_nlp.reconcile import Registries, match_name, resolve_region
from bulletin_nlp.reconcile.kept import surface_of
from bulletin_nlp.reconcile.region import RegionVerdict

_ENDS = "局委办室院校厂站所队部会司中心府处社组党镇乡道村厅"
_MANY = 60


class Names:
    """Resolves what people write to canonical names that the archive holds; remembers what it resolved.

    Args:
        connection: of the archive.
        knowledge: a folder with registries of regions and decisions; None for the shipped knowledge.
    """

    def __init__(self, connection: sqlite3.Connection, knowledge: Path | None = None) -> None:
        self._connection = connection
        self._registries = Registries(knowledge, None)
        self._found: dict[tuple[str, bool], tuple[str, ...]] = {}
        self._scopes: list[tuple[RegionVerdict, list[date]]] | None = None

    def resolve(self, surface: str, *, related: bool = False) -> tuple[str, ...]:
        """The canonical names that a name may mean here; none where it is no name of a unit.

        Args:
            surface: as written.
            related: predecessors and successors too.
        """
        key = (surface_of(surface), related)
        if key not in self._found:
            self._found[key] = tuple(sorted(self._resolve(*key))) if len(key[0]) > 1 else ()
        return self._found[key]

    def _resolve(self, surface: str, related: bool) -> set[str]:
        rows = self._connection.execute("SELECT 1 FROM unit_name WHERE name = ? LIMIT 1", (surface,)).fetchone()
        found = {surface} if rows else set()
        if surface[-1:] not in _ENDS:
            return found
        for region, days in self._regions():
            for day in days:
                found |= self._in(surface, region, day, related)
            if related:
                found |= self._related(surface, found, region)
        return found

    def _in(self, surface: str, region: RegionVerdict, day: date, related: bool) -> set[str]:
        match = match_name(surface, region, day, self._registries.of(region))
        later = (match.basis or "").startswith("successor")
        if match.status not in ("matched", "derived") or (later and not related):
            return set()
        return {name for name in (*match.canonical_names, match.canonical_name) if name and ";" not in name}

    def _related(self, surface: str, names: Iterable[str], region: RegionVerdict) -> set[str]:
        """What the unit was called before and afterwards: by the registry, else by the catalogue of bodies."""
        from bulletin_nlp.reconcile import Registry
        from bulletin_nlp.reconcile.build import derive

        kept = self._registries.of(region)
        registry = Registry([*(kept.units if kept else ()), *derive(region)], "")
        queue = [unit for name in {surface, *names} for unit in registry.find(name, None, region)]
        seen = {unit.name for unit in queue}
        named = {key: unit for unit in registry.units for key in (unit.id, unit.name)}
        before: dict[str, list[str]] = {}
        for unit in registry.units:
            for key in unit.successors:
                before.setdefault(named[key].name if key in named else key, []).append(unit.name)
        while queue:
            unit = queue.pop()
            for key in (*unit.predecessors, *unit.successors, *before.get(unit.name, ())):
                other = named.get(key)
                if other is not None and other.name not in seen:
                    seen.add(other.name)
                    queue.append(other)
        return seen

    def _regions(self) -> list[tuple[RegionVerdict, list[date]]]:
        """The regions of the archive, the most frequent first, each with a day in every year."""
        if self._scopes is None:
            rows = self._connection.execute(
                """SELECT coalesce(region_code, region_name), min(published), max(published) FROM bulletin
                   WHERE region_name IS NOT NULL AND published IS NOT NULL
                   GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ?""",
                (_MANY,),
            ).fetchall()
            self._scopes = []
            for name, first, last in rows:
                days = [date(year, 6, 30) for year in range(int(first[:4]), int(last[:4]) + 1)]
                try:
                    self._scopes.append((resolve_region(name), days))
                except ValueError:
                    continue
        return self._scopes


def region_condition(name: str) -> tuple[str, list[str]]:
    """The condition on a region, and its values: a code finds what lies below it, a name the place of that name.

    Raises:
        ArchiveError: an empty name.
    """
    if not name.strip():
        raise ArchiveError("--region: give a code or a name")
    if name.isdigit():
        prefix = name[:2] if name.endswith("0000") else name[:4] if name.endswith("00") else name
        return "b.region_code LIKE ?", [f"{prefix}%"]
    return "(b.region_name = ? OR b.region_name LIKE ?)", [name, f"{name}_"]
