"""The full name of a unit, composed from the parts of a mention, the region and the day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bulletin_nlp.reconcile.heads import head_name, own_name
from bulletin_nlp.reconcile.parts import read_name
from bulletin_nlp.reconcile.scope import NOWHERE, Composed, Near, Scope, is_district
from bulletin_nlp.reconcile.scope import canonical as table
from bulletin_nlp.reconcile.standard import standard_names
from bulletin_nlp.reconcile.unlisted import branch, by_rule, firm, inside_bureau, is_firm, joined, posted, with_part

_FIRM_PART = re.compile(r"(?:公司|集团)$")
_LEANING = 0.75


def compose(mention: Mapping[str, Any], scope: Scope, near: Near = NOWHERE) -> list[Composed]:
    """The full names that a named mention may stand for.

    Args:
        mention: its parts, as the finder gives them.
        scope: region and day.
        near: the places spoken of before it.

    Returns:
        Best first; empty where its head can't be resolved. A name that leans on a place spoken of is less sure.
    """
    rule = mention["rule"].removeprefix("units.")
    level, places = mention.get("level", ""), mention.get("places", ())
    if rule == "labelled" and not places and not level and (told := _spelt_out(mention, scope)):
        return compose(told, scope, near)
    sure = head_name(places, level, scope)
    region = head_name(places, level, scope, near) if near else sure
    names = _composed(mention, rule, region, scope)
    if region == sure:
        return names
    return [Composed(n.name, min(n.score, _LEANING), f"{n.basis}, of the place spoken of") for n in names]


def _composed(mention: Mapping[str, Any], rule: str, region: str | None, scope: Scope) -> list[Composed]:
    body, part, level = mention.get("body", ""), mention.get("part", ""), mention.get("level", "")
    places = list(mention.get("places", ()))
    if not places and not level:
        if rule == "posted" and scope.region:
            return [posted(body, scope)]
        if inner := inside_bureau(body or part, rule, scope):
            return inner
    if is_firm(body, rule) or _FIRM_PART.search(part):
        return [firm(joined(places, level, region or "", body, part), scope)]
    if region is None:
        return []
    if not places and not level and scope.region and _is_public(body, rule):
        region = own_name(scope)
        body = body.removeprefix(scope.region.name[:-1])  # 望山实验小学 is the 实验小学 of 望山区
    if not body:
        return [with_part(Composed(region, 0.9, "place"), part, region)] if region else []
    if (found := _branch_here(body, region, scope)) is not None:
        return [found]
    known = standard_names(body, region, places, scope, former=bool(mention.get("former")))
    names = known or [by_rule(body, region, rule)]
    return [with_part(name, part, region) for name in names]


def _spelt_out(mention: Mapping[str, Any], scope: Scope) -> Mapping[str, Any] | None:
    """A unit that a label names (责任单位:南陂街道), when its words begin with a place."""
    if scope.region is None:
        return None
    found = read_name(mention.get("body", ""), scope.region)
    return found[0] if len(found) == 1 and found[0]["places"] and found[0]["places"] != [scope.region.name] else None


def _is_public(body: str, rule: str) -> bool:
    """Whether an establishment named alone is the region's: a school, a hospital."""
    return rule == "establishment" and bool(re.search(table()["public"]["pattern"], body))


def _branch_here(body: str, region: str, scope: Scope) -> Composed | None:
    """A branch of the city's department that stands behind the name of its district or zone."""
    if scope.region is None or region != own_name(scope) or body not in table()["branches"]:
        return None
    return branch(body, scope) if scope.region.level == "county" or is_district(scope.region.name) else None
