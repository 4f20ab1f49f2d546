"""What part each unit plays: by where it stands, and by the words around the list that it stands in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any

from bulletin_nlp.knowledge import compiled, knowledge
from bulletin_nlp.pipes.findings.finding import DemandMention, FindingMention
from bulletin_nlp.pipes.structure.outline import Outline
from bulletin_nlp.pipes.units.mention import UnitMention
from bulletin_nlp.records import UnitRole
from bulletin_nlp.text.fold import fold

_BEFORE, _AFTER = 12, 40
_ISSUER_FIELDS = frozenset({"source_name", "signatory", "masthead"})
_RECIPIENT_FIELDS = frozenset({"main", "report_to", "send_to", "copy_to"})
_SENTENCE = re.compile(r"[。\n]")
_LONGEST_SENTENCE, _REST = 600, 160
_LABEL_ROLES: dict[str, UnitRole] = {
    "responsible": "responsible",
    "lead": "responsible",
    "support": "responsible",
    "supervisor": "supervisor",
}


class _Words:
    """The patterns of units/roles.yaml, compiled."""

    def __init__(self) -> None:
        self._table: dict[str, Any] = knowledge().table("units/roles")
        self._patterns: dict[tuple[str, str], re.Pattern[str]] = {}

    def __call__(self, name: str, side: str = "") -> re.Pattern[str]:
        """The pattern of an entry, or of one side of it."""
        if (name, side) not in self._patterns:
            source = self._table[name][side] if side else self._table[name]
            self._patterns[name, side] = re.compile(source)
        return self._patterns[name, side]


@compiled
def _words() -> _Words:
    return _Words()


class _Spans:
    """Sorted, disjoint spans, asked which one holds a place."""

    def __init__(self, spans: Sequence[Mapping[str, Any]]) -> None:
        self.spans = sorted(spans, key=lambda span: span["start"])
        self._starts = [span["start"] for span in self.spans]

    def holding(self, start: int, end: int) -> Mapping[str, Any] | None:
        """The span that holds the stretch, if any."""
        at = bisect_right(self._starts, start) - 1
        return self.spans[at] if at >= 0 and end <= self.spans[at]["end"] else None

    def next_after(self, place: int, default: int) -> int:
        """Where the next span behind a place begins."""
        at = bisect_right(self._starts, place)
        return self._starts[at] if at < len(self._starts) else default


class _Group:
    """A list of units side by side: what stands before its first and behind its last."""

    def __init__(self, folded: str, units: Sequence[UnitMention], first: int, last: int) -> None:
        self.start, self.end = units[first]["start"], units[last]["end"]
        self.before = folded[max(0, self.start - _BEFORE) : self.start]
        self.after = folded[self.end : self.end + _AFTER]

    def fits(self, name: str) -> bool:
        """Whether the words before or behind the list are those of an entry."""
        words = _words()
        return bool(words(name, "before").search(self.before) or words(name, "after").match(self.after))


def assign_roles(
    text: str,
    units: Sequence[UnitMention],
    outline: Outline,
    problems: Sequence[FindingMention],
    demands: Sequence[DemandMention],
    praise: Sequence[FindingMention],
) -> list[tuple[UnitRole, ...]]:
    """The roles of each unit, the one that counts first.

    Args:
        text: the text as read.
        units: its unit mentions, in text order.
        outline: its structure.
        problems: the findings.
        demands: the demands.
        praise: the commended facts.

    Returns:
        One tuple for each mention, in their order.
    """
    return _Assigner(fold(text, tabs=True), units, outline, problems, demands, praise).roles()


class _Assigner:
    def __init__(
        self,
        folded: str,
        units: Sequence[UnitMention],
        outline: Outline,
        problems: Sequence[FindingMention],
        demands: Sequence[DemandMention],
        praise: Sequence[FindingMention],
    ) -> None:
        self.folded, self.units, self.outline = folded, units, outline
        self.problems, self.praise, self.demands = _Spans(problems), _Spans(praise), _Spans(demands)
        self.labels = _Spans([label for demand in demands for label in demand["labels"]])
        self.parts = _Spans([part for part in outline["parts"] if part["level"] == 0])
        self.headings = _Spans([p["heading"] for p in outline["parts"] if p["heading"] and p["role"] == "problems"])
        self.fields = sorted(outline["fields"], key=lambda field: field["start"])
        self.groups = self._grouped()
        self.starts = [unit["start"] for unit in units]
        self.inspected: set[str] = set()
        self.supervisors: set[str] = set()

    def _grouped(self) -> list[_Group]:
        """The list that each unit stands in."""
        joint = _words()("joints")
        groups: list[_Group] = []
        first = 0
        for index in range(1, len(self.units) + 1):
            if index < len(self.units):
                between = self.folded[self.units[index - 1]["end"] : self.units[index]["start"]]
                if len(between) <= 16 and (joint.match(between) or not between.strip()) and "\n\n" not in between:
                    continue
            group = _Group(self.folded, self.units, first, index - 1)
            groups += [group] * (index - first)
            first = index
        return groups

    def roles(self) -> list[tuple[UnitRole, ...]]:
        """The roles of all units; a later mention of an inspected one in a neutral sentence is that, too."""
        fields = self._field_roles()
        found: list[tuple[UnitRole, ...]] = []
        for index, unit in enumerate(self.units):
            role = fields.get(index) or self._role(unit, self.groups[index])
            surface = self.folded[unit["start"] : unit["end"]]
            if role == "inspected":
                self.inspected.add(surface)
            elif role in {"supervisor", "issuer"} and unit["kind"] == "named" and self._key(unit):
                self.supervisors.add(self._key(unit))
            elif role == "mentioned" and surface in self.inspected and self._part_role(unit) == "situation":
                role = "inspected"
            found.append((role,))
        return found

    def _field_roles(self) -> dict[int, UnitRole]:
        found: dict[int, UnitRole] = {}
        starts = self.starts
        for field in self.fields:
            role: UnitRole | None = (
                "issuer"
                if field["name"] in _ISSUER_FIELDS
                else "recipient"
                if field["name"] in _RECIPIENT_FIELDS
                else None
            )
            at = bisect_right(starts, field["start"] - 1)
            while at < len(starts) and self.units[at]["end"] <= field["end"]:
                title = self._title_role(self.units[at], field["start"]) if field["name"] == "title" else None
                if field["name"] == "series" and self.units[at]["start"] == field["start"]:
                    title = "issuer"
                if role or title:
                    found[at] = role or title or "mentioned"
                at += 1
        return found

    def _title_role(self, unit: UnitMention, start: int) -> UnitRole | None:
        words = _words()
        if unit["start"] == start and words("issuing_title").match(self.folded[unit["end"] : unit["end"] + _AFTER]):
            return "issuer"
        return "recipient" if words("addressed_title").search(self.folded[start : unit["start"]][-4:]) else None

    def _part_role(self, unit: UnitMention) -> str:
        part = self.parts.holding(unit["start"], unit["end"])
        return part["role"] if part else "other"

    def _role(self, unit: UnitMention, group: _Group) -> UnitRole:
        start, end = unit["start"], unit["end"]
        if label := self.labels.holding(start, end):
            return _LABEL_ROLES.get(label["field"], "mentioned")
        if self.demands.holding(start, end):
            return self._in_demand(unit, group)
        if problem := self.problems.holding(start, end):
            return self._in_problem(unit, group, problem)
        if self.praise.holding(start, end):
            return "mentioned" if group.fits("beside") else "praised"
        if self.headings.holding(start, end):
            return "mentioned" if _words()("obeyed").search(group.before) else "criticised"
        return self._elsewhere(unit, group)

    def _in_demand(self, unit: UnitMention, group: _Group) -> UnitRole:
        words = _words()
        if words("own_plan").match(group.after):
            return "supervisor"
        if (
            self._key(unit) in self.supervisors
            and not words("modal").match(group.after)
            and not words("told", "before").search(group.before)
        ):
            return "supervisor"
        commissioned = bool(words("commissioned").search(group.before)) and not words("summoned").match(group.after)
        if not commissioned and words("told", "before").search(group.before):
            return "mentioned"
        if not commissioned and words("told", "after").match(group.after) and not words("modal").match(group.after):
            return "mentioned"
        return "responsible" if group.fits("charged") else "mentioned"

    def _in_problem(self, unit: UnitMention, group: _Group, problem: Mapping[str, Any]) -> UnitRole:
        words = _words()
        if words("team").search(self.folded[unit["start"] : unit["end"]]) and words("observing").match(group.after):
            return "supervisor"
        if group.before.endswith("向") and words("complained_to").match(group.after):
            return "criticised"
        if (
            unit.get("former")
            or words("bystander", "before").search(group.before)
            or words("bystander", "after").match(group.after)
        ):
            return "mentioned"
        if words("pointed_out").search(group.before):
            return "inspected"
        if words("object_of_check").search(group.before) and self._others_before(unit, problem):
            return "mentioned"
        return "criticised"

    def _others_before(self, unit: UnitMention, problem: Mapping[str, Any]) -> bool:
        """Whether another unit stands before this one in the finding."""
        at = bisect_right(self.starts, unit["start"]) - 1
        return at > 0 and self.starts[at - 1] >= problem["start"]

    @staticmethod
    def _key(unit: UnitMention) -> str:
        """What names the same unit again: its body, whatever its head is called."""
        return unit.get("body", "") + unit.get("part", "")

    def _elsewhere(self, unit: UnitMention, group: _Group) -> UnitRole:
        if row := self._in_row(unit):
            return row
        part = self._part_role(unit)
        if part == "appendix":
            return self._in_table(unit)
        if part == "criticism" and group.before.rstrip().endswith(":"):
            return "criticised"
        if part in {"distribution", "head"}:
            return "mentioned"
        if part == "situation":
            return self._in_opening(unit, group)
        words = _words()
        if words("own_plan").match(group.after) or (
            words("team").search(self.folded[unit["start"] : unit["end"]]) and group.after[:2] not in {"反馈"}
        ):
            return "supervisor"
        return "mentioned"

    def _in_row(self, unit: UnitMention) -> UnitRole | None:
        """In a row of tab-separated cells: criticised before the finding of the row, responsible behind it."""
        start = self.folded.rfind("\n", 0, unit["start"]) + 1
        end = self.folded.find("\n", unit["end"])
        end = len(self.folded) if end < 0 else end
        if self.folded.find("\t", start, end) < 0:
            return None
        if self.problems.next_after(unit["start"], end) < end:
            return "criticised"
        return "responsible" if self.problems.next_after(start, end) < end else None

    def _in_table(self, unit: UnitMention) -> UnitRole:
        """A unit that fills a cell is criticised where a finding stands before the next such unit, else inspected."""
        finding = self.problems.next_after(unit["start"], len(self.folded))
        following = bisect_right(self.starts, unit["start"])
        next_unit = self.starts[following] if following < len(self.starts) else len(self.folded)
        return "criticised" if finding < next_unit else "inspected"

    def _in_opening(self, unit: UnitMention, group: _Group) -> UnitRole:
        words = _words()
        sentence = self._sentence_before(group.start)
        if words("ordered", "before").search(group.before) or words("ordered", "after").match(group.after):
            return "mentioned"
        if words("fed_back", "before").search(group.before):
            return "recipient" if words("fed_back", "after").match(group.after) else "inspected"
        if words("team").search(self.folded[unit["start"] : unit["end"]]):
            return "supervisor"
        if words("assisting").match(group.after) or words("joined").search(group.before):
            return "supervisor"
        opened = words("inspected_between", "open").search(sentence)
        if opened and words("inspected_between", "close").search(self.folded, group.end, group.end + _REST):
            return "inspected"
        if words("inspecting", "after").match(group.after) and self._tells_of_inspection(group.end):
            return "supervisor"
        again = self._key(unit) in self.supervisors and not words("bystander", "before").search(group.before)
        return "supervisor" if again else "mentioned"

    def _sentence_before(self, start: int) -> str:
        """The sentence up to a place."""
        window = self.folded[max(0, start - _LONGEST_SENTENCE) : start]
        last = max(window.rfind("。"), window.rfind("\n"))
        return window[last + 1 :]

    def _tells_of_inspection(self, end: int) -> bool:
        stop = _SENTENCE.search(self.folded, end, end + _LONGEST_SENTENCE)
        rest = self.folded[end : stop.start() if stop else end + _LONGEST_SENTENCE]
        return bool(_words()("inspection").search(rest))
