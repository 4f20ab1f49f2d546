"""One page of an OFD document: its own objects, those of its templates, and what can only be remarked on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bulletin_nlp.read.ofd.package import local
from bulletin_nlp.read.ofd.text import glyphs_of, matrix_of, numbers, origin_of
from bulletin_nlp.read.paged.model import Box, Glyph

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_SHAPES = 2000
_DEEPEST = 16  # blocks in blocks, composites in composites


@dataclass
class Content:
    """What stands on a page: characters, the largest image with its share of the page, drawn shapes
    with their boxes, askew characters."""

    glyphs: list[Glyph] = field(default_factory=list)
    image: str | None = None
    image_area: float = 0.0
    shapes: int = 0
    boxes: list[Box] = field(default_factory=list)
    askew: int = 0

    def add(self, element: _Element, units: Mapping[str, _Element], left: int) -> int:
        """Collect the objects of a page, template or annotation.

        Args:
            element: what holds them.
            units: the document's composite graphic units by their id.
            left: how many characters may still be taken.

        Returns:
            How many are left then.
        """
        for found, dx, dy in _objects(element, units, 0.0, 0.0, 0):
            kind = local(found)
            if kind == "TextObject":
                for glyph in glyphs_of(found, dx, dy):
                    if left <= 0:
                        return 0
                    left -= 1
                    if glyph is None:
                        self.askew += 1
                    else:
                        self.glyphs.append(glyph)
            elif kind == "PathObject":
                self.shapes += 1
                if len(self.boxes) < MAX_SHAPES:
                    x, y, width, height, *_ = (*numbers(found.get("Boundary"))[:4], 0.0, 0.0, 0.0, 0.0)
                    self.boxes.append(Box(x + dx, y + dy, x + dx + width, y + dy + height))
            else:
                self._image(found)
        return left

    def _image(self, element: _Element) -> None:
        _, _, width, height, *_ = (*numbers(element.get("Boundary"))[:4], 0.0, 0.0, 0.0, 0.0)
        if width * height > self.image_area:
            self.image, self.image_area = element.get("ResourceID"), width * height


def _objects(
    element: _Element, units: Mapping[str, _Element], dx: float, dy: float, depth: int
) -> Iterator[tuple[_Element, float, float]]:
    """Texts, images and paths in document order, with how far their block is moved; what is not visible is left out."""
    if depth > _DEEPEST:
        return
    for child in element:
        kind = local(child)
        if child.get("Visible", "true").strip().lower() in {"false", "0"}:
            continue
        if kind in {"TextObject", "ImageObject", "PathObject"}:
            yield child, dx, dy
        elif kind == "CompositeObject":
            unit = units.get(child.get("ResourceID") or "")
            if unit is not None:
                x, y = origin_of(child)
                moved = matrix_of(child)
                yield from _objects(unit, units, dx + x + moved.e, dy + y + moved.f, depth + 1)
        elif kind in {"Content", "Layer", "PageBlock", "Appearance"}:
            moves = kind in {"PageBlock", "Appearance"} and child.get("Boundary") is not None
            x, y = origin_of(child) if moves else (0.0, 0.0)
            yield from _objects(child, units, dx + x, dy + y, depth + 1)
