"""How alike two texts are: a digest of the bare characters, and MinHash over runs of five of them.

Broder 1997 (resemblance), Indyk and Motwani 1998 (bands). Our own sixty lines with numpy, which spaCy brings anyway: the
libraries that do this either seed themselves per process or change their hashes between versions, and signatures
that are kept for decades must mean the same then.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from typing import TYPE_CHECKING

from bulletin_nlp.archive.searchable import searchable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.uint64]

ALIKE = 0.6
"""The share of common runs above which two texts are copies of one another."""
_RUN, _BANDS, _ROWS = 5, 32, 4
_COUNT = _BANDS * _ROWS
_BARE = re.compile(r"[^0-9a-z\u3400-\u9fff〇]+")
_MULTIPLIER = 0x9E3779B97F4A7C15


def bare(text: str) -> str:
    """Letters, digits and Chinese characters alone, in searchable form."""
    return _BARE.sub("", searchable(text))


@cache
def _seeds() -> tuple[Numbers, Numbers]:
    """Odd multipliers and addends from SHA-256 of their numbers: the same on every machine."""
    import numpy as np

    made = [hashlib.sha256(f"minhash {n}".encode()).digest() for n in range(_COUNT)]
    odd = np.array([int.from_bytes(d[:8], "big") | 1 for d in made], dtype=np.uint64)
    add = np.array([int.from_bytes(d[8:16], "big") for d in made], dtype=np.uint64)
    return odd, add


def signature(characters: str) -> bytes:
    """The MinHash of bare characters, 128 numbers of four bytes, little-endian; a short text counts as one run."""
    import numpy as np

    codes = np.array([ord(c) for c in characters], dtype=np.uint64)
    runs = max(1, len(codes) - _RUN + 1)
    padded = np.concatenate([codes, np.zeros(max(0, _RUN - len(codes)), dtype=np.uint64)])
    hashes = np.zeros(runs, dtype=np.uint64)
    for offset in range(_RUN):
        hashes = hashes * np.uint64(_MULTIPLIER) + padded[offset : offset + runs]
        hashes ^= hashes >> np.uint64(29)
    odd, add = _seeds()
    distinct = np.unique(hashes)
    mixed = (distinct[:, None] * odd[None, :] + add[None, :]) >> np.uint64(32)
    return bytes(mixed.min(axis=0).astype("<u4").tobytes())


def bands(made: bytes) -> list[int]:
    """The keys under which a signature is looked for: texts that share one may be alike."""
    width = _ROWS * 4
    keys = []
    for number in range(_BANDS):
        part = made[number * width : (number + 1) * width]
        digest = hashlib.blake2b(part, digest_size=8, salt=number.to_bytes(2, "big")).digest()
        keys.append(int.from_bytes(digest, "big", signed=True))
    return keys


def likeness(a: bytes, b: bytes) -> float:
    """The estimated share of common runs of two signatures."""
    import numpy as np

    return float(np.mean(np.frombuffer(a, dtype="<u4") == np.frombuffer(b, dtype="<u4")))
