"""Surfaces that wait for a person: unmatched and ambiguous ones over many bulletins, most frequent first."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from bulletin_nlp.reconcile.kept import surface_of
from bulletin_nlp.reconcile.region import RegionVerdict
from bulletin_nlp.reconcile.regional import Registries
from bulletin_nlp.reconcile.registry import Registry, bare
from bulletin_nlp.records import Bulletin, UnitCandidate

WAITING = frozenset({"unmatched", "ambiguous"})
_CONTEXTS, _CANDIDATES, _AROUND = 3, 6, 24


@dataclass
class Item:
    """One surface of one region, with the candidates that its mentions have in common.

    Attributes:
        surface: folded, without blanks, with the region's bare head.
        region: where it was said.
        candidates: what it may mean, best first.
        count: how often it was said.
        days: the days of its bulletins, as far as they are known.
        contexts: where it stands and the words around it, of the first bulletins.
    """

    surface: str
    region: RegionVerdict
    candidates: tuple[UnitCandidate, ...]
    count: int = 0
    days: list[date] = field(default_factory=list)
    contexts: list[tuple[str, str]] = field(default_factory=list)
    shared: bool = False

    @property
    def period(self) -> tuple[date | None, date | None]:
        """The period that a decision holds in unless the person says another.

        Always, but where the same surface waits with other candidates too: then the years of its bulletins.
        """
        if not self.shared or not self.days:
            return None, None
        return date(min(self.days).year, 1, 1), date(max(self.days).year, 12, 31)


class Queue:
    """Collects items from bulletins.

    Args:
        registries: what is kept already; what is decided does not wait.
        statuses: verdicts that wait for a person.
        region: the region of bulletins that tell none.
    """

    def __init__(
        self, registries: Registries, statuses: Collection[str] = WAITING, region: RegionVerdict | None = None
    ) -> None:
        self._registries, self._statuses, self._region = registries, statuses, region
        self._items: dict[tuple[str, str, tuple[str, ...]], Item] = {}
        self.nowhere = 0

    def add(self, bulletin: Bulletin) -> None:
        """Take the waiting surfaces of a bulletin; those of one without a region are only counted, in `nowhere`."""
        told = bulletin.head.region
        region = self._region or (RegionVerdict(**told.model_dump()) if told else None)
        published = bulletin.head.published
        on = date.fromisoformat(published.value) if published else None
        registry = self._registries.of(region)
        for unit in bulletin.units:
            if unit.kind != "named" or unit.match.status not in self._statuses:
                continue
            if region is None:
                self.nowhere += 1
                continue
            surface = bare(surface_of(unit.span.text), region)
            if registry and registry.decided(surface, on, region):
                continue
            key = (surface, region.code or region.name, tuple(c.canonical_id for c in unit.match.candidates))
            item = self._items.setdefault(key, Item(surface, region, unit.match.candidates))
            item.count += 1
            item.days += [on] if on else []
            if len(item.contexts) < _CONTEXTS:
                item.contexts.append((bulletin.source.uri, _around(bulletin.text, unit.span.start, unit.span.end)))

    def items(self) -> list[Item]:
        """The items, most frequent first; of equals by surface."""
        found = sorted(
            self._items.values(), key=lambda i: (-i.count, i.surface, [c.canonical_id for c in i.candidates])
        )
        names = [(item.surface, item.region) for item in found]
        for item in found:
            item.shared = names.count((item.surface, item.region)) > 1
        return found


def _around(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    words = f"{before.rpartition(chr(10))[2]}【{text[start:end]}】{after.partition(chr(10))[0]}"
    return " ".join(words.split())


def choices(item: Item, registry: Registry, words: str = "") -> list[UnitCandidate]:
    """What a person may choose from: the item's candidates, then the most alike units of a registry.

    Args:
        item: the item.
        registry: the units of its region.
        words: look for these instead of for the surface, and offer only what is found.
    """
    on = max(item.days, default=None)
    found = {} if words else {c.canonical_id: c for c in item.candidates}
    if words:
        for unit in registry.units:
            if any(words in name for name in (unit.name, *unit.aliases)):
                basis = f"holds {words}" + ("" if unit.in_force(on) else ", not in force then")
                found[unit.id] = UnitCandidate(canonical_id=unit.id, canonical_name=unit.name, score=1.0, basis=basis)
    for unit, score in registry.nearest(words or item.surface, on, item.region):
        alike = UnitCandidate(canonical_id=unit.id, canonical_name=unit.name, score=score, basis="alike")
        found.setdefault(unit.id, alike)
    return list(found.values())[: _CANDIDATES + 3 * bool(words)]
