"""What the dates component finds: date expressions as plain data, not yet anchored to any day."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from bulletin_nlp.records.date import DateKind, Granularity


class Endpoint(TypedDict, total=False):
    """The parsed fields of one side of an expression. What is absent, the context must supply.

    `year_word`, `month_word`, `week_word`, `day_word` hold the keys of the word tables (this, last, following …),
    `part` a part of the smallest field given (begin, middle, end, early, mid, late …).
    """

    year: int
    year_word: str
    half: int
    quarter: int
    quarter_to: int
    month: int
    month_to: int
    month_word: str
    week_word: str
    weekday: int
    day: int
    day_word: str
    part: str
    holiday: str
    lunar_month: int
    lunar_day: int
    now: bool


class DateMention(TypedDict):
    """One date expression. Offsets are code points of the text searched, half-open."""

    start: int
    end: int
    kind: DateKind
    """point, range, deadline, fuzzy or recurring, as far as the words tell without a reference day."""
    rule: str
    granularity: Granularity
    first: Endpoint
    last: Endpoint | None
    bound: str | None
    """A key of the table of bounds (before, within, until, since, from, around), or None."""
    cues: list[str]
    """What stands around it: due, planned, completes, past, forward, arrival (see the table of cues), own-issue."""
    count: tuple[int, str] | None
    """Of a counted deadline: how many, of which unit."""
    event: str | None
    """Of a counted deadline: the event it counts from; None where that is the bulletin itself."""
    run: str | None
    """Of a damaged date: the digits and unit characters that survived."""
    mended: str | None
    """What was read instead, where optical recognition put look-alikes into it (folded); None where nothing was."""
    breaks: int
    """How much lies between it and the mention before: 0 directly listed, 1 same sentence, 2 same paragraph, 3 more."""
