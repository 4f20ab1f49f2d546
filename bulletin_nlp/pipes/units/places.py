"""Names of places in a text: where each begins, which only the whole document tells.

A name that somewhere stands after a mark or a line break has a sure left boundary; that name is then recognised
wherever its characters run on from other words (下沉江湾区). Elsewhere the last cutting word decides; where none does, no name is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bulletin_nlp.knowledge.load import compiled, knowledge
from bulletin_nlp.pipes.units.canvas import CJK
from bulletin_nlp.pipes.units.grammar import grammar

_SUFFIX = re.compile(
    "经济技术开发区|高新技术产业开发区|经济开发区|高新技术开发区|开发区|高新区|经开区|自治县|自治州|自治区|自治旗|街道|社区|[县市区州省旗盟镇乡村]"
)
_LONGEST_CHAIN = 5  # province, prefecture, county, town, village
_JOINING = frozenset("和与及")
_NAMED_SO = "和"  # a cutting word that many names end in (安和县)
_ETHNIC = re.compile("[族古]$")

COUNTY = frozenset("县市区州省旗盟")
TOWN = frozenset(["镇", "乡", "街道"])
VILLAGE = frozenset(["村", "社区"])


@dataclass(frozen=True, slots=True)
class Place:
    """A place's name at [start, end) of the canvas."""

    start: int
    end: int
    name: str
    suffix: str

    @property
    def level(self) -> str:
        """`county` for a county and everything above, else `town`, `village` or `community`."""
        if self.suffix in TOWN:
            return "town"
        return {"村": "village", "社区": "community"}.get(self.suffix, "county")


@compiled
def exclusions() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]], frozenset[str]]:
    """What must not stand before a suffix, nor behind it; and the counties of one character."""
    t = grammar().table
    before = {k: frozenset(v) for k, v in t["not_before"].items()}
    after = {k: frozenset(v) for k, v in t["not_after"].items()}
    return before, after, frozenset(t["one_character"])


@compiled
def _unnamed() -> frozenset[str]:
    return frozenset(grammar().table["unnamed_stems"])


@compiled
def _leading() -> frozenset[str]:
    """Words of two or three characters that never begin a name."""
    return frozenset(knowledge().table("units/leading")["words"].split())


_OFFICIAL = frozenset("长")
# A village or a firm that begins with a character which else makes the place a word of its own: 石佛乡|长冲村, not 乡长.
_BUSINESS_BEHIND = re.compile(rf"[{CJK}]{{2,8}}?(?:公司|厂|站|店|学校|医院|合作社|集团)")
_VILLAGE_BEHIND = re.compile(rf"(?![村镇])[{CJK}]{{2,3}}(?:村(?![民委级])|社区)")
_AFTER_DIGIT = re.compile(
    r"(?:年度?(?:以来|上半年|下半年|初|底|末)?|月份?(?:以来|底|初)?|日|号|期|个|家|名|户|次|项|处|条|时|万元|亿元|元|件|人)"
)


def ends_here(s: str, end: int, suffix: str) -> bool:
    """Whether the suffix of a place that ends there belongs to no longer word (市|场)."""
    _, after, _ = exclusions()
    key = suffix[-1] if suffix.startswith("自治") else suffix
    if end < len(s) and s[end] in after.get(key, ()):
        if s.startswith(tuple(grammar().table["goes_on"].get(key, ())), end):
            return True
        behind = _VILLAGE_BEHIND if key in ("乡", "镇") else _BUSINESS_BEHIND if key in ("县", "市", "区") else None
        return behind is not None and s[end] in _OFFICIAL and behind.match(s, end) is not None
    return True


def _plausible(stem: str, suffix: str) -> bool:
    before, _, single = exclusions()
    key = suffix[-1] if suffix.startswith("自治") else suffix
    if not stem or stem[0] in "各全该本我每":
        return False
    if stem[-1] in before.get(key, ()):
        return False
    return len(stem) > 1 or (suffix == "县" and stem in single)


def name_in(run: str, lenient: bool = True) -> str:
    """The name that a run of characters before a suffix ends in: what stands behind its last cutting word.

    Empty where such a word stands right before the suffix (会同|县).
    """
    best = run
    for match in grammar().cutter.finditer(run):
        rest = run[match.end() :]
        if not rest and (len(match[0]) > 1 or len(best) != 2 or not (lenient or match[0] in _NAMED_SO)):
            return ""
        if len(rest) >= 2 or (rest and len(match[0]) > 1):
            best = rest
    return _without_lead(best)


