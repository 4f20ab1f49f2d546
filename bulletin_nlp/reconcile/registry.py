"""A registry of canonical units: looked up by name and alias, in their region and on their day."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from bulletin_nlp.knowledge import compiled
from bulletin_nlp.knowledge.regions import short_names

if TYPE_CHECKING:
    from bulletin_nlp.reconcile.decisions import Decision
    from bulletin_nlp.reconcile.region import RegionVerdict

Source = Literal["derived", "office", "person"]
_ALIKE = 60
_HEADS = "县市区旗州盟省"


@dataclass(frozen=True, slots=True)
class Unit:
    """A canonical unit.

    Attributes:
        id: stable over runs; a digest of the name where its list gives none.
        name: full name; two organs that share one surface are joined by `;`.
        aliases: other surfaces, with the bare head of the region: 县住建局.
        valid_from: the first day on which the name was in force, None for always.
        valid_to: the last day.
        parent: name or id of the unit that it belongs to.
        region: code or name of its place; its aliases mean it there only. None: wherever its list is used.
        type: department, party, institution …
        predecessors: names or ids of the units whose place it took.
        successors: names or ids of the units that took its place.
        source: derived by rule, an office's own list, or a person's decision; the latter two outrank the first.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    valid_from: date | None
    valid_to: date | None
    parent: str | None
    region: str | None = None
    type: str | None = None
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    source: Source = "office"

    def in_force(self, on: date | None) -> bool:
        """Whether the name was in force on a day; true where no day is known."""
        if on is None:
            return True
        return (self.valid_from or date.min) <= on <= (self.valid_to or date.max)

    def of(self, region: RegionVerdict | None) -> bool:
        """Whether its aliases are spoken in a region."""
        return self.region is None or (region is not None and self.region in (region.code, region.name))


class Registry:
    """Canonical units by name and alias, and what a person decided about surfaces.

    Args:
        units: the units; of equals the earlier ones come first in answers.
        digest: of what they were read from.
        decisions: those in force, the latest last.
    """

    def __init__(self, units: Iterable[Unit], digest: str, decisions: Sequence[Decision] = ()) -> None:
        self.units = tuple(units)
        self.digest = digest
        self.decisions = tuple(decisions)
        self.by_id: dict[str, Unit] = {}
        self._by_name: dict[str, list[Unit]] = {}
        for unit in self.units:
            self.by_id.setdefault(unit.id, unit)
            for name in dict.fromkeys((unit.name, *unit.aliases)):
                self._by_name.setdefault(name, []).append(unit)
        self._decided: dict[str, list[Decision]] = {}
        for decision in self.decisions:
            self._decided.setdefault(decision.surface, []).append(decision)

    @classmethod
    def read(cls, path: Path) -> Registry:
        """Read a registry.

        Args:
            path: CSV with a header (also as offices and spreadsheets write it), or JSONL; columns id, name, aliases
                (`;` between them, or a list), valid_from, valid_to (days), predecessors, successors, parent, type,
                source, region, or their Chinese names. Only `name` must be filled.

        Raises:
            ValueError: names the file, the row and what to mend.
        """
        from bulletin_nlp.reconcile.listing import read_list

        listing = read_list(path)
        if listing.faults:
            raise ValueError("\n".join(listing.faults))
        return cls(listing.units, listing.digest)

    def find(self, name: str, on: date | None, region: RegionVerdict | None = None) -> list[Unit]:
        """The units in force on a day that have a name, or in their region an alias.

        Args:
            name: full name or alias, folded; the region's own name may stand for its bare head.
            on: the day; None for any.
            region: where it was said; without it only units of no particular region answer to aliases.
        """
        return [unit for unit in self._named(name, region) if unit.in_force(on)]

    def following(
        self, name: str, on: date | None, region: RegionVerdict | None = None, *, own: bool = False
    ) -> list[Unit]:
        """The units in force on a day that took the place of those that had a name or alias before.

        Args:
            name: full name or alias, as for `find`.
            on: the day; without it nothing is over.
            region: where it was said.
            own: only of units that a person keeps, not of derived ones.
        """
        queue = [
            unit
            for unit in self._named(name, region)
            if on and unit.valid_to and unit.valid_to < on and not (own and unit.source == "derived")
        ]
        found: list[Unit] = []
        seen = set(queue)
        while queue:
            for key in queue.pop(0).successors:
                for unit in (self.by_id[key],) if key in self.by_id else self._by_name.get(key, ()):
                    if unit not in seen:
                        seen.add(unit)
                        (found if unit.in_force(on) else queue).append(unit)
        return found

    def decided(self, surface: str, on: date | None, region: RegionVerdict | None) -> Decision | None:
        """The latest decision on a surface in a region that holds on a day."""
        for form in (surface, bare(surface, region)) if self._decided else ():
            for decision in reversed(self._decided.get(form, ())):
                if decision.holds(on, region):
                    return decision
        return None

    def nearest(
        self, surface: str, on: date | None, region: RegionVerdict | None = None, limit: int = 5
    ) -> list[tuple[Unit, float]]:
        """The units in force whose name or alias is most like a surface, with the likeness from 0 to 1, best first."""
        from rapidfuzz import fuzz, process

        names, owners = self._choices
        hits = process.extract(
            bare(surface, region), names, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=limit * 4, processor=None
        )
        found: dict[str, tuple[Unit, float]] = {}
        for _, score, number in hits:
            for unit in owners[number]:
                if unit.in_force(on) and (unit.of(region) or unit.region is None):
                    found.setdefault(unit.id, (unit, round(score / 100, 3)))
        return list(found.values())[:limit]

    def _named(self, name: str, region: RegionVerdict | None) -> list[Unit]:
        hits = [unit for unit in self._by_name.get(name, ()) if unit.name == name or unit.of(region)]
        if not hits and region is not None and (short := bare(name, region)) != name:
            hits = [unit for unit in self._by_name.get(short, ()) if unit.of(region)]
        return hits

    @cached_property
    def _choices(self) -> tuple[list[str], list[list[Unit]]]:
        return list(self._by_name), list(self._by_name.values())


@compiled
def _spellings() -> dict[str, tuple[str, ...]]:
    """Names of regions met so far → how they are spelt, the longest first."""
    return {}


def bare(surface: str, region: RegionVerdict | None) -> str:
    """A surface with the region's bare head for its name: 巍山县住建局 → 县住建局."""
    if region is not None and region.name[-1:] in _HEADS:
        known = _spellings()
        if region.name not in known:
            known[region.name] = tuple(sorted((region.name, *short_names(region.name)), key=len, reverse=True))
        for name in known[region.name]:
            if surface.startswith(name) and len(surface) > len(name):
                return region.name[-1] + surface[len(name) :]
    return surface


def unit_id(canonical_name: str) -> str:
    """The id of a unit without one: a digest of its canonical name."""
    return "o-" + hashlib.sha256(canonical_name.encode()).hexdigest()[:12]
