"""What the supervisor will do itself."""

from __future__ import annotations

from pydantic import Field

from bulletin_nlp.records.base import Record
from bulletin_nlp.records.span import Span


class FollowUp(Record):
    """A plan of the supervisor: to look again, to check, to report; no demand on anybody."""

    id: str
    span: Span
    section_id: str | None
    units: tuple[str, ...] = Field(description="Ids of the unit mentions inside the span")
    dates: tuple[str, ...] = Field(default=(), description="Ids of the date mentions inside the span")
    rule: str
