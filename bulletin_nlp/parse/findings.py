"""Records of findings, commended facts and demands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from bulletin_nlp.parse.blame import Blame
from bulletin_nlp.parse.ids import Ids
from bulletin_nlp.parse.quote import Quoter
from bulletin_nlp.pipes.findings.finding import Code, DemandMention, FindingMention
from bulletin_nlp.records import (
    Achievement,
    Answer,
    DateMention,
    Evidence,
    Problem,
    Recommendation,
    Section,
    UnitMention,
)

UNKNOWN = "unknown"


class _Within:
    """Records by place: those that lie between two offsets."""

    def __init__(self, records: Sequence[DateMention] | Sequence[UnitMention]) -> None:
        self._records = records
        self._starts = [record.span.start for record in records]

    def __call__(self, start: int, end: int) -> list[DateMention | UnitMention]:
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [record for record in self._records[first:last] if record.span.end <= end]


def problem_records(
    problems: Sequence[FindingMention],
    blamed: Sequence[Blame],
    units: Sequence[UnitMention],
    dates: Sequence[DateMention],
    sections: Sequence[Section],
    ids: Ids,
    quote: Quoter,
) -> list[Problem]:
    """One record for each finding; a nature that no rule gives is `unknown`."""
    inside = _Within(dates)
    records = []
    for problem, verdict in zip(problems, blamed, strict=True):
        part = problem["part"]
        records.append(
            Problem(
                id=ids("p", problem["start"], problem["end"]),
                span=quote.of(problem),
                section_id=None if part is None else sections[part].id,
                heading=quote.maybe(problem["heading"]),
                nature=_codes(problem["natures"]) or (UNKNOWN,),
                domain=_codes(problem["domains"]),
                units=_unit_ids(verdict.units, units),
                inherited=verdict.inherited,
                quantifier=problem["quantifier"],
                frequency=problem["frequency"],
                degree=problem["degree"],
                dates=tuple(date.id for date in inside(problem["start"], problem["end"])),
                evidence=tuple(
                    Evidence(code=code["code"], span=quote.of(code), rule=code["rule"])
                    for code in (*problem["natures"], *problem["domains"])
                ),
                certainty=problem["certainty"],
                rule=problem["rule"],
            )
        )
    return records


def _codes(codes: Sequence[Code]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code["code"] for code in codes))


def _unit_ids(indices: Sequence[int], units: Sequence[UnitMention]) -> tuple[str, ...]:
    """Ids of mentions, one for each surface, the first."""
    first: dict[str, str] = {}
    for index in indices:
        first.setdefault(units[index].span.text, units[index].id)
    return tuple(first.values())


def recommendation_records(
    demands: Sequence[DemandMention],
    charged: Sequence[Sequence[int]],
    answers: Mapping[int, Sequence[Answer]],
    units: Sequence[UnitMention],
    dates: Sequence[DateMention],
    sections: Sequence[Section],
    ids: Ids,
    quote: Quoter,
) -> list[Recommendation]:
    """One record for each demand, with the findings that it answers."""
    inside = _Within(dates)
    records = []
    for index, (demand, unit_indices) in enumerate(zip(demands, charged, strict=True)):
        part = demand["part"]
        due = _earliest(demand, inside)
        records.append(
            Recommendation(
                id=ids("r", demand["start"], demand["end"]),
                span=quote.of(demand),
                section_id=None if part is None else sections[part].id,
                heading=quote.maybe(demand["heading"]),
                units=_unit_ids(unit_indices, units),
                actions=tuple(quote.of(action) for action in demand["actions"]),
                deadline=due.end if due else None,
                deadline_date_id=due.id if due else None,
                answers=tuple(answers.get(index, ())),
                rule=demand["rule"],
            )
        )
    return records


def _earliest(demand: DemandMention, inside: _Within) -> DateMention | None:
    """The earliest day due of a demand: in its words or in its labelled lines."""
    found = [d for d in inside(demand["start"], demand["end"]) if isinstance(d, DateMention) and d.kind == "deadline"]
    for label in demand["labels"]:
        if label["field"] == "deadline":
            found += [d for d in inside(label["start"], label["end"]) if isinstance(d, DateMention)]
    return min((d for d in found if d.end), key=lambda d: d.end or "", default=None)


def achievement_records(
    praise: Sequence[FindingMention], units: Sequence[UnitMention], ids: Ids, quote: Quoter
) -> list[Achievement]:
    """One record for each commended fact; its units are those praised in it, else those that it names."""
    inside = _Within(units)
    records = []
    for fact in praise:
        named = [u for u in inside(fact["start"], fact["end"]) if isinstance(u, UnitMention)]
        praised = [u for u in named if "praised" in u.roles] or [u for u in named if u.kind == "named"]
        first = {u.span.text: u.id for u in reversed(praised)}
        records.append(
            Achievement(
                id=ids("a", fact["start"], fact["end"]),
                span=quote.of(fact),
                units=tuple(reversed(first.values())),
                nature=_codes(fact["natures"]),
                rule=fact["rule"],
            )
        )
    return records
