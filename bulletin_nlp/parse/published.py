"""The bulletin's own date: of the web page, else of signature, masthead or issue line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from bulletin_nlp.pipes.dates.mention import DateMention
from bulletin_nlp.pipes.dates.reference import Reference, Witness
from bulletin_nlp.pipes.structure.outline import Field, Outline
from bulletin_nlp.text.damage import read_run

_ORDER = ("byline", "signature-date", "masthead-date", "digits-alone", "imprint-date")
_OUTER = 8
_SHORT_LINE = 60
_WHOLE = re.compile(r"(?:19|20)\d{4,6}$")
_BEFORE, _BEHIND = timedelta(-45), timedelta(60)
_FEWEST_AROUND = 3
_CLEAR = 0.8
_LABEL = re.compile(r"(?:时间|日期) ?: ?\Z")
_LINE_END = re.compile(r"[ ()a-zà-ǜ]{0,12}(?:\d\d ?: ?\d\d(?::\d\d)?)? *(?:\n|\Z)")


class OwnDate(NamedTuple):
    """A day that the head or tail names as the bulletin's own; `damaged`: read from digits alone."""

    start: int
    end: int
    day: date
    rule: str
    damaged: bool


def own_dates(outline: Outline, mentions: Sequence[DateMention], folded: str) -> list[OwnDate]:
    """Every day that head and tail give for the bulletin, the most telling first."""
    fields = [field for field in outline["fields"] if field["name"] == "published"]
    found = [own for field in fields for own in [_read(field, mentions)] if own is not None]
    if not found:
        found = list(_from_lines(outline, mentions, folded))
    if not found:
        found = list(_weighed(fields, mentions))
    return sorted(found, key=lambda own: (own.damaged, _ORDER.index(own.rule), own.start))


def _read(field: Field, mentions: Sequence[DateMention]) -> OwnDate | None:
    for mention in mentions:
        if mention["start"] >= field["end"]:
            break
        if mention["end"] <= field["start"] or mention["run"] is not None:
            continue
        first = mention["first"]
        if "year" in first and "month" in first and "day" in first:
            day = _day(first["year"], first["month"], first["day"])
            return OwnDate(mention["start"], mention["end"], day, field["rule"], False) if day else None
    return _from_digits(field)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _from_lines(outline: Outline, mentions: Sequence[DateMention], folded: str) -> Iterator[OwnDate]:
    """Days behind a label or at the end of a short line of head or tail, where damage hides the line from the
    structure's own patterns."""
    lines = outline["paragraphs"]
    if not lines:
        return
    head = lines[min(_OUTER, len(lines)) - 1]["end"]
    tail = lines[max(0, len(lines) - _OUTER)]["start"]
    for mention in mentions:
        start, end = mention["start"], mention["end"]
        if head < end and start < tail:
            continue
        line_start = folded.rfind("\n", 0, start) + 1
        labelled = _LABEL.search(folded, line_start, start)
        if not labelled and (end - line_start > _SHORT_LINE or not _LINE_END.match(folded, end)):
            continue
        day = _named(mention)
        if day is not None:
            rule = "byline" if labelled else "masthead-date" if end <= head else "signature-date"
            yield OwnDate(start, end, day, rule, mention["run"] is not None)


def _weighed(fields: Sequence[Field], mentions: Sequence[DateMention]) -> Iterator[OwnDate]:
    """Of a line of digits with several days the one that the other dates of the text stand around.

    What was inspected lies shortly before a bulletin, what it demands is due shortly after.
    """
    lines = [(m["start"], m["end"], "signature-date", m["run"]) for m in mentions if "single" in m["cues"]]
    lines += [(f["start"], f["end"], f["rule"], f["value"]) for f in fields]
    for start, end, rule, digits in lines:
        if not digits or not _WHOLE.match(digits):
            continue
        days = [d for r in read_run(digits, single=True) if "day" in r.first for d in [_of(r.first)] if d]
        around = sorted(((_around(day, mentions, start), day) for day in days), reverse=True)
        if len(around) > 1 and around[0][0] >= _FEWEST_AROUND and around[0][0] >= 3 * around[1][0]:
            yield OwnDate(start, end, around[0][1], rule, True)


def _of(fields: dict[str, int]) -> date | None:
    return _day(fields["year"], fields["month"], fields["day"])


def _around(day: date, mentions: Sequence[DateMention], own: int) -> int:
    """How many dates of the text that name month and day lie near a day."""
    count = 0
    for mention in mentions:
        if mention["start"] == own:
            continue
        first: Mapping[str, object] = mention["first"]
        if mention["run"] is not None:
            readings = read_run(mention["run"])
            first = readings[0].first if readings and readings[0].certainty >= _CLEAR else {}
        month, number = first.get("month"), first.get("day")
        if isinstance(month, int) and isinstance(number, int):
            near = [_day(year, month, number) for year in (day.year - 1, day.year, day.year + 1)]
            count += any(other and _BEFORE <= other - day <= _BEHIND for other in near)
    return count


def _named(mention: DateMention) -> date | None:
    """The day of a point that names year, month and day; of a damaged one only where it can be read in one way."""
    if mention["run"] is None:
        first = mention["first"]
        if mention["kind"] != "point" or not {"year", "month", "day"} <= first.keys():
            return None
        return _day(first["year"], first["month"], first["day"])
    readings = read_run(mention["run"], single=True)
    whole = [r for r in readings if "year" in r.first]
    if len(readings) != 1 or len(whole) != 1 or "day" not in whole[0].first:
        return None
    return _day(whole[0].first["year"], whole[0].first["month"], whole[0].first["day"])


def _from_digits(field: Field) -> OwnDate | None:
    """A run of digits that is a day in one way only: 2017620, 2017914, 20171017."""
    digits = field["value"]
    if field["rule"] == "byline" or not digits.isdigit() or not 6 <= len(digits) <= 8:
        return None
    year, rest = int(digits[:4]), digits[4:]
    cuts = [cut for cut in (1, 2) if 1 <= len(rest) - cut <= 2 and (rest[0] != "0" or cut == 2)]
    days = {_day(year, int(rest[:cut]), int(rest[cut:])) for cut in cuts}
    real = [day for day in days if day is not None]
    return OwnDate(field["start"], field["end"], real[0], field["rule"], True) if len(real) == 1 else None


def reference_of(outline: Outline, own: Sequence[OwnDate], given: date | None) -> Reference:
    """What the dates of the text are resolved against.

    Args:
        outline: the structure, for the year of the issue.
        own: the bulletin's own dates.
        given: the day that the user states, which outranks what is read.
    """
    year = next((f["value"] for f in outline["fields"] if f["name"] == "issue_year"), None)
    return Reference(
        published=given or (own[0].day if own else None),
        issue_year=int(year) if year and year.isdigit() else None,
        witnesses=tuple(Witness(o.start, o.end, o.day) for o in own if not o.damaged),
    )
