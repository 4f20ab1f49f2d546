"""Demands: numbered items as they stand, unnumbered paragraphs divided by actor, labelled lines beside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from bulletin_nlp.pipes.findings.finding import DemandMention, Label
from bulletin_nlp.pipes.findings.in_rows import ROW_RULE, RowDemand
from bulletin_nlp.pipes.findings.labelled import labels_of
from bulletin_nlp.pipes.findings.polarity import judge
from bulletin_nlp.pipes.findings.shape import shape
from bulletin_nlp.pipes.findings.stretches import Stretch, heading_over
from bulletin_nlp.pipes.structure.outline import Outline, Range
from bulletin_nlp.text.sentences import split, trim

_LEAD = re.compile(r"(?:由|责成|请|对[^,。;\n]{1,30},|督促|责令|由于[^,。;\n]{1,20},)?\s?")
_BY = re.compile(r"(?<![自理])由")
_DONE = re.compile(r"[已了过](?!解)|将")
_OWN_PLAN = re.compile(r"[^,。;:]{2,24}?将(?:对|于|在|从|适时|组织|持续|采取|不定期|进一步|定期|视|继续|会同|随机)")
_SHORTEST_ACTION = 4
_SHORTEST = 4
_SECTION = re.compile(r"(?:要求|建议|意见|措施|安排|打算|工作|任务|重点|对策|整改|事项|内容)$")


class _Finder:
    def __init__(
        self, folded: str, outline: Outline, own: dict[int, list[Stretch]], units: Sequence[tuple[int, int]]
    ) -> None:
        self.folded, self.outline, self.own = folded, outline, own
        self.actors = dict(reversed(units))
        self.paragraph_ends = [p["end"] for p in outline["paragraphs"]]
        self.paragraph_starts = {p["start"] for p in outline["paragraphs"]}
        self.found: list[DemandMention] = []
        self.loose: list[list[Label]] = []  # labelled lines: they belong to the demand before them
        self.children: dict[int | None, list[int]] = {}
        for index, part in enumerate(outline["parts"]):
            self.children.setdefault(part["parent"], []).append(index)

    def visit(self, index: int) -> None:
        """Find the demands of a part and of what stands below it."""
        pending = [index]
        while pending:
            index = pending.pop()
            stretches = self.own.get(index, [])
            children = self.children.get(index, [])
            if self._is_item(index, stretches, children):
                inner = self._item(index, stretches, children)
                children = [c for c in children if c not in inner]
            else:
                self._unnumbered(index, stretches)
            pending += [c for c in reversed(children) if self.outline["parts"][c]["role"] == "recommendations"]

    def _is_item(self, index: int, stretches: list[Stretch], children: list[int]) -> bool:
        part = self.outline["parts"][index]
        if part["marker"] is None or not stretches or not stretches[0].first:
            return False
        heading, parent = part["heading"], part["parent"]
        above = None if parent is None else self.outline["parts"][parent]["role"]
        if heading and above != "recommendations" and _SECTION.search(self.folded[heading["start"] : heading["end"]]):
            return False  # the heading of the whole section, not of an item
        start = self._behind_marker(index, stretches[0].start)
        words = self.folded[start : stretches[0].end].rstrip()
        return len(words) >= _SHORTEST and not (words.endswith(":") and children)

    def _behind_marker(self, index: int, start: int) -> int:
        marker = self.outline["parts"][index]["marker"]
        return marker["end"] if marker and marker["start"] == start else start

    def _item(self, index: int, stretches: list[Stretch], children: list[int]) -> set[int]:
        """One demand of a numbered item; returns the children that stand inside it."""
        start = self._behind_marker(index, stretches[0].start)
        end = stretches[0].end
        paragraph = self.paragraph_ends[bisect_left(self.paragraph_ends, end)]
        inner = {c for c in children if self.outline["parts"][c]["start"] < paragraph}
        rest = [s for s in stretches[1:] if s.start >= paragraph]
        part = self.outline["parts"][index]
        if inner or part["rule"] != "marker-is" or part["start"] in self.paragraph_starts:
            end = min(paragraph, part["end"]) if inner else end
            self._add(index, start, end, "numbered-item")
        else:
            pieces = list(split(self.folded, start, end, stops="。!?"))
            self._add(index, start, pieces[0][1] if pieces else end, "numbered-item")
            rest = [Stretch(index, a, b, False) for a, b in pieces[1:]] + rest
        self._unnumbered(index, rest)
        return inner

    def _unnumbered(self, index: int, stretches: Sequence[Stretch]) -> None:
        for stretch in stretches:
            if self._labelled(stretch):
                continue
            group: tuple[int, int] | None = None
            mark = ""
            for start, end in split(self.folded, stretch.start, stretch.end):
                begin = shape().without_lead_in(self.folded, self._behind_marker(index, start), end)
                demands = self._demands(begin, end)
                if group and (not self._has_actor(begin, end) or (demands and mark != ";")):
                    group = (group[0], end)
                elif demands:
                    if group:
                        self._add(index, *group, "unnumbered")
                    group = (begin, end)
                elif group and mark == ";":
                    group = (group[0], end)
                mark = self.folded[end : end + 1]
            if group:
                self._add(index, *group, "unnumbered")

    def _demands(self, start: int, end: int) -> bool:
        """Whether an unnumbered sentence demands: by its words, or as an act not yet done of a unit that leads it."""
        text = self.folded[start:end].replace("\n", "")
        verdict = judge(text, "recommendations")
        if text.endswith(":") or _OWN_PLAN.match(text) or verdict.kind in {"plan", "sanction", "problem"}:
            return False
        by_words = verdict.kind == "demand" and not verdict.rule.startswith("role")
        return by_words or (self._has_actor(start, end) and not _DONE.search(text))

    def _has_actor(self, start: int, end: int) -> bool:
        lead = _LEAD.match(self.folded, start, end)
        at = lead.end() if lead else start
        if at in self.actors or start in self.actors:
            return True
        return any(by.end() in self.actors for by in _BY.finditer(self.folded, start, end))

    def _labelled(self, stretch: Stretch) -> bool:
        """Take labelled lines (责任单位: …) into the demand before them; whether the stretch was such lines."""
        labels = list(shape().label.finditer(self.folded, stretch.start, stretch.end))
        if not labels or labels[0].start() != stretch.start:
            return False
        if shape().field(labels[0]["label"]) == "content":
            _, stop = stretch.start, labels[1].start() if len(labels) > 1 else stretch.end
            self._add(stretch.part, labels[0].end(), stop, "labelled")
            labels = labels[1:]
        if labels:
            self.loose.append(labels_of(self.folded, labels, stretch.end))
        return True

    def _add(self, index: int, start: int, end: int, rule: str) -> None:
        """Add a demand; a content label before it and labelled values inside it stand outside its span."""
        content = shape().label.match(self.folded, start, end)
        if content:
            start = content.end()
        labels = list(shape().label.finditer(self.folded, start, end))
        inside = labels_of(self.folded, labels, end) if labels else []
        end = labels[0].start() if labels else end
        start, end = trim(self.folded, start, end)
        while end > start and self.folded[end - 1] in "。;, ":
            end -= 1
        if rule == "numbered-item":
            start = self._behind_own_acts(start, end)
        if end - start < _SHORTEST:
            return
        heading = heading_over(self.outline, index)
        self.found.append(
            DemandMention(
                start=start, end=end, kind="demand", rule=rule, part=index, heading=heading,
                actions=list(self._actions(start, end)), labels=inside,
            )
        )  # fmt: skip

    def in_rows(self, demands: Sequence[RowDemand]) -> list[DemandMention]:
        """The demands of cells, with what the row says of who answers for them and until when as their labels."""
        self.found = []
        for demand in demands:
            before = len(self.found)
            self._add(demand.part, demand.start, demand.end, ROW_RULE)
            for added in self.found[before:]:
                added["labels"] += demand.labels
                added["heading"] = None  # what stands over a table is no heading of one demand
        return self.found

    def _behind_own_acts(self, start: int, end: int) -> int:
        """Where an item begins to demand: sentences before that tell what the supervisor does or will do are left out."""
        for begin, stop in split(self.folded, start, end, stops="。"):
            if judge(self.folded[begin:stop].replace("\n", ""), "recommendations").kind not in {"plan", "sanction"}:
                return begin
        return end

    def _actions(self, start: int, end: int) -> Iterator[Range]:
        """Clauses that say what to do, without the subject and the modal before them, aims left out."""
        for piece_start, piece_end in split(self.folded, start, end, stops="。;,"):
            begin = piece_start
            if self._says_only_who_or_when(begin, piece_end):
                continue
            actor = self.actors.get(begin)
            modal = shape().modal.search(self.folded, actor or begin, min(piece_end, (actor or begin) + 16))
            if modal and (actor or modal.start() - begin <= 1):
                begin = modal.end()
            if begin > piece_start and self._says_only_who_or_when(begin, piece_end):
                continue
            if piece_end - begin >= _SHORTEST_ACTION and not shape().aim.match(self.folded, begin, piece_end):
                yield Range(start=begin, end=piece_end)

    def _says_only_who_or_when(self, start: int, end: int) -> bool:
        return bool(
            shape().condition.match(self.folded, start, end) or shape().assignment.match(self.folded, start, end)
        )


def find_demands(
    folded: str,
    outline: Outline,
    own: dict[int, list[Stretch]],
    units: Sequence[tuple[int, int]],
    in_rows: Sequence[RowDemand] = (),
) -> list[DemandMention]:
    """The demands of a bulletin.

    Args:
        folded: folded text.
        outline: the structure.
        own: the own stretches of each part.
        units: `(start, end)` of all unit mentions, sorted.
        in_rows: the demands of tables.

    Returns:
        Demands in text order; a span leaves out marker, heading, label and the final mark.
    """
    finder = _Finder(folded, outline, own, units)
    for index, part in enumerate(outline["parts"]):
        parent = part["parent"]
        if part["role"] == "recommendations" and (
            parent is None or outline["parts"][parent]["role"] != "recommendations"
        ):
            finder.visit(index)
    found = sorted(finder.found, key=lambda demand: demand["start"])
    starts = [demand["start"] for demand in found]
    for labels in sorted(finder.loose, key=lambda labels: labels[0]["start"]):
        if at := bisect_left(starts, labels[0]["start"]):
            found[at - 1]["labels"] += labels
    return sorted([*found, *finder.in_rows(in_rows)], key=lambda demand: demand["start"]) if in_rows else found
