"""The text cut at every boundary of every record, so that records may nest, touch or cross and each stays visible."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bulletin_nlp.write.entries import Entry

UNMARKED = frozenset({"row", "section"})
DEEPEST = 24


@dataclass(frozen=True)
class Mark:
    """One span of one entry."""

    start: int
    end: int
    entry: Entry


@dataclass(frozen=True)
class Segment:
    """A piece of the text that no boundary parts: half-open code points, and the marks over it, innermost first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def segments(text: str, entries: list[Entry], bold: frozenset[tuple[int, int]] = frozenset()) -> Iterator[Segment]:
    """The text in segments, without gap or overlap.

    Args:
        text: the bulletin's text.
        entries: its records; those of the layers in `UNMARKED` only cut, they don't mark.
        bold: further ranges to cut at, such as headings.
    """
    marks = [Mark(s.start, s.end, e) for e in entries if e.layer not in UNMARKED for s in e.spans if s.start < s.end]
    cuts = {0, len(text)} | {bound for range_ in bold for bound in range_}
    cuts |= {bound for entry in entries for span in (*entry.spans, *entry.cues) for bound in (span.start, span.end)}
    pointed = [piece.span for entry in entries for fact in entry.facts for piece in fact.pieces if piece.span]
    cuts |= {bound for span in pointed for bound in (span.start, span.end)}
    active = Active(marks)
    for start, end in pairwise(sorted(cuts)):
        yield Segment(start, end, active.at(start))


class Active:
    """The marks over a moving position, kept in order of length, so that a step costs what begins and ends there."""

    def __init__(self, marks: list[Mark]) -> None:
        self._marks = marks
        ranks = [(mark.end - mark.start, -mark.entry.key, number) for number, mark in enumerate(marks)]
        self._opening = sorted(ranks, key=lambda rank: marks[rank[2]].start)
        self._closing = sorted(ranks, key=lambda rank: marks[rank[2]].end)
        self._opened = self._closed = 0
        self._ranks: list[tuple[int, int, int]] = []

    def at(self, position: int) -> tuple[Mark, ...]:
        """The innermost marks over a position not before the last: shortest first, of equals the one shown later."""
        while self._opened < len(self._marks) and self._start(self._opened) <= position:
            insort(self._ranks, self._opening[self._opened])
            self._opened += 1
        while self._closed < len(self._marks) and self._end(self._closed) <= position:
            del self._ranks[bisect_left(self._ranks, self._closing[self._closed])]
            self._closed += 1
        return tuple(self._marks[number] for _, _, number in self._ranks[:DEEPEST])

    def _start(self, number: int) -> int:
        return self._marks[self._opening[number][2]].start

    def _end(self, number: int) -> int:
        return self._marks[self._closing[number][2]].end
