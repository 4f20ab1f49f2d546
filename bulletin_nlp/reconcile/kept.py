"""The verdict on a name by what people keep: their decisions, their lists, then what was derived for the region."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from bulletin_nlp.reconcile.region import RegionVerdict, county_of
from bulletin_nlp.reconcile.registry import Registry, Unit
from bulletin_nlp.records.unit import MatchStatus, UnitCandidate
from bulletin_nlp.text.fold import fold

if TYPE_CHECKING:
    from bulletin_nlp.reconcile.scope import Composed

Kept = tuple[MatchStatus, tuple[UnitCandidate, ...]]
_TIE = 0.05
_SUCCESSOR = 0.8


def kept(
    surface: str, names: Sequence[Composed], registry: Registry, on: date | None, region: RegionVerdict | None
) -> Kept | None:
    """What a registry says about a surface.

    Args:
        surface: as written, folded and without blanks.
        names: the full names that it may stand for, by composition.
        registry: what people keep.
        on: the day of the bulletin.
        region: the place whose authorities speak.

    Returns:
        Status and candidates, the best first; None where the registry has nothing to say.
    """
    decision = registry.decided(surface, on, region)
    if decision is not None:
        unit = decision.unit()
        if unit is None:
            return "unmatched", ()
        known = registry.by_id.get(unit.id, unit)
        return "matched", (_candidate(known, 1.0, f"decision {decision.number}"),)
    best = max((name.score for name in names), default=0.0)
    composed = {name.name: name for name in reversed(names) if best - name.score < _TIE}
    if own := _units(surface, composed, registry, on, region, own=True):
        return _among([_candidate(unit, 1.0, "registry") for unit in own])
    if after := registry.following(surface, on, region, own=True):
        return _among([_candidate(unit, _SUCCESSOR, "successor, registry") for unit in after])
    derived = _units(surface, composed, registry, on, region, own=False)
    if told := [unit for unit in derived if unit.name in composed]:
        parts = [(unit, composed[unit.name]) for unit in told]
        return _among([_candidate(u, name.score, f"{name.basis}, registry (derived)") for u, name in parts])
    if derived:
        return _among([_candidate(unit, 1.0, "registry (derived)") for unit in derived])
    after = registry.following(surface, on, region)
    return _among([_candidate(unit, _SUCCESSOR, "successor, registry") for unit in after]) if after else None


def _units(
    surface: str, names: Iterable[str], registry: Registry, on: date | None, region: RegionVerdict | None, *, own: bool
) -> list[Unit]:
    """Units that a person keeps (`own`), or derived ones: by the surface, else by the names composed of it."""

    def of_rank(units: Sequence[Unit]) -> list[Unit]:
        return [unit for unit in units if (unit.source != "derived") is own]

    hits = of_rank(registry.find(surface, on, region))
    exact = [unit for unit in hits if unit.name == surface]
    return exact or hits or [unit for name in names for unit in of_rank(registry.find(name, on, region))]


def rejected(
    text: str,
    mentions: Sequence[Mapping[str, Any]],
    registry: Registry | None,
    on: date | None,
    region: RegionVerdict | None,
) -> list[int]:
    """The indices of the mentions that, by a person's decision, are no unit."""
    if registry is None or not registry.decisions:
        return []
    region = region and county_of(region)
    found = []
    for number, mention in enumerate(mentions):
        decision = registry.decided(surface_of(text[mention["start"] : mention["end"]]), on, region)
        if decision is not None and decision.verdict == "not-a-unit":
            found.append(number)
    return found


def surface_of(words: str) -> str:
    """The form in which surfaces are compared: folded, without blanks and line breaks."""
    return fold(words).replace("\n", "").replace(" ", "")


def _among(candidates: list[UnitCandidate]) -> Kept:
    """Matched where one unit stands alone, else a tie."""
    distinct = {candidate.canonical_id: candidate for candidate in reversed(candidates)}
    ranked = sorted(distinct.values(), key=lambda c: (-c.score, c.canonical_name))
    return ("matched" if len(ranked) == 1 else "ambiguous"), tuple(ranked)


def _candidate(unit: Unit, score: float, basis: str) -> UnitCandidate:
    return UnitCandidate(canonical_id=unit.id, canonical_name=unit.name, score=round(score, 2), basis=basis)
