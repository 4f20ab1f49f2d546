"""What a bulletin lacks or contradicts, as remarks: what was asked for and is absent is data, too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bulletin_nlp.parse.published import OwnDate
from bulletin_nlp.parse.quote import Quoter
from bulletin_nlp.pipes.dates.reference import Note
from bulletin_nlp.pipes.structure.outline import Outline
from bulletin_nlp.records import Head, Problem, Recommendation, Remark, Section, UnitMention

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_LOOKED_AT, _FEWEST_CHINESE = 20_000, 8


def remarks_of(
    head: Head,
    outline: Outline,
    own: Sequence[OwnDate],
    notes: Sequence[Note],
    records: tuple[Sequence[Section], Sequence[UnitMention], Sequence[Problem], Sequence[Recommendation]],
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
    if recommendations and not any(r.deadline for r in recommendations):
        yield Remark(code="no-deadline", message="demands are made and none has a day due")
    blamed = {unit for problem in problems for unit in problem.units}
    if problems and not any(u.kind == "named" for u in units if u.id in blamed):
        yield Remark(code="no-named-unit-blamed", message="findings are made and no unit is blamed by name")


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
