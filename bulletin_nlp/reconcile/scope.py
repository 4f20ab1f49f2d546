"""What the names of one bulletin are resolved in: its region, its day, and what its text says of its places."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from bulletin_nlp.knowledge import compiled, knowledge
from bulletin_nlp.knowledge.bodies import month_of
from bulletin_nlp.knowledge.regions import by_code, name_in
from bulletin_nlp.knowledge.units import Catalogue, catalogue_of
from bulletin_nlp.reconcile.region import RegionVerdict, county_of

TOWNS = ("镇", "乡", "街道", "苏木")
VILLAGES = ("村", "社区", "嘎查")
ABOVE_COUNTY = ("province", "prefecture")
Near = Mapping[str, tuple[str, ...]]
"""Kind of place → the last one so called before a mention, after those above it as the text spells them."""
NOWHERE: Near = {}


class Composed(NamedTuple):
    """A name that a mention may stand for: the full name (two joined by `;`), its score, and why."""

    name: str
    score: float
    basis: str


@dataclass
class Scope:
    """What the names of one bulletin are resolved in.

    Attributes:
        region: the place whose authorities speak; of a township's or street's bulletin its county.
        on: the day of the bulletin.
        parents: bare heads above the region → names.
        towns: town → the county-level place that the text gives it.
        topic: the topic of the text's creation campaign.
        bureau: the issuing department, whose offices and outposts are named without it.
        villages: village → the town that the text gives it.
        firms: companies and shops as the text names them in full.
        city: the city that the region, a district, is named with.
        seat: the township or street of the region whose authorities speak, empty where it is the region itself.
    """

    region: RegionVerdict | None
    on: date | None
    parents: Mapping[str, str] = field(default_factory=dict)
    towns: Mapping[str, str] = field(default_factory=dict)
    topic: str = ""
    bureau: str = ""
    villages: Mapping[str, str] = field(default_factory=dict)
    firms: Sequence[str] = ()
    city: str = ""
    seat: str = field(init=False, default="")
    month: str | None = field(init=False, default=None)
    bodies: Catalogue = field(init=False)

    def __post_init__(self) -> None:
        self.month = month_of(self.on) if self.on else None
        if self.region is not None and self.region.level == "township":
            self.seat = self.region.name
            self.region = county_of(self.region)
        region = self.region
        self.bodies = catalogue_of(region.code, region.name) if region else catalogue_of(None, "")
        if region is None:
            return
        if is_district(region.name) and (region.code or region.above):
            self.city = self.city or self.parents.get("市", "")
        if region.code is not None and (division := by_code(region.code)) is not None:
            then = name_in(region.code, self.month)
            if then is not None and region.name == division.name:  # else: a former name that was given stays
                self.region = region._replace(name=then)


def is_district(name: str) -> bool:
    """Whether a place is a city's district: no autonomous region, no development zone."""
    return name.endswith("区") and not name.endswith(("自治区", *zones()))


@compiled
def zones() -> tuple[str, ...]:
    """What development zones are called, in short and in full, the longest first."""
    table: dict[str, str] = canonical()["zones"]
    return tuple(sorted({*table, *table.values()}, key=lambda name: (-len(name), name)))


@compiled
def canonical() -> dict[str, Any]:
    """The table of how a canonical name is put together."""
    table: dict[str, Any] = knowledge().table("units/canonical")
    return table


def topic_of(folded: str) -> str:
    """The topic of the creation campaign that a text speaks of most: 省级文明城市."""
    found = re.findall(canonical()["topic"], folded) + re.findall(canonical()["topic_reversed"], folded)
    return max(sorted(set(found)), key=found.count) if found else ""


def is_shortened(place: str, name: str) -> bool:
    """Whether a place is a longer name's beginning with its last character: 巍山县 of 巍山彝族回族自治县."""
    return len(place) < len(name) and place[-1] == name[-1] and name.startswith(place[:-1])
