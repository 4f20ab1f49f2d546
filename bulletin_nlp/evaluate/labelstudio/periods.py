"""What several bulletins say that a surface means: whether it can be decided, and for how long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from bulletin_nlp.reconcile import RegionVerdict, Registry

_HEADS = {"province": "市|州|盟|县|区|旗|镇|乡|街道|村|社区", "prefecture": "市|县|区|旗|镇|乡|街道|村|社区"}
_TOWNS = "镇|乡|街道|村|社区"
# 农村, 城乡, 城镇, 乡村 and 乡镇 are no places.
_CHAINS = {
    level: re.compile(rf"(?:([一-龥]{{1,3}}?[^农城乡])(?:{heads}))+")
    for level, heads in (*_HEADS.items(), ("", _TOWNS))
}


class Said(NamedTuple):
    """One full name given to one surface in one bulletin."""

    name: str
    on: date | None
    at: str | None


def leans(surface: str, name: str, place: RegionVerdict) -> bool:
    """Whether a surface means its unit only by what stands around it: 镇政府 of one town among many.

    So it is where the full name leads into a place within the region of which the surface says nothing.
    """
    chain = _CHAINS.get(place.level or "", _CHAINS[""])
    for part in name.split(";"):
        within = chain.match(part.rpartition(place.name)[2].removeprefix("中共"))
        if within and not set(within[1]) & set(surface):
            return True
    return False


def periods(
    place: RegionVerdict, surface: str, given: list[Said], remarks: list[str]
) -> Iterator[tuple[str, tuple[date | None, date | None], str | None]]:
    """Each full name of a surface with the period in which it holds and when that was said last."""
    names = {one.name: [other for other in given if other.name == one.name] for one in given}
    years = {name: [one.on.year for one in ones if one.on] for name, ones in names.items()}
    spans = sorted((min(found), max(found)) for found in years.values() if found)
    apart = all(one.on for one in given) and all(first[1] < second[0] for first, second in pairwise(spans))
    if len(names) > 1 and not apart:
        remarks.append(f"{place.name}: {surface} is given as {' and as '.join(names)}; undecided")
        return
    for name, ones in names.items():
        at = max((one.at for one in ones if one.at), default=None)
        if len(names) == 1:
            yield name, (None, None), at
        else:
            days = [one.on for one in ones if one.on]
            yield name, (date(min(days).year, 1, 1), date(max(days).year, 12, 31)), at


def in_force(name: str, given: list[Said], units: Registry) -> tuple[date | None, date | None]:
    """How long a listed unit bears its name, so that a reform still ends it; for always where a bulletin lies outside."""
    unit = next((unit for unit in units.units if unit.name == name), None)
    if unit is None or not all(unit.in_force(one.on) for one in given):
        return None, None
    return unit.valid_from, unit.valid_to
