"""What was not understood, or was asked for and is absent."""

from __future__ import annotations

from bulletin_nlp.records.base import Record
from bulletin_nlp.records.span import Span


class Remark(Record):
    """A note on the bulletin as a whole or on a place in it."""

    code: str
    message: str
    span: Span | None = None
