"""The full name of the place that stands, spelt out or as a bare word, before a body."""

from __future__ import annotations

from collections.abc import Sequence

from bulletin_nlp.knowledge.regions import by_name
from bulletin_nlp.knowledge.townships import township
from bulletin_nlp.reconcile.scope import (
    ABOVE_COUNTY,
    NOWHERE,
    TOWNS,
    VILLAGES,
    Near,
    Scope,
    canonical,
    is_district,
    is_shortened,
    zones,
)

_PROVINCES = ("省", "自治区")
_CITIES = ("市", "州", "盟")
_COUNTIES = ("县", "区", "旗")


def head_name(places: Sequence[str], level: str, scope: Scope, near: Near = NOWHERE) -> str | None:
    """The full name of the region that a mention's head stands for.

    Args:
        places: the places that it spells out, the widest first.
        level: the bare word of one that spells out none (县 of 县财政局).
        scope: region and day.
        near: the places spoken of before it.

    Returns:
        The name; empty for a mention without head, None where nothing tells which place it is.
    """
    if places:
        return chain_name(places, scope, near)
    if not level:
        return ""
    region = scope.region
    if scope.seat and scope.seat.endswith(level):
        return chain_name([scope.seat], scope)
    if region is not None and _is_of(level, region.name):
        return own_name(scope)
    if level in scope.parents:
        return scope.parents[level]
    if level in near and _is_below(level, scope):
        return chain_name(near[level], scope, near)
    return None


def _is_of(level: str, name: str) -> bool:
    return name.endswith(level) or (level in zones() and name.endswith(zones()))


def _is_below(level: str, scope: Scope) -> bool:
    """Whether places of a kind lie in the region."""
    if level in TOWNS or level in zones() or scope.region is None:
        return True
    if level in _COUNTIES:
        return scope.region.level in ABOVE_COUNTY
    return level in _CITIES and (scope.region.level == "province" or scope.region.name.endswith(("州", "盟")))


def own_name(scope: Scope) -> str:
    """The region's own full name; a district is named with its city where the text or the table does so."""
    assert scope.region is not None
    return (scope.city if is_district(scope.region.name) else "") + scope.region.name


def chain_name(places: Sequence[str], scope: Scope, near: Near = NOWHERE) -> str:
    """The full name of the last of some places, the widest first: with the county or city that it needs."""
    names = [full_place(place, scope) for place in places]
    while len(names) > 1 and names[0].endswith(_PROVINCES):
        names = names[1:]
    if len(names) > 1 and names[0].endswith(_CITIES) and names[1].endswith(("县", "市", "旗")):
        names = names[1:]
    if len(names) > 1 and names[1].endswith(zones()) and is_own_zone(names[0], names[1]):
        names = names[1:]
    first = names[0]
    if scope.region is None:
        return "".join(names)
    if above := _above(first, scope, near):
        return chain_name([*above, *names], scope, near)
    if first == scope.region.name:
        return own_name(scope) + "".join(names[1:])
    if is_district(first) and scope.region.name.endswith("市"):
        return scope.region.name + "".join(names)
    return "".join(names)


def _above(first: str, scope: Scope, near: Near) -> Sequence[str]:
    """The places that a village or township, named alone, lies in."""
    region = scope.region
    assert region is not None
    if first.endswith(VILLAGES):
        if first in scope.villages:
            return [scope.villages[first]]
        if scope.seat:
            return [region.name, scope.seat]
        if found := _nearest(near, (*TOWNS, *_COUNTIES) if region.level in ABOVE_COUNTY else ()):
            return found
    elif not first.endswith(TOWNS):
        if is_district(first) and region.level == "province":
            return near.get("市", ())
        return ()
    if first in scope.towns:
        return [scope.towns[first]]
    if region.level not in ABOVE_COUNTY:
        return [region.name]
    return _nearest(near, _COUNTIES)


def _nearest(near: Near, kinds: Sequence[str]) -> tuple[str, ...]:
    return next((near[kind] for kind in kinds if kind in near), ())


def is_own_zone(city: str, zone: str) -> bool:
    """Whether a zone has the name of its city, which then does not stand before it: 昀州市|昀州经济技术开发区."""
    return zone.startswith(city[:-1])


def full_place(place: str, scope: Scope) -> str:
    """巍山县 → 巍山彝族回族自治县: the region itself, one above it, or, from a region of the table, another of the table
    that alone has the short name; 五印乡 → its full name in the region's list of townships; 昀州高新区 → in full."""
    region = scope.region
    for short, full in canonical()["zones"].items():
        if place.endswith(short) and not place.endswith(full) and len(place) > len(short):
            place = place.removesuffix(short) + full
    if region is None or place == region.name:
        return place
    if is_shortened(place, region.name):
        return region.name
    if region.code is None:
        return next((n for n in scope.parents.values() if is_shortened(place, n)), place)
    if place.endswith(TOWNS):
        return township(region.code, place) or place
    found = by_name(place)
    if len(found) > 1:
        above = set(scope.parents.values())
        found = tuple(d for d in found if above & {d.name, *d.parents}) or found
    return found[0].name if len(found) == 1 else place
