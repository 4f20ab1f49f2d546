"""Rows of tables, whose cells are parted by tabs, by blanks, or stand on lines of their own."""

from __future__ import annotations

import re

from bulletin_nlp.parse.roles.given import Given, one
from bulletin_nlp.parse.roles.spans import Spans
from bulletin_nlp.pipes.units.mention import UnitMention

_NUMBERED = re.compile(r"\d{1,3}\s+$")
_NUMBER = re.compile(r"\d{1,3}$")
_HEADER = re.compile(r"\s*(?:序\s?号|名\s?次|排\s?名)")
_WATCHING, _FAULTS = (
    re.compile(r"督办|督导|监管|验收"),
    re.compile(r"失分|问题|隐患|滞后|扣分|不足|短板|存在|缺陷|表现"),
)
_CHARGED = re.compile(r"责任(?!人)|整改(?:单位|部门)|牵头|落实单位")
_NAME = re.compile(r"[\u4e00-\u9fff]{2}")
_WORDS = re.compile(r"[\u4e00-\u9fff]{4,}")
_NOTHING = re.compile(r"无|/|—+|-+|持平|升\d+位|降\d+位")
_ABOVE, _LONGEST_ROW, _MOST_CELLS, _SHORTEST_PROSE = 4000, 400, 8, 8


class Rows:
    """The roles that places in a table give: the unit of a row is at fault where the row says at what."""

    def __init__(self, folded: str, problems: Spans) -> None:
        self.folded, self.problems = folded, problems

    def role(self, unit: UnitMention) -> Given | None:
        """What the row gives; None where the unit stands in no row."""
        start = self.folded.rfind("\n", 0, unit["start"]) + 1
        end = self.folded.find("\n", unit["end"])
        end = len(self.folded) if end < 0 else end
        if "\t" in self.folded[start:end]:
            return self._tabbed(unit, start, end)
        before = self.folded[start : unit["start"]]
        if _NUMBERED.fullmatch(before.lstrip()) and self.folded[unit["end"] : unit["end"] + 1].isspace():
            return self._fault(self.folded[unit["end"] : end].split(), start)
        if re.match(r"\s*\d{1,3}\s+[\u4e00-\u9fff]", before) and before.endswith(" "):
            header = self._header(start)
            return one("supervisor", "row") if header and _WATCHING.search(header) else None
        number = self._number_above(start)
        if number is not None and not before.strip() and not self.folded[unit["end"] : end].strip():
            return self._fault(self._cells(end, number), start)
        return None

    def behind_finding(self, unit: UnitMention) -> Given | None:
        """A unit in a cell on a line of its own, the cell above it prose: the header says what such units do."""
        start = self.folded.rfind("\n", 0, unit["start"]) + 1
        above = self.folded[max(0, start - _LONGEST_ROW) : max(0, start - 1)].rpartition("\n")[2].strip()
        header = self._header(start)
        if header is None or len(above) < _SHORTEST_PROSE or not _WORDS.search(above):
            return None
        if _CHARGED.search(header):
            return one("responsible", "row")
        return one("supervisor", "row") if _WATCHING.search(header) else None

    def _tabbed(self, unit: UnitMention, start: int, end: int) -> Given | None:
        """Criticised before the finding of the row, responsible behind it."""
        if self.problems.next_after(unit["start"], end) < end:
            return one("criticised", "row")
        return one("responsible", "row") if self.problems.next_after(start, end) < end else None

    def _fault(self, cells: list[str], start: int) -> Given | None:
        header = self._header(start)
        if header is None:
            return None
        told = any(_WORDS.search(cell) and not _NOTHING.fullmatch(cell) for cell in cells)
        return one("criticised", "row") if told and _FAULTS.search(header) else one("inspected", "row")

    def _number_above(self, start: int) -> int | None:
        above = self.folded[max(0, start - 8) : max(0, start - 1)]
        words = above[above.rfind("\n") + 1 :].strip()
        return int(words) if _NUMBER.fullmatch(words) else None

    def _cells(self, end: int, number: int) -> list[str]:
        """The lines behind a place up to the number of the next row."""
        cells: list[str] = []
        lines = [line.strip() for line in self.folded[end + 1 : end + _LONGEST_ROW].split("\n")[:_MOST_CELLS]]
        for line, following in zip(lines, [*lines[1:], ""], strict=True):
            if line == str(number + 1) and _NAME.match(following):
                break
            if not line and following != str(number + 1):
                break
            cells.append(line)
        return cells

    def _header(self, start: int) -> str | None:
        """The names of the columns: the line, or the short lines, that begin with 序号 or 名次."""
        lines = self.folded[max(0, start - _ABOVE) : start].split("\n")
        for at in range(len(lines) - 1, -1, -1):
            if _HEADER.match(lines[at]):
                return " ".join(lines[at : at + _MOST_CELLS]) if len(lines[at].strip()) < 4 else lines[at]
        return None
