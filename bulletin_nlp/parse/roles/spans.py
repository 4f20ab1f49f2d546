"""Sorted spans, asked which one holds a place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any


class Spans:
    """Disjoint spans in text order, with `start` and `end`."""

    def __init__(self, spans: Sequence[Mapping[str, Any]]) -> None:
        self.spans = sorted(spans, key=lambda span: span["start"])
        self._starts = [span["start"] for span in self.spans]

    def holding(self, start: int, end: int) -> Mapping[str, Any] | None:
        """The span that holds the stretch, if any."""
        at = bisect_right(self._starts, start) - 1
        return self.spans[at] if at >= 0 and end <= self.spans[at]["end"] else None

    def next_after(self, place: int, default: int) -> int:
        """Where the next span behind a place begins."""
        at = bisect_right(self._starts, place)
        return self._starts[at] if at < len(self._starts) else default


def innermost(parts: Sequence[Mapping[str, Any]], starts: Sequence[int]) -> list[Mapping[str, Any] | None]:
    """For each of the sorted places the innermost of the nested parts that holds it; parents stand before children."""
    found: list[Mapping[str, Any] | None] = []
    stack: list[Mapping[str, Any]] = []
    position = 0
    for start in starts:
        while position < len(parts) and parts[position]["start"] <= start:
            stack.append(parts[position])
            position += 1
        while stack and stack[-1]["end"] <= start:
            stack.pop()
        found.append(next((part for part in reversed(stack) if part["end"] > start), None))
    return found
