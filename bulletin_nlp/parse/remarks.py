"""What a bulletin lacks or contradicts, as remarks: what was asked for and is absent is data, too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bulletin_nlp.parse.published import OwnDate
from bulletin_nlp.parse.quote import Quoter
from bulletin_nlp.parse.within import Within
from bulletin_nlp.pipes.dates.reference import Note
from bulletin_nlp.pipes.findings.shape import shape
from bulletin_nlp.pipes.structure.outline import Outline
from bulletin_nlp.records import DateMention, Head, Problem, Recommendation, Remark, Section, UnitMention

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_LOOKED_AT, _FEWEST_CHINESE = 20_000, 8


def remarks_of(
    head: Head,
    outline: Outline,
    own: Sequence[OwnDate],
    notes: Sequence[Note],
    records: tuple[Sequence[Section], Sequence[UnitMention], Sequence[Problem], Sequence[Recommendation]],
    dates: Sequence[DateMention],
    quote: Quoter,
) -> Iterator[Remark]:
    """Everything there is to remark on, head first."""
    _, units, problems, recommendations = records
    if not _reads_as_a_bulletin(quote.text, head, records):
        yield Remark(
            code="not-a-bulletin", message="no Chinese text with a unit, a date or a numbered part: is this a bulletin?"
        )
        return
    if head.title is None:
        yield Remark(code="no-title", message="no line reads as a title")
    if head.published is None:
        yield Remark(code="no-published-date", message="neither page, masthead nor signature gives a date")
    for label in outline["empty_labels"]:
        yield Remark(code="empty-field", message="a label without a value", span=quote.of(label))
    yield from _conflicts(own, quote)
    for note in notes:
        yield Remark(code=note.code, message=note.message, span=quote(note.start, note.end))
    for attachment in head.attachments:
        if not attachment.present:
            message = f"the attachment is named and not in the file: {attachment.title}"
            yield Remark(code="attachment-absent", message=message, span=attachment.span)
    yield from _absent_in_demands(recommendations, dates)
    blamed = {unit for problem in problems for unit in problem.units}
    if problems and not any(u.kind == "named" for u in units if u.id in blamed):
        yield Remark(code="no-named-unit-blamed", message="findings are made and no unit is blamed by name")


def _absent_in_demands(demands: Sequence[Recommendation], dates: Sequence[DateMention]) -> Iterator[Remark]:
    """A demand that says neither by when nor at once, or that nobody is charged with; one remark where none says it."""
    due = Within([date for date in dates if date.kind in {"deadline", "recurring"}])
    timeless = [d for d in demands if not _says_when(d, due)]
    unowned = [d for d in demands if not d.units]
    if demands and not any(d.deadline for d in demands):
        yield Remark(code="no-deadline", message="demands are made and none has a day due")
    else:
        for demand in timeless:
            yield Remark(code="demand-without-deadline", message="the demand has no day due", span=demand.span)
    if demands and len(unowned) == len(demands):
        yield Remark(code="no-unit-charged", message="demands are made and nobody is charged with any")
    else:
        for demand in unowned:
            yield Remark(code="demand-without-unit", message="nobody is charged with the demand", span=demand.span)


def _says_when(demand: Recommendation, due: Within[DateMention]) -> bool:
    span = demand.span
    return bool(demand.deadline or due(span.start, span.end) or shape().at_once.search(span.text))


def _reads_as_a_bulletin(
    text: str,
    head: Head,
    records: tuple[Sequence[Section], Sequence[UnitMention], Sequence[Problem], Sequence[Recommendation]],
) -> bool:
    sections, units, problems, recommendations = records
    signs = (
        units,
        problems,
        recommendations,
        [s for s in sections if s.marker],
        [head.published] if head.published else [],
    )
    return any(signs) and len(_CHINESE.findall(text[:_LOOKED_AT])) >= _FEWEST_CHINESE


def _conflicts(own: Sequence[OwnDate], quote: Quoter) -> Iterator[Remark]:
    """A page may be younger than what it shows; it can't be older, and masthead and signature are of one day."""
    for one in own[1:]:
        page = own[0].rule == "byline"
        if (one.day > own[0].day) if page else (one.day != own[0].day):
            message = f"dated {one.day.isoformat()} here and {own[0].day.isoformat()} elsewhere"
            yield Remark(code="conflicting-dates", message=message, span=quote(one.start, one.end))
