"""Mentions to canonical units: each in its region and in its year, a tie reported as a tie."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bulletin_nlp.knowledge import compiled
from bulletin_nlp.reconcile.compose import Composed, Scope, compose, is_firm, topic_of
from bulletin_nlp.reconcile.kept import kept
from bulletin_nlp.reconcile.parts import read_name
from bulletin_nlp.reconcile.region import RegionVerdict, parents_of
from bulletin_nlp.reconcile.registry import Registry, unit_id
from bulletin_nlp.records import UnitCandidate, UnitMatch
from bulletin_nlp.text.fold import fold

NOT_APPLICABLE = UnitMatch(status="not_applicable")
_OFFICE = re.compile(r"(?:办公室|办)$")
_BUREAU = re.compile(r"(?:局|委员会|厅|部)$")
_TOWN = ("镇", "乡", "街道")
_COUNTY = ("县", "市", "区", "旗")
_TIE = 0.05
_NAMED_IN_FULL = 1.0
_SURE = 0.6
_JOINT = 2
_REMEMBERED = 50_000
_SCOPES = 64


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
        mentions: its unit mentions, as the finder gives them.
        region: the place whose authorities speak.
        on: the day of the bulletin: names are those in force then.
        registry: canonical units that a person keeps; they outrank composed names.

    Returns:
        One match for each mention, in their order; collectives and anonymous ones are `not_applicable`.
    """
    scope = scope_of(text, mentions, region, on)
    found: dict[tuple[Any, ...], UnitMatch] = {}
    offices = _long_offices(mentions, scope)
    matches = []
    for mention in mentions:
        if mention["kind"] != "named":
            matches.append(NOT_APPLICABLE)
            continue
        surface = fold(text[mention["start"] : mention["end"]]).replace("\n", "").replace(" ", "")
        key = (surface, mention["rule"], *(str(mention.get(k)) for k in ("places", "level", "body", "part", "former")))
        if key not in found:
            found[key] = _verdict(surface, _joined(mention, compose(mention, scope), offices), scope, registry)
        matches.append(found[key])
    return matches


def match_name(
    surface: str, region: RegionVerdict, on: date | None = None, registry: Registry | None = None
) -> UnitMatch:
    """Resolve one name outside a text.

    Args:
        surface: the name as written, such as 县住建局.
        region: the place that it belongs to.
        on: the day on which it was used.
        registry: canonical units that a person keeps.
    """
    names = _names(region, on)
    if registry is None:
        return names.match(surface)
    return _verdict(fold(surface), names.composed(surface), names.scope, registry)


class Names:
    """Names given alone, in one region and on one day; what was resolved once is remembered.

    Args:
        region: the place in whose documents the names stand.
        on: the day of their use.
    """

    def __init__(self, region: RegionVerdict, on: date | None) -> None:
        self.scope = Scope(region, on, parents_of(region, ""))
        self._matches: dict[str, UnitMatch] = {}

    def match(self, surface: str) -> UnitMatch:
        """The verdict on a name."""
        found = self._matches.get(surface)
        if found is None:
            if len(self._matches) >= _REMEMBERED:
                self._matches.clear()
            found = self._matches[surface] = _verdict(fold(surface), self.composed(surface), self.scope, None)
        return found

    def composed(self, surface: str) -> list[Composed]:
        """The full names that a name may stand for; the organs of a joint one in one, joined by `;`."""
        region = self.scope.region
        organs = [compose(mention, self.scope) for mention in (read_name(surface, region) if region else ())]
        if len(organs) < _JOINT or not all(organs):
            return organs[0] if organs else []
        if not all(_is_sure(names) for names in organs):
            return organs[0] if _is_sure(organs[0]) else [name for names in organs for name in names]
        whole = ";".join(dict.fromkeys(names[0].name for names in organs))
        return [Composed(whole, min(names[0].score for names in organs), "joint name")]


@compiled
def _in_use() -> dict[tuple[RegionVerdict, date | None], Names]:
    return {}


def _names(region: RegionVerdict, on: date | None) -> Names:
    """The names of a region and day, of which the last few are kept."""
    kept = _in_use()
    found = kept.get((region, on))
    if found is None:
        if len(kept) >= _SCOPES:
            kept.clear()
        found = kept[region, on] = Names(region, on)
    return found


def _is_sure(names: Sequence[Composed]) -> bool:
    return names[0].score >= _SURE and len({name.name for name in names if names[0].score - name.score < _TIE}) == 1


