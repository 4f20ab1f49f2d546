"""Features of a sentence for the statistical layer: hashed characters, pairs of neighbours, and pairs a little apart.

Everything is integer arithmetic on code points, so a sentence has the same features on every machine.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

BUCKETS = 1 << 17
LONGEST = 400
"""Characters of one sentence that are looked at."""

_NUMBER = re.compile(
    r"[\d.]+(?:余|多)?|[〇零一二两三四五六七八九十百千万几]+(?=[个名户件家处条次人天月年项份台座公里亩元万本宗只辆所村路块米张起套类层栋间盏])"
)
_NEIGHBOURS, _APART = 1.0, 0.7
"""How much the block of characters and neighbours counts, and that of pairs two to four characters apart."""
_REACH = range(2, 5)

Integers = NDArray[np.int64]
Floats = NDArray[np.float32]


def features(text: str, weights: Floats) -> tuple[Integers, Floats]:
    """The features of a folded sentence.

    Args:
        text: the sentence; numbers in it are one feature, whatever they are.
        weights: how telling each of the `BUCKETS` buckets is.

    Returns:
        Distinct buckets, ascending, and their values; the values have the length 1.
    """
    near, far = buckets(text)
    a, b = _weighed(near, weights, _NEIGHBOURS), _weighed(far, weights, _APART)
    where, back = np.unique(np.concatenate((a[0], b[0])), return_inverse=True)
    values = np.bincount(back, np.concatenate((a[1], b[1])), minlength=len(where)).astype(np.float32)
    return where, values / max(float(np.linalg.norm(values)), 1e-9)


def buckets(text: str) -> tuple[Integers, Integers]:
    """The buckets of the characters and neighbours of a folded sentence, and those of its pairs apart; with repeats."""
    marked = "^" + _NUMBER.sub("N", text[:LONGEST].replace("\n", "")) + "$"
    codes = np.frombuffer(marked.encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    near = (_mixed(codes, 0, 1), _mixed(codes[:-1], codes[1:], 2))
    far = [_mixed(codes[:-gap], codes[gap:], 3) for gap in _REACH if len(codes) > gap]
    return np.concatenate(near), np.concatenate(far) if far else np.empty(0, np.int64)


def _mixed(first: NDArray[np.uint64], second: NDArray[np.uint64] | int, kind: int) -> Integers:
    value = (first << np.uint64(34)) ^ (np.asarray(second, np.uint64) << np.uint64(4)) ^ np.uint64(kind)
    value ^= value >> np.uint64(33)  # the finaliser of MurmurHash3: every bit of the key reaches the low ones
    value *= np.uint64(0xFF51AFD7ED558CCD)
    value ^= value >> np.uint64(33)
    value *= np.uint64(0xC4CEB9FE1A85EC53)
    value ^= value >> np.uint64(33)
    return (value & np.uint64(BUCKETS - 1)).astype(np.int64)


def _weighed(found: Integers, weights: Floats, block: float) -> tuple[Integers, Floats]:
    where, times = np.unique(found, return_counts=True)
    values = ((1 + np.log(times)) * weights[where]).astype(np.float32)
    return where, block * values / max(float(np.linalg.norm(values)), 1e-9)
