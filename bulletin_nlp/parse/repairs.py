"""Repairs: how damaged dates and the broken numbers of the head are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bulletin_nlp.knowledge import compiled, knowledge
from bulletin_nlp.parse.anchor import Anchored
from bulletin_nlp.parse.ids import Ids
from bulletin_nlp.parse.quote import Quoter
from bulletin_nlp.parse.restored import SURE
from bulletin_nlp.pipes.structure.outline import Outline
from bulletin_nlp.read import Doubt
from bulletin_nlp.records import Repair, RepairCandidate
from bulletin_nlp.text.damage import CountWords, LostCount, LostMarker, NumberReading, lost_counts, lost_markers
from bulletin_nlp.text.misread import Misreading

_WITNESSED, _ALONE = 0.98, 0.7
_MISREAD = 0.95


def repair_records(
    folded: str,
    anchored: Anchored,
    outline: Outline,
    numbers: Sequence[NumberReading],
    ids: Ids,
    quote: Quoter,
    doubts: Sequence[Doubt] = (),
    misread: Sequence[Misreading] = (),
) -> list[Repair]:
    """One record for each damaged place that was read, in text order.

    Args:
        folded: the text in folded form.
        anchored: the resolved dates with their repairs.
        outline: the structure with its fields.
        numbers: the broken numbers of the head.
        ids: makes ids.
        quote: makes spans of the text.
        doubts: characters that optical recognition was not sure of.
        misread: characters that it took for others.
    """
    dates = [
        Repair(
            id=ids("x", repair["start"], repair["end"]),
            span=quote(repair["start"], repair["end"]),
            restored=repair["restored"],
            lost=repair["lost"],
            candidates=tuple(RepairCandidate(restored=r, certainty=c) for r, c in repair["candidates"]),
            witnesses=tuple(quote(*witness) for witness in repair["witnesses"]),
            certainty=repair["certainty"],
        )
        for repair in anchored.repairs
    ]
    found = [*dates, *_issue_lines(outline, ids, quote), *(_number(number, ids, quote) for number in numbers)]
    found += [_lost(marker, ids, quote) for marker in lost_markers(folded)]
    taken = [(repair.span.start, repair.span.end) for repair in found]
    for count in lost_counts(folded, _count_words()):
        if not any(start < count.end and count.start < end for start, end in taken):
            found.append(_lost(count, ids, quote))
    found += [_misread(misreading, ids, quote) for misreading in misread]
    taken = [(repair.span.start, repair.span.end) for repair in found]
    for doubt in doubts:
        if not any(start < doubt.end and doubt.start < end for start, end in taken):
            found.append(_doubtful(doubt, ids, quote))
    return sorted(found, key=lambda repair: repair.span.start)


@compiled
def _count_words() -> CountWords:
    table = knowledge().table("dates/damage")["counts"]
    return CountWords(table["measures"], table["modifiers"])


def _lost(loss: LostMarker | LostCount, ids: Ids, quote: Quoter) -> Repair:
    return Repair(
        id=ids("x", loss.start, loss.end),
        span=quote(loss.start, loss.end),
        restored=loss.restored,
        lost=loss.lost,
        candidates=tuple(RepairCandidate(restored=r, certainty=c) for r, c in loss.candidates),
        witnesses=tuple(quote(*witness) for witness in loss.witnesses),
        certainty=loss.certainty,
    )


def _doubtful(doubt: Doubt, ids: Ids, quote: Quoter) -> Repair:
    """A character that may be another: nothing is chosen instead of it, its own reading is the candidate."""
    span = quote(doubt.start, doubt.end)
    return Repair(
        id=ids("x", doubt.start, doubt.end),
        span=span,
        restored=None,
        lost=(),
        candidates=(RepairCandidate(restored=span.text, certainty=doubt.certainty),),
        certainty=doubt.certainty,
    )


def _misread(misreading: Misreading, ids: Ids, quote: Quoter) -> Repair:
    start, end = misreading.at, misreading.at + 1
    return Repair(
        id=ids("x", start, end),
        span=quote(start, end),
        restored=misreading.instead,
        lost=(),
        candidates=(RepairCandidate(restored=misreading.instead, certainty=_MISREAD),),
        certainty=_MISREAD,
    )


def _number(number: NumberReading, ids: Ids, quote: Quoter) -> Repair:
    return Repair(
        id=ids("x", number.start, number.end),
        span=quote(number.start, number.end),
        restored=number.restored if number.certainty >= SURE else None,
        lost=number.lost if number.certainty >= SURE else (),
        candidates=(RepairCandidate(restored=number.restored, certainty=number.certainty),),
        certainty=number.certainty,
    )


def _issue_lines(outline: Outline, ids: Ids, quote: Quoter) -> Iterator[Repair]:
    """A number alone on a line of the head is the issue, its 第 and 期 lost: surely so where another line says it whole."""
    numbers = [f for f in outline["fields"] if f["name"] == "issue_number"]
    for line in outline["fields"]:
        if line["name"] != "issue_line":
            continue
        witnesses = [f for f in numbers if f["value"] == line["value"]]
        if numbers and not witnesses:
            continue
        certainty = _WITNESSED if witnesses else _ALONE
        restored = f"第{line['value']}期"
        yield Repair(
            id=ids("x", line["start"], line["end"]),
            span=quote.of(line),
            restored=restored,
            lost=("第", "期"),
            candidates=(RepairCandidate(restored=restored, certainty=certainty),),
            witnesses=tuple(quote.of(witness) for witness in witnesses),
            certainty=certainty,
        )
