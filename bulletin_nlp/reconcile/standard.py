"""Names by the catalogue: of the bodies in force on the day; an abolished one only as the body of its own time."""

from __future__ import annotations

from collections.abc import Sequence

from bulletin_nlp.knowledge.bodies import Body
from bulletin_nlp.knowledge.regions import by_name
from bulletin_nlp.reconcile.heads import full_place, own_name
from bulletin_nlp.reconcile.scope import TOWNS, VILLAGES, Composed, Scope

_PROVINCE = ("省", "自治区")
_CENTRAL = ("北京市", "天津市", "上海市", "重庆市")
_TOPIC = "{topic}"
_ANOTHER_TIME = 0.5  # below what a verdict needs: a name whose time has not come, or is over without a successor


def standard_names(body: str, region: str, places: Sequence[str], scope: Scope, *, former: bool) -> list[Composed]:
    """The full names that a body of the catalogue may have.

    Args:
        body: what stands behind the head.
        region: the full name of the place that the head means.
        places: the places that the mention spells out.
        former: the text calls it a body of the past.

    Returns:
        Best first; none where no row of the catalogue fits.
    """
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
    levels = _levels(places[-1] if places else region)
    bodies = [b for b in scope.bodies.by_surface.get(body, ()) if b.at in levels or b.alone]
    if not any(b.level for b in bodies):
        return bodies
    rank = _ranks(region, scope)
    return [b for b in bodies if not b.level or rank & set(b.level)] or bodies


def _levels(place: str) -> set[str | None]:
    if place.endswith(TOWNS):
        return {"town", None}
    if place.endswith(VILLAGES):
        return {"village", "community", None}
    return {"county", None}


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


def _name(body: Body, region: str, scope: Scope, places: Sequence[str] = ()) -> str:
    name = body.full_name(region)
    if "{t}" in name:  # a county department's outpost in a town
        town = full_place(places[-1], scope) if places else scope.seat
        county = own_name(scope) if town.endswith(VILLAGES) and scope.region else region.removesuffix(town)
        name = name.replace("{c}", county).replace("{t}", town)
    return name.replace(_TOPIC, scope.topic)
