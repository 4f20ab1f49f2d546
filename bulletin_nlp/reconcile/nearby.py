"""The last place of each kind before a mention: 县政府 in a city's bulletin is that of the county spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bulletin_nlp.reconcile.scope import TOWNS, VILLAGES, zones

_KINDS = (*TOWNS, *VILLAGES, "自治区", "省", "市", "县", "区", "州", "旗", "盟")
_TOWN = re.compile(
    r"(?<![一-龥])([一-龥]{2,3}[县市区旗])?((?![县市区旗])[一-龥]{2,4}?(?:(?<!乡)镇|乡(?!镇)|街道))", re.MULTILINE
)
_NO_NAME = re.compile(r"^[各全本我该每两多有其某由在对到]|[乡城村各个][县市区镇乡]$")


def kind_of(place: str) -> str:
    """What kind of place a name says: 镇 of 青石镇, 开发区 of 昀州经济技术开发区; empty where it says none."""
    return next((kind for kind in (*zones(), *_KINDS) if place.endswith(kind)), "")


class Nearby:
    """The places of a text, walked through from front to back.

    Args:
        folded: the text in folded form.
        mentions: its mentions in text order.
    """

    def __init__(self, folded: str, mentions: Sequence[Mapping[str, Any]]) -> None:
        events = [(m["start"], tuple(m["places"])) for m in mentions if m.get("places")]
        taken = {position for m in mentions for position in range(m["start"], m["end"])}
        events += [
            (match.start(), tuple(place for place in match.groups() if place))
            for match in _TOWN.finditer(folded)
            if match.start() not in taken and not any(_NO_NAME.search(place) for place in match.groups() if place)
        ]
        self._events: Iterator[tuple[int, tuple[str, ...]]] = iter(sorted(events))
        self._next = next(self._events, None)
        self.places: dict[str, tuple[str, ...]] = {}
        self.version = 0

    def up_to(self, position: int) -> dict[str, tuple[str, ...]]:
        """Kind → the last place so called before a position, with those above it; positions must not go down."""
        while self._next is not None and self._next[0] < position:
            self._take(self._next[1])
            self._next = next(self._events, None)
            self.version += 1
        return self.places

    def _take(self, chain: tuple[str, ...]) -> None:
        for size in range(1, len(chain) + 1):
            place = chain[:size]
            kind = kind_of(place[-1])
            for name in (kind, "开发区") if kind in zones() else (kind,):
                self.places = {**self.places, name: place}
        if kind_of(chain[0]) in "县区市旗":  # another county: its towns are not those before
            self.places = {
                kind: place for kind, place in self.places.items() if kind not in TOWNS or place[0] == chain[0]
            }
