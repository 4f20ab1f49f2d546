"""Where in a text the terms stand, with a few characters around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bulletin_nlp.archive.searchable import place_of, searchable
from bulletin_nlp.text.fold import fold

_AROUND, _MOST = 18, 3


@dataclass(frozen=True)
class Snippet:
    """A stretch of `Bulletin.text` from `start`, and the marks in it: (start, end) within the stretch."""

    start: int
    text: str
    marks: tuple[tuple[int, int], ...]

    def marked(self, before: str = "【", after: str = "】") -> str:
        """The stretch on one line, its marks between two strings."""
        pieces, position = [], 0
        for start, end in self.marks:
            pieces += [self.text[position:start], before, self.text[start:end], after]
            position = end
        return re.sub(r"\s+", " ", "".join([*pieces, self.text[position:]]))


def snippets(text: str, terms: Sequence[str], most: int = _MOST) -> tuple[Snippet, ...]:
    """The first places where terms stand, each term once before any stands twice.

    Args:
        text: as read.
        terms: in searchable form.
        most: how many to give.
    """
    if not terms:
        return ()
    folded = fold(text)
    firsts: list[tuple[int, int]] = []
    everywhere: list[tuple[int, int]] = []
    for term in terms:
        spans = [m.span() for m in place_of(searchable(term)).finditer(folded)]
        firsts += spans[:1]
        everywhere += spans
    chosen = dict.fromkeys([*sorted(firsts), *sorted(everywhere)])
    made: list[Snippet] = []
    for start, end in chosen:
        if len(made) >= most or any(s.start <= start and end <= s.start + len(s.text) for s in made):
            continue
        left, right = max(0, start - _AROUND), min(len(text), end + _AROUND)
        inside = _apart(sorted((a - left, b - left) for a, b in everywhere if a >= left and b <= right))
        made.append(Snippet(left, text[left:right], inside))
    return tuple(sorted(made, key=lambda s: s.start))


def _apart(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Marks that overlap become one."""
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
