"""Placed characters → lines, with the blanks that a reader sees between them.

Blanks are made from distances: a typesetter's quarter em between a Chinese character and a digit is no blank of the
text, whether the file holds it as a distance or as a space; what is wider is, in ideographic spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from bulletin_nlp.read.paged.model import Glyph

WIDE = re.compile(
    "[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\u3000-\u303f\U00020000-\U0003ffff\u2460-\u24ff“”‘’…—〇○●■□◆★▲]"
)
_OPENS, _CLINGS = "“‘《（〈【「『〔", "”’》）〉】」』〕，。、；：？！"
_WORD = re.compile(r"[A-Za-z0-9]")
_SAME_LINE = 0.45  # of the smaller height, between the middles
_COPY = 0.3  # of an em: the same character twice within it is one, printed bold
_SEGMENT = 1.4  # ems: what is further apart may be two cells
_GAP, _LATIN_GAP = 0.35, 0.3  # ems that are a blank: elsewhere, and between two Latin letters or digits
_MIXED_GAP = 0.65  # … and between a Chinese character and a Latin letter or digit
_HALF_EMPTY = 0.5  # of its em a full-width mark leaves empty, where the box is that of the ink
_IDEOGRAPHIC_GAP = 0.8  # ems from which a blank is an ideographic one


@dataclass(frozen=True)
class Line:
    """A line of a page.

    Attributes:
        glyphs: from left to right, without blanks.
        em: the size of its characters.
        gaps: the distance before each glyph in ems, the line's own letter-spacing taken off; 0 for the first.
        spaced: whether the file holds a blank before each glyph.
    """

    glyphs: tuple[Glyph, ...]
    em: float
    gaps: tuple[float, ...]
    spaced: tuple[bool, ...]

    @property
    def left(self) -> float:
        """Where its first character begins."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Where its last character ends."""
        return self.glyphs[-1].right

    @cached_property
    def top(self) -> float:
        """The upper edge of its characters."""
        return min(glyph.top for glyph in self.glyphs)

    @cached_property
    def bottom(self) -> float:
        """Their lower edge."""
        return max(glyph.bottom for glyph in self.glyphs)

    @cached_property
    def characters(self) -> list[tuple[str, float]]:
        """Every character, blanks between included, with its score."""
        found: list[tuple[str, float]] = []
        for index, glyph in enumerate(self.glyphs):
            if index:
                blank = _blank(self.glyphs[index - 1].text, glyph.text, self.gaps[index], self.spaced[index])
                found += ((mark, 1.0) for mark in blank)
            found += ((mark, glyph.score) for mark in glyph.text)
        return found

    @cached_property
    def text(self) -> str:
        """The line as a reader sees it."""
        return "".join(text for text, _ in self.characters)

    @cached_property
    def recognised(self) -> bool:
        """Whether its characters come from optical recognition, so that sizes are less certain."""
        return any(glyph.score < 1 for glyph in self.glyphs)

    def is_as_large(self, other: Line) -> bool:
        """Whether two lines are of one size."""
        tolerance = 0.22 if self.recognised or other.recognised else 0.12
        return abs(self.em - other.em) <= tolerance * max(self.em, other.em)

    def segments(self) -> list[Line]:
        """The line broken where the distance is wide."""
        cuts = [0, *(i for i, gap in enumerate(self.gaps) if gap >= _SEGMENT), len(self.glyphs)]
        if len(cuts) == 2:
            return [self]
        return [
            Line(self.glyphs[a:b], self.em, (0.0, *self.gaps[a + 1 : b]), (False, *self.spaced[a + 1 : b]))
            for a, b in pairwise(cuts)
        ]


