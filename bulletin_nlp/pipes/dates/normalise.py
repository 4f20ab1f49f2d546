"""From what a match of the grammar captured to plain fields: pure, and blind to everything outside the match."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from bulletin_nlp.pipes.dates.mention import Endpoint
from bulletin_nlp.text.numerals import number, year

if TYPE_CHECKING:
    from bulletin_nlp.records.date import Granularity

_GRAINS: tuple[tuple[str, Granularity], ...] = (
    ("lunar_day", "day"),
    ("day", "day"),
    ("day_word", "day"),
    ("weekday", "day"),
    ("holiday", "day"),
    ("week_word", "week"),
)
_UNITS: tuple[tuple[str, Granularity], ...] = (
    ("month", "month"),
    ("month_word", "month"),
    ("quarter", "quarter"),
    ("half", "halfyear"),
)
_THIRDS = {"early", "mid", "late", "early-mid", "mid-late"}
_WEEKDAYS = "一二三四五六日"
_WORDS = {"yearword": "year_word", "monthword": "month_word", "weekword": "week_word", "dayword": "day_word"}
_PARTS = {"monthpart", "yearpart", "quarterpart"}
_FINER = ("day", "week", "ten-days", "month", "quarter", "halfyear", "year")
_WITH_LAST = {"point": "span", "numeric": "numeric_range"}
_DAYS_ONLY = ("days", "bare_days", "counted", "counted_own", "counted_event", "event_before", "term")

Values = Mapping[str, Mapping[str, Any]]
"""The value of each word of the tables, by field."""
Captured = dict[str, dict[str, str]]
"""Surfaces by field, by slot: a and b are the endpoints, m the rest."""


class Fields(NamedTuple):
    """What a match says. Mentions that say the same share one: nothing changes it."""

    rule: str
    first: Endpoint
    last: Endpoint | None
    bound: str | None
    counted: tuple[int, str] | None
    granularity: Granularity
    year_alone: bool
    """Whether there is a year in digits and nothing else."""
    numeral_alone: bool
    """Whether there is a month of one numeral and nothing else."""


def fields(rule: str, captured: Captured, values: Values) -> Fields:
    """The fields of a match from the surfaces captured by its rule."""
    surfaces, bounds = captured["a"], captured["m"]
    first = endpoint(surfaces, values)
    last = endpoint(captured["b"], values) if captured["b"] else None
    bound = next((name.removeprefix("bound").removeprefix("holiday") for name in bounds if name[0] in "bh"), None)
    alone = last is None and bound is None and len(surfaces) == 1
    return Fields(
        _WITH_LAST.get(rule, rule) if last is not None else rule,
        first,
        last,
        bound,
        _count(bounds, values),
        _grain(rule, first, last),
        last is None and set(surfaces) == {"year"},
        alone and len(month := surfaces.get("month", "")) == 1 and not month.isascii(),
    )


def endpoint(surfaces: Mapping[str, str], values: Values) -> Endpoint:
    """The typed fields of one endpoint from the surfaces captured for it."""
    result = Endpoint()
    for field, surface in surfaces.items():
        if field == "year":
            _put(result, "year", year(surface.replace(" ", "")))
        elif field == "shortyear":
            result["year"] = 2000 + int(surface)
        elif field in ("month", "day"):
            _put(result, field, number("".join(surface.split()).removeprefix("初")))
        elif field in _WORDS:
            _put(result, _WORDS[field], values[field][surface])
        elif field in _PARTS:
            result["part"] = values[field][surface]
        elif field == "bareend":
            result |= Endpoint(month_word="this", part="begin" if surface.endswith("初") else "end")
        elif field == "quarter":
            _quarter(result, surface)
        elif field == "half":
            result["half"] = 1 if surface.startswith("上") else 2
        elif field == "weekday":
            result["weekday"] = _WEEKDAYS.index("日" if surface in "天末" else surface)
        elif field == "holiday":
            result["holiday"] = values[field][surface]
        elif field == "lunarmonth":
            _put(result, "lunar_month", values[field].get(surface) or number(surface))
        elif field == "lunarday":
            _put(result, "lunar_day", number(surface.removeprefix("初")))
        elif field == "now":
            result["now"] = True
        elif field == "firstmonths":
            result |= Endpoint(month=1, month_to=number(surface[1:-2]) or 1)
        elif field == "plantail":
            result["part"] = values[field].get(surface, "")
        elif field == "plan":
            result["year"] = values[field][surface]
    return result


def granularity(point: Endpoint) -> Granularity:
    """The grain of an endpoint: of its smallest field, of a period's end the unit named."""
    for field, grain in _GRAINS:
        if field in point:
            return grain
    if point.get("part") in _THIRDS:
        return "ten-days"
    for field, grain in _UNITS:
        if field in point:
            return grain
    return "year"


def _grain(rule: str, first: Endpoint, last: Endpoint | None) -> Granularity:
    if rule in _DAYS_ONLY or rule.startswith("fuzzy"):
        return "day"
    if last is None or "now" in last or not last:
        return granularity(first)
    # Of two endpoints the finer tells (2月下旬至4月8日); one that says no more than its year takes the other's.
    return min(granularity(first), granularity(last), key=_FINER.index)


def _count(captured: Mapping[str, str], values: Values) -> tuple[int, str] | None:
    if "count" not in captured:
        return None
    unit = values["unit"][captured["unit"]]
    if captured["count"] == "半":
        return (15, "day") if unit == "month" else (6, "month") if unit == "year" else None
    amount = number(captured["count"])
    return None if amount is None else (amount, unit)


def _put(result: Endpoint, field: str, value: object) -> None:
    if value is not None:
        result[field] = value  # type: ignore[literal-required]


def _quarter(result: Endpoint, surface: str) -> None:
    digit = next(number(c) for c in surface if number(c) is not None)
    if digit is None:
        return
    if surface.startswith("前"):
        result |= Endpoint(quarter=1, quarter_to=digit)
    else:
        result["quarter"] = digit
