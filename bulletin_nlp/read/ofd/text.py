"""The text objects of an OFD page → placed characters (GB/T 33190-2016, chapters 8 and 11)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from bulletin_nlp.read.ofd.package import local
from bulletin_nlp.read.paged.lines import WIDE
from bulletin_nlp.read.paged.model import Glyph

if TYPE_CHECKING:
    from lxml.etree import _Element

_ASCENT, _NARROW = 0.88, 0.5  # of the size: the part above the base line; the width of a Latin letter
_FARTHEST = 1e5  # millimetres
_STRAIGHT = 0.05  # radians


class Matrix(NamedTuple):
    """A transformation (CTM): x' = ax + cy + e, y' = bx + dy + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point goes."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f


def numbers(text: str | None) -> list[float]:
    """The numbers of an array (ST_Array); what is no number is passed over."""
    found = []
    for word in (text or "").replace(",", " ").split()[:100_000]:
        try:
            value = float(word)
        except ValueError:
            continue
        if math.isfinite(value):
            found.append(value)
    return found


def number(text: str | None, default: float) -> float:
    """A number, or the default where there is none."""
    return next(iter(numbers(text)), default)


def steps(text: str | None, count: int) -> list[float]:
    """The distances of a DeltaX or DeltaY, `g n d` unfolded into n times d.

    Args:
        text: the attribute.
        count: how many are needed at most.
    """
    words = (text or "").replace(",", " ").split()[: 3 * count + 3]
    found: list[float] = []
    index = 0
    while index < len(words) and len(found) < count:
        if words[index].lower() == "g" and index + 2 < len(words):
            times, distance = numbers(words[index + 1]), numbers(words[index + 2])
            if times and distance:
                found += [distance[0]] * max(0, min(int(times[0]), count - len(found)))
            index += 3
        else:
            found += numbers(words[index])
            index += 1
    return found


def origin_of(element: _Element) -> tuple[float, float]:
    """The upper left corner of an object's Boundary."""
    x, y, *_ = (*numbers(element.get("Boundary"))[:2], 0.0, 0.0)
    return x, y


def matrix_of(element: _Element) -> Matrix:
    """An object's CTM."""
    values = numbers(element.get("CTM"))
    return Matrix(*values) if len(values) == 6 else Matrix()


def glyphs_of(element: _Element, dx: float = 0.0, dy: float = 0.0) -> Iterator[Glyph | None]:
    """The characters of a TextObject; None for each that stands askew, as a watermark's do.

    Args:
        element: the TextObject.
        dx: how far to the right its page block stands.
        dy: how far down.
    """
    size = abs(number(element.get("Size"), 3.5)) or 3.5
    stretch = abs(number(element.get("HScale"), 1.0)) or 1.0
    matrix, (left, top) = matrix_of(element), origin_of(element)
    askew = abs(math.atan2(matrix.b, matrix.a)) > _STRAIGHT
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    x = y = 0.0
    for code in element:
        if local(code) != "TextCode":
            continue
        x, y = number(code.get("X"), x), number(code.get("Y"), y)
        text = (code.text or "").strip("\r\n\t")
        across, down = steps(code.get("DeltaX"), len(text)), steps(code.get("DeltaY"), len(text))
        at_x, at_y = x, y
        for index, character in enumerate(text):
            natural = size * stretch * (1.0 if WIDE.match(character) else _NARROW)
            step = across[index] if index < len(across) else (0.0 if down else natural)
            width = min(natural, step) if step > 0 else natural
            px, py = matrix.point(at_x, at_y)
            right, _ = matrix.point(at_x + width, at_y)
            px, py, right = px + left + dx, py + top + dy, right + left + dx
            at_x += step
            at_y += down[index] if index < len(down) else 0.0
            if askew:
                yield None
            elif max(abs(px), abs(py), abs(right)) < _FARTHEST and character >= " ":
                yield Glyph(character, px, py - _ASCENT * size * scale, right, py + (1 - _ASCENT) * size * scale)
