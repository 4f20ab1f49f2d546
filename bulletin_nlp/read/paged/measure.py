"""The type area of a document: the size of its running text, its margins, the distance of its lines."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from bulletin_nlp.read.paged.lines import Line

_OPENING, _WORD = re.compile(r"[“‘（《〈【〔(\[A-Za-z0-9]"), re.compile(r"[A-Za-z0-9.%,-]")
_FULL = 2.6  # ems that a full line may stop short of the margin: a mark that must not begin the next line
_FINEST = 0.1  # points; sizes are told apart by so much, and a damaged page may have smaller ones
_STEP = 0.25  # ems; places closer than that are the same
_LONG = 12  # characters that a line of running text has at least


@dataclass(frozen=True)
class Measure:
    """Sizes and places of running text.

    Attributes:
        em: the size of a character.
        left: where lines begin.
        right: where full lines end.
        pitch: the distance from line to line.
        indented: whether paragraphs begin with an indent.
    """

    em: float
    left: float
    right: float
    pitch: float
    indented: bool

    def indent(self, line: Line) -> float:
        """Ems from the left margin."""
        return (line.left - self.left) / self.em

    def is_full(self, line: Line, following: Line) -> bool:
        """Whether what begins the following line, a character or a whole number or word, would not have fitted."""
        word = 0.0
        for before, glyph in pairwise((None, *following.glyphs)):
            if glyph is None or not (_OPENING.match(glyph.text) if before is None else _WORD.match(glyph.text)):
                break
            word += glyph.right - (glyph.left if before is None else before.right)
        return self.right - line.right < max(_FULL * self.em, min(word + 1.2 * self.em, 12 * self.em))

    def is_centred(self, line: Line) -> bool:
        """Whether a line stands in the middle, away from both margins."""
        before, after = line.left - self.left, self.right - line.right
        return before > 2.5 * self.em and after > 2.5 * self.em and abs(before - after) < 2.5 * self.em


def measure(pages: Iterable[Sequence[Line]]) -> Measure | None:
    """The type area; None where there is no line."""
    by_page = [list(page) for page in pages]
    lines = [line for page in by_page for line in page]
    if not lines:
        return None
    long = [line for line in lines if len(line.glyphs) >= _LONG] or lines
    em = max(_commonest_em(long), _FINEST)
    body = [line for line in long if abs(line.em - em) < 0.12 * em] or long
    left, indented = _left(body, em)
    right = _right(body, em)
    pitches = [
        distance
        for page in by_page
        for upper, lower in pairwise(page)
        if 0.8 * em < (distance := lower.bottom - upper.bottom) < 4 * em
    ]
    return Measure(em, left, right, median(pitches) if pitches else 1.8 * em, indented)


def _commonest_em(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.em, 1)] += len(line.glyphs)
    if any(line.recognised for line in lines):
        half, total = sum(sizes.values()) / 2, 0
        for size in sorted(sizes):
            total += sizes[size]
            if total >= half:
                return size
    return max(sizes, key=lambda size: (sizes[size], size))


def _left(lines: Sequence[Line], em: float) -> tuple[float, bool]:
    """The leftmost place where enough lines begin, and whether as many begin two ems further in."""
    places = Counter(round(line.left / em / _STEP) for line in lines)
    often = [place for place, count in places.items() if count >= max(2, 0.08 * len(lines))] or list(places)
    first = min(often)
    left = min(line.left for line in lines if abs(round(line.left / em / _STEP) - first) <= 1)
    further = sum(1.4 <= (line.left - left) / em <= 2.9 for line in lines)
    return left, further >= max(1, 0.1 * len(lines))


def _right(lines: Sequence[Line], em: float) -> float:
    """The rightmost place where enough lines end."""
    ends = sorted(line.right for line in lines)
    fewest = max(2, 0.15 * len(ends))
    for index in range(len(ends) - 1, -1, -1):
        if index + 1 - bisect_left(ends, ends[index] - em) >= fewest:
            return ends[index]
    return ends[-1]
