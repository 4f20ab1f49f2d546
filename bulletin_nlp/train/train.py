"""From sentences to a model: fit, calibrate on the passes left out, round to bytes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from bulletin_nlp.knowledge.taxonomy import taxonomy
from bulletin_nlp.pipes.findings.features import Floats
from bulletin_nlp.pipes.findings.statistical import Facet, Model
from bulletin_nlp.train.corpus import NONE, CorpusError, Row, digest, phrase_rows, read_rows, training_files
from bulletin_nlp.train.fit import Fitted, Matrix, alike, rarity, solve, table, targets

FACETS = ("nature", "domain", "kind")
_USUAL = 0.12
_FOLDS = 3
_TEMPERATURES = tuple(round(0.06 + 0.01 * step, 2) for step in range(25))


class Trained(NamedTuple):
    """A model, for each pass left out of training a model of others (with the temperature of the whole), and the rows."""

    model: Model
    left_out: dict[str, Model]
    rows: list[Row]


def train(folder: Path, *, calibrate: bool = True) -> Trained:
    """Train on the files `train_*.tsv` of a folder. The same files and taxonomy give the same model.

    Args:
        folder: where the files are.
        calibrate: whether to train also without each pass, a few of them at a time, which takes some times as long;
            without it, or with one pass alone, the temperature is a usual one and nothing is left out.

    Raises:
        CorpusError: no such file, or one that breaks the convention.
        ImportError: without the extra `train`.
    """
    files = training_files(folder)
    if not files:
        raise CorpusError(f"{folder}: no train_*.tsv in it")
    rows = [row for path in files for row in read_rows(path)]
    lesson = _Lesson([*rows, *phrase_rows(taxonomy())])
    sources = list(dict.fromkeys(row.source for row in rows)) if calibrate and len(files) > 1 else []
    parts: dict[str, Model] = {}
    for turn in range(min(_FOLDS, len(sources))):
        out = sources[turn::_FOLDS]
        parts |= dict.fromkeys(out, lesson.fit("", without=frozenset(out)))
    temperatures = {facet: _temperature(facet, parts, rows) for facet in FACETS}
    whole = _warmed(lesson.fit(digest(files)), temperatures)
    return Trained(whole, {source: _warmed(part, temperatures) for source, part in parts.items()}, rows)


def given(row: Row, facet: str) -> tuple[str, ...]:
    """The codes of a row; none where it teaches nothing about the facet. Of the facet `kind`: a finding, or none."""
    if facet == "kind":
        return ("none",) if row.natures == (NONE,) else ("finding",)
    codes = row.natures if facet == "nature" else row.domains
    return () if codes == (NONE,) else codes


class _Lesson:
    """Rows with their features, and how alike they are: what every fit of a part of them shares."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self.codes = {
            "nature": tuple(entry.code for entry in taxonomy().nature),
            "domain": tuple(entry.code for entry in taxonomy().domain),
            "kind": ("finding", "none"),
        }
        self.rarity = rarity([row.text for row in rows])
        self.matrix = table([row.text for row in rows], self.rarity)
        self.kernel = alike(self.matrix)

    def fit(self, data: str, *, without: frozenset[str] = frozenset()) -> Model:
        """A model of the rows of all passes but some; `data` names what it was trained on."""
        facets = {}
        for facet, codes in self.codes.items():
            taught = [number for number, row in enumerate(self.rows) if row.source not in without and given(row, facet)]
            wanted = targets(codes, [given(self.rows[number], facet) for number in taught])
            worth = np.array([self.rows[number].worth for number in taught])
            kernel = self.kernel[np.ix_(taught, taught)]
            facets[facet] = _rounded(codes, solve(self.matrix[taught], kernel, wanted, worth))
        return Model(self.rarity, facets, data)


def _rounded(codes: tuple[str, ...], fitted: Fitted) -> Facet:
    """Weights as bytes, a scale for each code."""
    scale = np.maximum(np.abs(fitted.weights).max(axis=0), 1e-9) / 127
    weights = np.rint(fitted.weights / scale).astype(np.int8)
    return Facet(codes, weights, scale.astype(np.float32), fitted.bias.astype(np.float32), 1.0)


def _warmed(model: Model, temperatures: dict[str, float]) -> Model:
    facets = {
        name: Facet(facet.codes, facet.weights, facet.scale, facet.bias, temperatures[name])
        for name, facet in model.facets.items()
    }
    return Model(model.rarity, facets, model.data)


def _temperature(facet: str, parts: dict[str, Model], rows: Sequence[Row]) -> float:
    """The temperature under which the passes left out are least surprising."""
    found: list[tuple[Floats, Matrix]] = []
    for source, model in parts.items():
        kept = [row for row in rows if row.source == source and given(row, facet)]
        if not kept:
            continue
        codes = model.facets[facet].codes
        found.append(
            (
                model.margins([row.text for row in kept])[facet],
                np.array([[code == given(row, facet)[0] for code in codes] for row in kept], np.float64),
            )
        )
    if not found:
        return _USUAL
    return min(_TEMPERATURES, key=lambda heat: sum(_surprise(margins / heat, wanted) for margins, wanted in found))


def _surprise(logits: Floats, wanted: Matrix) -> float:
    top = logits.max(axis=1, keepdims=True)
    spread = np.log(np.exp(logits - top).sum(axis=1, keepdims=True)) + top
    return float(((spread - logits) * wanted).sum())
