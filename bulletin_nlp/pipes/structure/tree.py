"""The tree of sections while it grows."""

from __future__ import annotations

from dataclasses import dataclass, field

from bulletin_nlp.pipes.structure.outline import Part, Range
from bulletin_nlp.records.section import SectionRole
from bulletin_nlp.text.enumerators import Marker


@dataclass
class Open:
    """An open part: its index, the style of its marker, how many paragraphs it holds and its earlier siblings held."""

    part: int
    style: str
    paragraphs: int = 1
    siblings: tuple[int, ...] = ()


@dataclass
class Tree:
    """Parts in text order, and those that are open, the outermost first."""

    parts: list[Part] = field(default_factory=list)
    stack: list[Open] = field(default_factory=list)
    last_end: int = 0  # where the paragraph before ends
    last: dict[str, int] = field(default_factory=dict)  # ordinal last met of each style: numbering may run across parts
    closed: tuple[int, ...] = ()  # paragraphs of the parts of one style closed last, side by side
    closed_style: str = ""

    def open(self, start: int, style: str, marker: Marker | None, role: SectionRole, rule: str) -> Part:
        """Open a part below the open ones."""
        parent = self.stack[-1].part if self.stack else None
        level = 0 if parent is None else self.parts[parent]["level"] + 1
        marker_range = None if marker is None else Range(start=marker.start, end=marker.end)
        self.parts.append(
            Part(start=start, end=start, parent=parent, level=level, role=role, marker=marker_range, heading=None, rule=rule)
        )  # fmt: skip
        siblings = self.closed if self.closed_style == style else ()
        self.closed, self.closed_style = (), ""
        self.stack.append(Open(len(self.parts) - 1, style, siblings=siblings))
        return self.parts[-1]

    def close(self, depth: int, at: int) -> None:
        """Close the open parts from a depth on."""
        while len(self.stack) > depth:
            last = self.stack.pop()
            self.parts[last.part]["end"] = at
            self.closed, self.closed_style = (*last.siblings, last.paragraphs), last.style

    @property
    def role(self) -> SectionRole | None:
        """The role of the innermost open part."""
        return self.parts[self.stack[-1].part]["role"] if self.stack else None
