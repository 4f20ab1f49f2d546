"""Lines of pages → paragraphs and tables, in reading order.

A line goes on in the next one when it is full and the next one begins at the margin; a paragraph also goes on over the
end of a page. What the layout leaves open (no indents, a line that happens to be full) the marks at its end decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bulletin_nlp.read.paged.columns import table_at
from bulletin_nlp.read.paged.lines import Line, lines
from bulletin_nlp.read.paged.measure import Measure
from bulletin_nlp.read.paged.model import Glyph, Grid
from bulletin_nlp.text.enumerators import at_line_start
from bulletin_nlp.text.fold import fold

_CLOSED = tuple("。:!?")
_CLOSERS = "”’》〉」』)】]"
_LABEL = re.compile(r"[\u4e00-\u9fff]{1,8}:")
_RULE = re.compile(r"[-—_=*·.~\s]{4,}$")
_INDENT, _FLUSH = 2.0, 0.9  # ems of a first line's indent, and within which places are one
_DEEPEST = 6  # ems of a hanging indent
_TITLE_SHARE = 0.45  # of the measure: a centred line of a title that long may have been broken
_BLANK_LINE = 1.75  # line distances


@dataclass
class Paragraph:
    """A paragraph that is being collected; `blank`: whether a blank line stands before it."""

    page: int
    lines: list[Line]
    indent: bool
    blank: bool = False


@dataclass
class Table:
    """A table: rows of cells, each the lines it holds or its text, with row, column, rows, columns."""

    page: int
    cells: list[tuple[str, int, int, int, int]] = field(default_factory=list)


def flow(
    pages: Sequence[tuple[int, Sequence[Line], Sequence[tuple[Grid, list[Glyph]]]]], body: Measure
) -> Iterator[Paragraph | Table]:
    """The paragraphs and tables of a document.

    Args:
        pages: for each its number, the lines outside ruled tables, and the ruled tables with their characters.
        body: the type area.
    """
    current: Paragraph | None = None
    for number, page_lines, grids in pages:
        waiting = sorted(grids, key=lambda found: found[0].box.top)
        index = 0
        above: Line | None = None
        while index < len(page_lines):
            line = page_lines[index]
            while waiting and waiting[0][0].box.top < line.top:
                if current:
                    yield current
                current, above = None, None
                yield _ruled(number, *waiting.pop(0))
            found = table_at(page_lines, index, body.em)
            if found:
                if current:
                    yield current
                current, above = None, None
                index, rows = found
                yield Table(
                    number,
                    [(cell, r, c, 1, 1) for r, row in enumerate(rows, 1) for c, cell in enumerate(row, 1) if cell],
                )
                continue
            if current and _goes_on(current, line, above, body):
                current.lines.append(line)
            else:
                if current:
                    yield current
                apart = above is not None and line.bottom - above.bottom > _BLANK_LINE * max(body.pitch, 1.2 * line.em)
                indent = 1.4 <= body.indent(line) <= 3.4 and not body.is_centred(line) and line.em < 1.15 * body.em
                current = Paragraph(number, [line], indent, apart)
            above = line
            index += 1
        for grid in waiting:
            if current:
                yield current
            current = None
            yield _ruled(number, *grid)
    if current:
        yield current


def _goes_on(paragraph: Paragraph, line: Line, above: Line | None, body: Measure) -> bool:
    last = paragraph.lines[-1]
    if not last.is_as_large(line):
        return False
    far = above is not None and line.bottom - above.bottom > _BLANK_LINE * max(body.pitch, 1.2 * line.em)
    if far:
        return False
    if body.is_centred(last) and body.is_centred(line):
        return _is_broken_title(last, line, body)
    if not body.is_full(last, line) or max(last.gaps) > 4 or _RULE.match(last.text):
        return False
    before, after = fold(last.text).rstrip(_CLOSERS), fold(line.text)
    closed = before.endswith(_CLOSED)
    indent = body.indent(line)
    if abs(indent) < _FLUSH and paragraph.indent:
        return not (closed and _LABEL.match(after))
    found = at_line_start(after, 0, len(after))
    marker = found is not None and (closed or found.style != "is")
    if (closed and _LABEL.match(after)) or (marker and (closed or before.endswith(";"))):
        return False
    hanging = len(paragraph.lines) > 1 and abs(line.left - last.left) < _FLUSH * body.em
    if hanging or (abs(indent) < _FLUSH and body.indented):
        return True
    if body.indented and abs(indent - _INDENT) < _FLUSH:
        return False
    return not closed and not marker and indent < _DEEPEST


def _is_broken_title(last: Line, line: Line, body: Measure) -> bool:
    width = last.right - last.left
    large = last.em > 1.15 * body.em
    return large and width >= _TITLE_SHARE * (body.right - body.left) and not fold(last.text).endswith((*_CLOSED, ")"))


def _ruled(number: int, grid: Grid, glyphs: Sequence[Glyph]) -> Table:
    """A ruled table, each character in the cell that holds its middle."""
    inside: list[list[Glyph]] = [[] for _ in grid.cells]
    for glyph in glyphs:
        x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
        place = next((i for i, cell in enumerate(grid.cells) if cell.box.holds(x, y)), None)
        if place is not None:
            inside[place].append(glyph)
    table = Table(number)
    for cell, held in zip(grid.cells, inside, strict=True):
        text = ""
        for line in lines(held):
            text += joint(text, line.text) + line.text
        if text:
            table.cells.append((text, cell.row, cell.column, cell.rows, cell.columns))
    return table


def joint(before: str, after: str) -> str:
    """What stands between two lines put together: a blank only between two words of Latin letters."""
    latin = before[-1:].isascii() and before[-1:].isalnum() and after[:1].isascii() and after[:1].isalnum()
    return " " if latin else ""
