"""The full name of a unit, composed from the parts of a mention, the region and the day."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from bulletin_nlp.knowledge import compiled, knowledge
from bulletin_nlp.knowledge.bodies import Body, is_subsequence, month_of
from bulletin_nlp.knowledge.regions import by_code, by_name, name_in
from bulletin_nlp.knowledge.townships import township
from bulletin_nlp.knowledge.units import Catalogue, catalogue_of
from bulletin_nlp.reconcile.region import RegionVerdict

_PROVINCE = ("省", "自治区")
_CENTRAL = ("北京市", "天津市", "上海市", "重庆市")
_TOWNS = ("镇", "乡", "街道", "苏木")
_TWO = 2
_VILLAGES = ("村", "社区")
_TOPIC = "{topic}"
_ANOTHER_TIME = 0.5  # below what a verdict needs: a name whose time has not come, or is over without a successor


class Composed(NamedTuple):
    """A name that a mention may stand for: the full name (two joined by `;`), its score, and why."""

    name: str
    score: float
    basis: str


@dataclass
class Scope:
    """What the names of one bulletin are resolved in.

    Attributes:
        region: the place whose authorities speak.
        on: the day of the bulletin.
        parents: bare heads above the region → names.
        towns: town → the county-level place that the text gives it.
        topic: the topic of the text's creation campaign.
        bureau: the issuing department, whose offices and outposts are named without it.
        villages: village → the town that the text gives it.
        firms: companies and shops as the text names them in full.
    """

    region: RegionVerdict | None
    on: date | None
    parents: Mapping[str, str] = field(default_factory=dict)
    towns: Mapping[str, str] = field(default_factory=dict)
    topic: str = ""
    bureau: str = ""
    villages: Mapping[str, str] = field(default_factory=dict)
    firms: Sequence[str] = ()
    month: str | None = field(init=False, default=None)
    bodies: Catalogue = field(init=False)

    def __post_init__(self) -> None:
        self.month = month_of(self.on) if self.on else None
        region = self.region
        self.bodies = catalogue_of(region.code, region.name) if region else catalogue_of(None, "")
        if region is not None and region.code is not None and (division := by_code(region.code)) is not None:
            then = name_in(region.code, self.month)
            if then is not None and region.name == division.name:  # else: a former name that was given stays
                self.region = region._replace(name=then)


@compiled
def _table() -> dict[str, Any]:
    table: dict[str, Any] = knowledge().table("units/canonical")
    return table


def topic_of(folded: str) -> str:
    """The topic of the creation campaign that a text speaks of most: 省级文明城市."""
    found = re.findall(_table()["topic"], folded) + re.findall(_table()["topic_reversed"], folded)
    return max(sorted(set(found)), key=found.count) if found else ""


def compose(mention: Mapping[str, Any], scope: Scope) -> list[Composed]:
    """The full names that a named mention may stand for, best first; empty where its head can't be resolved."""
    rule = mention["rule"].removeprefix("units.")
    body, part, level = mention.get("body", ""), mention.get("part", ""), mention.get("level", "")
    places = list(mention.get("places", ()))
    if not places and not level:
        if rule == "posted" and scope.region:
            return [Composed(scope.region.name + body, 0.7, "posted by the region")]
        if inner := _inside_bureau(body or part, rule, scope):
            return inner
    if is_firm(body, rule):
        return [_firm("".join(places) + (body if level == "" else _level_name(level, scope) + body), scope)]
    region = _head(places, level, scope)
    if region is None:
        return []
    if not body:
        return [_with_part(Composed(region, 0.9, "place"), part)] if region else []
    standard = _standard(body, region, places, scope, former=bool(mention.get("former")))
    names = standard or [Composed(*_by_rule(body, region, rule))]
    return [_with_part(name, part) for name in names]


_FIRM = re.compile(r"(?:公司|集团|药房|[^供销]店|厂|合作社|超市|酒店|餐厅|农庄)$")
_INNER = re.compile(r"(?:科|股|室|所|站|队|司|处|分局|中心|办)$")


def is_firm(body: str, rule: str) -> bool:
    """Whether a mention is a company or shop: its name is its own, whatever its region is called in full."""
    return rule in {"company", "establishment", "labelled"} and bool(_FIRM.search(body))


def _level_name(level: str, scope: Scope) -> str:
    return _head((), level, scope) or ""


