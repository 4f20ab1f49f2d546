"""Companies, shops, schools, hospitals and the like: names that need no region before them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin_nlp.pipes.units.canvas import CJK
from bulletin_nlp.pipes.units.draft import Draft
from bulletin_nlp.pipes.units.grammar import grammar
from bulletin_nlp.pipes.units.places import Gazetteer, name_in

_NAME_RUN = re.compile(rf"[{CJK}A-Za-z·]|\([{CJK}]{{1,8}}\)")
_LONGEST = 30
_LONGEST_TOWN = 3
_COMMITTEE = re.compile("(?:[一-龥]{2,8}?委员会|党委|纪委|党组)(?:办公室)?")
_ORDINAL = re.compile(r"\([一二三四五六七八九十]{1,3}\)")
_ORGAN = re.compile("[局委厅]|办公室|政府")
_COUNTERS = frozenset("家个所处座户")
_CLASSES = re.compile("[各个全县市区省每部的]|乡镇|基层|农村|辖区|有关|相关|个别|所有")
_NUMBERED = re.compile(r"\d[余多]?(?:家|个|所|处|座|户)$")


class Companies:
    """Finds companies and other named establishments of one canvas."""

    def __init__(self, s: str, gazetteer: Gazetteer) -> None:
        self.s = s
        self.gazetteer = gazetteer

    def find(self) -> Iterator[Draft]:
        """All establishments with a name of their own."""
        g, generic = grammar(), grammar().generic
        for pattern, strong in ((g.strong, True), (g.company, False)):
            for match in pattern.finditer(self.s):
                start = self._left(match.start())
                end = self._right(match.end())
                stem = self.s[start : match.start()]
                places = self._places(start, match.start())
                own = self.s[(places[-1][1] if places else start) : match.start()]
                if len(stem) < 2 or (generic.fullmatch(own) and not places):
                    continue
                if not strong and (self._counted(start) or generic.fullmatch(stem) or not self._good(own)):
                    continue
                if g.place_after.match(self.s, end):
                    continue
                names = [name for name, _ in places]
                body = self.s[places[-1][1] if places else start : end]
                yield Draft(start, end, "named", "company" if strong else "establishment", places=names, body=body)
        for match in g.trade.finditer(self.s):
            if not generic.fullmatch(match[1]) and not _CLASSES.search(match[1]) and not _ORGAN.search(match[1]):
                yield Draft(match.start(), match.end(), "named", "establishment", body=match[0])
        for match in g.zone.finditer(self.s):
            start = self._left(match.start())
            if match.start() - start >= 2:
                yield Draft(start, match.end(), "named", "zone", body=self.s[start : match.end()])
        for match in g.outpost.finditer(self.s):
            name = name_in(match[1])
            if (
                2 <= len(name) <= _LONGEST_TOWN
                and not self._counted(match.end(1) - len(name) + 1)
                and not generic.fullmatch(name)
                and not _CLASSES.search(name)
                and not g.place_after.match(self.s, match.end())
            ):
                start = match.end(1) - len(name)
                yield Draft(start, match.end(), "named", "outpost", body=self.s[start : match.end()])

    def _good(self, own: str) -> bool:
        """Whether the name, without the places before it, holds no word that ends names, and no organ."""
        g = grammar()
        return not g.stop.search(g.unbroken.sub("", own)) and not _ORGAN.search(own) and len(own) <= 16

    def _counted(self, start: int) -> bool:
        return bool(_NUMBERED.search(self.s[max(0, start - 6) : start]))

    def _left(self, at: int) -> int:
        """Where the name begins: at a place's name, else after the last cutting word or mark."""
        s, start = self.s, at
        while start > max(0, at - _LONGEST):
            if s[start - 1] == ")" and (opening := s.rfind("(", max(0, start - 10), start)) > 0:
                if _NAME_RUN.fullmatch(s[opening:start]) and not _ORDINAL.fullmatch(s[opening:start]):
                    start = opening
                    continue
                break
            if not _NAME_RUN.match(s[start - 1]):
                break
            start -= 1
        begin, g = start, grammar()
        for match in g.cutter.finditer(s, start, at):
            if not self._cuts(match) or self._in_place(match.start()):
                continue
            if g.industry.fullmatch(match[0]) and match.start() - begin >= 2:
                continue  # 中谱|检测|技术有限公司
            if at - match.end() >= 2 or (match.end() == at and len(match[0]) == 1):
                begin = match.end()
        if s[begin : begin + 1] in _COUNTERS and s[begin - 1 : begin].isdigit():
            begin += 1
        heads = [p for p in self.gazetteer.places if begin <= p.start < at]
        return self.gazetteer.chain_ending(heads[0].end)[0].start if heads else begin

    def _cuts(self, match: re.Match[str]) -> bool:
        """Whether a cutting word cuts here: 和 only behind an organ (县公安局和|恒润公司, but 仁和堂)."""
        if len(match[0]) > 1 or match[0] in grammar().table["companies"]["cutters"]:
            return True
        return match[0] == "和" and self.s[match.start() - 1 : match.start()] in tuple(
            "局府镇乡委厅会院司店厂村站所队心校"
        )

    def _in_place(self, position: int) -> bool:
        by_start = self.gazetteer.by_start
        return any(
            (place := by_start.get(start)) is not None and position < place.end
            for start in range(max(0, position - 13), position + 1)
        )

    def _right(self, end: int) -> int:
        if committee := _COMMITTEE.match(self.s, end):
            return committee.end()
        match = grammar().branch.match(self.s, end)
        if match is None or re.search("[的了在将被把对与和由是为要未已]", match[0]):
            return end
        return match.end()

    def _places(self, start: int, end: int) -> list[tuple[str, int]]:
        found = []
        while (place := self.gazetteer.by_start.get(start)) is not None and place.end <= end:
            found.append((place.name, place.end))
            start = place.end
        return found