def lines(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines of a page or of a cell, from top to bottom."""
    rows: list[list[Glyph]] = []
    middle = height = 0.0
    for glyph in sorted(glyphs, key=lambda g: (g.top + g.bottom, g.left)):
        its_middle, its_height = (glyph.top + glyph.bottom) / 2, glyph.bottom - glyph.top
        if rows and its_middle - middle <= _SAME_LINE * min(height, its_height):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
            middle, height = its_middle, its_height
    return [line for row in rows if (line := _line(row))]


def _line(row: list[Glyph]) -> Line | None:
    row.sort(key=lambda glyph: glyph.left)
    printed = [glyph for glyph in row if not glyph.text.isspace()]
    if not printed:
        return None
    em = _em(printed)
    kept: list[Glyph] = []
    spaced: list[bool] = []
    space = False
    for glyph in row:
        if glyph.text.isspace():
            space = True
        elif not _is_copy(glyph, kept, em):
            kept.append(glyph)
            spaced.append(space and len(kept) > 1)
            space = False
    between = _between_inks if any(glyph.score < 1 for glyph in kept) else _between_boxes
    distances = [0.0, *(between(a, b, em) for a, b in pairwise(kept))]
    spacing = _spacing(kept, distances)
    gaps = tuple(max(0.0, distance - spacing) if index else 0.0 for index, distance in enumerate(distances))
    return Line(tuple(kept), em, gaps, tuple(spaced))


def _em(glyphs: Sequence[Glyph]) -> float:
    """The size of the characters: the width of a Chinese one, else the height.

    Recognised characters have boxes of their ink; there the distance between the middles of neighbours tells it.
    """
    height = 0.9 * median([glyph.bottom - glyph.top for glyph in glyphs])
    if any(glyph.score < 1 for glyph in glyphs):
        steps = [_middle(b) - _middle(a) for a, b in pairwise(glyphs) if WIDE.match(a.text) and WIDE.match(b.text)]
        return max(min(median(steps), 1.5 * height) if len(steps) >= 3 else 0.9 * height, 1e-3)
    widths = [glyph.right - glyph.left for glyph in glyphs if WIDE.match(glyph.text)]
    return max(median(widths) if len(widths) * 4 >= len(glyphs) else height, 1e-3)


def _middle(glyph: Glyph) -> float:
    return (glyph.left + glyph.right) / 2


def _between_boxes(before: Glyph, after: Glyph, em: float) -> float:
    return (after.left - before.right) / em


def _between_inks(before: Glyph, after: Glyph, em: float) -> float:
    widths = sum(1.0 if WIDE.match(glyph.text) else 0.5 for glyph in (before, after))
    return (_middle(after) - _middle(before)) / em - widths / 2


def _is_copy(glyph: Glyph, kept: Sequence[Glyph], em: float) -> bool:
    return any(other.text == glyph.text and abs(other.left - glyph.left) < _COPY * em for other in kept[-2:])


def _spacing(glyphs: Sequence[Glyph], distances: Sequence[float]) -> float:
    """The letter-spacing of a line: what stands between most neighbours that are Chinese characters."""
    between = [
        distances[i] for i in range(1, len(glyphs)) if WIDE.match(glyphs[i].text) and WIDE.match(glyphs[i - 1].text)
    ]
    return max(0.0, min(median(between), 3.0)) if len(between) >= 2 else 0.0


def _blank(before: str, after: str, gap: float, spaced: bool) -> str:
    if before in _CLINGS or after in _OPENS:
        gap -= _HALF_EMPTY
    if gap >= _IDEOGRAPHIC_GAP:
        return "\u3000" * max(1, min(round(gap), 40))
    if before in _OPENS or after in _CLINGS:
        return ""
    words = bool(_WORD.match(before)) + bool(_WORD.match(after))
    wide = bool(WIDE.match(before)) + bool(WIDE.match(after))
    if words == 2:
        return " " if spaced or gap >= _LATIN_GAP else ""
    if words and wide:
        return " " if gap >= _MIXED_GAP else ""
    return " " if gap >= _GAP or (spaced and gap >= 0.5 * _GAP) else ""
