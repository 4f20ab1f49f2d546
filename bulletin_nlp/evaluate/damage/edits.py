"""A clean text, the edits that damage it, and where each of its characters went."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple


class Edit(NamedTuple):
    """One change of the clean text: its characters from `start` to `end` become `text`; an insertion has no length."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Damaged:
    """A damaged text with its way back.

    Attributes:
        clean: the text before.
        edits: what was done to it, in order, without overlap.
    """

    clean: str
    edits: tuple[Edit, ...]

    @cached_property
    def text(self) -> str:
        """The damaged text."""
        pieces, position = [], 0
        for edit in self.edits:
            pieces += [self.clean[position : edit.start], edit.text]
            position = edit.end
        return "".join([*pieces, self.clean[position:]])

    @cached_property
    def _ends(self) -> list[int]:
        return [edit.end for edit in self.edits]

    @cached_property
    def _grown(self) -> list[int]:
        """How much longer the text is behind the first n edits."""
        return [0, *accumulate(len(edit.text) - (edit.end - edit.start) for edit in self.edits)]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the clean text stands now; what was inserted at its borders lies outside."""
        first = start + self._grown[bisect_right(self._ends, start)]
        behind = bisect_right(self._ends, end)
        while behind and self.edits[behind - 1].start == end:
            behind -= 1
        return first, max(first, end + self._grown[behind])

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the damaged text stood in the clean one, without what was lost at its borders."""
        if start >= end:
            return self._sources[start][0], self._sources[start][0]
        return self._sources[start][0], self._sources[end - 1][1]

    def widened(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the clean text with the characters lost right before and behind it."""
        lost = {edit.start for edit in self.edits if not edit.text and edit.end == edit.start + 1}
        while start - 1 in lost:
            start -= 1
        while end in lost:
            end += 1
        return start, end

    @cached_property
    def _sources(self) -> list[tuple[int, int]]:
        """For each character of the damaged text, and its end, the clean stretch that it came from."""
        found, position = [], 0
        for edit in self.edits:
            found += [(n, n + 1) for n in range(position, edit.start)]
            found += [(edit.start, edit.end)] * len(edit.text)
            position = edit.end
        found += [(n, n + 1) for n in range(position, len(self.clean))]
        return [*found, (len(self.clean), len(self.clean))]

    def touched(self, start: int, end: int) -> bool:
        """Whether an edit changed a character between two offsets of the clean text, or put some between them."""
        index = bisect_right(self._ends, start)
        return any(
            edit.start < end and edit.end > start and edit.text != self.clean[edit.start : edit.end]
            for edit in self.edits[index : index + end - start + 1]
        )


def damaged(clean: str, edits: Iterable[Edit]) -> Damaged:
    """The text damaged by edits in any order; of edits of the same character the first one given counts."""
    kept: dict[tuple[int, int], Edit] = {}
    for edit in edits:
        kept.setdefault((edit.start, edit.end), edit)
    return Damaged(clean, tuple(sorted(kept.values())))
