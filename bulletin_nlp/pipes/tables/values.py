"""The values of a row: what its cells state as numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from bulletin_nlp.pipes.tables.mention import Row, TableMention
from bulletin_nlp.pipes.tables.words import words
from bulletin_nlp.records.table import ColumnKind
from bulletin_nlp.text.fold import fold
from bulletin_nlp.text.numerals import number

_INTEGER = re.compile(r"(?:并列)?第?\s?([\d一二三四五六七八九十]{1,4})\s?(?:名|位)?(?:\(.{0,12}\))?")
_DECIMAL = re.compile(r"[+-]?\d{1,9}(?:,\d{3})*(?:\.\d{1,6})?")
_SCORE = re.compile(rf"({_DECIMAL.pattern})\s?分?(?:\(.{{0,12}}\))?")
_PERCENT = re.compile(rf"({_DECIMAL.pattern})\s?%|百分之([一二三四五六七八九十百零〇]{{1,6}})")
_SHARE = re.compile(rf"({_DECIMAL.pattern})\s?/\s?({_DECIMAL.pattern})\s?[个项件处户座条起人]?")
_RATIO = re.compile(r"率|比例|进度|%")
Value = TypeVar("Value")


class Values(NamedTuple):
    """What the cells state; `progress` in percent, `done` and `of` where it is stated as 12/15."""

    number: int | None = None
    progress: float | None = None
    done: float | None = None
    of: float | None = None
    score: float | None = None
    rank: int | None = None


def values_of(text: str, table: TableMention, row: Row) -> Values:
    """The values of a row. Of several columns of one kind the total one counts, else the first that states a value."""
    if row["kind"] in {"group", "note"}:
        return Values()
    cells = _Cells(text, table, row)
    progress, done, of = cells.first("progress", _progress) or (None, None, None)
    return Values(
        number=cells.first("number", _whole) if row["kind"] == "record" else None,
        progress=progress,
        done=done,
        of=of,
        score=cells.first("score", _score),
        rank=cells.first("rank", _whole),
    )


class _Cells:
    def __init__(self, text: str, table: TableMention, row: Row) -> None:
        self._text, self._columns, self._row = text, table["columns"], row

    def first(self, kind: ColumnKind, read: Callable[[str, str], Value | None]) -> Value | None:
        """The value of the kind's total column, else of its first column that has one."""
        found: list[tuple[bool, Value]] = []
        for cell in self._row["cells"]:
            column = self._columns[cell["column"] - 1]
            if column["kind"] == kind:
                value = read(fold(self._text[cell["start"] : cell["end"]]).strip(), column["name"])
                if value is not None:
                    found.append((not words().says("preferred", column["name"]), value))
        return min(found, key=lambda each: each[0])[1] if found else None


def _whole(text: str, name: str) -> int | None:
    match = _INTEGER.fullmatch(text)
    return number(match[1]) if match else None


def _score(text: str, name: str) -> float | None:
    match = _SCORE.fullmatch(text)
    return _float(match[1]) if match else None


def _progress(text: str, name: str) -> tuple[float | None, float | None, float | None] | None:
    """Percent, done, of; None where the cell states no progress. A bare number counts where the header tells a ratio."""
    percents = {match[0]: match for match in _PERCENT.finditer(text)}
    if len(percents) == 1:
        match = next(iter(percents.values()))
        spelt = number(match[2]) if match[2] else None
        value = _float(match[1]) if match[1] else None if spelt is None else float(spelt)
        return None if value is None else (value, None, None)
    if share := _SHARE.fullmatch(text):
        done, of = _float(share[1]), _float(share[2])
        return (round(100 * done / of, 2), done, of) if of > 0 and done <= of else None
    if words().says("finished", text):
        return (100.0, None, None)
    if words().says("unbegun", text):
        return (0.0, None, None)
    bare = _DECIMAL.fullmatch(text)
    if bare and _RATIO.search(name) and not 0 < (value := _float(bare[0])) <= 1:
        return (value, None, None)  # up to 1 it may be a share or a percent
    return None


def _float(digits: str) -> float:
    return float(digits.replace(",", ""))
