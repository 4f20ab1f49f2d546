"""Names given alone: what one surface means in a region, on a day."""

from __future__ import annotations

from datetime import date

from bulletin_nlp.knowledge import compiled
from bulletin_nlp.reconcile.compose import compose
from bulletin_nlp.reconcile.kept import surface_of
from bulletin_nlp.reconcile.parts import read_name
from bulletin_nlp.reconcile.region import RegionVerdict, county_of, parents_of
from bulletin_nlp.reconcile.registry import Registry
from bulletin_nlp.reconcile.scope import Composed, Scope
from bulletin_nlp.reconcile.verdict import collective, is_sure, verdict
from bulletin_nlp.records import UnitMatch

_JOINT = 2
_REMEMBERED = 50_000
_SCOPES = 64


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
    return names.match(surface) if registry is None else names.verdict(surface, registry)


class Names:
    """Names given alone, in one region and on one day; what was resolved once is remembered.

    Args:
        region: the place in whose documents the names stand.
        on: the day of their use.
    """

    def __init__(self, region: RegionVerdict, on: date | None) -> None:
        self.scope = Scope(region, on, parents_of(county_of(region), ""))
        self._matches: dict[str, UnitMatch] = {}

    def match(self, surface: str) -> UnitMatch:
        """The verdict on a name."""
        found = self._matches.get(surface)
        if found is None:
            if len(self._matches) >= _REMEMBERED:
                self._matches.clear()
            found = self._matches[surface] = self.verdict(surface, None)
        return found

    def verdict(self, surface: str, registry: Registry | None) -> UnitMatch:
        """The verdict on a name with what people keep; a collective has members instead of a name."""
        words = surface_of(surface)
        found = collective(words, self.scope, registry)
        return found if found.members else verdict(words, self.composed(surface), self.scope, registry)

    def composed(self, surface: str) -> list[Composed]:
        """The full names that a name may stand for; the organs of a joint one in one, joined by `;`."""
        region = self.scope.region
        organs = [compose(mention, self.scope) for mention in (read_name(surface, region) if region else ())]
        if len(organs) < _JOINT or not all(organs):
            return organs[0] if organs else []
        if not all(is_sure(names) for names in organs):
            return organs[0] if is_sure(organs[0]) else [name for names in organs for name in names]
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
