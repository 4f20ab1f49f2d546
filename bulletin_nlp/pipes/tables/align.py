"""Cells of a flattened row that has not one for each column: which belongs to which."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bulletin_nlp.pipes.tables.words import words
from bulletin_nlp.records.table import ColumnKind

Place = tuple[int, int]
_NUMBER = re.compile(r"第?\d{1,4}名?")
_DECIMAL = re.compile(r"[+-]?\d+(?:\.\d+)?[分%]?")
_DAY = re.compile(
    r"\d{1,2}[./]\d{1,2}|[^,。;]{0,12}\d[^,。;]{0,8}[年月日旬底前]|(?:立行|立即|即行|立)[^,。;]{0,4}改|长期.{0,4}"
)
_PROSE = re.compile(r"(?=.{0,12}[\u4e00-\u9fff]{2}).{5,}", re.DOTALL)
_SUITS: dict[ColumnKind, re.Pattern[str]] = {
    "number": _NUMBER,
    "rank": _NUMBER,
    "score": _DECIMAL,
    "progress": re.compile(r".{0,8}\d.{0,8}|.{0,4}(?:完成|启动|开工|整改).{0,4}"),
    "deadline": _DAY,
    "finding": _PROSE,
    "measure": _PROSE,
}
_EMPTY, _JOINED = -1.5, -1.2
_MOST = 40


def aligned(folded: str, cells: Sequence[Place], kinds: Sequence[ColumnKind]) -> list[Place | None]:
    """The cells by column: some columns stay empty, or one takes several cells that follow each other.

    The best of all ways by what suits each kind; of equal ways the one that leaves the later columns empty. A row of
    far more cells than a table has columns keeps its order, what is left over in the last column.
    """
    if len(cells) > _MOST:
        return [*cells[: len(kinds) - 1], (cells[len(kinds) - 1][0], cells[-1][1])]
    count = len(cells)
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, ()), *[(float("-inf"), ())] * count]
    for kind in kinds:
        following: list[tuple[float, tuple[int, ...]]] = [(float("-inf"), ())] * (count + 1)
        for used in range(count + 1):
            score, taken = best[used]
            for upto in range(used, count + 1):
                gain = _EMPTY if upto == used else _fit(folded, cells[used][0], cells[upto - 1][1], kind)
                total = score + gain + _JOINED * max(0, upto - used - 1)
                if total >= following[upto][0]:
                    following[upto] = (total, (*taken, upto))
        best = following
    found: list[Place | None] = []
    position = 0
    for upto in best[count][1]:
        found.append((cells[position][0], cells[upto - 1][1]) if upto > position else None)
        position = upto
    return found


def _fit(folded: str, start: int, end: int, kind: ColumnKind) -> float:
    text = folded[start:end]
    suits = _SUITS.get(kind)
    if suits is None:
        numeric = kind != "other" and kind != "note" and _DECIMAL.fullmatch(text) is not None
        return -1.0 if numeric else 0.5
    if suits.fullmatch(text):
        return 1.0
    return 0.6 if words().says("nothing", text) else -1.0
