"""Rows of tables whose header does not say what a column holds, their cells parted by tabs."""

from __future__ import annotations

from bulletin_nlp.parse.roles.given import Given, one
from bulletin_nlp.parse.roles.spans import Spans
from bulletin_nlp.pipes.units.mention import UnitMention


class Rows:
    """The roles that places in a row give: the unit before its finding is at fault, the one behind it is charged."""

    def __init__(self, folded: str, problems: Spans) -> None:
        self.folded, self.problems = folded, problems

    def role(self, unit: UnitMention) -> Given | None:
        """What the row gives; None where the unit stands in no row, or the row tells no finding."""
        start = self.folded.rfind("\n", 0, unit["start"]) + 1
        end = self.folded.find("\n", unit["end"])
        end = len(self.folded) if end < 0 else end
        if self.folded.find("\t", start, end) < 0:
            return None
        if self.problems.next_after(unit["start"], end) < end:
            return one("criticised", "row")
        return one("responsible", "row") if self.problems.next_after(start, end) < end else None
