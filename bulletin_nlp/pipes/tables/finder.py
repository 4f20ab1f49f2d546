"""Finds tables whose header names their columns, in text and by what the reader knows of their cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bulletin_nlp.pipes.tables.grid import Line, in_columns, line_of
from bulletin_nlp.pipes.tables.header import columns_of, is_second_line, same_names
from bulletin_nlp.pipes.tables.mention import Column, TableMention
from bulletin_nlp.pipes.tables.merged import Merged, table_rows
from bulletin_nlp.pipes.tables.rows import rows
from bulletin_nlp.pipes.tables.words import words
from bulletin_nlp.records import Block
from bulletin_nlp.text.enumerators import at_line_start
from bulletin_nlp.text.fold import fold
from bulletin_nlp.text.sentences import trim

_LONGEST_CAPTION = 60


def find_tables(text: str, blocks: Sequence[Block] = ()) -> list[TableMention]:
    """The tables of a text, in text order.

    Args:
        text: the text as read.
        blocks: where its parts stood in the original: they tell which cells are merged.

    Returns:
        Tables with a header that names two kinds of columns or more, and at least one row. The cost is linear.
    """
    folded = fold(text, tabs=True)
    merged = Merged(blocks)
    return [
        table
        for group in _groups(folded)
        for drafted in _Drafts(folded, group).tables()
        if (table := _table(folded, drafted, merged)) is not None
    ]


def _groups(folded: str) -> Iterator[list[Line]]:
    """The rows of the text that follow each other, laid out in one way; a header of a flattened table begins anew."""
    group: list[Line] = []
    for row in rows(folded):
        line = line_of(folded, row)
        apart = group and (
            line.layout != group[-1].layout
            or folded[group[-1].end : line.start].strip(" \t\n")
            or (row.head and line.layout != "tabs")
        )
        if apart:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


class _Draft:
    """A table while its rows are read."""

    def __init__(self, columns: list[Column], heads: list[Line], caption: Line | None) -> None:
        self.columns, self.heads, self.caption = columns, heads, caption
        self.lines: list[Line] = []


class _Drafts:
    """The tables among rows that follow each other: each header that differs from the one above begins another one."""

    def __init__(self, folded: str, lines: Sequence[Line]) -> None:
        self.folded, self.lines = folded, lines

    def tables(self) -> Iterator[_Draft]:
        """The tables, with their header and the lines below it."""
        table: _Draft | None = None
        caption: Line | None = None
        at = 0
        while at < len(self.lines):
            line = self.lines[at]
            below = self.lines[at + 1] if at + 1 < len(self.lines) else None
            two = below is not None and is_second_line(self.folded, line, below)
            columns = columns_of(self.folded, line, below if two else None)
            heads = [line, below] if two and below else [line]
            if columns and not (table and same_names(self.folded, table.columns, line)):
                if table:
                    if table.lines and self._is_caption(table.lines[-1]):
                        caption = table.lines.pop()
                    yield table
                table = _Draft(columns, heads, caption)
            elif columns and table:
                table.heads += heads
            else:
                heads = [line]
                if table:
                    table.lines.append(line)
                else:
                    caption = line if self._is_caption(line) else None
            at += len(heads)
        if table:
            yield table

    def _is_caption(self, line: Line) -> bool:
        return len(line.filled) == 1 and words().says("captions", self.folded[slice(*line.filled[0])])


def _table(folded: str, draft: _Draft, merged: Merged) -> TableMention | None:
    columns = draft.columns
    width = max((len(line.cells) for line in draft.lines if line.layout == "tabs"), default=0)
    unnamed = width - len(columns)
    columns += [Column(start=None, end=None, group=None, name="", kind="other") for _ in range(unnamed)]
    kinds = [column["kind"] for column in columns]
    found = list(table_rows(folded, [in_columns(folded, line, kinds) for line in draft.lines], kinds, merged))
    if not found:
        return None
    start = min(cell[0] for head in draft.heads for cell in head.filled)
    first = draft.heads[0].start
    caption = draft.caption.filled[0] if draft.caption else _caption(folded, first)
    return TableMention(
        start=start,
        end=found[-1]["end"],
        kind="table",
        rule=draft.heads[0].layout,
        caption=caption,
        heads=[(head.start, head.end) for head in draft.heads],
        columns=columns,
        rows=found,
    )


def _caption(folded: str, start: int) -> tuple[int, int] | None:
    """The line over a table, where it names it and opens no section."""
    end = len(folded[max(0, start - _LONGEST_CAPTION) : start].rstrip()) + max(0, start - _LONGEST_CAPTION)
    begin = folded.rfind("\n", max(0, end - _LONGEST_CAPTION), end) + 1
    begin, end = trim(folded, begin, end)
    heads_section = at_line_start(folded, begin, end) is not None
    return (begin, end) if begin < end and not heads_section and words().says("captions", folded[begin:end]) else None
