"""The left-to-right context: what came before, and which year a date without one belongs to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from bulletin_nlp.pipes.dates.calendar import Interval
from bulletin_nlp.pipes.dates.mention import DateMention
from bulletin_nlp.pipes.dates.reference import Reference

_SOON = timedelta(days=31)
_SEASON = timedelta(days=92)
_LATE = timedelta(days=60)
_FAR = timedelta(days=200)


@dataclass
class Context:
    """State of the pass over the mentions of one text."""

    reference: Reference
    last: Interval | None = None
    """The interval of the mention before, where it had one."""
    sentence_year: bool = False
    """Whether the mention before named its year, or took it from one in the same sentence."""
    paragraph_year: int | None = None
    """The year that the paragraph is about: a year named alone and first in it."""
    topic_year: int | None = None
    """The year that the bulletin is about: the first year named alone."""
    first_range: Interval | None = None
    """The first range of days: when the inspectors came and left."""
    event: bool = False
    """Whether the mention before counted from an event."""
    periodic: bool = False
    """Whether the mention before recurs."""

    def enter(self, mention: DateMention) -> None:
        """Forget what does not reach as far as this mention."""
        if mention["breaks"] >= 2:
            self.sentence_year = self.event = self.periodic = False
        if mention["breaks"] >= 3:
            self.paragraph_year = None

    def leave(self, mention: DateMention, value: Interval | None, year_named: bool) -> None:
        """Keep what later mentions may lean on."""
        first = mention["first"]
        self.event = mention["rule"] == "counted_event" or (self.event and mention["rule"] == "counted")
        self.periodic = mention["kind"] == "recurring"
        if value is None:
            return
        alone = set(first) == {"year"} and mention["last"] is None
        if alone and mention["kind"] == "point":
            if self.paragraph_year is None and mention["breaks"] == 3:
                self.paragraph_year = first["year"]
        elif mention["granularity"] != "year":
            self.sentence_year = year_named or self.sentence_year
            self.last = value
        if self.topic_year is None and "year" in first and mention["last"] is None and not set(first) & {"month"}:
            self.topic_year = first["year"]
        if self.last is None:
            self.last = value
        if self.first_range is None and mention["kind"] == "range" and mention["granularity"] == "day":
            self.first_range = value


def infer_year(
    context: Context, mention: DateMention, in_year: Callable[[int], Interval | None]
) -> tuple[int | None, float, int | None]:
    """The year of an expression that names none.

    Returns:
        The year, how certain, and the next best year; None for a year that nothing tells.
    """
    reference = context.reference
    if context.sentence_year and context.last is not None and mention["breaks"] <= 1:
        year = context.last[0].year
        here = in_year(year)
        if here and here[1] < context.last[0].replace(day=1):
            year, later = context.last[1].year, in_year(context.last[1].year)
            if (
                later
                and later[1] < context.last[0].replace(day=1)
                and not _ahead(reference, in_year(year + 1), mention)
            ):
                year += 1
        return year, 0.95, None
    if context.paragraph_year and mention["breaks"] <= 2 and mention["kind"] != "deadline":
        return context.paragraph_year, 0.9, None
    if mention["first"].get("part") == "whole":
        return context.topic_year or reference.in_year, 0.85, None
    if set(mention["first"]) == {"part"} and reference.in_year is not None and mention["rule"] == "point":
        return reference.in_year, 0.9, None
    if reference.in_year is None:
        return context.topic_year, 0.6, None
    if reference.published is None:
        return reference.in_year, 0.7, None
    return _by_reference(reference.published, mention, in_year)


def _ahead(reference: Reference, value: Interval | None, mention: DateMention) -> bool:
    return bool(value and reference.published and value[0] > reference.published and mention["kind"] != "deadline")


def _by_reference(
    published: date, mention: DateMention, in_year: Callable[[int], Interval | None]
) -> tuple[int, float, int | None]:
    year = published.year
    here = in_year(year)
    if here is None:
        return year, 0.5, None
    start, end = here
    cues = set(mention["cues"])
    sought_ahead = bool(cues & {"planned", "forward"}) or (mention["kind"] == "deadline" and "past" not in cues)
    if mention["kind"] == "deadline" and "back" in cues and end <= published < end + _FAR:
        sought_ahead = False
    if mention["kind"] != "deadline" and "planned" not in cues and "forward" in cues:
        return (
            (year - 1, 0.7, year) if start - published > _FAR else (year, 0.85, year - 1 if start > published else None)
        )
    if sought_ahead:
        if end >= published:
            return year, 0.95, None
        return (year, 0.75, year + 1) if published - end <= _LATE else (year + 1, 0.8, year)
    limit = _SEASON if mention["kind"] == "deadline" else _SOON
    if start - published > limit:
        return year - 1, 0.85, year
    return year, 0.9 if start <= published else 0.7, year - 1 if start > published else None
