"""Sentences and clauses by punctuation; characters between quotation marks or brackets do not end one."""

from __future__ import annotations

import re
from collections.abc import Iterator

_OPEN = {"“": "”", "(": ")", "《": "》", "「": "」", "[": "]"}
_STEP = re.compile(r"[。;,!?\n\t“”()《》「」\[\]]")
_MAX_QUOTE = 120  # an opening mark whose partner is further away is taken for a stray one


def split(folded: str, start: int, end: int, *, stops: str = "。;!?", lines: bool = False) -> Iterator[tuple[int, int]]:
    """The stretches between stops.

    Args:
        folded: folded text.
        start: where to begin.
        end: where to stop.
        stops: the marks that close a stretch, besides the end.
        lines: whether a line break closes one, too.

    Yields:
        `(start, end)` without surrounding blanks and without the closing mark; empty stretches are left out.
    """
    ends = set(stops) | ({"\n"} if lines else set())
    position = start
    closers: list[tuple[str, int]] = []
    for match in _STEP.finditer(folded, start, end):
        mark, at = match.group(), match.start()
        while closers and at - closers[0][1] > _MAX_QUOTE:
            closers.clear()
        if mark in _OPEN:
            closers.append((_OPEN[mark], at))
        elif closers and mark == closers[-1][0]:
            closers.pop()
        elif mark in ends and (not closers or mark in "\n\t"):
            closers.clear()
            yield from _trimmed(folded, position, at)
            position = at + 1
    yield from _trimmed(folded, position, end)


def _trimmed(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    trimmed = trim(folded, start, end)
    if trimmed[0] < trimmed[1]:
        yield trimmed


def trim(folded: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without blanks at either end."""
    while start < end and folded[start].isspace():
        start += 1
    while end > start and folded[end - 1].isspace():
        end -= 1
    return start, end
