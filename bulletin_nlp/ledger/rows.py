"""From bulletins to rows of the ledger. Pure: nothing is merged, and every row keeps the way back to its characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bulletin_nlp.records import Bulletin, Problem, Recommendation, Span, TableRow, UnitMention

OPEN = "open"


@dataclass(frozen=True, slots=True)
class Later:
    """A finding of a later bulletin that may say that a demand was not met.

    Attributes:
        bulletin: its id; `published` its ISO day, where known.
        finding: its words.
        problem_id: the record in that bulletin.
        certainty: 0 to 1; a person decides.
    """

    bulletin: str
    published: str | None
    finding: str
    problem_id: str
    certainty: float


@dataclass(frozen=True, slots=True)
class Row:
    """One demand, or one row of a table that names who puts a finding right or until when, and demands nothing in words.

    Attributes:
        demand_id: the id of the recommendation, or of the row of the table.
        matter: the demand's heading, else its first action, or the finding of the row; `demand` its whole words.
        problems: the findings that it answers, in their words.
        units: official names (a surface where there is none) of those who lead or answer; `support` of those who help.
        unit_ids: canonical ids of `units`, empty for collectives.
        deadline: ISO day or None; `deadline_text` the words that name it.
        start, end: where the demand stands in the bulletin's text, code points, half-open.
        state: always open: whether it was met is for people to say.
        later: candidates from later bulletins, the surest first.
    """

    demand_id: str
    matter: str
    demand: str
    problems: tuple[str, ...]
    units: tuple[str, ...]
    unit_ids: tuple[str, ...]
    support: tuple[str, ...]
    deadline: str | None
    deadline_text: str | None
    bulletin: str
    title: str
    issue: str
    published: str | None
    region: str | None
    uri: str
    start: int
    end: int
    natures: tuple[str, ...]
    later: tuple[Later, ...] = ()
    state: str = OPEN


def rows_of(bulletins: Iterable[Bulletin]) -> Iterator[Row]:
    """The rows of bulletins, in their order and that of the text."""
    for bulletin in bulletins:
        units = {unit.id: unit for unit in bulletin.units}
        problems = {problem.id: problem for problem in bulletin.problems}
        dates = {date.id: date.span.text for date in bulletin.dates}
        found: list[Row] = []
        for demand in bulletin.recommendations:
            answered = [problems[answer.problem_id] for answer in demand.answers]
            found.append(_of_demand(bulletin, demand, answered, units, dates.get(demand.deadline_date_id or "")))
        for row in (row for table in bulletin.tables for row in table.rows if _charges(row)):
            told = [problems[name] for name in row.problems]
            found.append(_of_row(bulletin, row, told, units, dates.get(row.deadline_date_id or "")))
        yield from sorted(found, key=lambda row: row.start)


def _charges(row: TableRow) -> bool:
    """Whether a row says by whom or until when its finding is to be put right, and no demand of it says so already."""
    return bool(row.problems and not row.recommendations and (row.responsible or row.deadline_date_id))


def _of_row(
    bulletin: Bulletin,
    row: TableRow,
    told: Sequence[Problem],
    units: dict[str, UnitMention],
    deadline_text: str | None,
) -> Row:
    charged = [units[i] for i in row.responsible or row.units]
    helping = [units[i] for i in row.supporting]
    matter = _words(told[0].span)
    return _row(bulletin, row, matter, told, charged, helping, deadline_text)


def _of_demand(
    bulletin: Bulletin,
    demand: Recommendation,
    answered: Sequence[Problem],
    units: dict[str, UnitMention],
    deadline_text: str | None,
) -> Row:
    charged = [units[i] for i in demand.lead or [u for u in demand.units if u not in demand.support]]
    helping = [units[i] for i in demand.support]
    matter = _words(demand.heading or (demand.actions[0] if demand.actions else demand.span))
    return _row(bulletin, demand, matter, answered, charged, helping, deadline_text)


def _row(
    bulletin: Bulletin,
    demand: Recommendation | TableRow,
    matter: str,
    answered: Sequence[Problem],
    charged: Sequence[UnitMention],
    helping: Sequence[UnitMention],
    deadline_text: str | None,
) -> Row:
    head = bulletin.head
    return Row(
        demand_id=demand.id,
        matter=matter,
        demand=_words(demand.span),
        problems=tuple(_words(problem.span) for problem in answered),
        units=_distinct(name for unit in charged for name in _names(unit)),
        unit_ids=_distinct(unit.match.canonical_id for unit in charged if unit.match.canonical_id),
        support=_distinct(name for unit in helping for name in _names(unit)),
        deadline=demand.deadline,
        deadline_text=deadline_text,
        bulletin=bulletin.id,
        title=head.title.value if head.title else head.series.value if head.series else "",
        issue=_issue(bulletin),
        published=head.published.value if head.published else None,
        region=head.region.name if head.region else None,
        uri=bulletin.source.uri,
        start=demand.span.start,
        end=demand.span.end,
        natures=_distinct(code for problem in answered for code in problem.nature),
    )


def _words(span: Span) -> str:
    """The words of a span on one line."""
    return " ".join(span.text.split())


def _names(unit: UnitMention) -> tuple[str, ...]:
    match = unit.match
    return match.canonical_names or ((match.canonical_name,) if match.canonical_name else (unit.span.text,))


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _issue(bulletin: Bulletin) -> str:
    if number := bulletin.head.document_number:
        return number.value
    issue = bulletin.head.issue
    if issue is None or issue.number is None:
        return ""
    return f"{issue.year}年第{issue.number}期" if issue.year else f"第{issue.number}期"
