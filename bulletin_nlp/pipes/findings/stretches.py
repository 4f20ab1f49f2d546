"""The text that is a part's own: what its children do not cover, paragraph by paragraph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from bulletin_nlp.pipes.findings.shape import shape
from bulletin_nlp.pipes.structure.outline import Outline, Part, Range
from bulletin_nlp.text.sentences import trim

_CLOSING = "。:;, \n"


class Stretch(NamedTuple):
    """Own text of part `part` inside one paragraph; `first`: it begins with the part's marker, or behind its heading."""

    part: int
    start: int
    end: int
    first: bool


def stretches(folded: str, outline: Outline) -> dict[int, list[Stretch]]:
    """The own stretches of every part, in text order."""
    found: dict[int, list[Stretch]] = defaultdict(list)
    paragraphs = iter(outline["paragraphs"])
    paragraph = next(paragraphs, None)
    for part, start, end, first in _own(folded, outline):
        while paragraph is not None and paragraph["end"] <= start:
            paragraph = next(paragraphs, None)
        while paragraph is not None and paragraph["start"] < end:
            a, b = trim(folded, max(start, paragraph["start"]), min(end, paragraph["end"]))
            if a < b:
                found[part].append(Stretch(part, a, b, first and a <= max(start, paragraph["start"]) + 2))
                first = False
            if paragraph["end"] > end:
                break
            paragraph = next(paragraphs, None)
    return found


def _own(folded: str, outline: Outline) -> Iterator[tuple[int, int, int, bool]]:
    """`(part, start, end, first)` of all own text, in text order."""
    parts = outline["parts"]
    stack: list[tuple[int, int]] = []  # part, where its own text goes on

    def begin(index: int) -> int:
        part = parts[index]
        if part["heading"] is None:
            return part["start"]
        position = part["heading"]["end"]
        while position < part["end"] and folded[position] in _CLOSING:
            position += 1
        return position

    for index, part in enumerate(parts):
        while stack and stack[-1][0] != part["parent"]:
            last, position = stack.pop()
            if position < parts[last]["end"]:
                yield last, position, parts[last]["end"], position == begin(last)
        if stack:
            last, position = stack[-1]
            if position < part["start"]:
                yield last, position, part["start"], position == begin(last)
            stack[-1] = (last, part["end"])
        stack.append((index, begin(index)))
    while stack:
        last, position = stack.pop()
        if position < parts[last]["end"]:
            yield last, position, parts[last]["end"], position == begin(last)


def without_false_headings(folded: str, outline: Outline) -> Outline:
    """The outline in which a short item with nothing below it but labelled lines is no heading:
    1.公厕门锁损坏。 责任单位: 柳塘镇."""
    parts = []
    for part in outline["parts"]:
        heading = part["heading"]
        alone = (
            heading is not None and part["marker"] is not None and folded[heading["end"] : heading["end"] + 1] == "。"
        )
        if heading is not None and alone:
            begin, end = trim(folded, heading["end"] + 1, part["end"])
            if begin < end and shape().label.match(folded, begin, end) and "\n" in folded[heading["end"] : begin]:
                part = Part({**part, "heading": None})
        parts.append(part)
    return Outline({**outline, "parts": parts})


def heading_over(outline: Outline, part: int) -> Range | None:
    """The nearest heading at or above a part."""
    index: int | None = part
    while index is not None:
        if outline["parts"][index]["heading"]:
            return outline["parts"][index]["heading"]
        index = outline["parts"][index]["parent"]
    return None
