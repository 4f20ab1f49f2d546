"""Comparing one gold bulletin with one predicted bulletin: a judge a record type, each a stream of judgements."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bulletin_nlp.evaluate.gold import GoldBulletin
from bulletin_nlp.evaluate.judges.dates import judge_dates
from bulletin_nlp.evaluate.judges.grounding import judge_grounding
from bulletin_nlp.evaluate.judges.head import judge_head
from bulletin_nlp.evaluate.judges.praise import judge_achievements, judge_references
from bulletin_nlp.evaluate.judges.problems import judge_problems
from bulletin_nlp.evaluate.judges.recommendations import judge_recommendations
from bulletin_nlp.evaluate.judges.units import judge_units
from bulletin_nlp.evaluate.score import Judgement
from bulletin_nlp.records import Bulletin

Judge = Callable[[GoldBulletin, Bulletin], Iterator[Judgement]]

JUDGES: tuple[Judge, ...] = (
    judge_grounding,
    judge_head,
    judge_dates,
    judge_units,
    judge_problems,
    judge_recommendations,
    judge_achievements,
    judge_references,
)


def judge(gold: GoldBulletin, predicted: Bulletin) -> tuple[Judgement, ...]:
    """Every judgement on a predicted bulletin."""
    return tuple(judgement for one in JUDGES for judgement in one(gold, predicted))


__all__ = ["JUDGES", "Judge", "judge"]
