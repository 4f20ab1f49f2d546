"""From a match of the grammar to plain fields: pure, and blind to everything outside the match."""

from __future__ import annotations

import re

from bulletin_nlp.pipes.dates.grammar import Grammar
from bulletin_nlp.pipes.dates.mention import Endpoint
from bulletin_nlp.text.numerals import number, year

_GRAINS = (("day", "day"), ("day_word", "day"), ("weekday", "day"), ("holiday", "day"), ("week_word", "week"))
_UNITS = (("month", "month"), ("month_word", "month"), ("quarter", "quarter"), ("half", "halfyear"))
_THIRDS = {"early", "mid", "late", "early-mid", "mid-late"}
_WEEKDAYS = "一二三四五六日"
_WORDS = {"yearword": "year_word", "monthword": "month_word", "weekword": "week_word", "dayword": "day_word"}


class Fields:
    """The captured fields of a match, by slot: a and b are the endpoints, m the rest."""

    def __init__(self, match: re.Match[str], grammar: Grammar) -> None:
        self.rule = str(match.lastgroup)
        self.slots: dict[str, dict[str, str]] = {"a": {}, "b": {}, "m": {}}
        captures = grammar.digits_captures if match.re is grammar.digits else grammar.pattern_captures
        for index, slot, field in captures[self.rule]:
            if (value := match[index]) is not None:
                self.slots[slot][field] = value
        self.grammar = grammar

    def endpoint(self, slot: str) -> Endpoint | None:
        """The endpoint of a slot, or None where nothing was captured for it."""
        captured = self.slots[slot]
        return endpoint(captured, self.grammar) if captured else None

    def prefixed(self, prefix: str) -> str | None:
        """The tail of the first field of slot m whose name starts with a prefix: boundbefore gives before."""
        return next((name[len(prefix) :] for name in self.slots["m"] if name.startswith(prefix)), None)


def endpoint(captured: dict[str, str], grammar: Grammar) -> Endpoint:
    """The typed fields of one endpoint from the surfaces captured for it."""
    result = Endpoint()
    for field, surface in captured.items():
        values = grammar.values.get(field, {})
        if field == "year":
            _put(result, "year", year(surface))
        elif field == "shortyear":
            result["year"] = 2000 + int(surface)
        elif field in ("month", "day"):
            _put(result, field, number(surface.removeprefix("初")))
        elif field in _WORDS:
            _put(result, _WORDS[field], values[surface])
        elif field in ("monthpart", "yearpart", "quarterpart"):
            result["part"] = values[surface]
        elif field == "bareend":
            result |= Endpoint(month_word="this", part="begin" if surface.endswith("初") else "end")
        elif field == "quarter":
            _quarter(result, surface)
        elif field == "half":
            result["half"] = 1 if surface.startswith("上") else 2
        elif field == "weekday":
            result["weekday"] = _WEEKDAYS.index("日" if surface in "天末" else surface)
        elif field == "holiday":
            result["holiday"] = values[surface]
        elif field == "now":
            result["now"] = True
        elif field == "firstmonths":
            result |= Endpoint(month=1, month_to=number(surface[1:-2]) or 1)
        elif field == "plantail":
            result["part"] = {"期末": "end", "末": "end", "收官之年": "end", "初": "begin", "开局之年": "begin"}.get(
                surface, ""
            )
        elif field == "plan":
            result["year"] = grammar.words["plans"]["words"][surface]
    return result


def granularity(point: Endpoint) -> str:
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
