"""Judgements, and the counts they add up to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Verdict = Literal["hit", "wrong", "missed", "false"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One comparison of gold with prediction.

    Args:
        measure: what is compared: `group.name`, such as `dates.strict`.
        verdict: `hit`; `wrong` (found, with another value: both a false and a missed one); `missed`; `false`.
        start: where in the text, with `end`: the gold span, or the predicted one where gold has none.
        end: see `start`.
        expected: the gold value; empty where gold has none.
        given: the predicted value; empty where nothing was predicted.
    """

    measure: str
    verdict: Verdict
    start: int
    end: int
    expected: str
    given: str

    @property
    def group(self) -> str:
        """The record type."""
        return self.measure.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Counts:
    """True positives, false positives, false negatives. The sum of two counts is the count of the union.

    For a field with one expected and one given value an error counts as both false and missed, so that precision,
    recall and F1 all equal the accuracy. Ratios without a denominator are None.
    """

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @property
    def precision(self) -> float | None:
        """The part of what was predicted that is right."""
        return _ratio(self.tp, self.tp + self.fp)

    @property
    def recall(self) -> float | None:
        """The part of what is right that was predicted; of a field, its accuracy."""
        return _ratio(self.tp, self.tp + self.fn)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return _ratio(2 * self.tp, 2 * self.tp + self.fp + self.fn)


_WEIGHT: dict[Verdict, Counts] = {
    "hit": Counts(tp=1),
    "wrong": Counts(fp=1, fn=1),
    "missed": Counts(fn=1),
    "false": Counts(fp=1),
}


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def tally(judgements: Iterable[Judgement]) -> dict[str, Counts]:
    """Counts by measure."""
    counts: defaultdict[str, Counts] = defaultdict(Counts)
    for judgement in judgements:
        counts[judgement.measure] += _WEIGHT[judgement.verdict]
    return dict(counts)


def tally_values(judgements: Iterable[Judgement], measure: str) -> dict[str, Counts]:
    """Counts of one measure by value, such as by code; an error counts as missed for the one, false for the other."""
    counts: defaultdict[str, Counts] = defaultdict(Counts)
    for judgement in judgements:
        if judgement.measure != measure:
            continue
        if judgement.verdict == "hit":
            counts[judgement.expected] += Counts(tp=1)
            continue
        if judgement.expected:
            counts[judgement.expected] += Counts(fn=1)
        if judgement.given:
            counts[judgement.given] += Counts(fp=1)
    return dict(sorted(counts.items()))
