"""The bodies that a collective addresses, where its region defines them: 各乡镇党委、政府, 县级各部门, 县四套班子.

Places come from the region's list, else from the national table; departments and organisations from the list alone:
what a county of the catalogue may have is no statement of what this one has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from bulletin_nlp.knowledge import compiled
from bulletin_nlp.knowledge.bodies import Body
from bulletin_nlp.knowledge.regions import all_divisions, by_code
from bulletin_nlp.knowledge.townships import townships
from bulletin_nlp.reconcile.heads import chain_name, own_name
from bulletin_nlp.reconcile.registry import Registry
from bulletin_nlp.reconcile.scope import ABOVE_COUNTY, TOWNS, Scope, canonical

_STREET = "街道"
_MARKS = re.compile(r"[()\s]")
_ORGANS = re.compile(r"(党委|党工委|委(?=[、和]|$)|人民政府|政府|办事处|纪委|财政局)")


@compiled
def _rows() -> list[tuple[re.Pattern[str], dict[str, Any]]]:
    return [(re.compile(row["pattern"]), row) for row in canonical()["collectives"]]


def members(surface: str, scope: Scope, registry: Registry | None = None) -> tuple[str, ...]:
    """The full names of the bodies that a collective stands for.

    Args:
        surface: as written, folded and without blanks.
        scope: region and day.
        registry: what people keep of the region.

    Returns:
        Distinct names in the order of their list; none where nothing defines them. Never for 有关, 部分 and the like.
    """
    if scope.region is None:
        return ()
    words = _MARKS.sub("", surface)
    for pattern, row in _rows():
        if (match := pattern.search(words)) is not None:
            return tuple(dict.fromkeys(_members(row, words[match.end() :], scope, registry)))
    return ()


def _members(row: dict[str, Any], rest: str, scope: Scope, registry: Registry | None) -> Iterator[str]:
    if "bodies" in row:
        yield from (scope.bodies.by_id[key].full_name(own_name(scope)) for key in row["bodies"])
    elif "types" in row:
        for unit in _listed(scope, registry):
            if unit.type in row["types"]:
                yield unit.name
    else:
        for place in _places(row["places"], scope, registry):
            yield from _of_place(place, _ORGANS.findall(rest), scope)


def _listed(scope: Scope, registry: Registry | None) -> list[Any]:
    """The units of the region's list that are in force."""
    return [u for u in registry.units if u.in_force(scope.on) and u.of(scope.region)] if registry else []


def _places(kind: str, scope: Scope, registry: Registry | None) -> list[str]:
    """The full names of the places within the region: towns and streets, towns, streets, or counties."""
    region = scope.region
    assert region is not None
    if kind == "counties":
        if region.level not in ABOVE_COUNTY or (own := by_code(region.code or "")) is None:
            return []
        below = (*own.parents, own.name)
        return [chain_name([d.name], scope) for d in all_divisions() if d.parents == below]
    if region.level in ABOVE_COUNTY:
        return []
    found = [u.name for u in _listed(scope, registry) if u.type == "place" and u.name.endswith(TOWNS)]
    if not found and region.code:
        found = [chain_name([town], scope) for town in townships(region.code) if town.endswith(TOWNS)]
    return [name for name in found if kind == "all" or name.endswith(_STREET) == (kind == "streets")]


def _of_place(place: str, organs: Sequence[str], scope: Scope) -> Iterator[str]:
    """A place itself, or those of its organs that the collective names; a street's are its own kind."""
    if not organs:
        yield place
    for organ in organs:
        street = place.endswith(_STREET)
        surface = {"党委": "党工委", "政府": "办事处", "人民政府": "办事处"}.get(organ, organ) if street else organ
        at = "town" if place.endswith(TOWNS) else "county"
        found: list[Body] = [b for b in scope.bodies.by_surface.get(surface, ()) if b.at in (at, None)]
        fitting = [b for b in found if b.called(surface, scope.month)]
        if fitting and not (street and organ == "办事处" and "办事处" not in fitting[0].name):
            yield fitting[0].full_name(place)