def _without_lead(run: str) -> str:
    """The run from behind its last word that begins no name; empty where nothing is left for a name."""
    position, start = 0, 0
    while position < len(run) - 1:
        size = next((n for n in (3, 2) if run[position : position + n] in _leading()), 0)
        position += size or 1
        start = position if size else start
    return run[start:] if not start or len(run) - start >= 2 else ""


class Gazetteer:
    """The places that one document speaks of."""

    def __init__(self, s: str, known: Iterable[str] = (), bodies: frozenset[int] = frozenset()) -> None:
        self.s = s
        self.bodies = bodies
        self.known: set[str] = set(known)
        self.places: list[Place] = []
        self._ends: set[int] = set()
        loose: list[tuple[int, int, str]] = []
        self._scan(loose)
        for start, end, suffix in loose:
            self._settle(start, end, suffix)
        self.places.sort(key=lambda p: p.start)
        self.by_start = {p.start: p for p in self.places}
        self.by_end = {p.end: p for p in self.places}

    def _scan(self, loose: list[tuple[int, int, str]]) -> None:
        """Keep the names with a sure left boundary, and hand on the rest."""
        s, last = self.s, 0
        for match in _SUFFIX.finditer(s):
            suffix, end = match[0], match.end()
            if not ends_here(s, end, suffix):
                continue
            width = 12 if suffix.startswith("自治") else 7
            low = max(last, match.start() - width)
            start = match.start()
            while start > low and "\u3400" <= s[start - 1] <= "\u9fff":
                start -= 1
            if start and s[start - 1].isdigit() and (counter := _AFTER_DIGIT.match(s, start, match.start())):
                start = counter.end()
            if last and start == last and s[start] in _JOINING and match.start() - start > 1:
                start += 1  # 青河县|和|岚州高新区
            run = s[start : match.start()]
            sure = start - 1 <= last or start == 0 or not ("\u3400" <= s[start - 1] <= "\u9fff")
            cut = name_in(run, lenient=end not in self.bodies)
            if not _plausible(cut, suffix) or cut in _unnamed():
                continue
            begin = match.start() - len(cut)
            limit = 12 if suffix.startswith("自治") or _ETHNIC.search(cut) else 4
            if len(cut) <= limit and sure and len(cut) == len(run):
                self._keep(Place(begin, end, cut + suffix, suffix))
                self.known.add(cut + suffix)
                last = end
            else:
                loose.append((start, end, suffix))

    def _settle(self, start: int, end: int, suffix: str) -> None:
        """Decide on a run without a sure boundary: a name known in this document, else what a cutting word leaves."""
        start = next((at for at in range(end - len(suffix) - 1, start, -1) if at in self._ends), start)
        run = self.s[start:end]
        if start in self._ends and run[0] in _JOINING and len(run) - len(suffix) > 1:
            start, run = start + 1, run[1:]
        whole = run[: -len(suffix)]
        if start in self._ends and len(whole) <= 4 and name_in(whole) == whole and _plausible(whole, suffix):
            self._keep(Place(start, end, run, suffix))
            return
        for size in range(min(len(run), 14), len(suffix), -1):
            if run[-size:] in self.known:
                self._keep(Place(end - size, end, run[-size:], suffix))
                return
        stem = name_in(run[: -len(suffix)], lenient=end not in self.bodies)
        limit = 12 if suffix.startswith("自治") or _ETHNIC.search(stem) else 4
        if (
            2 <= len(stem) < len(run) - len(suffix)
            and len(stem) <= limit
            and _plausible(stem, suffix)
            and stem not in _unnamed()
        ):
            self._keep(Place(end - len(suffix) - len(stem), end, stem + suffix, suffix))

    def _keep(self, place: Place) -> None:
        self.places.append(place)
        self._ends.add(place.end)

    def chain_ending(self, end: int) -> list[Place]:
        """The places that stand side by side up to `end`, the widest first (云岭县青石镇)."""
        chain: list[Place] = []
        while len(chain) < _LONGEST_CHAIN and (place := self.by_end.get(end)) is not None:
            chain.insert(0, place)
            end = place.start
        return chain
