"""Demands: place, heading, charged units, day due, problems answered."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_nlp.evaluate.gold import GoldBulletin
from bulletin_nlp.evaluate.judges.compare import optional, sets_of_pairing, spans, surfaces
from bulletin_nlp.evaluate.judges.problems import pair_problems
from bulletin_nlp.evaluate.match import Pairing, pair_equal, pair_overlapping
from bulletin_nlp.evaluate.score import Judgement
from bulletin_nlp.records import Bulletin, Span


def judge_recommendations(gold: GoldBulletin, predicted: Bulletin) -> Iterator[Judgement]:
    """`recommendations.overlap` and `.strict`; then headings, units, deadlines and links of all demands,
    those of missed and falsely found demands included."""
    wanted, had = gold.recommendations, predicted.recommendations
    places = [record.span for record in had]
    pairing = pair_overlapping(wanted, places)
    yield from spans("recommendations.overlap", wanted, places, pairing)
    yield from spans("recommendations.strict", wanted, places, pair_equal(wanted, places))
    headings = list({(h.start, h.end): h for h in (record.heading for record in had) if h is not None}.values())
    yield from _headings(gold, headings)
    surface = surfaces(predicted)
    yield from sets_of_pairing(
        "recommendations.units",
        [(a, a.units) for a in wanted],
        [(b.span, [surface[unit] for unit in b.units]) for b in had],
        pairing,
    )
    for g, p in pairing.pairs:
        yield from optional("recommendations.deadline", wanted[g], wanted[g].due, had[p].deadline)
    for g in pairing.missed:
        yield from optional("recommendations.deadline", wanted[g], wanted[g].due, None)
    for p in pairing.false:
        yield from optional("recommendations.deadline", places[p], None, had[p].deadline)
    yield from _links(gold, predicted, pairing)


def _headings(gold: GoldBulletin, headings: list[Span]) -> Iterator[Judgement]:
    pairing = pair_equal(gold.recommendation_headings, headings)
    return spans("recommendations.heading", gold.recommendation_headings, headings, pairing)


def _links(gold: GoldBulletin, predicted: Bulletin, pairing: Pairing) -> Iterator[Judgement]:
    """Links between demands and problems. A link whose problem is not in the gold is false, under its own number."""
    number = {predicted.problems[p].id: f"problem {g + 1}" for p, g in pair_problems(gold, predicted).gold_of.items()}
    yield from sets_of_pairing(
        "recommendations.links",
        [(a, [f"problem {n}" for n in a.answers]) for a in gold.recommendations],
        [
            (b.span, [number.get(answer.problem_id, answer.problem_id) for answer in b.answers])
            for b in predicted.recommendations
        ],
        pairing,
    )
