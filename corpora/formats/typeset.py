"""Sets a bulletin on A4 pages as GB/T 9704-2012 asks: 28 characters a line, 22 lines a page, page numbers outside.

What is placed here is written as PDF, as OFD or as a scan by `make_paged.py`: the same page in each format.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595.2, 841.8  # points
LEFT, TOP = 79.4, 104.9
BODY, TITLE, CELL, PITCH = 16.0, 22.0, 12.0, 29.0
COLUMNS, ROWS = 28, 22
NEVER_FIRST = "，。、；：？！）》”’】"
NEVER_LAST = "（《“‘【"


@dataclass
class Placed:
    """A run of characters: where its base line begins, and the size of its characters."""

    text: str
    x: float
    y: float  # from the upper edge
    size: float
    edge: bool = False  # a page number or running head


@dataclass
class Sheet:
    """A page: its runs, and its rules (x0, y0, x1, y1)."""

    runs: list[Placed] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)


def width(text: str, size: float) -> float:
    """The width of a run: Latin letters take half an em."""
    return sum(size * (0.5 if ord(character) < 0x2000 else 1.0) for character in text)


def broken(text: str, size: float, measure: float) -> Iterator[str]:
    """The lines of a paragraph, none begun or ended by a mark that must not stand there."""
    line = ""
    for character in text:
        if line and width(line + character, size) > measure + 0.1 and character not in NEVER_FIRST:
            keep = len(line.rstrip(NEVER_LAST))
            while (
                keep
                and line[keep - 1 : keep].isascii()
                and line[keep - 1].isalnum()
                and character.isascii()
                and character.isalnum()
            ):
                keep -= 1  # a number is not broken
            keep = keep or len(line)
            yield line[:keep]
            line = line[keep:]
        line += character
    yield line


def typeset(text: str, *, head: str = "", numbers: bool = True, rows: int = ROWS) -> list[Sheet]:
    """The pages of a bulletin given as text: a line a paragraph, "　　" where it is indented, short first lines centred.

    Lines whose cells are parted by tabs are set as a ruled table.
    """
    sheets: list[Sheet] = []
    row: float = rows
    before_body = True
    lines = text.strip("\n").split("\n")
    measure = COLUMNS * BODY

    def place(run: str, x: float, size: float) -> None:
        nonlocal row
        if row >= rows:
            sheets.append(Sheet())
            row = 0
        sheets[-1].runs.append(Placed(run, x, TOP + row * PITCH + BODY, size))
        row += 1

    for index, line in enumerate(lines):
        if not line.strip():
            row += 1 if row < rows else 0
            continue
        if "\t" in line:
            if row >= rows - 2:
                sheets.append(Sheet())
                row = 0
            row += _row(sheets[-1], line.split("\t"), TOP + row * PITCH, measure) / PITCH
            continue
        before_body = before_body and not line.endswith("：")
        title = before_body and line.startswith("关于")
        size = TITLE if title or index == 0 else BODY
        if title or (before_body and width(line, BODY) < 0.6 * measure):
            for part in broken(line, size, 0.72 * measure if title else measure):
                place(part, LEFT + (measure - width(part, size)) / 2, size)
        elif line.startswith("\u3000\u3000"):
            parts = broken(line, BODY, measure)
            for number, part in enumerate(parts):
                place(part.lstrip("\u3000") if number == 0 else part, LEFT + (0 if number else 2 * BODY), BODY)
        else:
            for part in broken(line, BODY, measure):
                place(part, LEFT, BODY)
    for number, sheet in enumerate(sheets, 1):
        if numbers:
            label = f"— {number} —"
            x = LEFT + 14 if number % 2 == 0 else LEFT + measure - width(label, 14) - 14
            sheet.runs.append(Placed(label, x, HEIGHT - 60, 14, edge=True))
        if head:
            sheet.runs.insert(0, Placed(head, LEFT + (measure - width(head, 10.5)) / 2, 50, 10.5, edge=True))
    return sheets


def _row(sheet: Sheet, cells: list[str], top: float, measure: float) -> float:
    """One row of a ruled table; its height."""
    step = measure / len(cells)
    broken_cells = [list(broken(cell, CELL, step - 10)) if cell else [] for cell in cells]
    height = max(len(lines) for lines in broken_cells) * 1.3 * CELL + 10
    sheet.rules += [(LEFT, top, LEFT + measure, top), (LEFT, top + height, LEFT + measure, top + height)]
    for number, lines in enumerate(broken_cells):
        x = LEFT + number * step
        sheet.rules.append((x, top, x, top + height))
        for index, line in enumerate(lines):
            sheet.runs.append(Placed(line, x + 5, top + 4 + CELL * (1 + 1.3 * index), CELL))
    sheet.rules.append((LEFT + measure, top, LEFT + measure, top + height))
    return height
