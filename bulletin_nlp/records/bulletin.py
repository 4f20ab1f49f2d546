"""The whole record of one bulletin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from pydantic import BaseModel, Field, model_validator

from bulletin_nlp.records.achievement import Achievement
from bulletin_nlp.records.anaphor import Anaphor
from bulletin_nlp.records.base import Record
from bulletin_nlp.records.block import Block
from bulletin_nlp.records.date import DateMention
from bulletin_nlp.records.figure import Figure
from bulletin_nlp.records.follow_up import FollowUp
from bulletin_nlp.records.head import Head
from bulletin_nlp.records.problem import Problem
from bulletin_nlp.records.provenance import Provenance
from bulletin_nlp.records.recommendation import Recommendation
from bulletin_nlp.records.reference import Reference
from bulletin_nlp.records.remark import Remark
from bulletin_nlp.records.repair import Repair
from bulletin_nlp.records.sanction import Sanction
from bulletin_nlp.records.section import Section
from bulletin_nlp.records.source import Source
from bulletin_nlp.records.span import Span
from bulletin_nlp.records.table import Table
from bulletin_nlp.records.unit import UnitMention


def spans_of(value: Any) -> Iterator[Span]:
    """Every span inside a record, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from spans_of(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_of(item)


class Bulletin(Record):
    """A bulletin as read: its text, and every record found in it, each with its place in the text.

    Raises:
        ValueError: on construction, when a span does not quote the text, or an id is used twice or is not there.
    """

    schema_version: Literal["1.0"] = "1.0"
    id: str = Field(pattern=r"^b-[0-9a-f]{24}$", description="From the digest of the source bytes")
    source: Source
    text: str
    head: Head
    sections: tuple[Section, ...]
    dates: tuple[DateMention, ...] = ()
    units: tuple[UnitMention, ...] = ()
    anaphora: tuple[Anaphor, ...] = Field(default=(), description="Words that point back to a unit: 该局, 我县")
    problems: tuple[Problem, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    achievements: tuple[Achievement, ...] = ()
    follow_up: tuple[FollowUp, ...] = Field(default=(), description="What the supervisor will do itself")
    sanctions: tuple[Sanction, ...] = ()
    references: tuple[Reference, ...] = ()
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = Field(default=(), description="Tables whose header names their columns, in typed rows")
    repairs: tuple[Repair, ...] = ()
    remarks: tuple[Remark, ...] = ()
    blocks: tuple[Block, ...] = Field(
        default=(), description="Where parts of the text stood in the original: page, paragraph, table, row, cell"
    )
    provenance: Provenance

    @model_validator(mode="after")
    def _spans_quote_the_text(self) -> Bulletin:
        for span in spans_of(self):
            if self.text[span.start : span.end] != span.text:
                raise ValueError(f"span {span.start}:{span.end} does not quote the text")
        return self

    @model_validator(mode="after")
    def _sections_cover_the_text(self) -> Bulletin:
        position = 0
        for section in self.sections:
            if section.parent is None:
                if section.span.start != position:
                    raise ValueError(f"sections leave a gap or overlap at {position}")
                position = section.span.end
        if position != len(self.text):
            raise ValueError(f"sections end at {position}, the text at {len(self.text)}")
        return self

    @model_validator(mode="after")
    def _cells_are_in_columns(self) -> Bulletin:
        for table in self.tables:
            for row in table.rows:
                for cell in row.cells:
                    if cell.column > len(table.columns):
                        raise ValueError(
                            f"a cell at {cell.span.start} stands in column {cell.column}, which is not there"
                        )
        return self

    @model_validator(mode="after")
    def _ids_are_there(self) -> Bulletin:
        units = _distinct(u.id for u in self.units)
        dates = _distinct(d.id for d in self.dates)
        problems = _distinct(p.id for p in self.problems)
        sections = _distinct(s.id for s in self.sections)
        figures = _distinct(f.id for f in self.figures)
        demands = _distinct(r.id for r in self.recommendations)
        rows = [row for table in self.tables for row in table.rows]
        _distinct([*(table.id for table in self.tables), *(row.id for row in rows)])
        acts: list[FollowUp | Sanction] = [*self.follow_up, *self.sanctions]
        _distinct(act.id for act in acts)
        tasks = [task for demand in self.recommendations for task in demand.tasks]
        reports = [report for demand in self.recommendations for report in demand.reports]
        wanted: list[tuple[set[str], tuple[str, ...]]] = [
            (units, self.head.issuers),
            *((units, problem.units) for problem in self.problems),
            *((units, demand.units) for demand in self.recommendations),
            *((units, (*r.units, *r.responsible, *r.supporting, *r.supervisors)) for r in rows),
            *((problems, row.problems) for row in rows),
            *((demands, row.recommendations) for row in rows),
            *((dates, (row.deadline_date_id,)) for row in rows if row.deadline_date_id),
            *((units, fact.units) for fact in self.achievements),
            *((units, pointer.units) for pointer in self.anaphora),
            *((units, act.units) for act in acts),
            *((units, (*demand.lead, *demand.support)) for demand in self.recommendations),
            *((units, (*task.lead, *task.support)) for task in tasks),
            *((units, report.to) for report in reports),
            *((dates, (task.deadline_date_id,)) for task in tasks if task.deadline_date_id),
            *((dates, (report.deadline_date_id,)) for report in reports if report.deadline_date_id),
            *((dates, plan.dates) for plan in self.follow_up),
            *((figures, problem.figures) for problem in self.problems),
            *((sections, (act.section_id,)) for act in acts if act.section_id),
            *((dates, problem.dates) for problem in self.problems),
            *((dates, (demand.deadline_date_id,)) for demand in self.recommendations if demand.deadline_date_id),
            *((problems, tuple(a.problem_id for a in demand.answers)) for demand in self.recommendations),
            *((sections, (problem.section_id,)) for problem in self.problems if problem.section_id),
            *((sections, (demand.section_id,)) for demand in self.recommendations if demand.section_id),
            *((sections, (section.parent,)) for section in self.sections if section.parent),
        ]
        for known, named in wanted:
            if missing := set(named) - known:
                raise ValueError(f"no record has the id {min(missing)}")
        return self


def _distinct(ids: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            raise ValueError(f"the id {name} is used twice")
        seen.add(name)
    return seen
