"""Measuring: tagged gold in, counts that add up out, with every judgement behind them."""

from bulletin_nlp.evaluate.evaluation import (
    Document,
    Evaluation,
    Named,
    Predict,
    evaluate,
    evaluate_gold,
    judge_document,
)
from bulletin_nlp.evaluate.gold import GoldBulletin, GoldError, discover, load_gold, read_gold
from bulletin_nlp.evaluate.score import Counts, Judgement, tally

__all__ = [
    "Counts",
    "Document",
    "Evaluation",
    "GoldBulletin",
    "GoldError",
    "Judgement",
    "Named",
    "Predict",
    "discover",
    "evaluate",
    "evaluate_gold",
    "judge_document",
    "load_gold",
    "read_gold",
    "tally",
]
