"""Canonical units of an export: those of the registries of its regions, and those that only mentions name."""

from __future__ import annotations

from bulletin_nlp.export.places import Row, joined
from bulletin_nlp.reconcile import RegionVerdict, Registries, Registry, Unit
from bulletin_nlp.records import Bulletin


class Units:
    """Collects canonical units, each id once; a registry outranks what mentions say.

    Args:
        registries: those that the bulletins were read with.
    """

    def __init__(self, registries: Registries) -> None:
        self._registries = registries
        self._read: list[Registry] = []
        self._listed: dict[str, Unit] = {}
        self._mentioned: dict[str, tuple[str, str | None]] = {}

    def add(self, bulletin: Bulletin) -> None:
        """Take the registry of a bulletin's region, and the units that its mentions were matched with."""
        told = bulletin.head.region
        registry = self._registries.of(RegionVerdict(**told.model_dump()) if told else None)
        if registry is not None and not any(registry is other for other in self._read):
            self._read.append(registry)
            for unit in registry.units:
                self._listed.setdefault(unit.id, unit)
        for mention in bulletin.units:
            match = mention.match
            if match.canonical_id:
                name = match.canonical_name or joined(match.canonical_names) or mention.span.text
                self._mentioned.setdefault(match.canonical_id, (name, told.name if told else None))

    def rows(self) -> list[Row]:
        """Rows of the tables `registry` and `registry_aliases`."""
        rows: list[Row] = []
        for unit in self._listed.values():
            rows.append(("registry", _listed(unit)))
            rows += (
                ("registry_aliases", {"canonical_id": unit.id, "alias": name}) for name in dict.fromkeys(unit.aliases)
            )
        for name, (full, region) in self._mentioned.items():
            if name not in self._listed:
                rows.append(("registry", {"canonical_id": name, "name": full, "region": region, "source": "mention"}))
        return rows


def _listed(unit: Unit) -> dict[str, str | None]:
    return {
        "canonical_id": unit.id,
        "name": unit.name,
        "region": unit.region,
        "type": unit.type,
        "valid_from": unit.valid_from.isoformat() if unit.valid_from else None,
        "valid_to": unit.valid_to.isoformat() if unit.valid_to else None,
        "parent": unit.parent,
        "predecessors": joined(unit.predecessors),
        "successors": joined(unit.successors),
        "source": unit.source,
    }
