"""Places of a text that no unit stands for: where something is, not who did it (石门村 of 石门村供水管网破损)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bulletin_nlp.pipes.units.canvas import canvas
from bulletin_nlp.pipes.units.lexicon import lexicon
from bulletin_nlp.pipes.units.places import Gazetteer


def locations(text: str, units: Iterable[Mapping[str, Any]]) -> list[tuple[int, int]]:
    """The places outside the mentions of units, places side by side as one (云岭县石门镇), in text order.

    Args:
        text: the text as read.
        units: its unit mentions, with `start` and `end`.

    Returns:
        Half-open ranges of code points of the text.
    """
    board = canvas(text)
    places = Gazetteer(board.s, (), frozenset(lexicon().find(board.s))).places
    taken = sorted((unit["start"], unit["end"]) for unit in units)
    found: list[tuple[int, int]] = []
    position = 0
    for place in places:
        start, end = board.origin(place.start, place.end)
        while position < len(taken) and taken[position][1] <= start:
            position += 1
        if position < len(taken) and taken[position][0] < end:
            continue
        if found and found[-1][1] == start:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found
