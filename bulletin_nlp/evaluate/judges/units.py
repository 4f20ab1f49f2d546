"""Mentions of units: place, kind, role, canonical name."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_nlp.evaluate.gold import GoldBulletin
from bulletin_nlp.evaluate.judges.compare import spans, value
from bulletin_nlp.evaluate.match import Pairing, pair_equal, pair_overlapping
from bulletin_nlp.evaluate.score import Judgement
from bulletin_nlp.records import Bulletin, UnitMention


def judge_units(gold: GoldBulletin, predicted: Bulletin) -> Iterator[Judgement]:
    """`units.span`: equal spans; `units.overlap`; `units.named` and so on: span and kind; fields of the spans found."""
    places = [unit.span for unit in predicted.units]
    pairing = pair_equal(gold.units, places)
    yield from spans("units.span", gold.units, places, pairing)
    yield from spans("units.overlap", gold.units, places, pair_overlapping(gold.units, places))
    yield from _by_kind(gold, predicted, pairing)
    for g, p in pairing.pairs:
        a, b = gold.units[g], predicted.units[p]
        yield value("units.kind", a, a.kind, b.kind)
        yield value("units.role", a, a.role, b.roles[0] if b.roles else "")
        if a.canonical:
            yield value("units.canonical", a, ";".join(sorted(a.canonical)), ";".join(sorted(canonical_names(b))))


def canonical_names(unit: UnitMention) -> set[str]:
    """The full names that the mention was resolved to: none, one, or both where a surface names two organs."""
    return set(unit.match.canonical_names) or {unit.match.canonical_name or ""} - {""}


def _by_kind(gold: GoldBulletin, predicted: Bulletin, pairing: Pairing) -> Iterator[Judgement]:
    same = {(g, p) for g, p in pairing.pairs if gold.units[g].kind == predicted.units[p].kind}
    found, used = {g for g, _ in same}, {p for _, p in same}
    for g, a in enumerate(gold.units):
        hit = g in found
        yield Judgement(f"units.{a.kind}", "hit" if hit else "missed", a.start, a.end, a.text, a.text if hit else "")
    for p, b in enumerate(predicted.units):
        if p not in used:
            yield Judgement(f"units.{b.kind}", "false", b.span.start, b.span.end, "", b.span.text)
