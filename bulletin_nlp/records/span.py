"""Where in the text something stands."""

from __future__ import annotations

from pydantic import Field

from bulletin_nlp.records.base import Record


class Span(Record):
    """A half-open range of Unicode code points of ``Bulletin.text``, with the characters that stand there."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str


class Value(Record):
    """A value read from the text: `value` may be normalised, `span` says where it was read."""

    value: str
    span: Span
