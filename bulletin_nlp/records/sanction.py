"""Sanctions."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bulletin_nlp.records.base import Record
from bulletin_nlp.records.span import Span

SanctionKind = Literal[
    "criticism", "talk", "score", "honours", "referral", "discipline", "penalty", "exposure", "other"
]
SanctionState = Literal["imposed", "threatened"]


class Sanction(Record):
    """What somebody has to bear for a fault, or will have to bear if it goes on."""

    id: str
    span: Span
    section_id: str | None
    kind: SanctionKind
    state: SanctionState = Field(description="threatened: only where a condition comes true")
    units: tuple[str, ...] = Field(description="Ids of the unit mentions inside the span")
    rule: str
