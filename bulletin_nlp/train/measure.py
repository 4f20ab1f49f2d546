"""How well each layer, and both together, code sentences of a pass that nothing was trained on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bulletin_nlp.pipes.findings.classify import Judged, domains, natures
from bulletin_nlp.pipes.findings.decide import combine
from bulletin_nlp.pipes.findings.statistical import Model
from bulletin_nlp.train.corpus import Row
from bulletin_nlp.train.train import given

_LAYERS = ("cues", "model", "together")
_ROUNDS = 500
Pair = tuple[tuple[str, ...], tuple[str, ...]]


class Figures(NamedTuple):
    """Micro-averaged precision, recall and F1 of all codes, the share of right primary ones, that of no answer, and
    a 95 % interval of F1 by bootstrap over sentences."""

    sentences: int
    precision: float
    recall: float
    f1: float
    primary: float
    unknown: float
    low: float
    high: float


def layers(facet: str) -> tuple[str, ...]:
    """The layers that code a facet; whether a sentence is a finding is measured of the model alone."""
    return ("model",) if facet == "kind" else _LAYERS


def code(facet: str, layer: str, rows: Sequence[Row], model: Model) -> list[Pair]:
    """For each sentence that has codes of the facet: these, and those that the layer gives."""
    rows = [row for row in rows if given(row, facet)]
    margins = model.margins([row.text for row in rows])[facet]
    codes = model.facets[facet].codes
    pairs = []
    for row, margin in zip(rows, margins, strict=True):
        cues = [] if layer == "model" else natures(row.text) if facet == "nature" else domains(row.text)
        found: Sequence[Judged] = cues if layer == "cues" else combine(facet, codes, margin, cues, 0)
        if facet == "kind":
            found = found[:1]  # a sentence is a finding or it is none
        pairs.append((given(row, facet), tuple(judged.code for judged in found)))
    return pairs


def figures(pairs: Sequence[Pair], seed: int) -> Figures:
    """The figures of pairs of given and found codes."""
    counts = np.array([[len(set(a) & set(b)), len(set(b) - set(a)), len(set(a) - set(b))] for a, b in pairs])
    chance = np.random.default_rng(seed)
    drawn = [_f1(counts[chance.integers(0, len(pairs), len(pairs))].sum(axis=0)) for _ in range(_ROUNDS)]
    right, false, missed = counts.sum(axis=0)
    return Figures(
        len(pairs),
        right / max(right + false, 1),
        right / max(right + missed, 1),
        _f1(counts.sum(axis=0)),
        sum(a[0] == b[0] for a, b in pairs if b) / len(pairs),
        sum(not b for _, b in pairs) / len(pairs),
        *(float(edge) for edge in np.percentile(drawn, [2.5, 97.5])),
    )


def by_code(pairs: Sequence[Pair]) -> dict[str, tuple[int, int, int]]:
    """For each code how often it was right, false and missed."""
    names = sorted({name for pair in pairs for codes in pair for name in codes})
    return {
        name: (
            sum(name in a and name in b for a, b in pairs),
            sum(name not in a and name in b for a, b in pairs),
            sum(name in a and name not in b for a, b in pairs),
        )
        for name in names
    }


def confusions(pairs: Sequence[Pair]) -> list[tuple[tuple[str, str], int]]:
    """Primary codes and what was given for them instead, most frequent first; no answer is no confusion."""
    return Counter((a[0], b[0]) for a, b in pairs if b and b[0] not in a).most_common()


def _f1(counts: NDArray[np.int64]) -> float:
    right, false, missed = counts
    return float(2 * right / max(2 * right + false + missed, 1))
