"""The bulletin's own date: of the web page, else of signature, masthead or issue line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from bulletin_nlp.pipes.dates.mention import DateMention
from bulletin_nlp.pipes.dates.reference import Reference, Witness
from bulletin_nlp.pipes.structure.outline import Field, Outline

_ORDER = ("byline", "signature-date", "masthead-date", "digits-alone", "imprint-date")


class OwnDate(NamedTuple):
    """A day that the head or tail names as the bulletin's own; `damaged`: read from digits alone."""

    start: int
    end: int
    day: date
    rule: str
    damaged: bool


def own_dates(outline: Outline, mentions: Sequence[DateMention]) -> list[OwnDate]:
    """Every day that head and tail give for the bulletin, the most telling first."""
    fields = [field for field in outline["fields"] if field["name"] == "published"]
    found = [own for field in fields for own in [_read(field, mentions)] if own is not None]
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
