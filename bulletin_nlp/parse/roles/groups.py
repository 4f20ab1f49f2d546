"""Lists of units side by side, and the words around them."""

from __future__ import annotations

from collections.abc import Sequence

from bulletin_nlp.parse.roles.words import words
from bulletin_nlp.pipes.structure.outline import Range
from bulletin_nlp.pipes.units.mention import UnitMention

_BEFORE, _AFTER = 16, 40
_LONGEST_JOINT = 16
BROKEN = "\r"  # stands for a line break inside a paragraph


def without_breaks(folded: str, paragraphs: Sequence[Range]) -> str:
    """The text of the same length in which a line break inside a paragraph, and the blanks behind it, are marked."""
    pieces: list[str] = []
    position = 0
    for paragraph in paragraphs:
        at = folded.find("\n", paragraph["start"], paragraph["end"])
        while at >= 0:
            end = at + 1
            while end < paragraph["end"] and folded[end] == " ":
                end += 1
            pieces += [folded[position:at], BROKEN * (end - at)]
            position = end
            at = folded.find("\n", end, paragraph["end"])
    return "".join([*pieces, folded[position:]])


class Group:
    """A list of units: `before` what stands before its first, `after` what stands behind its last."""

    def __init__(self, flat: str, units: Sequence[UnitMention], first: int, last: int) -> None:
        self.start, self.end = units[first]["start"], units[last]["end"]
        self.before = flat[max(0, self.start - _BEFORE) : self.start].replace(BROKEN, "")
        self.after = flat[self.end : self.end + _AFTER].replace(BROKEN, "")

    def fits(self, name: str, inside: str = "") -> bool:
        """Whether the words around the list, or a unit of it, are those of an entry."""
        return words()[name].fits(self.before, inside, self.after)

    def before_fits(self, name: str) -> bool:
        """Whether what stands before fits, whatever stands behind."""
        return words()[name].fits(self.before, "", "")

    def after_fits(self, name: str) -> bool:
        """Whether what stands behind fits, whatever stands before."""
        return words()[name].fits("…", "", self.after)


def grouped(flat: str, units: Sequence[UnitMention]) -> list[Group]:
    """The list that each unit stands in."""
    groups: list[Group] = []
    first = 0
    for index in range(1, len(units) + 1):
        if index < len(units):
            between = flat[units[index - 1]["end"] : units[index]["start"]].replace(BROKEN, "")
            near = len(between) <= _LONGEST_JOINT and "\n\n" not in between
            if near and (words().joints.match(between) or not between.strip()):
                continue
        group = Group(flat, units, first, index - 1)
        groups += [group] * (index - first)
        first = index
    return groups
