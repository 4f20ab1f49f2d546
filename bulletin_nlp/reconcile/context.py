"""What a text says of its own places and units, before any name of it is resolved."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bulletin_nlp.reconcile.compose import compose
from bulletin_nlp.reconcile.region import RegionVerdict, county_of, parents_of
from bulletin_nlp.reconcile.scope import TOWNS, VILLAGES, Composed, Scope, topic_of
from bulletin_nlp.reconcile.unlisted import is_firm, joined
from bulletin_nlp.text.fold import fold

_OFFICE = re.compile(r"(?:办公室|办)$")
_LONG_OFFICE = re.compile(r"(?:小组|领导组|委员会|指挥部|会议|专班)(?:办公室)?$")
_SHORT_OFFICE = re.compile(r"(?:办公室|办|领导小组|领导组|指挥部)$")
_BUREAU = re.compile(r"(?:局|委员会|厅|部)$")
_COUNTY = ("县", "市", "区", "旗")
_NAMED_IN_FULL = 1.0
_LONG = 6


def scope_of(text: str, mentions: Sequence[Mapping[str, Any]], region: RegionVerdict | None, on: date | None) -> Scope:
    """What the names of a text are resolved in."""
    county = region and county_of(region)
    parents = {} if county is None else parents_of(county, text, mentions)
    towns: dict[str, str] = {}
    city = ""
    for mention in mentions:
        for above, below in itertools.pairwise(mention.get("places", ())):
            if below.endswith(TOWNS) and above.endswith(_COUNTY):
                towns.setdefault(below, above)
            if county and below == county.name and above.endswith("市"):
                city = city or above
    if city:
        parents.setdefault("市", city)
    scope = Scope(region, on, parents, towns, topic_of(fold(text)), city=city)
    scope.villages = _villages(text, mentions)
    firms = (
        joined(m["places"], "", "", m["body"], "")
        for m in mentions
        if m["kind"] == "named" and is_firm(m.get("body", ""), m["rule"].removeprefix("units."))
    )
    scope.firms = list(dict.fromkeys(firms))
    scope.bureau = _issuing_bureau(mentions, scope)
    return scope


def _villages(text: str, mentions: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Village → town, where the text names the town with it once, or with the one before it: 杨柳乡五里村、七星村."""
    found: dict[str, str] = {}
    for mention in mentions:
        for above, below in itertools.pairwise(mention.get("places", ())):
            if below.endswith(VILLAGES) and above.endswith(TOWNS):
                found.setdefault(below, above)
    for before, mention in itertools.pairwise(mentions):
        places, above = mention.get("places", ()), before.get("places", ())
        between = text[before["end"] : mention["start"]]
        if len(places) == 1 and above and between in {"、", "和", "及"} and places[0].endswith(VILLAGES):
            town = above[-2] if len(above) > 1 else found.get(above[0])
            if town:
                found.setdefault(places[0], town)
    return found


def _issuing_bureau(mentions: Sequence[Mapping[str, Any]], scope: Scope) -> str:
    """The department at the head or foot of the text; its own offices are named without it."""
    bureaus: Counter[str] = Counter()
    for mention in (*mentions[:2], *mentions[-8:]):
        if mention["kind"] == "named" and _BUREAU.search(mention.get("body", "")):
            names = compose({**mention, "part": ""}, scope)
            if names and ";" not in names[0].name and not names[0].name.startswith("中共"):
                bureaus[names[0].name] += 1
    return bureaus.most_common(1)[0][0] if bureaus else ""


def long_offices(mentions: Sequence[Mapping[str, Any]], scope: Scope) -> list[tuple[str, str, str]]:
    """Offices and groups that the text names in full: head, body, and full name."""
    found = {}
    for mention in mentions:
        body = mention.get("body", "")
        if mention["kind"] == "named" and len(body) > _LONG and _LONG_OFFICE.search(body):
            names = compose(mention, scope)
            if names:
                found[mention.get("level", ""), body] = names[0].name
    return [(level, body, name) for (level, body), name in found.items()]


def with_long_office(
    mention: Mapping[str, Any], names: list[Composed], offices: Sequence[tuple[str, str, str]]
) -> list[Composed]:
    """An office in short is the one that the same text names in full: 县创建办, 县创建…工作领导组办公室."""
    body, level = mention.get("body", ""), mention.get("level", "")
    if not level or not _SHORT_OFFICE.search(body):
        return names
    is_office = bool(_OFFICE.search(body))
    core = set(re.sub(r"(?:工作)?(?:领导小组|领导组|指挥部)?(?:办公室|办)?$", "", body))
    fits = {
        name
        for head, full, name in offices
        if head == level and len(full) > len(body) and bool(_OFFICE.search(full)) == is_office and core <= set(full)
    }
    return [Composed(fits.pop(), _NAMED_IN_FULL, "named in full elsewhere"), *names] if len(fits) == 1 else names
