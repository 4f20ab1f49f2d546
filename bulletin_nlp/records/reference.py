"""Documents referred to."""

from __future__ import annotations

from bulletin_nlp.records.base import Record
from bulletin_nlp.records.span import Span


class Reference(Record):
    """A document named between 《 and 》."""

    id: str
    span: Span
    title: str
    kind: str
