"""What stands around an expression and decides its kind, or the direction in which a missing year is sought."""

from __future__ import annotations

import re
from bisect import bisect_left

from bulletin_nlp.pipes.dates.grammar import Grammar
from bulletin_nlp.pipes.dates.mention import DateMention

_CLAUSE_END = re.compile(r"[。;\n]")
_SENTENCE_END = re.compile(r"[。;!?]")
_LISTED = re.compile(r" ?(?:[、,]|[和及与或])? ?\Z")
_REACH = 12
_BEHIND = 24
_CLAUSE = 60
_CELLS = 2
"""Cells before the last of a row; a line of signature has fewer."""


class Surroundings:
    """The surroundings of the mentions of one text: found in one pass over it, asked for mention by mention.

    Args:
        folded: the text in folded form.
        rules: the grammar, for its patterns of cues.
    """

    def __init__(self, folded: str, rules: Grammar) -> None:
        self._folded, self._cues = folded, rules.cues
        self._ends = [match.start() for match in _CLAUSE_END.finditer(folded)]
        self._past = [match.span() for match in rules.cues["past-clause"].finditer(folded)]
        self._periodic = [match.span() for match in rules.cues["periodic-clause"].finditer(folded)]
        self._due_cells = [
            (match.end(), _end_of_table(folded, match.end()), folded[match.start() - 1 : match.start()] == "\n")
            for match in rules.cues["due-column"].finditer(folded)
        ]
        forward = rules.cues["forward-heading"].search(folded)
        self._forward = forward.start() if forward else None

    def mark(self, mention: DateMention) -> None:
        """Write the cues of a mention into it; a period that something is due by becomes a deadline."""
        start, end, cues = mention["start"], mention["end"], mention["cues"]
        previous = self._folded[start - 1 : start]
        if previous and previous not in ",。;\n":
            self._before(max(0, start - _REACH), start, cues)
        if (mention["kind"] == "point" or "half" in mention["first"]) and self._cues["completes-after"].match(
            self._folded, end, end + _BEHIND
        ):
            cues.append("completes")
        if self._past or self._periodic:
            clause = self._clause(start, end)
            if self._past and _any_between(self._past, clause, (start, end)):
                cues.append("past")
            if self._periodic and _any_between(self._periodic, clause, (start, end)):
                cues.append("periodic")
        if self._forward is not None:
            cues.append("forward" if start >= self._forward else "back")
        if self._due_cells and self._in_due_cell(start, end):
            cues.append("due")
        due = "due" in cues and "planned" not in cues and mention["bound"] != "from"
        if due and (mention["kind"] == "point" or "half" in mention["first"] or mention["rule"] == "term"):
            mention["kind"] = "deadline"

    def breaks(self, before: DateMention | None, mention: DateMention) -> int:
        """How much lies between two mentions; see `DateMention.breaks`."""
        if before is None:
            return 3
        start, end = before["end"], mention["start"]
        if end - start <= 3 and _LISTED.match(self._folded, start, end):
            return 0
        if self._folded.find("\n", start, end) >= 0:
            return 3
        return 2 if _SENTENCE_END.search(self._folded, start, end) else 1

    def _before(self, begin: int, start: int, cues: list[str]) -> None:
        for name, cue in (("planned-before", "planned"), ("due-before", "due"), ("arrival-before", "arrival")):
            if self._cues[name].search(self._folded, begin, start):
                cues.append(cue)

    def _in_due_cell(self, start: int, end: int) -> bool:
        """Whether a mention fills the last cell of a row below a header that ends in 整改时限."""
        alone = next((alone for begin, close, alone in self._due_cells if begin < start and end <= close), None)
        if alone is None or self._folded[end : end + 2].strip(" ")[:1] not in ("", "\n"):
            return False
        before = self._folded[self._folded.rfind("\n", 0, start) + 1 : start]
        return not before.strip() if alone else before.endswith(" ") and len(before.split()) >= _CELLS

    def _clause(self, start: int, end: int) -> tuple[int, int]:
        """The clause around a mention, cut where it is long."""
        index = bisect_left(self._ends, start)
        begin = self._ends[index - 1] + 1 if index else 0
        while index < len(self._ends) and self._ends[index] < end:
            index += 1
        close = self._ends[index] if index < len(self._ends) else len(self._folded)
        return max(begin, start - _CLAUSE), min(close, end + _CLAUSE)


def _end_of_table(folded: str, start: int) -> int:
    """Where the rows below a header end: at an empty line."""
    end = folded.find("\n\n", start)
    return len(folded) if end < 0 else end


def _any_between(spans: list[tuple[int, int]], clause: tuple[int, int], but: tuple[int, int]) -> bool:
    """Whether one of the sorted spans lies in the clause and outside the mention."""
    index = bisect_left(spans, (clause[0], 0))
    while index < len(spans) and spans[index][0] < clause[1]:
        begin, end = spans[index]
        if end <= clause[1] and (end <= but[0] or begin >= but[1]):
            return True
        index += 1
    return False
