"""A standard body: its name as a pattern, its surfaces, and when it and they were in use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


def month_of(on: date) -> str:
    """The month of a day, `YYYY-MM`."""
    return f"{on.year:04d}-{on.month:02d}"


@dataclass(frozen=True, slots=True)
class Alias:
    """An abbreviation with its source and the months in which it was in use."""

    text: str
    source: str = "usage"
    since: str | None = None
    until: str | None = None

    def in_month(self, month: str) -> bool:
        """Whether it was in use in a month."""
        return (self.since or "") <= month <= (self.until or "9999")


@dataclass(frozen=True, slots=True)
class Body:
    """A standard body of any region.

    Attributes:
        id: its key, stable over versions.
        name: its full name's pattern; two organs that share a surface are joined by `;`.
        surfaces: what may follow the region's head, the full form first.
        type: party, department, institution …
        since: the first month of its validity (`YYYY-MM`), None for always.
        until: the last month of its validity.
        at: `county` (and above), `town`, `village` or `community`; None for any.
        alone: whether it is a name of its own, without a region.
        next: ids of the bodies that took its place.
        level: the level of the regions that have it (province, prefecture, county); None for all.
        parent: the id of the body that it is under.
        wraps: forms that stand around the region's name, which is `*` (共青团*委).
        source: where its names are from, a key of the sources in `canonical.yaml`.
        aliases: abbreviations with a source or validity of their own.
    """

    id: str
    name: str
    surfaces: tuple[str, ...]
    type: str
    since: str | None = None
    until: str | None = None
    at: str | None = None
    alone: bool = False
    next: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    parent: str | None = None
    wraps: tuple[str, ...] = ()
    source: str = "usage"
    aliases: tuple[Alias, ...] = ()

    def in_force(self, on: date | None) -> bool:
        """Whether the body existed on a day; true where no day is known."""
        return on is None or self.in_month(month_of(on))

    def in_month(self, month: str | None) -> bool:
        """Whether the body existed in a month (`YYYY-MM`); true where none is known."""
        return month is None or ((self.since or "") <= month <= (self.until or "9999"))

    def called(self, surface: str, month: str | None) -> bool:
        """Whether a surface of it was in use in a month: its own window, narrowed by that of the abbreviation."""
        if not self.in_month(month):
            return False
        return not self.aliases or month is None or all(a.in_month(month) for a in self.aliases if a.text == surface)

    def full_name(self, region: str) -> str:
        """Its full name in a region, whose own full name is given."""
        name = self.name.replace("{r}", region)
        if "{" in name:
            name = name.replace("{s}", region[:-1] if region[-1:] in "县市区旗" else region).replace("{l}", region[-1:])
        return name


def is_subsequence(short: str, full: str) -> bool:
    """Whether the characters of one string stand in another in their order."""
    characters = iter(full)
    return all(character in characters for character in short)
