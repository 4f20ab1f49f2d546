"""Days as people and spreadsheets write them in lists."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

_PARTS = re.compile(r"(\d{4})(?:[-/.年]\s*(\d{1,2})(?:[-/.月]\s*(\d{1,2})日?)?月?)?年?")
_COMPACT = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])(\d\d)?")
_TIME = re.compile(r"[ T]\d{1,2}:\d{2}(?::\d{2})?(?:\.0+)?$")
_SERIAL = re.compile(r"\d{5}")
_EPOCH = date(1899, 12, 30)


def day(value: str, *, last: bool = False) -> date:
    """The day that a cell says.

    Args:
        value: 2019-03-01, 2019/3/1, 2019年3月1日, 20190301, 2019年3月, 201903, 2019, or a spreadsheet's serial number.
        last: a month or a year stands for its last day, else for its first.

    Raises:
        ValueError: when it is no day.
    """
    text = _TIME.sub("", value.strip())
    found = _COMPACT.fullmatch(text) or _PARTS.fullmatch(text)
    if found is None:
        if _SERIAL.fullmatch(text):
            return _EPOCH + timedelta(days=int(text))
        raise ValueError(f"{value!r} is no day")
    year, month, number = (int(part) if part else None for part in found.groups())
    assert year is not None
    try:
        if number and month:
            return date(year, month, number)
        month = month or (12 if last else 1)
        return date(year, month, calendar.monthrange(year, month)[1] if last else 1)
    except (ValueError, calendar.IllegalMonthError) as error:
        raise ValueError(f"{value!r} is no day of the calendar") from error


def window(value: str) -> tuple[date | None, date | None]:
    """The first and last day of a period such as 2016..2018, 2019-03.., ..2018-12-31, 2017.

    Raises:
        ValueError: when a bound is no day, or the end lies before the beginning.
    """
    start, dots, end = value.partition("..")
    first = day(start) if start.strip() else None
    final = (day(end, last=True) if end.strip() else None) if dots else day(start, last=True)
    if first and final and final < first:
        raise ValueError(f"{value!r} ends before it begins")
    return first, final
