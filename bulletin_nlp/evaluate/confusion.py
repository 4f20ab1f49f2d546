"""Which value is taken for which: the pairs behind the errors of a field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from bulletin_nlp.evaluate.score import Judgement


def confusion(judgements: Iterable[Judgement], measure: str) -> list[tuple[str, str, int]]:
    """Expected value, given value and how often, the commonest first.

    Args:
        judgements: of any measures.
        measure: a field with one value, such as `problems.primary` or `units.role`.
    """
    pairs = Counter((j.expected, j.given) for j in judgements if j.measure == measure and j.verdict == "wrong")
    return [(expected, given, count) for (expected, given), count in sorted(pairs.items(), key=lambda p: (-p[1], p[0]))]
