"""Intervals of the calendar: months, quarters, thirds of a month, holidays of the sun and the moon, working days."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache, lru_cache

from bulletin_nlp.pipes.dates.mention import Endpoint

Interval = tuple[date, date]
_THIRDS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "early-mid": (1, 20), "mid-late": (11, 31)}


def day(year: int, month: int, number: int) -> date | None:
    """A calendar day, or None where there is none (2月30日)."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def months(year: int, first: int, count: int = 1) -> Interval:
    """The interval of `count` whole months from the first; a month beyond 1-12 lies in a neighbouring year."""
    start = _month_start(year, first)
    return start, _month_start(start.year, start.month + count) - timedelta(days=1)


def add_months(start: date, count: int) -> date:
    """The same day so many months later, the last of the month where that month is shorter."""
    first, last = months(start.year, start.month + count)
    return min(first + timedelta(days=start.day - 1), last)


def add_workdays(start: date, count: int) -> date:
    """The last of so many days from Monday to Friday, the starting day not counted."""
    weeks, rest = divmod(count, 5)
    due = start + timedelta(weeks=weeks)
    while due.weekday() > 4 and not rest and weeks:
        due -= timedelta(days=1)
    while rest:
        due += timedelta(days=1)
        rest -= due.weekday() < 5
    return due


def interval(year: int, point: Endpoint) -> Interval | None:
    """The inclusive interval of an endpoint whose year is known; None where no such day exists."""
    if "month" in point:
        return _of_month(year, point)
    if "quarter" in point:
        first, last = point["quarter"], point.get("quarter_to", point["quarter"])
        return _part(months(year, 3 * first - 2, 3 * (last - first + 1)), point)
    if "half" in point:
        return _part(months(year, 6 * point["half"] - 5, 6), point)
    if point.get("part") == "middle":
        return months(year, 6)
    return _part(months(year, 1, 12), point)


def _month_start(year: int, month: int) -> date:
    years, index = divmod(month - 1, 12)
    return date(min(max(year + years, 1), 9998), index + 1, 1)


def _of_month(year: int, point: Endpoint) -> Interval | None:
    if not 1 <= point["month"] <= 12:
        return None
    if "day" in point:
        only = day(year, point["month"], point["day"])
        return (only, only) if only else None
    whole = months(year, point["month"], point.get("month_to", point["month"]) - point["month"] + 1)
    part = point.get("part")
    if part is None:
        return whole
    if part in _THIRDS:
        first, last = _THIRDS[part]
        return whole[0].replace(day=first), whole[0].replace(day=min(last, whole[1].day))
    if part == "middle":
        return whole[0].replace(day=11), whole[0].replace(day=20)
    return _part(whole, point)


def _part(whole: Interval, point: Endpoint) -> Interval:
    part = point.get("part")
    if part == "begin":
        return whole[0], whole[0]
    return (whole[1], whole[1]) if part == "end" else whole


def week(day_in_it: date, weekday: int | None) -> Interval:
    """The week of a day, from Monday to Sunday, or one weekday of it."""
    monday = day_in_it - timedelta(days=day_in_it.weekday())
    if weekday is None:
        return monday, monday + timedelta(days=6)
    return monday + timedelta(days=weekday), monday + timedelta(days=weekday)


def lunar_day(year: int, month: int, number: int) -> date | None:
    """The solar day of a day of the lunar calendar, in the lunar year that begins in a solar one; None where there is none."""
    from lunardate import LunarDate

    try:
        moon = LunarDate(year, month, number)
        return moon.to_solar_date() if hasattr(moon, "to_solar_date") else moon.toSolarDate()  # type: ignore[no-any-return]
    except ValueError:
        return None


@cache
def holiday(year: int, code: str, solar: str, lunar: str, term: str) -> date | None:
    """The day a holiday falls on in a year, by solar date, lunar date or solar term; None without any."""
    if solar:
        month, number = map(int, solar.split("-"))
        return date(year, month, number)
    if term == "qingming":
        short = year % 100
        return date(year, 4, int(short * 0.2422 + 4.81) - short // 4)
    if lunar and 1900 < year < 2100:
        return lunar_day(year, *map(int, lunar.split("-")))
    return None
