"""A region's registry: derived from the catalogue of bodies, under an office's own list."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bulletin_nlp.knowledge import compiled, knowledge
from bulletin_nlp.knowledge.bodies import Body
from bulletin_nlp.knowledge.regions import short_names
from bulletin_nlp.knowledge.townships import townships
from bulletin_nlp.knowledge.units import catalogue
from bulletin_nlp.reconcile.compose import compose
from bulletin_nlp.reconcile.region import RegionVerdict, parents_of
from bulletin_nlp.reconcile.registry import Unit, unit_id
from bulletin_nlp.reconcile.scope import Scope

_STREETS = "街道"
_TOWN = re.compile(r"(?:镇|乡|街道|苏木)$")


@compiled
def _table() -> dict[str, Any]:
    table: dict[str, Any] = knowledge().table("registry/building")
    return table


def derive(region: RegionVerdict, towns: Sequence[str] = ()) -> list[Unit]:
    """The units that a region of its level may have, by the catalogue: of every reform, each with its period.

    Args:
        region: the region; one in no table is composed like any other.
        towns: names of its townships and streets, besides those of the national table.

    Returns:
        The units, `derived`, in the order of the catalogue, townships last; the same every time.
    """
    scope = Scope(region, None, parents_of(region, ""))
    code = region.code or region.name
    own = _place(scope, level=region.name[-1])
    found = [Unit(unit_id(own), own, (), None, None, None, code, "place", source="derived")]
    bodies = {key: body for key, body in catalogue().by_id.items() if exists(body, region.level or "county")}
    found += _units(bodies, own, region.name[-1], code)
    for town in dict.fromkeys((*(townships(region.code) if region.code else ()), *towns)):
        if _TOWN.search(town):
            found += _town(town, _place(scope, places=[town]), own, code)
    return _joined(found)


def _place(scope: Scope, *, level: str = "", places: Sequence[str] = ()) -> str:
    """The full name of a place, by the rule that mentions of it are resolved by."""
    return compose({"rule": "units.place", "level": level, "places": places, "body": ""}, scope)[0].name


def exists(body: Body, level: str) -> bool:
    """Whether a body is one of a region of that level."""
    if body.alone or body.at not in {"county", None} or _table()["unnamed"] in body.name:
        return False
    return not body.level or level in body.level


def _units(bodies: Mapping[str, Body], own: str, head: str, code: str) -> Iterator[Unit]:
    before: dict[str, list[str]] = {}
    for key, body in bodies.items():
        for after in _next(body, bodies):
            before.setdefault(after, []).append(key)
    for key, body in bodies.items():
        yield _unit(
            body,
            own,
            (f"{head}{surface}" for surface in body.surfaces),
            code,
            parent=_parent(body, bodies, own),
            predecessors=_union([_key(bodies[k].full_name(own)) for k in before.get(key, ())]),
            successors=_union([_key(bodies[k].full_name(own)) for k in _next(body, bodies)]),
        )


def _key(name: str) -> str:
    """How a list speaks of a unit: by its name; by its id where the name holds the mark that divides a list."""
    return unit_id(name) if ";" in name else name


def _next(body: Body, bodies: Mapping[str, Body]) -> list[str]:
    """The bodies that took over: of one key's forms the same form where there is one."""
    return [key for key in dict.fromkeys(body.next) if key in bodies and key != body.id]


def _parent(body: Body, bodies: Mapping[str, Body], own: str) -> str | None:
    above = bodies.get(body.parent or "")
    return above.full_name(own) if above and above.id != body.id else None


def _town(town: str, full: str, own: str, code: str) -> Iterator[Unit]:
    """A township with the bodies that each has."""
    yield Unit(unit_id(full), full, (town,), None, None, None, code, "place", source="derived")
    table = catalogue().by_id
    for key in _table()["towns"]["street" if town.endswith(_STREETS) else "town"]:
        if (body := table.get(key)) is not None:
            above = table.get(body.parent or body.id)  # a body that both have is under the county's
            surfaces = (f"{town.removesuffix(_STREETS) if s.startswith(_STREETS) else town}{s}" for s in body.surfaces)
            yield _unit(body, full, surfaces, code, parent=above.full_name(own) if above else None)


