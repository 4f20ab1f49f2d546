"""Demands."""

from __future__ import annotations

from pydantic import Field

from bulletin_nlp.records.base import Certainty, IsoDay, Record
from bulletin_nlp.records.span import Span
from bulletin_nlp.records.task import ReportingDuty, Task


class Answer(Record):
    """A problem that a demand answers."""

    problem_id: str
    basis: str
    certainty: Certainty


class Recommendation(Record):
    """One demand, at the level of the numbered item: who must do what until when."""

    id: str
    span: Span
    section_id: str | None
    heading: Span | None
    units: tuple[str, ...] = Field(description="Ids of the unit mentions that are charged")
    actions: tuple[Span, ...] = ()
    deadline: IsoDay | None = Field(description="The earliest day due of the item")
    deadline_date_id: str | None
    answers: tuple[Answer, ...] = ()
    lead: tuple[str, ...] = Field(default=(), description="Of `units`, those that lead or answer for it")
    support: tuple[str, ...] = Field(default=(), description="Of `units`, those that only help")
    tasks: tuple[Task, ...] = Field(default=(), description="The actions, each with its units and its day due")
    conditions: tuple[Span, ...] = Field(default=(), description="Clauses that say when or for whom it holds")
    reports: tuple[ReportingDuty, ...] = ()
    rule: str
