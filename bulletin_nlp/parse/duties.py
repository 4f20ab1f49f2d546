"""What a demand wants reported, and to whom."""

from __future__ import annotations

from collections.abc import Sequence

from bulletin_nlp.parse.quote import Quoter
from bulletin_nlp.parse.within import Within
from bulletin_nlp.pipes.findings.finding import DemandMention
from bulletin_nlp.pipes.findings.shape import shape
from bulletin_nlp.records import DateMention, ReportingDuty, Span, UnitMention
from bulletin_nlp.text.sentences import split

_DUE = frozenset({"deadline", "recurring"})
_BESIDE = frozenset("、和及与并")
_SEEN = 8


def reporting_duties(
    folded: str, demand: DemandMention, units: Within[UnitMention], dates: Within[DateMention], quote: Quoter
) -> list[ReportingDuty]:
    """The duties to report inside a demand, in text order; a day due in a clause before, of the same sentence, counts."""
    found: list[ReportingDuty] = []
    due: DateMention | None = None
    for start, end in split(folded, demand["start"], demand["end"], stops="。;,"):
        here = [date for date in dates(start, end) if date.kind in _DUE]
        due = min(here, key=lambda date: date.end or "9999") if here else due
        to = _addressees(folded, start, units(start, end))
        if to or shape().reporting["what"].search(folded, start, end):
            found.append(
                ReportingDuty(
                    span=quote(start, end),
                    to=tuple(unit.id for unit in to),
                    deadline=due.end if due else None,
                    deadline_date_id=due.id if due else None,
                )
            )
        if folded[end : end + 1] in {"。", ";"}:
            due = None
    return found


def _addressees(folded: str, start: int, units: Sequence[UnitMention]) -> list[UnitMention]:
    """The units behind 报, 送, or between 向 and 报告, with those listed beside them."""
    found: list[UnitMention] = []
    reporting = shape().reporting
    for unit in units:
        before = folded[max(start, unit.span.start - _SEEN) : unit.span.start]
        after = folded[unit.span.end : unit.span.end + 2 * _SEEN]
        listed = bool(found) and before[-1:] in _BESIDE and unit.span.start - found[-1].span.end <= 1
        told = reporting["before"].search(before) or (
            reporting["towards"].search(before) and reporting["after"].match(after)
        )
        if told or listed:
            found.append(unit)
    return found


def conditions(folded: str, demand: DemandMention, quote: Quoter) -> tuple[Span, ...]:
    """The clauses of a demand that say when, or for whom, it holds."""
    return tuple(
        quote(start, end)
        for start, end in split(folded, demand["start"], demand["end"], stops="。;,")
        if shape().condition.match(folded, start, end)
    )
