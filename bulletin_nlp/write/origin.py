"""Where in the original a span stood, in words: 第2页 表1 第3行 page 2, table 1, row 3."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from bulletin_nlp.records import Block, Span
from bulletin_nlp.write.labels import label


class Origin:
    """The blocks of a bulletin, to be asked for the places of spans.

    Args:
        blocks: in the order of the text, without overlap.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._starts = [block.span.start for block in blocks]

    def of(self, span: Span) -> str:
        """The block that a span begins in, and the one that it ends in where that is another; "" where there are none."""
        first, last = self._at(span.start), self._at(max(span.start, span.end - 1))
        if first is None or last is None:
            return ""
        return place(first) if first is last else f"{place(first)} — {place(last)}"

    def _at(self, position: int) -> Block | None:
        """The block over a position, or the last before it: what stands between blocks is layout."""
        index = bisect_right(self._starts, position) - 1
        return self._blocks[max(index, 0)] if self._blocks else None


def place(block: Block) -> str:
    """One block's place, in Chinese and in English."""
    chinese: list[str] = []
    english: list[str] = []
    if block.part != "body":
        chinese.append(label("part", block.part))
        english.append(block.part)
    for name, number in (
        ("page", block.page),
        ("paragraph", block.paragraph),
        ("table", block.table),
        ("row", block.row),
        ("column", block.column),
    ):
        if number is not None:
            chinese.append(label("place", name).format(number))
            english.append(f"{name} {number}")
    return f"{' '.join(chinese)} {', '.join(english)}"
