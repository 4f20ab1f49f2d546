"""Dates that only their place tells: eight digits behind a label, and a month.day alone in a table cell."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from bulletin_nlp.pipes.dates.grammar import Grammar
from bulletin_nlp.pipes.dates.mention import DateMention, Endpoint
from bulletin_nlp.pipes.tables.index import cells_of_kind
from bulletin_nlp.pipes.tables.mention import TableMention
from bulletin_nlp.text.fold import fold

_EIGHT = re.compile(r"([12][09]\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?<![\d.\-/A-Za-z].{8})(?![\d.%A-Za-z])")
_CELL = re.compile(r"(?m)^ {0,4}((0?[1-9]|1[0-2])([./])(0?[1-9]|[12]\d|3[01])) {0,4}$")
_BARE_DAY = re.compile(r"(0?[1-9]|1[0-2])[./](0?[1-9]|[12]\d|3[01])")


def labelled_dates(folded: str, rules: Grammar) -> list[DateMention]:
    """Eight digits that are a date because a label (时间, 日期, 发布 …) says so."""
    found = []
    for match in _EIGHT.finditer(folded):
        if rules.cues["date-label"].search(folded[max(0, match.start() - 10) : match.start()]):
            first = Endpoint(year=int(match[1]), month=int(match[2]), day=int(match[3]))
            found.append(day_mention(match.start(), match.end(), "eight_digits", first))
    return found


def cell_dates(folded: str, others: Iterable[DateMention]) -> list[DateMention]:
    """Month.day alone on a line, where the text elsewhere names that day or a range that holds it: 5.21, not 93.5."""
    cells = list(_CELL.finditer(folded))
    if not cells:
        return []
    days, ranges = _named_days(list(others))
    found = []
    for match in cells:
        key = (int(match[2]), int(match[4]))
        if key in days or any(a <= key <= b for a, b in ranges):
            found.append(day_mention(*match.span(1), "cell", Endpoint(month=key[0], day=key[1])))
    return found


def due_in_cells(text: str, mentions: Sequence[DateMention], tables: Sequence[TableMention]) -> list[DateMention]:
    """The mentions, with those in a column of deadlines as deadlines, and the month.day that fills a cell there.

    Args:
        text: the text as read.
        mentions: in text order.
        tables: the tables of the text.
    """
    cells = sorted(cells_of_kind(tables, "deadline"))
    if not cells:
        return list(mentions)
    found = list(mentions)
    starts = [mention["start"] for mention in mentions]
    for start, end in cells:
        inside = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
        for mention in inside:
            if mention["kind"] == "point" and mention["end"] <= end and mention["bound"] != "from":
                mention["kind"] = "deadline"
                mention["cues"].append("due")
        day = None if inside else _BARE_DAY.fullmatch(fold(text[start:end]))
        if day:
            first = Endpoint(month=int(day[1]), day=int(day[2]))
            found.append(day_mention(start, end, "cell", first) | {"kind": "deadline", "cues": ["due"]})
    return sorted(found, key=lambda mention: mention["start"])


def day_mention(start: int, end: int, rule: str, first: Endpoint, run: str | None = None) -> DateMention:
    """A mention of a single day with nothing around it."""
    return DateMention(
        start=start, end=end, kind="point", rule=rule, granularity="day", first=first, last=None,
        bound=None, cues=[], count=None, event=None, run=run, mended=None, breaks=3,
    )  # fmt: skip


def _named_days(
    mentions: Sequence[DateMention],
) -> tuple[set[tuple[int, int]], list[tuple[tuple[int, int], tuple[int, int]]]]:
    days: set[tuple[int, int]] = set()
    ranges = []
    month: int | None = None
    for mention in sorted(mentions, key=lambda m: m["start"]):
        first, last = mention["first"], mention["last"]
        month = first.get("month", month)
        if "day" not in first or month is None:
            continue
        days.add((month, first["day"]))
        if last is not None and "day" in last:
            ranges.append(((month, first["day"]), (last.get("month", month), last["day"])))
    return days, ranges
