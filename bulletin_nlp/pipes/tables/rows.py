"""Tables that lost their lines: rows of cells set apart by tabs or blanks, and cells that stand one below the other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bulletin_nlp.pipes.tables.words import NUMBERING, words
from bulletin_nlp.text.enumerators import at_line_start

_LINE = re.compile(r"[^\n]+")
_BLANK = re.compile(r"(?<=\S) +(?=\S)")
_FEWEST_CELLS = 3
_LONGEST_NAME = 10  # characters of a column's name
_MOST_COLUMNS = 12
_MARK = re.compile(r"[。,;:]")
_SECTIONS = {"cn", "cn_paren"}


class Row(NamedTuple):
    """One row; `blanks`: its cells are set apart by blanks; `head`: it names the columns."""

    start: int
    end: int
    blanks: bool
    head: bool = False


def rows(folded: str) -> list[Row]:
    """The rows of all tables, in text order.

    Args:
        folded: folded text, its tabs kept.
    """
    lines = [(m.start(), m.end()) for m in _LINE.finditer(folded) if m.group().strip()]
    found: list[Row] = []
    at = 0
    while at < len(lines):
        start, end = lines[at]
        if folded.find("\t", start, end) >= 0:
            found.append(Row(start, end, blanks=False, head=_names_columns(folded[start:end].strip().split("\t"))))
        elif rest := list(_below(folded, lines, at) or _blank_rows(folded, lines, at)):
            found += rest
            while at + 1 < len(lines) and lines[at + 1][0] < rest[-1].end:
                at += 1
        at += 1
    return found


def with_tabs(folded: str, found: Sequence[Row]) -> str:
    """The text with a tab between the cells of those rows that have blanks there; of the same length."""
    pieces: list[str] = []
    position = 0
    for row in found:
        if row.blanks:
            row_text = _BLANK.sub(lambda m: "\t".ljust(len(m.group()), "\t"), folded[row.start : row.end])
            pieces += [folded[position : row.start], row_text]
            position = row.end
    return "".join([*pieces, folded[position:]])


class RowIndex:
    """Rows, asked which one holds a place."""

    def __init__(self, found: Sequence[Row]) -> None:
        self._rows = found
        self._starts = [row.start for row in found]

    def holding(self, place: int) -> Row | None:
        """The row that a place stands in."""
        at = bisect_right(self._starts, place) - 1
        return self._rows[at] if at >= 0 and place < self._rows[at].end else None


def _blank_rows(folded: str, lines: Sequence[tuple[int, int]], at: int) -> Iterator[Row]:
    """The rows under a line of column names, as long as they have nearly as many cells."""
    names = folded[lines[at][0] : lines[at][1]].split()
    if len(names) < _FEWEST_CELLS or not _names_columns(names):
        return
    yield Row(*lines[at], blanks=True, head=True)
    for start, end in lines[at + 1 :]:
        if len(_BLANK.findall(folded, start, end)) + 1 < max(_FEWEST_CELLS, len(names) - 1):
            return
        yield Row(start, end, blanks=True)


def _below(folded: str, lines: Sequence[tuple[int, int]], at: int) -> list[Row]:
    """The rows of a table whose column names stand one below the other, as do its cells, each row with its number."""
    start, end = lines[at]
    if end - start > _LONGEST_NAME or words().kind(folded[start:end]) not in NUMBERING:
        return []
    reach = range(at + 1, min(at + 1 + _MOST_COLUMNS, len(lines)))
    first = next((n for n in reach if _number(folded, lines[n]) == 1), at)
    names = [folded[start:end].strip() for start, end in lines[at:first]]
    if len(names) < _FEWEST_CELLS or not _names_columns(names):
        return []
    begins = [first]
    wanted = 2
    for n in range(first + 1, len(lines)):
        if _number(folded, lines[n]) == wanted and n - begins[-1] >= len(names) - 1:
            begins.append(n)
            wanted += 1
        elif n - begins[-1] > 2 * len(names):
            break
    last = min(begins[-1] + len(names), len(lines))
    last = next((n for n in range(begins[-1] + 1, last) if _opens_section(folded, lines[n])), last)
    ends = [*begins[1:], last]
    head = Row(lines[at][0], lines[first - 1][1], blanks=False, head=True)
    return [head, *(Row(lines[a][0], lines[b - 1][1], blanks=False) for a, b in zip(begins, ends, strict=True))]


def _opens_section(folded: str, line: tuple[int, int]) -> bool:
    marker = at_line_start(folded, *line)
    return marker is not None and marker.style in _SECTIONS


def _number(folded: str, line: tuple[int, int]) -> int | None:
    digits = folded[line[0] : line[1]].strip()
    return int(digits) if digits.isdecimal() and len(digits) <= 3 else None


def _names_columns(names: Sequence[str]) -> bool:
    """Whether cells name columns: the first one numbers the rows, and all are short."""
    short = all(len(name) <= _LONGEST_NAME and not _MARK.search(name) for name in names)
    return short and words().kind(names[0]) in NUMBERING
