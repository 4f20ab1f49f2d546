"""Readings of damaged text."""

from __future__ import annotations

from pydantic import Field

from bulletin_nlp.records.base import Certainty, Record
from bulletin_nlp.records.span import Span


class RepairCandidate(Record):
    """One restoration of the damaged characters."""

    restored: str
    certainty: Certainty


class Repair(Record):
    """What was read instead of damaged characters, and why. The text itself is never changed."""

    id: str
    span: Span
    restored: str | None = Field(description="The chosen restoration; none where several stand level")
    lost: tuple[str, ...] = Field(description="The characters that the restoration inserts")
    candidates: tuple[RepairCandidate, ...] = ()
    witnesses: tuple[Span, ...] = Field(default=(), description="Undamaged places that support the restoration")
    certainty: Certainty
