"""What dates are resolved against, and what resolving gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypedDict

if TYPE_CHECKING:
    from bulletin_nlp.records.date import DateField, DateKind, Granularity


@dataclass(frozen=True)
class Witness:
    """An undamaged place of the text that names a day."""

    start: int
    end: int
    day: date


@dataclass(frozen=True)
class Reference:
    """The bulletin's own date, as far as it is known.

    Attributes:
        published: the day of the web page, masthead or signature.
        year: the bulletin's year where no day is known.
        issue_year: the year of its issue number.
        witnesses: places that name the bulletin's day undamaged.
    """

    published: date | None = None
    year: int | None = None
    issue_year: int | None = None
    witnesses: tuple[Witness, ...] = field(default=())

    @property
    def in_year(self) -> int | None:
        """The bulletin's year, from whatever names it."""
        return self.published.year if self.published else self.year or self.issue_year


class Candidate(TypedDict):
    """One reading: inclusive ISO days."""

    start: str | None
    end: str | None
    certainty: float


class ResolvedDate(TypedDict):
    """A date expression with its interval; the fields of `records.DateMention` but for its id and the quoted text."""

    start: int
    end: int
    kind: DateKind
    value_start: str | None
    value_end: str | None
    granularity: Granularity
    filled: tuple[DateField, ...]
    repaired: bool
    certainty: float
    candidates: list[Candidate]
    rule: str
    role: str | None


class RepairedDate(TypedDict):
    """How a damaged date is read; `restored` is None where several readings stand level."""

    start: int
    end: int
    restored: str | None
    lost: tuple[str, ...]
    candidates: list[tuple[str, float]]
    witnesses: list[tuple[int, int]]
    certainty: float


class Note(NamedTuple):
    """Something to remark on about a place in the text."""

    code: str
    message: str
    start: int
    end: int


@dataclass
class Anchored:
    """The dates of a text in order, the repairs among them, and what is to be remarked."""

    dates: list[ResolvedDate] = field(default_factory=list)
    repairs: list[RepairedDate] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
