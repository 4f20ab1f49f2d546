"""What a page is: characters with their places. The unit does not matter; y grows downwards from the upper edge."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def scaled(self, x: float, y: float) -> Box:
        """The rectangle in another unit."""
        return Box(self.left * x, self.top * y, self.right * x, self.bottom * y)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


class Glyph(NamedTuple):
    """One character as placed: its em box, and how surely it was recognised (1 where nothing was recognised)."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    score: float = 1.0


class GridCell(NamedTuple):
    """A cell of a ruled table: row and column count from 1, a merged cell covers `rows` × `columns`."""

    box: Box
    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True)
class Grid:
    """A ruled table: where it stands, and its cells."""

    box: Box
    cells: tuple[GridCell, ...]

    def scaled(self, x: float, y: float) -> Grid:
        """The table in another unit."""
        cells = tuple(cell._replace(box=cell.box.scaled(x, y)) for cell in self.cells)
        return Grid(self.box.scaled(x, y), cells)


@dataclass
class Page:
    """A page.

    Attributes:
        number: from 1.
        width: of the page.
        height: of the page.
        glyphs: the characters, in any order.
        grids: ruled tables.
        shapes: the boxes of drawn lines and rectangles, of which ruled tables are made.
        notes: what the reader has to say of the page, as (code, message).
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    grids: list[Grid] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    shapes: list[Box] = field(default_factory=list)

    def take(self, scan: Page) -> None:
        """Put what was recognised on a picture of this page into it, in this page's own unit."""
        x, y = self.width / max(scan.width, 1.0), self.height / max(scan.height, 1.0)
        self.glyphs = [Glyph(g.text, g.left * x, g.top * y, g.right * x, g.bottom * y, g.score) for g in scan.glyphs]
        self.grids = [grid.scaled(x, y) for grid in scan.grids]
        self.notes += scan.notes

    def em(self) -> float:
        """The size of most of its characters."""
        heights = [glyph.bottom - glyph.top for glyph in self.glyphs]
        return max(median(heights), 1e-3) if heights else 1.0
