"""Rows of demands: who is charged, the single tasks, what has to be reported, which findings are answered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bulletin_nlp.export.places import Row, place, words
from bulletin_nlp.records import Bulletin, Recommendation, ReportingDuty, Task


def demand_rows(bulletin: Bulletin) -> Iterator[Row]:
    """Demands with all that hangs on them."""
    for demand in bulletin.recommendations:
        key = {"recommendation_id": f"{bulletin.id}:{demand.id}"}
        row = {
            "bulletin_id": bulletin.id,
            "section_id": f"{bulletin.id}:{demand.section_id}" if demand.section_id else None,
            "heading": words(demand.heading),
            "rule": demand.rule,
        }
        yield "recommendations", key | row | _due(bulletin, demand) | place(demand.span)
        for rank, unit in enumerate(demand.units, 1):
            part = "lead" if unit in demand.lead else "support" if unit in demand.support else "charged"
            yield "recommendation_units", key | {"rank": rank, "unit_id": f"{bulletin.id}:{unit}", "part": part}
        for kind, spans in (("action", demand.actions), ("condition", demand.conditions)):
            for rank, span in enumerate(spans, 1):
                yield "recommendation_spans", key | {"kind": kind, "rank": rank} | place(span)
        yield from _tasks(bulletin, demand)
        for answer in demand.answers:
            row = {"problem_id": f"{bulletin.id}:{answer.problem_id}", "basis": answer.basis}
            yield "links", key | row | {"certainty": answer.certainty}


def _tasks(bulletin: Bulletin, demand: Recommendation) -> Iterator[Row]:
    tasks: list[tuple[str, Task | ReportingDuty]] = [
        *(("action", task) for task in demand.tasks),
        *(("report", report) for report in demand.reports),
    ]
    for rank, (kind, task) in enumerate(tasks, 1):
        key = {"task_id": f"{bulletin.id}:{demand.id}:{rank}"}
        row = {"recommendation_id": f"{bulletin.id}:{demand.id}", "kind": kind, "rank": rank}
        yield "tasks", key | row | _due(bulletin, task) | place(task.span)
        if isinstance(task, Task):
            parts = [*((unit, "lead") for unit in task.lead), *((unit, "support") for unit in task.support)]
        else:
            parts = [(unit, "recipient") for unit in task.to]
        for number, (unit, part) in enumerate(parts, 1):
            yield "task_units", key | {"rank": number, "unit_id": f"{bulletin.id}:{unit}", "part": part}


def _due(bulletin: Bulletin, record: Recommendation | Task | ReportingDuty) -> dict[str, Any]:
    date = record.deadline_date_id
    return {"deadline": record.deadline, "deadline_date_id": f"{bulletin.id}:{date}" if date else None}
