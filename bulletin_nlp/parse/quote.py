"""Spans that quote the text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bulletin_nlp.records import Span, Value


class Quoter:
    """Makes spans of one text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __call__(self, start: int, end: int) -> Span:
        """The span from `start` to `end`."""
        return Span(start=start, end=end, text=self.text[start:end])

    def of(self, where: Mapping[str, Any]) -> Span:
        """The span of a mention with `start` and `end`."""
        return self(where["start"], where["end"])

    def maybe(self, where: Mapping[str, Any] | None) -> Span | None:
        """The span of a range, None for none."""
        return None if where is None else self.of(where)

    def value(self, field: Mapping[str, Any]) -> Value:
        """A field's value with its span."""
        return Value(value=field["value"], span=self.of(field))
