"""Pages → Reading: margins left out, lines joined, tables laid out, blocks and doubts placed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bulletin_nlp.read.compose import Cell, Composer
from bulletin_nlp.read.paged.flow import Paragraph, Table, flow, joint
from bulletin_nlp.read.paged.gaps import numbering_gaps
from bulletin_nlp.read.paged.lines import lines
from bulletin_nlp.read.paged.margins import without_margins
from bulletin_nlp.read.paged.measure import measure
from bulletin_nlp.read.paged.model import Glyph, Page
from bulletin_nlp.read.source import Doubt, Reading
from bulletin_nlp.records import Remark

DOUBTFUL = 0.8
"""A character recognised less surely than that is marked."""


def read_pages(
    pages: Sequence[Page], remarks: Sequence[Remark] = (), hints: Mapping[str, str] | None = None
) -> Reading:
    """The text of a document that is given as pages.

    Args:
        pages: in their order.
        remarks: what the reader of the format has to say of the document as a whole.
        hints: metadata.

    Returns:
        The text with a block for each paragraph and cell; a remark for what was left out; a doubt for each character
        that was not surely recognised.
    """
    free, ruled = [], []
    for page in pages:
        outside, inside = _parted(page)
        free.append((page, lines(outside)))
        ruled.append(list(zip(page.grids, inside, strict=True)))
    kept, running, numbers = without_margins(free)
    body = measure(kept) or measure([lines(page.glyphs) for page in pages])
    composer, writer = Composer(), _Writer()
    if body is not None:
        parts = [(page.number, kept[i], ruled[i]) for i, page in enumerate(pages)]
        page_number = None
        for part in flow(parts, body):
            if part.page != page_number:
                page_number = part.page
                composer.page(page_number)
            if isinstance(part, Table):
                composer.table(
                    Cell(text, row, column, rows, columns) for text, row, column, rows, columns in part.cells
                )
                continue
            if part.blank:
                composer.blank()
            text, doubtful = _written(part)
            writer.add(composer, text, doubtful)
    text = composer.text()
    recognised = any(glyph.score < 1 for page in pages for glyph in page.glyphs)
    notes = [
        Remark(code=code, message=f"page {page.number}: {message}") for page in pages for code, message in page.notes
    ]
    return Reading(
        text,
        None,
        (*remarks, *notes, *_left_out(running, numbers), *(numbering_gaps(text) if recognised else ())),
        hints or {},
        composer.blocks(),
        tuple(writer.doubts),
    )


class _Writer:
    """Writes paragraphs and keeps where their doubtful characters then stand."""

    def __init__(self) -> None:
        self.doubts: list[Doubt] = []

    def add(self, composer: Composer, text: str, doubtful: Sequence[tuple[int, float]]) -> None:
        start = composer.length
        composer.paragraph(text)
        self.doubts += (Doubt(start + place, start + place + 1, score) for place, score in doubtful)


def _parted(page: Page) -> tuple[list[Glyph], list[list[Glyph]]]:
    """The characters outside and inside of the ruled tables of a page."""
    if not page.grids:
        return page.glyphs, []
    outside: list[Glyph] = []
    inside: list[list[Glyph]] = [[] for _ in page.grids]
    for glyph in page.glyphs:
        x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
        place = next((i for i, grid in enumerate(page.grids) if grid.box.holds(x, y)), None)
        (outside if place is None else inside[place]).append(glyph)
    return outside, inside


def _written(paragraph: Paragraph) -> tuple[str, list[tuple[int, float]]]:
    """A paragraph's text, and which of its characters are doubtful."""
    pieces = ["\u3000\u3000"] if paragraph.indent else []
    at = sum(map(len, pieces))
    doubtful: list[tuple[int, float]] = []
    before = ""
    for line in paragraph.lines:
        between = joint(before, line.text)
        at += len(between)
        doubtful += ((at + place, score) for place, (_, score) in enumerate(line.characters) if score < DOUBTFUL)
        at += len(line.text)
        pieces += (between, line.text)
        before = line.text
    return "".join(pieces), doubtful


def _left_out(running: Sequence[str], numbers: int) -> list[Remark]:
    found = []
    if running:
        found.append(
            Remark(code="running-heads-left-out", message=f"at the edges of pages: {'; '.join(running)}"[:500])
        )
    if numbers:
        found.append(Remark(code="page-numbers-left-out", message=f"{numbers} page numbers are no part of the text"))
    return found
