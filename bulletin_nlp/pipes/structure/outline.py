"""What the structure component finds: the outline of a bulletin as plain data, offsets in code points, half-open."""

from __future__ import annotations

from typing import TypedDict

from bulletin_nlp.records.section import SectionRole


class Range(TypedDict):
    """A stretch of the text."""

    start: int
    end: int


class Part(TypedDict):
    """A section: parts of level 0 cover the text, children lie inside their parent, in text order."""

    start: int
    end: int
    parent: int | None  # index in the list of parts
    level: int
    role: SectionRole
    marker: Range | None  # 一、 (一) 1. ① 一是
    heading: Range | None  # the heading's words, without marker and final mark
    rule: str


class Field(TypedDict):
    """A field of the head or tail: `name` as in records.Head (recipients as report_to, send_to, copy_to, main)."""

    name: str
    start: int
    end: int
    value: str
    rule: str


class Outline(TypedDict):
    """The whole structure."""

    parts: list[Part]
    fields: list[Field]
    paragraphs: list[Range]  # of the whole text; lines broken in mid-sentence are joined
    empty_labels: list[Range]  # labels of the byline without a value
    title: Range | None
