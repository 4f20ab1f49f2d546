"""The characters of a paragraph, as a reader of the printed page sees them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from bulletin_nlp.read.wordml.fields import Field
from bulletin_nlp.read.wordml.names import DRAWING, MATH, MC, VML, W, is_on

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHARACTERS = {W + "tab": " ", W + "ptab": " ", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_UNSEEN = frozenset(
    {W + "del", W + "moveFrom", W + "delText", W + "pPr", W + "rPr", W + "sdtPr", W + "sdtEndPr", W + "rt"}
)
_PICTURES = (DRAWING + "blip", VML + "imagedata")
_COUNTED = {W + "object": "object", W + "altChunk": "altChunk"} | dict.fromkeys(_PICTURES, "picture")
_NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
# Signs of the fonts that draw boxes and ticks, by the low byte of their code.
_SIGNS = {0xA8: "□", 0x6F: "□", 0xA3: "□", 0xFE: "☑", 0x52: "☑", 0xFD: "☒", 0x54: "☒", 0xFC: "✓", 0xFB: "✗"}
_SIGNS |= {0x6C: "●", 0x6E: "■", 0x75: "◆", 0xD8: "➢"}


class Story:
    """Reads the paragraphs of one part, in order: fields run from one paragraph into the next.

    Attributes:
        found: how many pictures, objects, tables of contents and unknown signs were passed over.
        boxes: the contents of text boxes met since they were last taken (elements holding paragraphs, or word art's text).
        labels: the marks of the notes referred to so far, by kind and id, in the order of reference.
    """

    def __init__(self, found: Counter[str], labels: dict[tuple[str, str], str]) -> None:
        self.found = found
        self.boxes: list[_Element | str] = []
        self.labels = labels
        self._fields: list[Field] = []
        self._silent = 0  # how many of them are silent
        self._out: list[str] = []

    def text(self, paragraph: _Element) -> str:
        """The characters of a paragraph, without its marker."""
        self._out = []
        self._walk(paragraph)
        return "".join(self._out)

    @property
    def is_silent(self) -> bool:
        """Whether characters met now are not shown."""
        return self._silent > 0

    def _walk(self, element: _Element) -> None:
        for child in element:
            tag = child.tag
            if tag == W + "t" or tag == MATH + "t":
                self._add(child.text or "")
            elif tag in _CHARACTERS:
                self._add(_CHARACTERS[tag])
            elif tag == W + "r":
                if not is_on(child, "rPr/vanish"):
                    self._walk(child)
            elif tag == W + "fldChar":
                self._field(child.get(W + "fldCharType"))
            elif tag == W + "instrText":
                if self._fields and not self._fields[-1].in_result:
                    self._fields[-1].instruction += child.text or ""
            elif tag == W + "fldSimple":
                self._simple_field(child)
            elif tag == W + "sym":
                self._sign(child)
            elif tag in _NOTES:
                self._add(self._label(_NOTES[tag], child.get(W + "id", "")))
            elif tag == MC + "AlternateContent":
                self._alternative(child)
            elif tag == W + "txbxContent":
                self.boxes.append(child)
            elif tag not in _UNSEEN:
                if tag in _COUNTED:
                    self.found[_COUNTED[tag]] += 1
                elif tag == VML + "textpath" and child.get("string"):
                    self.boxes.append(child.get("string", ""))
                self._walk(child)

    def _add(self, text: str) -> None:
        if not self.is_silent:
            self._out.append(text)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._begin(Field())
        elif self._fields and kind == "separate":
            self._separate()
            if self._fields[-1].is_contents:
                self.found["contents"] += 1
        elif self._fields and kind == "end":
            self._end()

    def _simple_field(self, element: _Element) -> None:
        self._begin(Field(element.get(W + "instr", "")))
        self._separate()
        self._walk(element)
        self._end()

    def _begin(self, field: Field) -> None:
        self._fields.append(field)
        self._silent += 1

    def _separate(self) -> None:
        field = self._fields[-1]
        was = field.is_silent
        field.begin_result()
        self._silent += field.is_silent - was

    def _end(self) -> None:
        if self._fields:
            field = self._fields.pop()
            self._silent -= field.is_silent
            self._add(field.drawn)

    def _sign(self, element: _Element) -> None:
        """A character of a sign font (Wingdings …): the one it looks like, where it is known."""
        code = element.get(W + "char", "")
        number = int(code, 16) if re.fullmatch("[0-9A-Fa-f]{2,4}", code) else 0
        sign = _SIGNS.get(number & 0xFF) if number >> 8 in {0, 0xF0} else chr(number)
        if sign is None:
            self.found["sign"] += 1
        self._add(sign or "\ufffd")

    def _label(self, kind: str, id_: str) -> str:
        """The mark of a note, counted in the order of reference, footnotes and endnotes together."""
        return self.labels.setdefault((kind, id_), f"[{len(self.labels) + 1}]")

    def _alternative(self, element: _Element) -> None:
        """The first of several forms of one thing; the others repeat it for older programs."""
        chosen = element.find(MC + "Choice")
        if chosen is None:
            chosen = element.find(MC + "Fallback")
        if chosen is not None:
            self._walk(chosen)
