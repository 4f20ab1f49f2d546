"""The single actions of a demand, and what has to be reported."""

from __future__ import annotations

from pydantic import Field

from bulletin_nlp.records.base import IsoDay, Record
from bulletin_nlp.records.span import Span


class Task(Record):
    """One action of a demand, with those who do it and its own day due."""

    span: Span
    lead: tuple[str, ...] = Field(default=(), description="Ids of the unit mentions that answer for it")
    support: tuple[str, ...] = Field(default=(), description="Ids of the unit mentions that help: 配合, 协助, 会同")
    deadline: IsoDay | None = None
    deadline_date_id: str | None = Field(
        default=None, description="Also where the day can't be counted, as in 收到通报后10日内"
    )


class ReportingDuty(Record):
    """What a demand wants reported: to whom, by when."""

    span: Span
    to: tuple[str, ...] = Field(default=(), description="Ids of the unit mentions reported to")
    deadline: IsoDay | None = None
    deadline_date_id: str | None = None
