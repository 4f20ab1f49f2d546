"""One-to-one matching of gold and predicted spans."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


class Bounds(Protocol):
    """Anything with half-open offsets."""

    @property
    def start(self) -> int: ...  # noqa: D102

    @property
    def end(self) -> int: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Pairing:
    """Which gold item (first index) goes with which predicted one (second), and what stayed alone."""

    pairs: tuple[tuple[int, int], ...]
    missed: tuple[int, ...]
    false: tuple[int, ...]

    @property
    def predicted_of(self) -> dict[int, int]:
        """Gold index → predicted index."""
        return dict(self.pairs)

    @property
    def gold_of(self) -> dict[int, int]:
        """Predicted index → gold index."""
        return {predicted: gold for gold, predicted in self.pairs}


def pair_equal(gold: Sequence[Bounds], predicted: Sequence[Bounds]) -> Pairing:
    """Pair spans with equal bounds; of several predictions with the same bounds the first is taken."""
    waiting: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for index in range(len(predicted) - 1, -1, -1):
        waiting[predicted[index].start, predicted[index].end].append(index)
    pairs = []
    for index, item in enumerate(gold):
        if candidates := waiting[item.start, item.end]:
            pairs.append((index, candidates.pop()))
    return _pairing(pairs, len(gold), len(predicted))


def pair_overlapping(gold: Sequence[Bounds], predicted: Sequence[Bounds], least: float = 0.5) -> Pairing:
    """Pair spans that share at least `least` of the longer of the two, the greatest overlaps first.

    Ties go to the pair that is more alike, then to the one earlier in the text.
    """
    candidates = []
    for g, a in enumerate(gold):
        for p, b in enumerate(predicted):
            shared = min(a.end, b.end) - max(a.start, b.start)
            longer = max(a.end - a.start, b.end - b.start)
            if shared > 0 and shared >= least * longer:
                candidates.append((-shared, longer, a.start, b.start, g, p))
    pairs: list[tuple[int, int]] = []
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    for *_, g, p in sorted(candidates):
        if g not in taken_gold and p not in taken_predicted:
            taken_gold.add(g)
            taken_predicted.add(p)
            pairs.append((g, p))
    return _pairing(pairs, len(gold), len(predicted))


def _pairing(pairs: list[tuple[int, int]], gold: int, predicted: int) -> Pairing:
    found, used = {g for g, _ in pairs}, {p for _, p in pairs}
    return Pairing(
        pairs=tuple(sorted(pairs)),
        missed=tuple(i for i in range(gold) if i not in found),
        false=tuple(i for i in range(predicted) if i not in used),
    )
