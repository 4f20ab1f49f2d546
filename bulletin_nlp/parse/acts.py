"""Records of the supervisor's own acts: plans and sanctions."""

from __future__ import annotations

from collections.abc import Sequence

from bulletin_nlp.parse.ids import Ids
from bulletin_nlp.parse.quote import Quoter
from bulletin_nlp.parse.units import first_of_each
from bulletin_nlp.parse.within import Within
from bulletin_nlp.pipes.findings.finding import ActMention
from bulletin_nlp.records import DateMention, FollowUp, Sanction, Section, UnitMention


def act_records(
    acts: Sequence[ActMention],
    units: Sequence[UnitMention],
    dates: Sequence[DateMention],
    sections: Sequence[Section],
    ids: Ids,
    quote: Quoter,
) -> tuple[list[FollowUp], list[Sanction]]:
    """The plans, and the sanctions."""
    inside, days = Within(units), Within(dates)
    plans: list[FollowUp] = []
    sanctions: list[Sanction] = []
    for act in acts:
        start, end, part = act["start"], act["end"], act["part"]
        section = None if part is None else sections[part].id
        named = first_of_each(range(len(found := inside(start, end))), found)
        if act["kind"] == "follow_up":
            plans.append(
                FollowUp(
                    id=ids("w", start, end),
                    span=quote(start, end),
                    section_id=section,
                    units=named,
                    dates=tuple(date.id for date in days(start, end)),
                    rule=act["rule"],
                )
            )
        else:
            sanctions.append(
                Sanction(
                    id=ids("z", start, end),
                    span=quote(start, end),
                    section_id=section,
                    kind=act["sort"],
                    state=act["state"],
                    units=named,
                    rule=act["rule"],
                )
            )
    return plans, sanctions
