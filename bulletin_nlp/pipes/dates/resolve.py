"""The anchor pass: mentions in text order, a reference, and out come inclusive ISO intervals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bulletin_nlp.pipes.dates.calendar import (
    Interval,
    add_months,
    add_workdays,
    holiday,
    interval,
    lunar_day,
    months,
    week,
)
from bulletin_nlp.pipes.dates.context import Context, infer_year
from bulletin_nlp.pipes.dates.grammar import grammar
from bulletin_nlp.pipes.dates.mention import DateMention, Endpoint
from bulletin_nlp.pipes.dates.reference import Anchored, Candidate, Note, Reference, RepairedDate, ResolvedDate
from bulletin_nlp.pipes.dates.repair import look_alikes, restore

if TYPE_CHECKING:
    from bulletin_nlp.records.date import DateField

_YEAR_STEPS = {
    "this": 0,
    "last": -1,
    "next": 1,
    "before-last": -2,
    "after-next": 2,
    "following": 1,
    "same": 0,
    "year-before": -1,
}
_STEPS = {"this": 0, "last": -1, "next": 1, "same": 0, "following": 1}
_DAY_STEPS = {"today": 0, "yesterday": -1, "tomorrow": 1, "same": 0, "following": 1}
_AHEAD = timedelta(days=31)
_BACKWARD = {"same", "following"}


class _Value:
    """A resolved endpoint: its interval, how sure, what the context filled in, and the second-best interval."""

    __slots__ = ("certainty", "filled", "other", "value")

    def __init__(
        self,
        value: Interval | None,
        certainty: float = 1.0,
        filled: tuple[DateField, ...] = (),
        other: Interval | None = None,
    ) -> None:
        self.value, self.certainty, self.filled, self.other = value, certainty, filled, other


def anchor(text: str, mentions: Sequence[DateMention], reference: Reference) -> Anchored:
    """Resolve the mentions of a text from left to right.

    Args:
        text: the text in which the mentions were found.
        mentions: the result of `find(text)`, in text order.
        reference: the bulletin's own date.

    Returns:
        One resolved date for each mention, the repairs of damaged ones, and remarks on impossible dates.
    """
    result, context = Anchored(), Context(reference)
    for mention in mentions:
        context.enter(mention)
        readings = [mention]
        if mention["run"] is not None:
            readings, repair = restore(mention, reference)
            result.repairs.append(repair)
        elif mention["mended"] is not None:
            result.repairs.append(look_alikes(mention, text))
        mention, resolved = readings[0], _resolve(readings[0], context)
        if resolved.value is None and _should_have_value(mention, context):
            surface = text[mention["start"] : mention["end"]]
            result.notes.append(Note("impossible-date", f"no such day: {surface}", mention["start"], mention["end"]))
        record = _record(mention, resolved, context)
        if mention["run"] is not None:
            record["certainty"] = repair["certainty"]
            others = [_resolve(reading, context) for reading in readings[1:]]
            record["candidates"] = _candidates(readings, [resolved, *others], repair)
        context.leave(mention, resolved.value, "year" not in resolved.filled)
        result.dates.append(record)
    return result


def _candidates(readings: Sequence[DateMention], values: Sequence[_Value], repair: RepairedDate) -> list[Candidate]:
    """The readings of a damaged date as intervals; two that give the same interval are one."""
    found: dict[tuple[str | None, str | None], float] = {}
    for reading, value, (_, certainty) in zip(readings, values, repair["candidates"], strict=False):
        key = _iso(value.value, reading["kind"])
        found[key] = found.get(key, 0.0) + certainty
    if len(found) < 2:
        return []
    return [Candidate(start=a, end=b, certainty=round(c, 3)) for (a, b), c in found.items()]


def _should_have_value(mention: DateMention, context: Context) -> bool:
    points = [p for p in (mention["first"], mention["last"]) if p]
    return any("day" in p and "month" in p for p in points) and context.reference.in_year is not None


def _record(mention: DateMention, resolved: _Value, context: Context) -> ResolvedDate:
    kind = mention["kind"]
    if resolved.value is not None and _is_due(mention, resolved.value, context):
        kind = "deadline"
    if kind == "point" and resolved.value is None and "month_word" in mention["first"]:
        kind = "fuzzy"
    start, end = _iso(resolved.value, kind)
    candidates: list[Candidate] = []
    if resolved.other is not None:
        other = _iso(resolved.other, kind)
        candidates = [
            Candidate(start=start, end=end, certainty=resolved.certainty),
            Candidate(start=other[0], end=other[1], certainty=round(1 - resolved.certainty, 2)),
        ]
    return ResolvedDate(
        start=mention["start"],
        end=mention["end"],
        kind=kind,
        value_start=start,
        value_end=end,
        granularity=mention["granularity"],
        filled=resolved.filled,
        repaired=bool(mention["run"] or mention["mended"]),
        certainty=resolved.certainty,
        candidates=candidates,
        rule=mention["rule"],
        role=None,
    )


def _iso(value: Interval | None, kind: str) -> tuple[str | None, str | None]:
    if value is None:
        return None, None
    return None if kind == "deadline" else value[0].isoformat(), value[1].isoformat()


def _is_due(mention: DateMention, value: Interval, context: Context) -> bool:
    """Whether a period ahead, or one of which a good part is, with an act to be completed, is a deadline without 前."""
    published, cues = context.reference.published, mention["cues"]
    if published is None or mention["bound"] is not None or "completes" not in cues or "planned" in cues:
        return False
    if mention["kind"] == "fuzzy":
        return "half" in mention["first"] and published < value[1] - _AHEAD
    return mention["kind"] == "point" and value[0] > published


def _resolve(mention: DateMention, context: Context) -> _Value:
    rule, first, last = mention["rule"], mention["first"], mention["last"]
    if mention["kind"] == "recurring" or rule in ("event_before", "counted_event", "term") or rule.startswith("fuzzy"):
        return _Value(None)
    if rule in ("counted", "counted_own"):
        return _counted(mention, context)
    if rule == "within_year":
        year = context.reference.in_year
        return _Value(months(year, 12) if year else None, 0.9, ("year",))
    if _is_periodic(mention, context):
        return _Value(None)
    if "holiday" in first:
        return _holiday(mention, context)
    if "lunar_month" in first:
        return _lunar(mention, context)
    begin = _end_point(first, mention, context, follower=last)
    if last is not None:
        return _range(begin, last, mention, context)
    if mention["bound"] == "since" and begin.value:
        published = context.reference.published
        return _Value((begin.value[0], published) if published else None, begin.certainty, begin.filled)
    if rule == "plan" and begin.value:
        return _plan(first, begin.value)
    return begin


def _is_periodic(mention: DateMention, context: Context) -> bool:
    first = mention["first"]
    return "month_word" in first and "day" not in first and (context.periodic or "periodic" in mention["cues"])


def _plan(first: Endpoint, value: Interval) -> _Value:
    whole = months(value[0].year, 1, 60)
    part = first.get("part")
    if part in ("begin", "end"):
        edge = whole[part == "end"]
        return _Value((edge, edge))
    if part in ("first-year", "last-year"):
        return _Value(months(whole[part == "last-year"].year, 1, 12))
    return _Value(whole)


def _counted(mention: DateMention, context: Context) -> _Value:
    published = context.reference.published
    if context.event or published is None or mention["count"] is None:
        return _Value(None, 0.9)
    amount, unit = mention["count"]
    if unit == "workday":
        due = add_workdays(published, amount)
    elif unit in ("day", "week"):
        due = published + timedelta(days=amount * (7 if unit == "week" else 1))
    elif unit == "half-month":
        due = add_months(published, amount) + timedelta(days=15)
    else:
        due = add_months(published, amount * (12 if unit == "year" else 1))
    return _Value((due, due), 0.8, ("year", "month", "day"))


def _holiday(mention: DateMention, context: Context) -> _Value:
    entry = grammar().holiday(mention["first"]["holiday"])

    def on(year: int) -> Interval | None:
        found = holiday(year, entry["code"], entry.get("solar", ""), entry.get("lunar", ""), entry.get("term", ""))
        if found is None:
            return None
        found += timedelta(days=entry.get("offset", 0))
        if mention["bound"] == "before":
            return found - timedelta(days=1), found - timedelta(days=1)
        start = found - timedelta(days=entry.get("lead", 0))
        return start, start + timedelta(days=entry.get("length", 1) - 1)

    if grammar().dateless(entry["code"]) or mention["bound"] == "around":
        return _Value(None, 0.9)
    year, certainty, filled, other = _year(mention["first"], mention, context, on)
    if year is None:
        return _Value(None)
    return _Value(on(year), min(certainty, 0.9), filled, on(other) if other else None)


def _lunar(mention: DateMention, context: Context) -> _Value:
    """The latest such day up to the bulletin's own, of a deadline the next one."""
    published, first = context.reference.published, mention["first"]
    if published is None or "lunar_day" not in first:
        return _Value(None, 0.5)
    years = (published.year - 1, published.year, published.year + 1)
    days = [day for year in years if (day := lunar_day(year, first["lunar_month"], first["lunar_day"]))]
    if mention["kind"] == "deadline":
        found = next((day for day in days if day >= published), None)
    else:
        found = next((day for day in reversed(days) if day <= published), None)
    return _Value((found, found) if found else None, 0.85, ("year",))


