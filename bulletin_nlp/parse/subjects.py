"""Which of the units that a finding names are its subject."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from typing import Any

from bulletin_nlp.knowledge import compiled, knowledge
from bulletin_nlp.knowledge.beside import Beside

_AROUND = 48
_CLAUSE_START = re.compile(r"(?:[,。;:、\n\t.)]|[和及与等或是有由对]|其中)$")
_WORDS = re.compile(r"[\u4e00-\u9fff]{3}")  # fewer are a marker: 一是
_BESIDE_PRAISE = ("reached", "led", "served", "location")
_BESIDE = (
    "beside",
    "observer",
    "object",
    "reached",
    "led",
    "served",
    "stand_in",
    "asking",
    "telling",
    "location",
    "facility",
)


class UnitIndex:
    """Unit mentions by place."""

    def __init__(self, units: Sequence[Mapping[str, Any]], roles: Sequence[Sequence[str]]) -> None:
        self.units, self.roles = units, roles
        self._starts = [unit["start"] for unit in units]

    def inside(self, start: int, end: int, wanted: Set[str]) -> list[int]:
        """The mentions with a wanted role between two offsets."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [i for i in range(first, last) if self.units[i]["end"] <= end and not wanted.isdisjoint(self.roles[i])]


def subjects(folded: str, own: list[int], start: int, index: UnitIndex, *, praise: bool = False) -> list[int]:
    """Of the units inside a finding, or a commended fact, those that can be its subject.

    Left out, each only where another one stays, are those that the words around show to be no subject, those that are
    named with a short form, those between quotation marks, those that only count or were only looked at, and, beside
    a named unit that leads a clause, what is only counted in the predicate (代理16个村的账务).

    Args:
        folded: folded text.
        own: indices of the units, in text order.
        start: where the finding begins.
        index: all units by place.
        praise: for a commended fact, in which whoever something is done with has a part.
    """
    units = index.units
    for name in _BESIDE_PRAISE if praise else _BESIDE:
        own = [i for i in own if not _fits(name, folded, start, units[i])] or own
    own = [i for i in own if not _owns(folded, units, i, own)] or own
    own = [i for n, i in enumerate(own) if not (n and _is_party(folded, start, units, own[n - 1], i))]
    own = [i for i in own if not folded.endswith("简称", 0, units[i]["start"])] or own
    quoted = [i for i in own if _is_quoted(folded, start, units[i]["start"])]
    own = [i for i in own if i not in quoted] if len(quoted) < len(own) else own
    own = _without_counts(own, index)
    leading = {i for i in own if _leads_clause(folded, units[i]["start"], start)}
    if not any(units[i]["kind"] == "named" for i in leading):
        return own
    return [i for i in own if units[i]["kind"] == "named" or i in leading]


def is_facility(folded: str, unit: Mapping[str, Any]) -> bool:
    """Whether a name is that of something run by others."""
    return _rules()["facility"].fits("", folded[unit["start"] : unit["end"]], "")


def _fits(name: str, folded: str, start: int, unit: Mapping[str, Any]) -> bool:
    before = folded[max(start, unit["start"] - _AROUND) : unit["start"]]
    return _rules()[name].fits(before, folded[unit["start"] : unit["end"]], folded[unit["end"] : unit["end"] + _AROUND])


def _owns(folded: str, units: Sequence[Mapping[str, Any]], i: int, own: list[int]) -> bool:
    """Whether a unit only says whose body the next one is: 市文旅局下属‹市图书馆›."""
    after = next((units[other]["start"] for other in own if other > i), None)
    return after is not None and _rules()["parent"].fits("", "", folded[units[i]["end"] : after].replace("\n", ""))


def _is_party(folded: str, start: int, units: Sequence[Mapping[str, Any]], previous: int, i: int) -> bool:
    """Whether a unit stands behind 与, and not directly behind the unit before it and that."""
    return _fits("party", folded, start, units[i]) and units[i]["start"] - units[previous]["end"] > 1


def _without_counts(own: list[int], index: UnitIndex) -> list[int]:
    """Without numbers of units that are those named before (两个村), or from which those at fault were sampled."""
    units, kept = index.units, list[int]()
    for n, i in enumerate(own):
        nameless = units[i]["kind"] == "anonymous"
        named_before = sum(units[j]["kind"] == "named" for j in own[:n])
        if nameless and named_before > 1 and units[i]["count"] == named_before:
            continue
        if nameless and "inspected" in index.roles[i] and n + 1 < len(own):
            continue
        kept.append(i)
    return kept


def _is_quoted(folded: str, start: int, place: int) -> bool:
    before = folded[start:place]
    return before.rfind("“") > before.rfind("”")


def _leads_clause(folded: str, place: int, start: int) -> bool:
    before = folded[start:place].rstrip(" ")
    return bool(_CLAUSE_START.search(before)) or not _WORDS.search(before)


@compiled
def _rules() -> dict[str, Beside]:
    return {name: Beside(entry) for name, entry in knowledge().table("findings/blame").items()}
