"""The outline of a bulletin."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bulletin_nlp.records.base import Record
from bulletin_nlp.records.span import Span

SectionRole = Literal[
    "head",
    "situation",
    "problems",
    "recommendations",
    "criticism",
    "praise",
    "appendix",
    "distribution",
    "other",
]


class Section(Record):
    """A part of the text. Sections of level 0 cover the text without gap or overlap; children lie inside their parent."""

    id: str
    parent: str | None
    level: int = Field(ge=0, description="0 for the top, then the depth of numbering")
    marker: Span | None = Field(description="一、 (一) 1. ① 一是 …")
    heading: Span | None
    role: SectionRole
    span: Span