def _range(begin: _Value, last: Endpoint, mention: DateMention, context: Context) -> _Value:
    if "now" in last:
        published = context.reference.published
        value = (begin.value[0], published) if begin.value and published else None
        return _Value(value, begin.certainty, begin.filled)
    start = begin.value
    if start is None:
        return _Value(None, begin.certainty, begin.filled)
    filled = begin.filled
    point = last
    if "year" in last:
        end = interval(last["year"], point)
    elif "year_word" in last:
        anchor_year = start[0].year if last["year_word"] in _BACKWARD else context.reference.in_year or start[0].year
        end = interval(anchor_year + _YEAR_STEPS[last["year_word"]], point)
    else:
        end = interval(start[0].year, _with_month(point, start))
        if end and end[1] < start[0]:
            end = interval(start[0].year + 1, _with_month(point, start))
    if end is None or end[1] < start[0]:
        return _Value(None, begin.certainty, filled)
    other = None
    if begin.other is not None:
        shift = begin.other[0].year - start[0].year
        moved = interval(end[1].year + shift, _with_month(point, end)) if "year" not in last else None
        other = (begin.other[0], moved[1]) if moved else None
    return _Value((start[0], end[1]), begin.certainty, filled, other)


def _with_month(point: Endpoint, start: Interval) -> Endpoint:
    if "day" in point and "month" not in point:
        return Endpoint(**{**point, "month": start[0].month})
    return point


