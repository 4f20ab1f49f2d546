"""The clauses of a finding, each one statement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin_nlp.pipes.structure.outline import Range
from bulletin_nlp.text.sentences import split

_SHORTEST = 4
_NO_STATEMENT = re.compile(r"[^,]{0,16}(?:[日月年时分天点]|以来|期间|以下简称.*|中|时|后|前)\Z")
_TURN = re.compile(r"(?:但是?|然而|而且|并且|导致|致使|造成)")


def clauses(folded: str, start: int, end: int) -> Iterator[Range]:
    """The clauses between the commas of a finding; one that only says when or where goes with the one behind it.

    Args:
        folded: folded text.
        start: where the finding begins.
        end: where it ends.
    """
    opened: int | None = None
    for begin, stop in split(folded, start, end, stops=",。;"):
        opened = begin if opened is None else opened
        bare = stop - begin < _SHORTEST or _NO_STATEMENT.match(folded, begin, stop)
        if bare and stop < end and not _TURN.match(folded, begin, stop):
            continue
        yield Range(start=opened, end=stop)
        opened = None
    if opened is not None:
        yield Range(start=opened, end=end)
