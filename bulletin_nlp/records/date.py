"""Date expressions."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bulletin_nlp.records.base import Certainty, IsoDay, Record
from bulletin_nlp.records.span import Span

DateKind = Literal["point", "range", "deadline", "fuzzy", "recurring"]
Granularity = Literal["day", "ten-days", "week", "month", "quarter", "halfyear", "year"]
DateField = Literal["year", "month", "day"]


class DateCandidate(Record):
    """One reading of a date expression: inclusive ISO days."""

    start: IsoDay | None
    end: IsoDay | None
    certainty: Certainty


class DateMention(Record):
    """A date expression with its interval of inclusive ISO days, resolved against the bulletin's own date."""

    id: str
    span: Span
    kind: DateKind
    start: IsoDay | None
    end: IsoDay | None
    granularity: Granularity
    role: str | None = Field(description="What the date is the date of: published, inspection, deadline …")
    filled: tuple[DateField, ...] = Field(default=(), description="Fields that the context supplied")
    repaired: bool
    certainty: Certainty
    candidates: tuple[DateCandidate, ...] = Field(default=(), description="All readings, likeliest first")
    rule: str