def _end_point(point: Endpoint, mention: DateMention, context: Context, follower: Endpoint | None = None) -> _Value:
    published = context.reference.published
    if "week_word" in point:
        if published is None:
            return _Value(None)
        moved = published + timedelta(weeks=_STEPS[point["week_word"]])
        return _Value(week(moved, point.get("weekday")), 0.9, ("year", "month", "day"))
    if "day_word" in point:
        return _relative_day(point["day_word"], mention, context)
    if "month_word" in point:
        return _relative_month(point, mention, context)
    if "day" in point and "month" not in point:
        return _bare_day(point, mention, context)
    if point.get("part") in ("early", "mid", "late") and "month" not in point:
        return _in_last_month(point, context)
    if not point:
        return _Value(None)
    if "year" not in point and "year_word" not in point and follower and "year" in follower:
        return _before(point, follower)
    year, certainty, filled, other = _year(point, mention, context, lambda y: interval(y, point))
    if year is None:
        return _Value(None, certainty, filled)
    return _Value(interval(year, point), certainty, filled, interval(other, point) if other else None)


def _before(point: Endpoint, follower: Endpoint) -> _Value:
    """The first endpoint takes its year from the second: the latest that does not end behind it."""
    end, start = interval(follower["year"], follower), interval(follower["year"], point)
    if end and start and start[0] > end[1]:
        start = interval(follower["year"] - 1, point)
    return _Value(start, 0.95, ("year",))


def _year(
    point: Endpoint, mention: DateMention, context: Context, in_year: Callable[[int], Interval | None]
) -> tuple[int | None, float, tuple[DateField, ...], int | None]:
    """The year of an endpoint, how certain, what the context filled in, and the next best year."""
    if "year" in point:
        return point["year"], 1.0, (), None
    if "year_word" in point:
        word = point["year_word"]
        base = context.reference.in_year
        if word in _BACKWARD and context.last is not None:
            base = context.last[0].year
        elif word == "year-before" and "forward" not in mention["cues"]:
            base = context.paragraph_year or context.topic_year or base
        return (None if base is None else base + _YEAR_STEPS[word]), 0.95, ("year",), None
    year, certainty, other = infer_year(context, mention, in_year)
    return year, certainty, ("year",), other


def _relative_day(word: str, mention: DateMention, context: Context) -> _Value:
    base: date | None
    if word in _BACKWARD:
        base = context.last[1] if context.last and context.last[1] is not None else None
        if "arrival" in mention["cues"] and context.first_range:
            base = context.first_range[0]
    else:
        base = context.reference.published
    if base is None:
        return _Value(None, 0.5)
    moved = base + timedelta(days=_DAY_STEPS[word])
    return _Value((moved, moved), 0.8, ("year", "month", "day"))


def _relative_month(point: Endpoint, mention: DateMention, context: Context) -> _Value:
    word = point["month_word"]
    base = context.reference.published
    if word in _BACKWARD and context.last is not None and mention["breaks"] <= 2:
        base = context.last[0]
    if base is None:
        return _Value(None, 0.5)
    first = months(base.year, base.month + _STEPS[word])[0]
    rest = Endpoint(**{k: v for k, v in point.items() if k != "month_word"}, month=first.month)  # type: ignore[typeddict-item]
    return _Value(interval(point.get("year", first.year), rest), 0.95, ("year", "month"))


def _bare_day(point: Endpoint, mention: DateMention, context: Context) -> _Value:
    base = context.last[1] if context.last and mention["breaks"] <= 2 else context.reference.published
    if base is None:
        return _Value(None, 0.5)
    complete = Endpoint(**point, month=base.month)
    return _Value(interval(base.year, complete), 0.9 if context.last else 0.7, ("year", "month"))


def _in_last_month(point: Endpoint, context: Context) -> _Value:
    if context.last is None:
        return _Value(None, 0.5)
    complete = Endpoint(**point, month=context.last[0].month)
    return _Value(interval(context.last[0].year, complete), 0.9, ("year", "month"))
