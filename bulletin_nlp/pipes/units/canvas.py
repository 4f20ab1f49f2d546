"""The text as the finder reads it: folded, with blanks and line breaks inside words taken out, each character mapped back."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Set
from dataclasses import dataclass
from functools import cached_property

from bulletin_nlp.text.fold import fold

CJK = "\u3400-\u9fff\U00020000-\U0003ffff"
_LABEL_AHEAD = re.compile(rf"[{CJK}]{{1,10}}[:(\[]")
# A lone blank between two characters, or a break in mid-sentence after a line of some length.
_GAP = re.compile(rf"(?<=[{CJK}]) (?=[{CJK}])|(?<=[{CJK}])[ ]?\n(?=[{CJK}])")
_WRAPPED = 18
_MARK = re.compile("[,。;:、]")
_SPARSE = 40
"""Characters for each mark of a line that has lost its punctuation: there a blank stands for a mark."""
# A name that ends here, and another that begins: the blank between two that sign together.
_SIGNED = re.compile(r"(?:室|局|办|委|厅|府|会|中心|院|部|处|组|公司)$")
_TITLE = re.compile(r"《[^》\n]{0,120}》")


@dataclass(frozen=True)
class Canvas:
    """The characters to match on.

    Attributes:
        s: the folded text without gaps inside words.
        index: for each character of `s` its place in the original, and one more for the end.
    """

    s: str
    index: list[int]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that a span of `s` stands for."""
        return self.index[start], self.index[end - 1] + 1

    @cached_property
    def titles(self) -> tuple[list[int], list[int]]:
        """Starts and ends of what stands in 《》."""
        found = [m.span() for m in _TITLE.finditer(self.s)]
        return [a for a, _ in found], [b for _, b in found]

    def in_title(self, position: int) -> bool:
        """Whether a character stands in 《》."""
        starts, ends = self.titles
        n = bisect_right(starts, position) - 1
        return n >= 0 and position < ends[n]


def _parts_names(folded: str, start: int, end: int) -> bool:
    """Whether a blank stands between two whole names, and not inside 市纪委 监委."""
    return bool(_SIGNED.search(folded, max(0, start - 2), start)) and not folded.startswith("监委", end)


def _is_sparse(folded: str, line_start: int, known: dict[int, bool]) -> bool:
    """Whether a line has lost its punctuation."""
    if line_start not in known:
        end = folded.find("\n", line_start)
        end = len(folded) if end < 0 else end
        marks = sum(1 for _ in _MARK.finditer(folded, line_start, end))
        known[line_start] = end - line_start > _SPARSE * (1 + marks)
    return known[line_start]


def canvas(text: str, walls: Set[int] = frozenset()) -> Canvas:
    """The canvas of a text; nothing is joined over `walls`, where cells of tables begin, nor over tabs. A blank before a label (`公司 施工单位:`) or behind a whole name stays, and so does every blank of a
    text without punctuation and the end of a short line."""
    folded = fold(text, tabs=True)
    dropped: set[int] = set()
    sparse_lines: dict[int, bool] = {}
    for match in _GAP.finditer(folded):
        start, end = match.span()
        if end in walls:
            continue
        line_start = folded.rfind("\n", 0, start) + 1
        if "\n" in match[0]:
            if start - line_start < _WRAPPED:
                continue
        elif (
            _is_sparse(folded, line_start, sparse_lines)
            or _LABEL_AHEAD.match(folded, end)
            or _parts_names(folded, start, end)
        ):
            continue
        dropped.update(range(start, end))
    if not dropped:
        return Canvas(folded, list(range(len(folded) + 1)))
    kept = [n for n in range(len(folded)) if n not in dropped]
    return Canvas("".join(folded[n] for n in kept), [*kept, len(folded)])
