"""Commended facts, and documents referred to."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_nlp.evaluate.gold import GoldBulletin
from bulletin_nlp.evaluate.judges.compare import sets_of_pairing, spans, surfaces
from bulletin_nlp.evaluate.match import pair_equal, pair_overlapping
from bulletin_nlp.evaluate.score import Judgement
from bulletin_nlp.records import Bulletin


def judge_achievements(gold: GoldBulletin, predicted: Bulletin) -> Iterator[Judgement]:
    """`achievements.overlap`, `.strict`, and the praised `.units` of all of them."""
    places = [record.span for record in predicted.achievements]
    pairing = pair_overlapping(gold.achievements, places)
    yield from spans("achievements.overlap", gold.achievements, places, pairing)
    yield from spans("achievements.strict", gold.achievements, places, pair_equal(gold.achievements, places))
    surface = surfaces(predicted)
    yield from sets_of_pairing(
        "achievements.units",
        [(a, a.units) for a in gold.achievements],
        [(b.span, [surface[unit] for unit in b.units]) for b in predicted.achievements],
        pairing,
    )


def judge_references(gold: GoldBulletin, predicted: Bulletin) -> Iterator[Judgement]:
    """`references.span`: equal spans, brackets included."""
    places = [record.span for record in predicted.references]
    yield from spans("references.span", gold.references, places, pair_equal(gold.references, places))
