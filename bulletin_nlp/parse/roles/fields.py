"""Roles that the fields of head and tail give."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from bulletin_nlp.parse.roles.given import Given, one
from bulletin_nlp.parse.roles.words import words
from bulletin_nlp.pipes.structure.outline import Field
from bulletin_nlp.pipes.units.mention import UnitMention

_ISSUING = frozenset({"signatory", "masthead", "imprint"})
_ADDRESSED = frozenset({"main", "report_to", "send_to", "copy_to"})
_AFTER, _TITLE_BEFORE = 40, 4


def field_roles(folded: str, units: Sequence[UnitMention], fields: Sequence[Field]) -> dict[int, Given]:
    """Index of a unit → what the field that holds it gives.

    A page's source issues where nobody signs, or it signs by another name.
    """
    found: dict[int, Given] = {}
    sources: list[int] = []
    starts = [unit["start"] for unit in units]
    for field in sorted(fields, key=lambda each: each["start"]):
        at = bisect_right(starts, field["start"] - 1)
        while at < len(starts) and units[at]["end"] <= field["end"]:
            given = _of(folded, units[at], field)
            if field["name"] == "source_name":
                sources.append(at)
            if given:
                found[at] = given
            at += 1
    issuing = [_surface(folded, units[at]) for at, given in found.items() if given.rules[0] == "signatory"]
    for at in sources:
        same = any(_same(_surface(folded, units[at]), other) for other in issuing)
        found[at] = one("issuer", "source") if same or not issuing else one("mentioned", "source")
    return found


def _of(folded: str, unit: UnitMention, field: Field) -> Given | None:
    name, start = field["name"], field["start"]
    if name in _ISSUING or (name == "series" and unit["start"] == start):
        return one("issuer", name)
    if name in _ADDRESSED:
        return one("recipient", name)
    if name != "title":
        return None
    if unit["start"] == start and words()["issuing_title"].fits("", "", folded[unit["end"] : unit["end"] + _AFTER]):
        return one("issuer", "issuing_title")
    if words()["addressed_title"].fits(folded[start : unit["start"]][-_TITLE_BEFORE:], "", ""):
        return one("recipient", "addressed_title")
    return one("mentioned", "title")


def _surface(folded: str, unit: UnitMention) -> str:
    return "".join(folded[unit["start"] : unit["end"]].split())


def _same(one_name: str, other: str) -> bool:
    """Whether one of two names is the end of the other but for its first letters: 县委督查室, 中共槐荫县委督查室."""
    short, long = sorted((one_name, other), key=len)
    return long.endswith(short[-5:]) or long.endswith(short)
