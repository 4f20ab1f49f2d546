"""The mentions of a text to canonical units: each in its region and in its year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bulletin_nlp.reconcile.compose import compose
from bulletin_nlp.reconcile.context import long_offices, scope_of, with_long_office
from bulletin_nlp.reconcile.kept import surface_of
from bulletin_nlp.reconcile.nearby import Nearby
from bulletin_nlp.reconcile.region import RegionVerdict
from bulletin_nlp.reconcile.registry import Registry
from bulletin_nlp.reconcile.verdict import NOT_APPLICABLE, collective, verdict
from bulletin_nlp.records import UnitMatch
from bulletin_nlp.text.fold import fold

_PARTS = ("rule", "places", "level", "body", "part", "former")


def link(
    text: str,
    mentions: Sequence[Mapping[str, Any]],
    region: RegionVerdict | None,
    on: date | None = None,
    registry: Registry | None = None,
) -> list[UnitMatch]:
    """The verdict on each mention of a text.

    Args:
        text: the text as read.
        mentions: its unit mentions in text order, as the finder gives them.
        region: the place whose authorities speak.
        on: the day of the bulletin: names are those in force then.
        registry: canonical units that a person keeps; they outrank composed names.

    Returns:
        One match for each mention, in their order; collectives and anonymous ones are `not_applicable`, a collective
        with the bodies that it addresses where the region defines them.
    """
    scope = scope_of(text, mentions, region, on)
    nearby = Nearby(fold(text), mentions)
    offices = long_offices(mentions, scope)
    found: dict[tuple[Any, ...], UnitMatch] = {}
    matches = []
    for mention in mentions:
        surface = surface_of(text[mention["start"] : mention["end"]])
        if mention["kind"] != "named":
            matches.append(collective(surface, scope, registry) if mention["kind"] == "collective" else NOT_APPLICABLE)
            continue
        near = nearby.up_to(mention["start"])
        key = (surface, nearby.version, *(str(mention.get(part)) for part in _PARTS))
        if key not in found:
            names = with_long_office(mention, compose(mention, scope, near), offices)
            found[key] = verdict(surface, names, scope, registry)
        matches.append(found[key])
    return matches