def _firm(name: str, scope: Scope) -> Composed:
    """A firm by the name that the text gives in full, where the given one shortens just one of them."""
    longer = {
        full
        for full in scope.firms
        if len(full) > len(name) >= 4 and full[-1] == name[-1] and is_subsequence(name, full)
    }
    return (
        Composed(longer.pop(), 0.85, "named in full elsewhere") if len(longer) == 1 else Composed(name, 0.9, "own name")
    )


def _inside_bureau(words: str, rule: str, scope: Scope) -> list[Composed]:
    """An office or outpost of a department, named without it: of the one that its ending tells, else of the issuer."""
    if rule not in {"outpost", "labelled", "inner"} or not _INNER.search(words):
        return []
    branches: dict[str, str] = _table()["branches"]
    for ending, department in branches.items():
        if words.endswith(ending) and scope.region and (above := scope.parents.get("市")):
            own = scope.region.name
            stem = words.removesuffix(ending) or (own[:-1] if len(own) > _TWO else own)
            return [Composed(f"{above}{department}{stem}分局", 0.7, "branch of the department above")]
    full = _table()["inner"].get(words) or _ending(words)
    outposts: dict[str, str] = _table()["outposts"]
    parent = next((department for ending, department in outposts.items() if words.endswith(ending)), None)
    if parent and scope.region and not scope.bureau.endswith(parent):
        return [Composed(_own(scope.region, scope) + parent + full, 0.7, "outpost of its department")]
    return [Composed(scope.bureau + full, 0.7, "part of the issuer")] if scope.bureau else []


def _head(places: Sequence[str], level: str, scope: Scope) -> str | None:
    """The full name of the region that a mention's head stands for; empty for a name without one."""
    if places:
        return _chain(places, scope)
    if not level:
        return ""
    region = scope.region
    if region is not None and region.name.endswith(level):
        return _own(region, scope)
    if level in _TOWNS:
        return None
    return scope.parents.get(level)


def _own(region: RegionVerdict, scope: Scope) -> str:
    """The region's own full name; a city's district is named with its city."""
    city = scope.parents.get("市", "")
    return city + region.name if region.name.endswith("区") and not region.name.endswith("自治区") else region.name


def _chain(places: Sequence[str], scope: Scope) -> str:
    names = [_full(place, scope) for place in places]
    while len(names) > 1 and names[0].endswith(("省", "自治区")):
        names = names[1:]
    if len(names) > 1 and names[0].endswith(("市", "州", "盟")) and names[1].endswith(("县", "市", "旗")):
        names = names[1:]
    first = names[0]
    if scope.region is None:
        return "".join(names)
    own = _own(scope.region, scope)
    if first.endswith(_VILLAGES) and first in scope.villages:
        return _chain([scope.villages[first], *names], scope)
    if first.endswith((*_TOWNS, *_VILLAGES)):
        above = scope.towns.get(first) or (own if scope.region.level == "county" else "")
        return above + "".join(names)
    if first.endswith("区") and scope.region.name.endswith("市") and not first.endswith("自治区"):
        return scope.region.name + "".join(names)
    if first == scope.region.name:
        return own + "".join(names[1:])
    return "".join(names)


def _full(place: str, scope: Scope) -> str:
    """巍山县 → 巍山彝族回族自治县: the region itself, one above it, or, from a region of the table, another of the table
    that alone has the short name; 五印乡 → its full name in the region's list of townships."""
    region = scope.region
    if region is None or place == region.name:
        return place
    if place[-1] == region.name[-1] and region.name.startswith(place[:-1]):
        return region.name
    if region.code is None:
        return next((n for n in scope.parents.values() if _shortens(place, n)), place)
    if place.endswith(_TOWNS):
        return township(region.code, place) or place
    found = by_name(place)
    if len(found) > 1:
        above = set(scope.parents.values())
        found = tuple(d for d in found if above & {d.name, *d.parents}) or found
    return found[0].name if len(found) == 1 else place


def _shortens(place: str, name: str) -> bool:
    return len(place) < len(name) and place[-1] == name[-1] and name.startswith(place[:-1])