def _unit(body: Body, own: str, surfaces: Iterable[str], code: str, **others: Any) -> Unit:
    name = body.full_name(own)
    return Unit(
        id=unit_id(name),
        name=name,
        aliases=tuple(dict.fromkeys(surface for surface in surfaces if surface != name)),
        valid_from=date.fromisoformat(f"{body.since}-01") if body.since else None,
        valid_to=_month_end(body.until) if body.until else None,
        region=code,
        type="joint" if ";" in name else body.type,
        source="derived",
        **others,
    )


def _month_end(month: str) -> date:
    first = date.fromisoformat(f"{month}-01")
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _joined(units: Iterable[Unit]) -> list[Unit]:
    """Rows of the catalogue that make the same name are one unit, in force as long as any of them."""
    found: dict[str, Unit] = {}
    for unit in units:
        known = found.get(unit.name)
        found[unit.name] = unit if known is None else _both(known, unit)
    return list(found.values())


def _both(a: Unit, b: Unit) -> Unit:
    return replace(
        a,
        aliases=_union(a.aliases, b.aliases),
        valid_from=min(a.valid_from, b.valid_from) if a.valid_from and b.valid_from else None,
        valid_to=max(a.valid_to, b.valid_to) if a.valid_to and b.valid_to else None,
        predecessors=_union(a.predecessors, b.predecessors),
        successors=_union(a.successors, b.successors),
    )


def _union(*lists: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for items in lists for item in items))


def outranked(derived: Sequence[Unit], listed: Sequence[Unit], region: RegionVerdict) -> list[Unit]:
    """What is derived under an office's own list.

    A row of the list that names a derived unit takes its place: what the row says holds, what it leaves empty is
    filled from the derived unit. A name with the region's bare head, or with none, is spelt out in full, and stays an
    alias: 县住建局 → 槐荫县住房和城乡建设局.

    Returns:
        The listed units in their order, then the derived ones that none of them is.
    """
    by_name = {unit.name: unit for unit in derived}
    rows = [spelt_out(unit, region) for unit in listed]
    taken: set[str] = set()
    found = []
    for row in rows:
        under = by_name.get(row.name)
        if under is None or row.source == "derived":
            found.append(row)
        else:
            found.append(_over(row, under, first=under.name not in taken))
        taken.add(row.name)
    ids = {unit.id for unit in found}
    return [*found, *(unit for unit in derived if unit.name not in taken and unit.id not in ids)]


def _over(row: Unit, under: Unit, *, first: bool) -> Unit:
    return replace(
        row,
        id=under.id if first and row.id == unit_id(row.name) else row.id,
        aliases=_union(row.aliases, under.aliases),
        valid_from=row.valid_from or (None if row.valid_to else under.valid_from),
        valid_to=row.valid_to or (None if row.valid_from else under.valid_to),
        parent=row.parent or under.parent,
        type=row.type or under.type,
        predecessors=row.predecessors or under.predecessors,
        successors=row.successors or under.successors,
    )


def spelt_out(unit: Unit, region: RegionVerdict) -> Unit:
    """A listed unit under its full name, of this region, its headless aliases also with the region's head."""
    name = full_name(unit.name, region, unit.valid_to or unit.valid_from)
    head = region.name[-1]
    headed = [f"{head}{alias}" for alias in unit.aliases if _headless(alias, region)]
    former = () if unit.name == name else (unit.name,)
    return replace(
        unit,
        id=unit_id(name) if unit.id == unit_id(unit.name) else unit.id,
        name=name,
        aliases=tuple(alias for alias in _union(former, unit.aliases, headed) if alias != name),
        region=region.code or region.name,
        predecessors=tuple(full_name(other, region, None) for other in unit.predecessors),
        successors=tuple(full_name(other, region, None) for other in unit.successors),
    )


def _headless(alias: str, region: RegionVerdict) -> bool:
    stem = min((region.name, *short_names(region.name)), key=len)
    return (
        not alias.startswith((region.name[-1], stem)) and not re.search("[镇乡村]|街道|社区", alias) and len(alias) < 9
    )


def full_name(name: str, region: RegionVerdict, on: date | None) -> str:
    """A name of an office's list in full: as it stands where it holds the name of its place, else by composition."""
    from bulletin_nlp.reconcile.alone import match_name

    stem = min((region.name, *short_names(region.name)), key=len)
    if stem.rstrip("县市区旗州盟省") in name or re.search(_table()["firms"]["pattern"], name) or name.startswith("o-"):
        return name
    match = match_name(name, region, on)
    return match.canonical_name or name
