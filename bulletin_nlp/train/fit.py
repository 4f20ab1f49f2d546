"""Regularised least squares on hashed features, solved exactly: no steps, no chance, and one factorisation for all codes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bulletin_nlp.pipes.findings.features import BUCKETS, Floats, buckets, features

RIDGE = 0.3
BIAS = 0.05
SECONDARY = 0.3
"""What a secondary code is taught as, between 1 for the primary one and -1 for a code that a row has not."""
_SLICE = 2048

Matrix = NDArray[np.float64]


class Fitted(NamedTuple):
    """Margins of a sentence with features x: `x @ weights + bias`."""

    weights: Matrix
    bias: Matrix


def rarity(texts: Sequence[str]) -> Floats:
    """How telling each bucket is: the logarithm of its rarity among the texts."""
    count = np.zeros(BUCKETS, np.float64)
    for text in texts:
        count[np.unique(np.concatenate(buckets(text)))] += 1
    # Half precision, as the shipped model keeps it: training sees what running will see.
    value = np.log((1 + len(texts)) / (1 + count)) + 1
    return value.astype(np.float16).astype(np.float32)


def table(texts: Sequence[str], weights: Floats):  # type: ignore[no-untyped-def]  # scipy's type, imported where it is used
    """The features of texts as a sparse matrix, a row a text."""
    from scipy.sparse import csr_array

    rows = [features(text, weights) for text in texts]
    ends = np.cumsum([0, *(len(where) for where, _ in rows)])
    where, values = (np.concatenate([row[part] for row in rows]) for part in (0, 1))
    return csr_array((values.astype(np.float32), where, ends), shape=(len(texts), BUCKETS))


def targets(codes: Sequence[str], given: Sequence[tuple[str, ...]], secondary: float = SECONDARY) -> Matrix:
    """What each row is taught for each code."""
    place = {code: number for number, code in enumerate(codes)}
    wanted = np.full((len(given), len(codes)), -1.0)
    for row, names in enumerate(given):
        for rank, name in enumerate(names):
            wanted[row, place[name]] = secondary if rank else 1.0
    return wanted


def alike(matrix) -> Floats:  # type: ignore[no-untyped-def]
    """How alike each two rows of features are."""
    kernel: Floats = (matrix @ matrix.T).toarray() + np.float32(BIAS)
    return kernel


def solve(matrix, kernel: Floats, wanted: Matrix, worth: Matrix) -> Fitted:  # type: ignore[no-untyped-def]
    """The weights that least squares with a ridge gives.

    Args:
        matrix: features, a row a sentence.
        kernel: how alike these rows are; it is overwritten.
        wanted: what each row is taught, a column a code.
        worth: what each row counts.
    """
    from scipy.linalg import cho_factor, cho_solve

    kernel[np.diag_indices_from(kernel)] += (RIDGE / worth).astype(np.float32)
    factor = cho_factor(kernel, lower=True, overwrite_a=True, check_finite=False)
    dual = cho_solve(factor, wanted.astype(np.float32), check_finite=False)
    weights = np.empty((matrix.shape[1], wanted.shape[1]))
    turned = matrix.T.tocsr()
    for start in range(0, turned.shape[0], _SLICE):
        weights[start : start + _SLICE] = turned[start : start + _SLICE] @ dual
    return Fitted(weights, BIAS * dual.sum(axis=0))
