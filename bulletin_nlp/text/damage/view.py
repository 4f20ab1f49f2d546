"""A text read through its damage: what is read instead of some characters, and where each character read stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Instead(NamedTuple):
    """`text` is read instead of the characters from `start` to `end`; a restored character has no length there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class View:
    """A reading of a text.

    Attributes:
        text: what is read.
        places: for each character of it the stretch of the text where it stands, half-open.
        instead: what was read instead, in text order, without overlap.
    """

    text: str
    places: tuple[tuple[int, int], ...]
    instead: tuple[Instead, ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the reading stands in the text."""
        return self.places[start][0], self.places[end - 1][1]

    def changed(self, start: int, end: int) -> list[Instead]:
        """What was read instead inside a stretch of the text, its borders included for restored characters."""
        return [i for i in self.instead if (start <= i.start and i.end <= end)]


def view(text: str, instead: Iterable[Instead]) -> View:
    """Read a text with some characters dropped, restored or replaced.

    Args:
        text: any text.
        instead: in any order; of those that overlap the first in the text counts.
    """
    kept: list[Instead] = []
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    position = 0
    for change in sorted(set(instead)):
        if change.start < position or (kept and change[:2] == kept[-1][:2]):
            continue
        pieces += [text[position : change.start], change.text]
        places += [(n, n + 1) for n in range(position, change.start)]
        places += [(change.start, change.end)] * len(change.text)
        kept.append(change)
        position = change.end
    pieces.append(text[position:])
    places += [(n, n + 1) for n in range(position, len(text))]
    return View("".join(pieces), tuple(places), tuple(kept))
