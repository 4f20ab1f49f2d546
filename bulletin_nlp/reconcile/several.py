"""The organs of a joint name: 县委、县政府; 县教育局(县体育局); 县委县政府."""

from __future__ import annotations

import re

from bulletin_nlp.reconcile.parts import Head, Mention, head_of, in_catalogue, known_name, mention_of
from bulletin_nlp.reconcile.region import RegionVerdict

_MARKS = re.compile(r"[、,和与及]")
_BRACKET = re.compile(r"(.+?)\((.+)\)$")
_SECOND = ("政府", "人民政府", "政协", "监委", "监察委")
_HALVES = ({"party", "congress", "discipline"}, {"government", "cppcc", "discipline"})


def several(s: str, region: RegionVerdict) -> list[Mention]:
    """The organs of a joint name, each with the head of the one before it where it has none."""
    if (bracket := _BRACKET.match(s)) is not None:
        first = known_name(bracket[1], region)
        second = first and _leaning(bracket[2], first, region)
        return [first, second] if first and second else [first] if first else []
    parts = [part for part in _MARKS.split(s) if part]
    if len(parts) == 1:
        return _unmarked(s, region)
    found: list[Mention] = []
    for part in parts:
        mention = _leaning(part, found[-1], region) if found else known_name(part, region)
        if mention is None:
            return []
        found.append(mention)
    return found


def _leaning(s: str, before: Mention, region: RegionVerdict) -> Mention | None:
    """A name that may lack its head, which then is that of the name before it."""
    for body in (s, "委" + s) if before["body"].startswith("委") else (s,):
        head = Head(tuple(before["places"]), before["level"], body)
        if in_catalogue(head):
            return mention_of(head)
    return known_name(s, region)


def _unmarked(s: str, region: RegionVerdict) -> list[Mention]:
    """Two organs side by side without a mark: 县委县政府, 县人大政协."""
    head = head_of(s, region)
    if not (head.places or head.level):
        return []
    start = len(s) - len(head.rest)
    for cut in range(len(s) - 2, start, -1):
        first = head._replace(rest=s[start:cut])
        rest = s[cut:]
        if head.level and rest.startswith(head.level):
            rest = rest[len(head.level) :]
        second = head._replace(rest=rest)
        if not rest.startswith(_SECOND):
            continue
        halves = in_catalogue(first), in_catalogue(second)
        if all({body.type for body in half} & types for half, types in zip(halves, _HALVES, strict=True)):
            return [mention_of(first), mention_of(second)]
    return []
