"""The marks of a generated bulletin: the inline tags of the annotation guidelines."""

from __future__ import annotations

from datetime import date

from bulletin_nlp.evaluate.generate.county import Named


def unit(named: Named, role: str) -> str:
    """A named unit."""
    return f'<unit kind="named" role="{role}" canon="{named.canonical}">{named.surface}</unit>'


def vague(surface: str, role: str, kind: str = "anonymous") -> str:
    """A collective or anonymous unit."""
    return f'<unit kind="{kind}" role="{role}">{surface}</unit>'


def point(day: date, surface: str) -> str:
    """A day."""
    return f'<date start="{day}" end="{day}" kind="point" grain="day">{surface}</date>'


def span(first: date, last: date, surface: str) -> str:
    """A range of days."""
    return f'<date start="{first}" end="{last}" kind="range" grain="day">{surface}</date>'


def due(day: date) -> str:
    """A deadline without 前 behind it is none; the mark closes after it."""
    return f'<date start="" end="{day}" kind="deadline" grain="day">{day.month}月{day.day}日前</date>'


def chinese(number: int) -> str:
    """1 … 19 in Chinese numerals."""
    digits = "一二三四五六七八九"
    return digits[number - 1] if number < 10 else "十" + (digits[number - 11] if number > 10 else "")