def scope_of(text: str, mentions: Sequence[Mapping[str, Any]], region: RegionVerdict | None, on: date | None) -> Scope:
    """What the names of a text are resolved in."""
    parents = {} if region is None else parents_of(region, text, mentions)
    towns: dict[str, str] = {}
    for mention in mentions:
        places = mention.get("places", ())
        for above, below in itertools.pairwise(places):
            if below.endswith(_TOWN) and above.endswith(_COUNTY):
                towns.setdefault(below, above)
            if region and below == region.name and above.endswith("市"):
                parents.setdefault("市", above)
    scope = Scope(region, on, parents, towns, topic_of(fold(text)))
    scope.villages = _villages(text, mentions)
    scope.firms = [
        "".join(m["places"]) + m["body"]
        for m in mentions
        if m["kind"] == "named" and is_firm(m.get("body", ""), m["rule"].removeprefix("units."))
    ]
    scope.firms = list(dict.fromkeys(scope.firms))
    scope.bureau = _issuing_bureau(mentions, scope)
    return scope


def _villages(text: str, mentions: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Village → town, where a list names the town once: 杨柳乡五里村、七星村."""
    found: dict[str, str] = {}
    for before, mention in itertools.pairwise(mentions):
        places, above = mention.get("places", ()), before.get("places", ())
        between = text[before["end"] : mention["start"]]
        if len(places) == 1 and above and between in {"、", "和", "及"} and places[0].endswith(("村", "社区")):
            town = above[-2] if len(above) > 1 else found.get(above[0])
            if town:
                found[places[0]] = town
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


def _long_offices(mentions: Sequence[Mapping[str, Any]], scope: Scope) -> list[tuple[str, str, str]]:
    """Offices and groups that the text names in full: head, body, and full name."""
    found = {}
    for mention in mentions:
        body = mention.get("body", "")
        if (
            mention["kind"] == "named"
            and re.search(r"(?:小组|领导组|委员会|指挥部|会议)(?:办公室)?$", body)
            and len(body) > 6
        ):
            names = compose(mention, scope)
            if names:
                found[mention.get("level", ""), body] = names[0].name
    return [(level, body, name) for (level, body), name in found.items()]


def _joined(
    mention: Mapping[str, Any], names: list[Composed], offices: Sequence[tuple[str, str, str]]
) -> list[Composed]:
    """An office in short is the one that the same text names in full: 县创建办, 县创建…工作领导组办公室."""
    body, level = mention.get("body", ""), mention.get("level", "")
    if not level or not re.search(r"(?:办公室|办|领导小组|领导组|指挥部)$", body):
        return names
    is_office = bool(_OFFICE.search(body))
    core = set(re.sub(r"(?:工作)?(?:领导小组|领导组|指挥部)?(?:办公室|办)?$", "", body))
    fits = {
        name
        for head, full, name in offices
        if head == level and len(full) > len(body) and bool(_OFFICE.search(full)) == is_office and core <= set(full)
    }
    return [Composed(fits.pop(), _NAMED_IN_FULL, "named in full elsewhere"), *names] if len(fits) == 1 else names


def _verdict(surface: str, names: Sequence[Composed], scope: Scope, registry: Registry | None) -> UnitMatch:
    found = None if registry is None else kept(surface, names, registry, scope.on, scope.region)
    if found is not None:
        return _match(*found) if found[1] else UnitMatch(status="unmatched", basis="decision")
    distinct = {name.name: name for name in reversed(names)}
    ranked = sorted(distinct.values(), key=lambda n: (-n.score, n.name))
    candidates = tuple(
        UnitCandidate(canonical_id=unit_id(n.name), canonical_name=n.name, score=round(n.score, 2), basis=n.basis)
        for n in ranked
    )
    if not candidates:
        return UnitMatch(status="unmatched")
    tied = len(ranked) > 1 and ranked[0].score - ranked[1].score < _TIE
    return _match("ambiguous" if tied or ranked[0].score < _SURE else "derived", candidates)


def _match(status: Any, candidates: tuple[UnitCandidate, ...]) -> UnitMatch:
    """A match whose best candidate is the verdict, unless there is a tie."""
    if status == "ambiguous":
        return UnitMatch(status=status, candidates=candidates)
    best = candidates[0]
    organs = tuple(best.canonical_name.split(";"))
    return UnitMatch(
        status=status,
        canonical_id=best.canonical_id,
        canonical_name=organs[0] if len(organs) == 1 else best.canonical_name,
        canonical_names=organs if len(organs) > 1 else (),
        score=best.score,
        basis=best.basis,
        candidates=candidates,
    )
