"""Records of findings and commended facts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from bulletin_nlp.parse.blame import Blame
from bulletin_nlp.parse.ids import Ids
from bulletin_nlp.parse.quote import Quoter
from bulletin_nlp.parse.units import first_of_each
from bulletin_nlp.parse.within import Within
from bulletin_nlp.pipes.findings.finding import Code, FindingMention
from bulletin_nlp.records import (
    Achievement,
    DateMention,
    Evidence,
    Figure,
    Problem,
    Section,
    UnitMention,
)

UNKNOWN = "unknown"
Place = tuple[int, int]


def problem_records(
    problems: Sequence[FindingMention],
    blamed: Sequence[Blame],
    units: Sequence[UnitMention],
    dates: Sequence[DateMention],
    figures: Sequence[Figure],
    places: Sequence[Place],
    sections: Sequence[Section],
    ids: Ids,
    quote: Quoter,
) -> list[Problem]:
    """One record for each finding; a nature that no rule gives is `unknown`."""
    inside, counted = Within(dates), Within(figures)
    where = sorted({*places, *((u.span.start, u.span.end) for u in units if u.rule == "units.place")})
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
                units=first_of_each(verdict.units, units),
                inherited=verdict.inherited,
                quantifier=problem["quantifier"],
                frequency=problem["frequency"],
                degree=problem["degree"],
                places=tuple(
                    quote(start, end) for start, end in _inside(where, problem, _blamed_places(verdict.units, units))
                ),
                dates=tuple(date.id for date in inside(problem["start"], problem["end"])),
                figures=tuple(figure.id for figure in counted(problem["start"], problem["end"])),
                clauses=tuple(quote.of(clause) for clause in problem["clauses"]),
                evidence=tuple(
                    Evidence(code=code["code"], span=quote.of(code), rule=code["rule"])
                    for code in (*problem["natures"], *problem["domains"])
                ),
                certainty=problem["certainty"],
                rule=problem["rule"],
            )
        )
    return records


def _blamed_places(blamed: Sequence[int], units: Sequence[UnitMention]) -> set[Place]:
    """Where the blamed units stand: a place that is blamed is no mere place."""
    return {(units[index].span.start, units[index].span.end) for index in blamed}


def _inside(places: Sequence[Place], problem: FindingMention, blamed: set[Place]) -> list[Place]:
    first, last = (bisect_left(places, (problem[edge], 0)) for edge in ("start", "end"))
    return [place for place in places[first:last] if place[1] <= problem["end"] and place not in blamed]


def _codes(codes: Sequence[Code]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code["code"] for code in codes))


def achievement_records(
    praise: Sequence[FindingMention],
    praised: Sequence[Sequence[int]],
    units: Sequence[UnitMention],
    ids: Ids,
    quote: Quoter,
) -> list[Achievement]:
    """One record for each commended fact; `praised` are the indices of the units that it commends."""
    return [
        Achievement(
            id=ids("a", fact["start"], fact["end"]),
            span=quote.of(fact),
            units=first_of_each(indices, units),
            nature=_codes(fact["natures"]),
            rule=fact["rule"],
        )
        for fact, indices in zip(praise, praised, strict=True)
    ]
