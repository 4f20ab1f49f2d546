"""What is asked of an archive: words, phrases, and conditions on the records."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bulletin_nlp.archive.errors import ArchiveError
from bulletin_nlp.archive.searchable import searchable

_TERM = re.compile(r'["“](?P<phrase>[^"“”]*)["”]|(?P<word>[^\s"“”]+)')
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True)
class Query:
    """Conditions, all of which must hold.

    Attributes:
        terms: words and phrases in searchable form; each must stand in the text.
        units: names of units, any of which must be mentioned; resolved in the regions of the archive.
        role: the role that the unit, or any unit, has.
        natures, domains: codes, any of which a problem has.
        regions: names or codes of regions.
        first, last: ISO days of publication, inclusive; a year or a month stands for its whole.
        overdue: ISO day; a deadline before it is asked for.
        names: whether terms that are names of units find these under their other names too.
        related: whether names find predecessors and successors too.
        best: only the best copy of each group of copies.
    """

    terms: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    role: str | None = None
    natures: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    overdue: str | None = None
    names: bool = True
    related: bool = False
    best: bool = False

    def __post_init__(self) -> None:
        for day in (self.first, self.last, self.overdue):
            if day is not None and not _DAY.fullmatch(day):
                raise ArchiveError(f"{day}: is no day; write 2017, 2017-06 or 2017-06-20")


def terms_of(words: str) -> tuple[str, ...]:
    """The terms of a line of words: parted by blanks, kept together between quotation marks, in searchable form."""
    found = (searchable(m["phrase"] if m["phrase"] is not None else m["word"]).strip() for m in _TERM.finditer(words))
    return tuple(dict.fromkeys(term for term in found if term))
