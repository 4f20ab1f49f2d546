"""The checkers of the catalogue of bodies and of the divisions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from bulletin_nlp.knowledge.bodies import Alias, Body, is_subsequence
from bulletin_nlp.knowledge.check import Finding, checker
from bulletin_nlp.knowledge.load import knowledge
from bulletin_nlp.knowledge.regions import by_code, by_name, renamed
from bulletin_nlp.knowledge.units import Catalogue, build, windows_amiss

_MONTH = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])")
_PLACES = ("甲县", "甲市", "甲区", "甲州", "甲旗", "甲省", "甲镇", "甲乡", "甲街道", "甲村")
_MARKS = str.maketrans("", "", '、“”"')
_FIRST, _LAST = "", "9999"


@checker("units")
def check_units() -> Iterator[Finding]:
    """Every body has a known source, parent, window and successors; each abbreviation's characters stand in its full name
    in their order, or it is declared `odd`; no surface is owned by two bodies of one place at one time, unless it is
    declared `ambiguous`; and nothing is declared that is not so (`units/surfaces.yaml`)."""
    table = build(knowledge())
    sources = knowledge().table("units/canonical").get("sources", {})
    for body in table.by_id.values():
        yield from _check_body(body, table, sources)
    declared = knowledge().table("units/surfaces")
    yield from _check_odd(table, declared.get("odd", {}))
    yield from _check_owners(table, declared.get("ambiguous", {}))


def _check_body(body: Body, table: Catalogue, sources: dict[str, str]) -> Iterator[Finding]:
    path = f"bodies.{body.id}"
    holders: tuple[Body | Alias, ...] = (body, *body.aliases)
    for holder in holders:
        for month in (holder.since, holder.until):
            if month is not None and not _MONTH.fullmatch(str(month)):
                yield Finding("units", path, f"{month} is no month such as 2018-03")
        if (holder.since or _FIRST) > (holder.until or _LAST):
            yield Finding("units", path, f"it ends ({holder.until}) before it begins ({holder.since})")
        if holder.source not in sources:
            yield Finding("units", path, f"there is no source {holder.source!r}")
    if body.parent is not None and body.parent not in table.by_id:
        yield Finding("units", path, f"there is no body {body.parent!r} that it could be under")
    if len(set(body.surfaces)) < len(body.surfaces):
        yield Finding("units", path, "a surface stands twice")
    following = [table.by_id[key] for key in body.next if key in table.by_id]
    if body.next and not following:
        yield Finding("units", path, f"there is no successor {', '.join(body.next)}")
    if following and body.until is None:
        yield Finding("units", path, "it has a successor, and no last month")
    for successor in following:
        if (successor.until or _LAST) < (body.until or _LAST):
            yield Finding("units", path, f"its successor {successor.id} ends before it")
        if body.until and (successor.since or _FIRST) > _next_month(body.until):
            yield Finding("units", path, f"its successor {successor.id} begins ({successor.since}) after a gap")


def _next_month(month: str) -> str:
    year, number = int(month[:4]), int(month[5:7])
    return f"{year + number // 12:04d}-{number % 12 + 1:02d}"


def _check_odd(table: Catalogue, declared: dict[str, list[str]]) -> Iterator[Finding]:
    odd = {(key, surface) for key, surfaces in declared.items() for surface in surfaces}
    for body in table.by_id.values():
        fulls = [body.full_name(place).translate(_MARKS) for place in _PLACES]
        for surface in body.surfaces:
            plain = surface.translate(_MARKS)
            short = any(is_subsequence(plain, full) for full in fulls)
            if not short and (body.id, surface) not in odd:
                message = f"{surface} does not shorten {body.name}: mend it, or declare it odd in units/surfaces"
                yield Finding("units", f"bodies.{body.id}", message)
            elif short and (body.id, surface) in odd:
                yield Finding("units/surfaces", f"odd.{body.id}", f"{surface} does shorten {body.name}")
            odd.discard((body.id, surface))
    for key, surface in sorted(odd):
        yield Finding("units/surfaces", f"odd.{key}", f"the catalogue has no such surface: {surface}")


def _check_owners(table: Catalogue, declared: dict[str, list[str]]) -> Iterator[Finding]:
    for surface, bodies in table.by_surface.items():
        owners = sorted(
            {key for pair in combinations(bodies, 2) if _clash(surface, *pair) for key in (b.id for b in pair)}
        )
        known = sorted(declared.get(surface, ()))
        if owners and not known:
            message = f"{surface} is owned by {', '.join(owners)} at one time: narrow a window, or declare it ambiguous"
            yield Finding("units", f"surfaces.{surface}", message)
        elif owners != known:
            message = (
                f"it is declared ambiguous between {', '.join(known)}, and is between {', '.join(owners) or 'none'}"
            )
            yield Finding("units/surfaces", f"ambiguous.{surface}", message)
    for surface in sorted(declared.keys() - table.by_surface.keys()):
        yield Finding("units/surfaces", f"ambiguous.{surface}", "the catalogue has no such surface")


def _clash(surface: str, one: Body, other: Body) -> bool:
    """Whether two bodies of one place have a surface at one time."""
    if one.name == other.name or one.alone != other.alone:
        return False
    if one.at != other.at and None not in (one.at, other.at):
        return False
    if one.level and other.level and not set(one.level) & set(other.level):
        return False
    (begin, end), (since, until) = _window(one, surface), _window(other, surface)
    return begin <= until and since <= end


def _window(body: Body, surface: str) -> tuple[str, str]:
    own: list[Any] = [body, *(alias for alias in body.aliases if alias.text == surface)]
    return max(w.since or _FIRST for w in own), min(w.until or _LAST for w in own)


@checker("regions")
def check_regions() -> Iterator[Finding]:
    """Every window that a region's folder fixes is of a body that there is, and ends after it begins."""
    for table, key, message in windows_amiss():
        yield Finding(table, f"windows.{key}", message)


@checker("divisions")
def check_divisions() -> Iterator[Finding]:
    """Old names are not in use today, their codes are today's, the new name is the code's; customary short names are of
    divisions that there are."""
    table = knowledge().table("divisions")
    for row in table.get("renamed", ()):
        path = f"renamed.{row.get('old')}"
        division = by_code(str(row.get("today")))
        if division is None:
            yield Finding("divisions", path, f"there is no division {row.get('today')}")
        elif division.name != row.get("new"):
            yield Finding("divisions", path, f"{division.code} is {division.name}, not {row.get('new')}")
        if not _MONTH.fullmatch(str(row.get("until"))):
            yield Finding("divisions", path, f"{row.get('until')} is no month such as 2010-11")
        if division is not None and any(d.name == row["old"] and d.code == division.code for d in by_name(row["old"])):
            yield Finding("divisions", path, "the division has this name today")
    if len({row.old for row in renamed()}) < len(renamed()):
        yield Finding("divisions", "renamed", "an old name stands twice")
    for name in table.get("customary", {}):
        if not any(division.name == name for division in by_name(name)):
            yield Finding("divisions", f"customary.{name}", "no division is called so")
