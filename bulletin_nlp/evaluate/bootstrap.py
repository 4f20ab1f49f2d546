"""How sure a figure is: percentile intervals from bulletins drawn again and again with replacement.

Bulletins, not judgements, are drawn, because the errors of one bulletin hang together.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from bulletin_nlp.evaluate.evaluation import Document
from bulletin_nlp.evaluate.score import Counts, tally

ROUNDS = 1000
SEED = 1
_FEWEST = 3
"""Bulletins below which an interval would only look like one."""


def intervals(documents: Sequence[Document], level: float = 0.95) -> dict[str, tuple[float, float]]:
    """The interval of F1 (of a field: accuracy) for each measure.

    Args:
        documents: the judged bulletins; fewer than three give no intervals.
        level: the share of the draws between the bounds.

    Returns:
        Lower and upper bound by the key of the measure; the same documents give the same bounds.
    """
    if len(documents) < _FEWEST:
        return {}
    counts = [tally(document.judgements) for document in documents]
    keys = sorted({key for count in counts for key in count})
    # Plain triples by measure: a thousand draws of some dozens of bulletins stay well under a second.
    rows = {key: [(c.tp, c.fp, c.fn) for c in (count.get(key, Counts()) for count in counts)] for key in keys}
    generator = random.Random(SEED)
    draws = [generator.choices(range(len(counts)), k=len(counts)) for _ in range(ROUNDS)]
    found = {}
    for key in keys:
        values = sorted(value for draw in draws if (value := _f1(rows[key], draw)) is not None)
        if values:
            cut = int((1 - level) / 2 * len(values))
            found[key] = (values[cut], values[-1 - cut])
    return found


def _f1(rows: Sequence[tuple[int, int, int]], draw: Sequence[int]) -> float | None:
    tp = wrong = 0
    for index in draw:
        right, false, missed = rows[index]
        tp += right
        wrong += false + missed
    return 2 * tp / (2 * tp + wrong) if tp or wrong else None
