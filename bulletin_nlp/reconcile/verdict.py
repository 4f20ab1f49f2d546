"""From the full names that a name may stand for to the verdict; a tie is reported as a tie."""

from __future__ import annotations

from collections.abc import Sequence

from bulletin_nlp.reconcile.expand import members
from bulletin_nlp.reconcile.kept import kept
from bulletin_nlp.reconcile.registry import Registry, unit_id
from bulletin_nlp.reconcile.scope import Composed, Scope
from bulletin_nlp.records import UnitCandidate, UnitMatch
from bulletin_nlp.records.unit import MatchStatus

NOT_APPLICABLE = UnitMatch(status="not_applicable")
_UNMATCHED = UnitMatch(status="unmatched")
_TIE = 0.05
_SURE = 0.6


def verdict(surface: str, names: Sequence[Composed], scope: Scope, registry: Registry | None) -> UnitMatch:
    """The verdict on a name.

    Args:
        surface: as written, folded and without blanks.
        names: the full names that it may stand for.
        scope: region and day.
        registry: canonical units that a person keeps; they outrank composed names.
    """
    found = None if registry is None else kept(surface, names, registry, scope.on, scope.region)
    if found is not None:
        return _match(*found) if found[1] else UnitMatch(status="unmatched", basis="decision")
    distinct = {name.name: name for name in reversed(names)}
    ranked = _plainest_first(sorted(distinct.values(), key=lambda n: (-n.score, n.name)))
    candidates = tuple(
        UnitCandidate(canonical_id=unit_id(n.name), canonical_name=n.name, score=round(n.score, 2), basis=n.basis)
        for n in ranked
    )
    return _match("derived" if is_sure(ranked) else "ambiguous", candidates) if candidates else _UNMATCHED


def collective(surface: str, scope: Scope, registry: Registry | None) -> UnitMatch:
    """The verdict on a collective: no unit of its own, but the bodies that it addresses."""
    found = members(surface, scope, registry)
    return UnitMatch(status="not_applicable", members=found, basis="collective") if found else NOT_APPLICABLE


def is_sure(names: Sequence[Composed]) -> bool:
    """Whether the first of some names, best first, stands alone and is likely enough to be the verdict."""
    if not names or names[0].score < _SURE:
        return False
    return len({name.name for name in names if names[0].score - name.score < _TIE}) == 1


def _plainest_first(names: list[Composed]) -> list[Composed]:
    """Of tied names that only lengthen one of them that one, with the least certainty of a verdict: 县城管局 is 城市管理局
    before it is 城市管理综合执法局. Other ties stay."""
    tied = [name for name in names if names[0].score - name.score < _TIE]
    plain = min(tied, key=lambda name: len(name.name), default=None)
    if plain is None or len(tied) < 2 or not all(name.name.startswith(plain.name[:-1]) for name in tied):
        return names
    rest = [name._replace(score=min(name.score, _SURE - _TIE)) for name in names if name is not plain]
    return [plain._replace(score=_SURE), *rest]


def _match(status: MatchStatus, candidates: tuple[UnitCandidate, ...]) -> UnitMatch:
    """A match whose best candidate is the verdict, unless there is a tie."""
    if status == "ambiguous":
        return UnitMatch(status=status, candidates=candidates)
    best = candidates[0]
    organs = tuple(best.canonical_name.split(";"))
    return UnitMatch(
        status=status,
        canonical_id=best.canonical_id,
        canonical_name=best.canonical_name,
        canonical_names=organs if len(organs) > 1 else (),
        score=best.score,
        basis=best.basis,
        candidates=candidates,
    )