def _standard(body: str, region: str, places: Sequence[str], scope: Scope, *, former: bool) -> list[Composed]:
    """Names by the catalogue: bodies in force on the day; an abolished one only as the body of its own time."""
    table, month = scope.bodies, scope.month
    bodies = _fitting(body, region, places, scope)
    if not bodies:
        return _almost(body, region, places, scope)
    if former:
        past = [b for b in bodies if b.until] or bodies
        return [Composed(_name(past[0], region, scope, places), 0.9, "former name")]
    current = [b for b in bodies if b.called(body, month)]
    if current:
        exact = [b for b in current if b.surfaces[0] == body] or current
        names = list(dict.fromkeys(_name(b, region, scope, places) for b in exact))
        basis = "name in force" if body == exact[0].surfaces[0] else "alias in force"
        open_ended = any(_TOPIC in b.name for b in exact) and not scope.topic
        sure = len(names) == 1 and not open_ended
        return [Composed(name, 0.95 if sure else 0.5, basis) for name in names]
    following = _names([b for old in bodies for b in table.successors(old, scope.on)], bodies, region, scope)
    if following:
        return [Composed(name, 0.6 / len(following) + 0.2, "successor") for name in sorted(following)]
    older = _names([b for new in bodies for b in table.predecessors(new, month)], bodies, region, scope)
    if older:
        return [Composed(name, _ANOTHER_TIME, "predecessor") for name in sorted(older)]
    return [Composed(_name(bodies[0], region, scope, places), _ANOTHER_TIME, "name of another time")]


def _names(others: Sequence[Body], bodies: Sequence[Body], region: str, scope: Scope) -> set[str]:
    """The names of bodies before or after others: of the same form (局, 委) where there are such."""
    forms = {body.name[-1] for body in bodies}
    return {_name(b, region, scope) for b in [b for b in others if b.name[-1] in forms] or others}


def _fitting(body: str, region: str, places: Sequence[str], scope: Scope) -> list[Body]:
    """The bodies of a surface that a region of this kind can have."""
    levels, rank = _levels(places), _ranks(region, scope)
    bodies = [b for b in scope.bodies.by_surface.get(body, ()) if b.at in levels or b.alone]
    if not any(b.level for b in bodies):
        return bodies
    return [b for b in bodies if not b.level or rank & set(b.level)] or bodies


def _ranks(region: str, scope: Scope) -> set[str]:
    """The levels that a region may be of; of a city in no table both a prefecture and a county."""
    if scope.region is not None and scope.region.level and scope.region.name == region:
        return {scope.region.level}
    if region.endswith(_PROVINCE) or region in _CENTRAL:
        return {"province"}
    if region.endswith(("县", "旗", "区")):
        return {"county"}
    if region.endswith("市"):
        return {d.level for d in by_name(region) if d.name == region} or {"prefecture", "county"}
    return {"prefecture"}


def _almost(body: str, region: str, places: Sequence[str], scope: Scope) -> list[Composed]:
    """Names by the catalogue of a body that is not in it as written: the only one in force that it shortens
    (农机推广站 → 农业机械推广站), or that one character tells from it (农业农衬局)."""
    table = scope.bodies
    spellings = [body.replace("与", "和")] if "与" in body else []
    for words, score, basis in (
        (spellings, 0.9, "another spelling"),
        (table.longer(body), 0.85, "abbreviation by subsequence"),
        (table.near(body), 0.7, "one character off"),
    ):
        fits = {
            _name(b, region, scope, places)
            for word in words
            for b in _fitting(word, region, places, scope)
            if b.called(word, scope.month)
        }
        if len(fits) == 1:
            return [Composed(fits.pop(), score, basis)]
    return []


def _levels(places: Sequence[str]) -> set[str | None]:
    last = places[-1] if places else ""
    if last.endswith(_TOWNS):
        return {"town", None}
    if last.endswith(_VILLAGES):
        return {"village", "community", None}
    return {"county", None}


def _name(body: Body, region: str, scope: Scope, places: Sequence[str] = ()) -> str:
    name = body.full_name(region)
    if "{t}" in name and places:  # a county department's outpost in a town
        town = _full(places[-1], scope)
        name = name.replace("{c}", region.removesuffix(town)).replace("{t}", town)
    return name.replace(_TOPIC, scope.topic)


def _by_rule(body: str, region: str, rule: str) -> tuple[str, float, str]:
    """A name that no row of the catalogue knows, as it stands behind its region."""
    party = body.startswith("委") and not body.startswith("委员")
    if body.startswith(region):
        region = ""
    name = f"{'中共' if party else ''}{region}{_ending(body)}"
    return name, 0.9 if rule in {"company", "numbered-team", "national"} else 0.7, "composed"


def _ending(body: str) -> str:
    for short, full in _table()["endings"].items():
        if body.endswith(short) and not body.endswith(full):
            return body[: -len(short)] + str(full)
    return body


def _with_part(composed: Composed, part: str) -> Composed:
    if not part:
        return composed
    party = _table()["party_parts"].get(part)
    name = composed.name.removeprefix("中共")
    full = f"中共{name}{party}" if party else composed.name + part
    return Composed(full, composed.score, f"{composed.basis}, its part {part}")
