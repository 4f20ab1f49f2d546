"""A whole document: headers, body, notes, footers, and what was left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bulletin_nlp.read.compose import LONGEST_CELL, Cell, Composer
from bulletin_nlp.read.errors import FormatError
from bulletin_nlp.read.wordml.body import Grid, GridCell, Item, Paragraph, Walker
from bulletin_nlp.read.wordml.inline import Story
from bulletin_nlp.read.wordml.names import R, W
from bulletin_nlp.read.wordml.numbering import Numbering
from bulletin_nlp.read.wordml.package import Package
from bulletin_nlp.read.wordml.styles import Styles
from bulletin_nlp.records import Remark
from bulletin_nlp.records.block import Part

if TYPE_CHECKING:
    from lxml.etree import _Element

_PAGE_NUMBER = re.compile(r"[\s\d第共页/／·•.—–\-－]*")
_LEFT_OUT = {
    "picture": ("pictures_not_read", "{} pictures hold no characters and were not read"),
    "object": ("objects_not_read", "{} embedded objects were not read; save them as files of their own"),
    "altChunk": ("objects_not_read", "{} documents embedded as a whole were not read; save the document anew"),
    "contents": ("contents_left_out", "the table of contents, which repeats the headings, was left out"),
    "field": ("open_field", "a field begins and never ends, and hides what follows; save the document anew"),
    "sign": ("unknown_sign", "{} signs of a sign font have no known character and became U+FFFD"),
}


class Document:
    """A document, read part by part.

    Args:
        package: its parts.

    Raises:
        FormatError: the main document can't be read.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        self._body = package.part(package.main).find(W + "body")
        if self._body is None:
            raise FormatError("damaged", "has no body; open it in a word processor and save it anew")
        self._styles = Styles(package.related("styles"))
        self._numbering = Numbering(package.related("numbering"), self._styles)
        self._found: Counter[str] = Counter()
        self._labels: dict[tuple[str, str], str] = {}

    def compose(self) -> Composer:
        """The document's text and blocks: headers, body, footnotes and endnotes, footers."""
        assert self._body is not None
        walker = self._walker("body")
        body = list(walker.items(self._body))
        self._found["field"] += walker.story.is_silent
        out = Composer()
        for items in (self._running("header"), body, self._notes(), self._running("footer")):
            _write(items, out)
        return out

    def remarks(self) -> tuple[Remark, ...]:
        """What `compose` left out."""
        return tuple(
            Remark(code=code, message=message.format(self._found[kind]))
            for kind, (code, message) in _LEFT_OUT.items()
            if self._found[kind]
        )

    def _walker(self, part: Part) -> Walker:
        return Walker(Story(self._found, self._labels), self._numbering, part)

    def _running(self, part: Part) -> list[Item]:
        """The running headers or footers that sections use, each text once, without those of page numbers only."""
        assert self._body is not None
        relations = self._package.relations(self._package.main)
        items: dict[str, Item] = {}
        used = dict.fromkeys(reference.get(R + "id", "") for reference in self._body.iter(f"{W}{part}Reference"))
        for id_ in used:
            kind, name = relations.get(id_, ("", ""))
            if kind == part:
                for item in self._walker(part).items(self._package.part(name)):
                    key = item.text.strip() if isinstance(item, Paragraph) else repr(item)
                    if not _PAGE_NUMBER.fullmatch(key):
                        items.setdefault(key, item)
        return list(items.values())

    def _notes(self) -> Iterator[Item]:
        """The notes in the order of reference, each after its mark; notes of notes are none."""
        for kind, part in (("footnote", "footnotes"), ("endnote", "endnotes")):
            wanted = {id_: label for (found, id_), label in self._labels.items() if found == kind}
            root = self._package.related(part) if wanted else None
            notes = {} if root is None else {note.get(W + "id", ""): note for note in root.iter(W + kind)}
            for id_, label in wanted.items():
                if id_ in notes:
                    yield from self._note(notes[id_], label, "footnote" if kind == "footnote" else "endnote")

    def _note(self, note: _Element, label: str, part: Part) -> Iterator[Item]:
        for number, item in enumerate(self._walker(part).items(note)):
            if number == 0 and isinstance(item, Paragraph):
                item = Paragraph(f"{label} {item.text.lstrip()}", part)
            yield item


def _write(items: Iterable[Item], out: Composer) -> None:
    for item in items:
        if isinstance(item, Paragraph):
            out.paragraph(item.text, item.part)
        elif _holds_data(item):
            out.table(Cell(_line(c), c.row, c.column, c.rows, c.columns, c.heading) for c in item.cells)
        else:
            for cell in item.cells:
                _write(cell.content, out)


def _holds_data(grid: Grid) -> bool:
    """Whether a table holds data. The rest is page layout: one column, tables inside, cells longer than a cell is."""
    if len({cell.column for cell in grid.cells}) < 2:
        return False
    return all(
        all(isinstance(item, Paragraph) for item in cell.content) and len(_line(cell)) <= LONGEST_CELL
        for cell in grid.cells
    )


def _line(cell: GridCell) -> str:
    return "\n".join(item.text for item in cell.content if isinstance(item, Paragraph) and item.text.strip())
