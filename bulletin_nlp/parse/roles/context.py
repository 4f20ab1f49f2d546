"""What the rules for roles look at: the text, its parts, and what is known of the units before."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any

from bulletin_nlp.parse.roles.groups import BROKEN, Group, grouped, without_breaks
from bulletin_nlp.parse.roles.spans import Spans, innermost
from bulletin_nlp.parse.roles.words import words
from bulletin_nlp.pipes.findings.finding import DemandMention, FindingMention
from bulletin_nlp.pipes.findings.soft_stops import with_stops
from bulletin_nlp.pipes.structure.outline import Outline
from bulletin_nlp.pipes.units.mention import UnitMention
from bulletin_nlp.text.fold import fold

_SENTENCE = re.compile(r"[。\n]")
_LONGEST_SENTENCE = 600


class Context:
    """One bulletin; `supervisors` and `inspected` grow as its units are read in text order."""

    def __init__(
        self,
        text: str,
        units: Sequence[UnitMention],
        outline: Outline,
        problems: Sequence[FindingMention],
        demands: Sequence[DemandMention],
        praise: Sequence[FindingMention],
    ) -> None:
        self.plain = fold(text, tabs=True)
        folded = with_stops(self.plain, outline["paragraphs"], [(u["start"], u["end"]) for u in units])
        self.folded, self.units = folded, units
        self.flat = without_breaks(folded, outline["paragraphs"])
        self.problems, self.praise, self.demands = Spans(problems), Spans(praise), Spans(demands)
        self.labels = Spans([label for demand in demands for label in demand["labels"]])
        self.headings = Spans([p["heading"] for p in outline["parts"] if p["heading"] and p["role"] == "problems"])
        body = next((part["start"] for part in outline["parts"] if part["role"] != "head"), 0)
        self.opening_end = next((p["end"] for p in outline["paragraphs"] if p["end"] > body), 0)
        self.starts = [unit["start"] for unit in units]
        self.parts = innermost(outline["parts"], self.starts)
        self.groups: list[Group] = grouped(self.flat, units)
        self.inspected: set[str] = set()
        self.supervisors: set[str] = set()

    def surface(self, unit: UnitMention) -> str:
        """The unit's own characters, folded, without line breaks."""
        return self.flat[unit["start"] : unit["end"]].replace(BROKEN, "")

    def is_a(self, name: str, unit: UnitMention) -> bool:
        """Whether the unit itself is what an entry says: a team."""
        return words()[name].fits("…", self.surface(unit), "")

    @staticmethod
    def key(unit: UnitMention) -> str:
        """What names the same unit again: its body, whatever its head is called."""
        return unit.get("body", "") + unit.get("part", "")

    def sentence_before(self, start: int) -> str:
        """The sentence up to a place."""
        window = self.flat[max(0, start - _LONGEST_SENTENCE) : start].replace(BROKEN, "")
        return window[max(window.rfind("。"), window.rfind("\n")) + 1 :]

    def rest(self, end: int, longest: int = _LONGEST_SENTENCE) -> str:
        """The sentence from a place on."""
        stop = _SENTENCE.search(self.flat, end, end + longest)
        return self.flat[end : stop.start() if stop else end + longest].replace(BROKEN, "")

    def others_before(self, unit: UnitMention, within: Mapping[str, Any]) -> bool:
        """Whether another unit stands before this one in a finding."""
        at = bisect_right(self.starts, unit["start"]) - 1
        return at > 0 and self.starts[at - 1] >= within["start"]
