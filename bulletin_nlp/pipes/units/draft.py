"""A mention in the making, on the canvas."""

from __future__ import annotations

from dataclasses import dataclass, field

from bulletin_nlp.pipes.units.mention import UnitMention
from bulletin_nlp.records.unit import Quantifier, UnitKind


@dataclass(slots=True)
class Draft:
    """A candidate mention; offsets are those of the canvas. The parts are those of `UnitMention`."""

    start: int
    end: int
    kind: UnitKind
    rule: str
    quantifier: Quantifier | None = None
    count: int | None = None
    places: list[str] = field(default_factory=list)
    level: str = ""
    body: str = ""
    part: str = ""
    bracket: str = ""
    prefix: str = ""
    former: bool = False

    def stands_for(self, other: Draft) -> Draft:
        """Itself, with the parts of the name that it is short for."""
        self.places, self.level, self.body = list(other.places), other.level, other.body
        self.part, self.prefix, self.former = other.part, other.prefix, other.former
        return self

    def mention(self, start: int, end: int) -> UnitMention:
        """The finished mention at its place in the original text."""
        made: UnitMention = {
            "start": start,
            "end": end,
            "kind": self.kind,
            "quantifier": self.quantifier,
            "count": self.count,
            "rule": f"units.{self.rule}",
        }
        if self.kind == "named":
            made["places"] = self.places
            made["level"] = self.level
            made["body"] = self.body
            made["part"] = self.part
            made["bracket"] = self.bracket
            made["former"] = self.former
        return made
