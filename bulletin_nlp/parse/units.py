"""Unit records, and which of them issue the bulletin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bulletin_nlp.parse.ids import Ids
from bulletin_nlp.parse.quote import Quoter
from bulletin_nlp.parse.roles import Given
from bulletin_nlp.pipes.structure.outline import Outline
from bulletin_nlp.pipes.units.mention import UnitMention as Mention
from bulletin_nlp.records import UnitMatch, UnitMention

_FIELD_ORDER = ("signatory", "masthead", "title", "source_name")


def unit_records(
    mentions: Sequence[Mention],
    matches: Sequence[UnitMatch],
    roles: Sequence[Given],
    ids: Ids,
    quote: Quoter,
) -> list[UnitMention]:
    """One record for each mention, in text order."""
    return [
        UnitMention(
            id=ids("u", mention["start"], mention["end"]),
            span=quote(mention["start"], mention["end"]),
            kind=mention["kind"],
            roles=given.roles,
            role_rules=given.rules,
            quantifier=mention["quantifier"],
            count=mention["count"],
            match=match,
            rule=mention["rule"],
        )
        for mention, match, given in zip(mentions, matches, roles, strict=True)
    ]


def issuers_of(units: Sequence[UnitMention], outline: Outline) -> list[str]:
    """The issuing mentions: of the signature; without one of the masthead, the title, the page's source."""
    issuing = [unit for unit in units if "issuer" in unit.roles]
    ranges: dict[str, list[tuple[int, int]]] = {name: [] for name in _FIELD_ORDER}
    for field in outline["fields"]:
        if field["name"] in ranges:
            ranges[field["name"]].append((field["start"], field["end"]))
    for name in _FIELD_ORDER:
        found = [u for u in issuing if any(a <= u.span.start and u.span.end <= b for a, b in ranges[name])]
        if found:
            return [unit.id for unit in _distinct(found)]
    return [unit.id for unit in _distinct(issuing)]


def _distinct(units: Sequence[UnitMention]) -> list[UnitMention]:
    seen: dict[Any, UnitMention] = {}
    for unit in units:
        seen.setdefault(unit.match.canonical_name or unit.span.text, unit)
    return list(seen.values())


def first_of_each(indices: Iterable[int], units: Sequence[UnitMention]) -> tuple[str, ...]:
    """The ids of mentions, for each surface that of the first."""
    first: dict[str, str] = {}
    for index in indices:
        first.setdefault(units[index].span.text, units[index].id)
    return tuple(first.values())
