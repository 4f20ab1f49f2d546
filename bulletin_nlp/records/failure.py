"""An input that gave no bulletin."""

from __future__ import annotations

from bulletin_nlp.records.base import Record


class Failure(Record):
    """Which input failed, where on its way, and what to do about it."""

    uri: str
    stage: str
    code: str
    message: str
