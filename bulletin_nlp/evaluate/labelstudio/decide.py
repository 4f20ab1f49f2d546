"""Full names that a person corrected or confirmed → decisions in the registries of their regions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bulletin_nlp.evaluate.labelstudio.answers import canonical_of
from bulletin_nlp.evaluate.labelstudio.home import Corrected
from bulletin_nlp.evaluate.labelstudio.periods import Said, in_force, leans, periods
from bulletin_nlp.reconcile import RegionVerdict, Registries, Registry, Unit, match_name, resolve_region
from bulletin_nlp.reconcile.decisions import Decisions, Verdict
from bulletin_nlp.reconcile.kept import surface_of
from bulletin_nlp.reconcile.region import county_of
from bulletin_nlp.reconcile.regional import DECISIONS_NAME, region_folder
from bulletin_nlp.reconcile.registry import bare, unit_id


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many decisions were written, how many stood already, and what was left undecided and why."""

    written: int
    known: int
    remarks: tuple[str, ...]


def decide(
    corrected: Iterable[Corrected], home: Path, registries: Registries, pool: Callable[[RegionVerdict], Registry]
) -> Outcome:
    """Append to `home/regions/CODE/decisions.jsonl` what the finished tasks say that names mean.

    A surface with one full name is decided for as long as the unit bears that name, one with several for the years of the
    bulletins of each, if these are apart. What the registry of the region says already is not written again. A decision bears the time of the
    annotation, no clock.

    Args:
        corrected: the finished tasks.
        home: the knowledge folder.
        registries: what is kept in it.
        pool: all units of a region, kept and derived.

    Raises:
        ValueError: a decisions file or a registry can't be read.
        OSError: a file can't be written.
    """
    remarks: list[str] = []
    said = _gathered(corrected, remarks)
    written = known = 0
    places = dict.fromkeys(place for place, _ in said)
    kept = {place: registries.of(place) for place in places}
    units = {place: pool(place) for place in places}
    files = {place: Decisions(region_folder(home, place) / DECISIONS_NAME) for place in places}
    for (place, surface), given in said.items():
        for name, years, at in periods(place, surface, given, remarks):
            period = years if any(years) else in_force(name, given, units[place])
            if _stands(kept[place], place, surface, name, period):
                known += 1
                continue
            verdict, unit = _unit(name, place, period[1], units[place])
            files[place].add(surface, place.code or place.name, verdict, unit, period, at)
            written += 1
    return Outcome(written, known, tuple(remarks))


def _gathered(corrected: Iterable[Corrected], remarks: list[str]) -> dict[tuple[RegionVerdict, str], list[Said]]:
    said: dict[tuple[RegionVerdict, str], list[Said]] = {}
    for one in corrected:
        named = [r for r in one.annotation.regions if r.label == "unit" and "named" in r.answers.get("unit_kind", ())]
        named = [region for region in named if canonical_of(region)]
        try:
            place = _region(one)
        except ValueError as error:
            remarks.append(f"{one.task.name}: {len(named)} names undecided; {error}")
            continue
        if place is None:
            remarks.append(f"{one.task.name}: {len(named)} names undecided; the task tells no region")
            continue
        for region in named:
            surface = bare(surface_of(one.task.text[region.start : region.end]), place)
            name = ";".join(canonical_of(region))
            if leans(surface, name, place):
                remarks.append(f"{one.task.name}: {surface} is {name} in its context only; undecided")
            else:
                on = one.gold.front.published
                said.setdefault((place, surface), []).append(Said(name, on, one.annotation.at))
    return said


def _region(one: Corrected) -> RegionVerdict | None:
    """The region of a bulletin: as the person left it, else as it was exported; of a township its county."""
    told = one.task.data.get("region") or {}
    front = one.gold.front.region
    name = front.name if front else told.get("name")
    if not name:
        return None
    code = told.get("code") if name == told.get("name") else None
    return county_of(resolve_region(code or name))


def _stands(
    kept: Registry | None, place: RegionVerdict, surface: str, name: str, period: tuple[date | None, date | None]
) -> bool:
    if kept is None:
        return False
    match = match_name(surface, place, period[1], kept)
    return match.status == "matched" and name in (match.canonical_name, ";".join(match.canonical_names))


def _unit(name: str, place: RegionVerdict, on: date | None, units: Registry) -> tuple[Verdict, Unit]:
    """The unit that a full name means, and whether it is one that no list has and no rule makes."""
    listed = next((unit.id for unit in units.units if unit.name == name), None)
    match = match_name(name, place, on, units)
    found = listed or (match.canonical_id if match.canonical_name == name else None)
    unit = Unit(found or unit_id(name), name, (), None, None, None, place.code or place.name, source="person")
    return ("unit" if found or ";" in name else "new-unit"), unit
