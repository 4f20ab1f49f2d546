"""Runs of digits that were dates: every restoration, with how likely it is.

A page that sets 年 月 日 至 each in an element of its own loses them in some extractors: 2017年6月20日 becomes 2017620,
5月22日至5月26日 becomes 522526. Only such lone characters are inserted here; a reading that inserts none is no reading.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

_SEPARATORS = "至到—~-"
_SINGLE = {"Y年M月D日": 0.6, "M月D日": 1.0, "Y年M月": 0.4}
_RANGES = {
    "M月D日至M月D日": 1.0,
    "M月D日至D日": 1.0,
    "Y年M月D日至M月D日": 0.4,
    "Y年M月D日至D日": 0.4,
    "Y年M月D日至Y年M月D日": 0.3,
    "Y年M月至Y年M月": 0.3,
    "Y年M月至M月": 0.2,
    "M月至M月": 0.05,
    "M月D日、M月D日": 0.12,
    "M月D日、D日": 0.12,
    "M月D日、D日、D日": 0.01,
}
"""Forms by how common they are; single expressions are as common as all ranges together."""
_MONTHS = {"M月": 6.0, "M月至M月": 0.6}
"""Forms that are common behind 今年 and 去年, where the year needs no number."""
_HOLIDAYS = {(1, 1), (5, 1), (10, 1)}
_HOLIDAY_CHECKS = 4.0
"""How much likelier a range begins on a public holiday, which are watched throughout, than on another day."""
_LONGEST = 18


class Reading(NamedTuple):
    """One restoration of a run."""

    restored: str
    lost: tuple[str, ...]
    first: dict[str, int]
    """year, month, day of the first endpoint, as far as the run holds them."""
    last: dict[str, int] | None
    certainty: float


def read_run(
    run: str,
    reference: date | None = None,
    before: date | None = None,
    *,
    single: bool = False,
    worded: bool = False,
    witnesses: Collection[date] = (),
) -> list[Reading]:
    """All readings of a run of digits as a date, the likeliest first.

    Args:
        run: digits, and those of 年月日至 that survived, in folded text.
        reference: the day of the bulletin, which fixes the year of forms without one.
        before: a day that the date does not lie behind (an inspection ends before its bulletin).
        single: whether only single expressions come into question (before 前, behind 截至).
        worded: whether a word stands before the run that names the year.
        witnesses: days that the document names undamaged.

    Returns:
        Readings that are valid days of the calendar, their certainties adding up to 1; empty where the run is no
        damaged date.
    """
    if not (1 if worded else 2) <= len(run) <= _LONGEST:
        return []
    return list(_ranked(run, reference, before, single, worded, frozenset(witnesses)))


@lru_cache(maxsize=4096)
def _ranked(
    run: str, reference: date | None, before: date | None, single: bool, worded: bool, witnesses: frozenset[date]
) -> tuple[Reading, ...]:
    weighted: dict[str, tuple[float, Reading]] = {}
    for form, prior in (_SINGLE | ({} if single else _RANGES) | (_MONTHS if worded else {})).items():
        if single and form in _RANGES:
            continue
        for fields, lost in _fill(form, run):
            if not lost:
                return ()
            if _mixes_widths(form, fields):
                continue
            reading = _reading(form, fields, lost)
            weight = prior * _plausible(form, reading, reference, before, witnesses)
            if weight > 0:
                weighted[reading.restored] = max(
                    weighted.get(reading.restored, (0.0, reading)), (weight, reading), key=lambda w: w[0]
                )
    total = sum(weight for weight, _ in weighted.values())
    ranked = sorted(weighted.values(), key=lambda pair: (-pair[0], pair[1].restored))
    return tuple(reading._replace(certainty=round(weight / total, 3)) for weight, reading in ranked)


def _fill(form: str, run: str, position: int = 0) -> Iterator[tuple[list[str], tuple[str, ...]]]:
    """Every way to lay a form over the run: the digits of its fields, and the characters of it that are lost."""
    if not form:
        if position == len(run):
            yield [], ()
        return
    symbol, rest = form[0], form[1:]
    if symbol in "YMD":
        for width in (4,) if symbol == "Y" else (2, 1):
            digits = run[position : position + width]
            if len(digits) == width and digits.isdigit() and _in_bounds(symbol, digits):
                for fields, lost in _fill(rest, run, position + width):
                    yield [digits, *fields], lost
        return
    present = run[position : position + 1]
    if present and (present == symbol or (symbol == "至" and present in _SEPARATORS)):
        yield from _fill(rest, run, position + 1)
    elif not present or present.isdigit() or present in "年月日、" + _SEPARATORS:
        for fields, lost in _fill(rest, run, position):
            yield fields, (symbol, *lost)


def _mixes_widths(form: str, fields: list[str]) -> bool:
    """Whether 06 stands beside 6: who pads one number pads all."""
    short = [digits for symbol, digits in zip((c for c in form if c in "YMD"), fields, strict=True) if symbol != "Y"]
    return any(digits[0] == "0" for digits in short) and any(len(digits) == 1 for digits in short)


def _in_bounds(symbol: str, digits: str) -> bool:
    low, high = {"Y": (1990, 2049), "M": (1, 12), "D": (1, 31)}[symbol]
    return low <= int(digits) <= high


def _reading(form: str, fields: list[str], lost: tuple[str, ...]) -> Reading:
    restored, slot, values = "", 0, iter(fields)
    ends: tuple[dict[str, int], dict[str, int]] = ({}, {})
    for symbol in form:
        if symbol in "YMD":
            digits = next(values)
            ends[slot][{"Y": "year", "M": "month", "D": "day"}[symbol]] = int(digits)
            restored += digits
        else:
            slot = 1 if symbol in "至、" else slot
            restored += symbol
    return Reading(restored, lost, ends[0], ends[1] or None, 0.0)


def _plausible(
    form: str, reading: Reading, reference: date | None, before: date | None, witnesses: Collection[date]
) -> float:
    """How likely a reading is among all that its form could say; 0 where it is no calendar day or runs backwards."""
    year = reading.first.get("year") or (before or reference or date(2016, 1, 1)).year
    start = _day(year, reading.first)
    if start is None:
        return 0.0
    if before and "year" not in reading.first and start > before:
        start = _day(year - 1, reading.first) or start
    end = start
    if reading.last is not None:
        found = _day(reading.last.get("year", start.year), {"month": start.month, **reading.last})
        wraps = "day" in reading.first and "month" in reading.last and "year" not in reading.last
        if found is None or (found <= start and not wraps):
            return 0.0
        end = found if found > start else _day(found.year + 1, reading.last) or found
        if end <= start:
            return 0.0
    weight = 1 / 12 if "day" not in reading.first else 1 / 365
    if reading.last is not None:
        weight *= _length(start, end, "day" in reading.first)
        if (start.month, start.day) in _HOLIDAYS:
            weight *= _HOLIDAY_CHECKS
    weight *= _order(end, before, reference)
    if "day" in reading.first and start.weekday() > 4:
        weight *= 0.6
    return weight * (30 if {start, end} & set(witnesses) and "day" in reading.first else 1)


def _length(start: date, end: date, days: bool) -> float:
    length = end - start
    if not days:
        return 1 / 18 if length <= timedelta(550) else 1 / 200
    return 1 / 14 if length <= timedelta(14) else 1 / 90 if length <= timedelta(92) else 1 / 4000


def _order(end: date, before: date | None, reference: date | None) -> float:
    if before is not None:
        return 0.05 if end > before else 1.0 if before - end <= timedelta(60) else 0.3
    if reference is not None:
        return 1.0 if abs(end - reference) <= timedelta(400) else 0.3
    return 1.0


def _day(year: int, fields: dict[str, int]) -> date | None:
    try:
        return date(fields.get("year", year), fields["month"], fields.get("day", 1))
    except ValueError:
        return None
