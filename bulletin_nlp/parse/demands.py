"""Records of demands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bulletin_nlp.parse.duties import conditions, reporting_duties
from bulletin_nlp.parse.ids import Ids
from bulletin_nlp.parse.quote import Quoter
from bulletin_nlp.parse.tasks import TaskDraft, tasks_of
from bulletin_nlp.parse.units import first_of_each
from bulletin_nlp.parse.within import Within
from bulletin_nlp.pipes.findings.finding import DemandMention
from bulletin_nlp.records import Answer, DateMention, Recommendation, Section, Task, UnitMention


def recommendation_records(
    folded: str,
    demands: Sequence[DemandMention],
    charged: Sequence[Sequence[int]],
    answers: Mapping[int, Sequence[Answer]],
    units: Sequence[UnitMention],
    dates: Sequence[DateMention],
    sections: Sequence[Section],
    ids: Ids,
    quote: Quoter,
) -> list[Recommendation]:
    """One record for each demand, with its actions and the findings that it answers."""
    by_place, units_by_place = Within(dates), Within(units)
    places = [{"start": unit.span.start, "end": unit.span.end} for unit in units]
    records = []
    for index, (demand, indices) in enumerate(zip(demands, charged, strict=True)):
        part = demand["part"]
        due = _earliest(demand, by_place)
        drafts = tasks_of(folded, demand, indices, places, by_place)
        support = _support(demand, indices, units, drafts)
        records.append(
            Recommendation(
                id=ids("r", demand["start"], demand["end"]),
                span=quote.of(demand),
                section_id=None if part is None else sections[part].id,
                heading=quote.maybe(demand["heading"]),
                units=first_of_each(indices, units),
                actions=tuple(quote.of(action) for action in demand["actions"]),
                deadline=due.end if due else None,
                deadline_date_id=due.id if due else None,
                answers=tuple(answers.get(index, ())),
                lead=first_of_each((i for i in indices if i not in support), units),
                support=first_of_each((i for i in indices if i in support), units),
                tasks=tuple(_task(draft, units, quote) for draft in drafts),
                conditions=conditions(folded, demand, quote),
                reports=tuple(reporting_duties(folded, demand, units_by_place, by_place, quote)),
                rule=demand["rule"],
            )
        )
    return records


def _task(draft: TaskDraft, units: Sequence[UnitMention], quote: Quoter) -> Task:
    return Task(
        span=quote(draft.start, draft.end),
        lead=first_of_each(draft.lead, units),
        support=first_of_each(draft.support, units),
        deadline=draft.due.end if draft.due else None,
        deadline_date_id=draft.due.id if draft.due else None,
    )


def _support(
    demand: DemandMention,
    charged: Iterable[int],
    units: Sequence[UnitMention],
    drafts: Sequence[TaskDraft],
) -> set[int]:
    """The units that lead nothing in the demand and help."""
    leading = {i for draft in drafts for i in draft.lead}
    helping = {i for draft in drafts for i in draft.support}
    for i in charged:
        start = units[i].span.start
        if any(label["field"] == "support" and label["start"] <= start < label["end"] for label in demand["labels"]):
            helping.add(i)
    return helping - leading


def _earliest(demand: DemandMention, inside: Within[DateMention]) -> DateMention | None:
    """The earliest day due of a demand: in its words or in its labelled lines."""
    found = [date for date in inside(demand["start"], demand["end"]) if date.kind == "deadline"]
    for label in demand["labels"]:
        if label["field"] == "deadline":
            found += inside(label["start"], label["end"])
    return min((date for date in found if date.end), key=lambda date: date.end or "", default=None)
