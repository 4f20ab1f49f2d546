"""What a parse costs: as a ratio to jieba's own segmentation of the same text, and how it grows.

Run with `pytest tests/benchmarks --benchmark-enable`; the ratio is in the benchmark's extra information.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from bulletin_nlp.parse import parse
from bulletin_nlp.pipes.words import words


def _text(corpora: Path, length: int) -> str:
    """Gold bulletins end to end, repeated to a length."""
    whole = (corpora / "gold" / "seed" / "bulletin.txt").read_text("utf-8") + "\n\n"
    return (whole * (length // len(whole) + 1))[:length]


@pytest.mark.parametrize("length", [2_000, 20_000, 200_000, 1_000_000])
def test_parse_against_segmentation(benchmark: Any, corpora: Path, length: int) -> None:
    text = _text(corpora, length)
    parse(text[:2_000])
    start = time.perf_counter()
    count = sum(1 for _ in words(text))
    segmentation = time.perf_counter() - start
    bulletin = benchmark.pedantic(parse, args=(text,), rounds=1 if length > 20_000 else 5)
    assert count
    assert bulletin.text == text
    if benchmark.stats:
        benchmark.extra_info["ratio_to_jieba"] = round(benchmark.stats.stats.min / segmentation, 2)
        benchmark.extra_info["microseconds_a_character"] = round(benchmark.stats.stats.min / length * 1e6, 2)
