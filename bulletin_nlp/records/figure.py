"""Figures."""

from __future__ import annotations

from pydantic import Field

from bulletin_nlp.records.base import Record
from bulletin_nlp.records.span import Span


class Figure(Record):
    """A number with its unit of measure; `of` is what is counted where the text says it beside the number."""

    id: str
    span: Span
    value: float
    unit: str
    of: str | None = Field(default=None)
