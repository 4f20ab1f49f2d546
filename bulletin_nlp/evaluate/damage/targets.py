"""What a clean text holds that damage can hit: dates as tagged, numbers, enumerators and counts as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bulletin_nlp.evaluate.damage.kinds import noises
from bulletin_nlp.evaluate.gold import GoldBulletin
from bulletin_nlp.text.enumerators import at_line_start
from bulletin_nlp.text.fold import fold

_ISSUE = re.compile(r"第\d{1,4}期")
_DOCUMENT = re.compile(r"\[\d{4}\]\d{1,4}号")
_LINE = re.compile(r"[^\n]+")
WHAT = ("date", "issue number", "document number", "enumerator", "count")


class Target(NamedTuple):
    """A stretch of the clean text and what it says; `value` in the form in which `readings` gives it back."""

    what: str
    start: int
    end: int
    value: str


def targets(gold: GoldBulletin) -> list[Target]:
    """Everything in a tagged bulletin whose repair can be judged, by kind, in text order."""
    folded = fold(gold.text)
    found = [Target("date", d.start, d.end, date_value(d.kind, d.first, d.last)) for d in gold.dates]
    if gold.front.issue_number is not None:
        found += _first("issue number", _ISSUE, folded, f"第{gold.front.issue_number}期")
    if gold.front.document_number is not None:
        number = _DOCUMENT.search(fold(gold.front.document_number))
        found += _first("document number", _DOCUMENT, folded, number[0] if number else "")
    found += _enumerators(folded)
    for match in re.finditer(rf"\d+[{noises()['measures']}](?=[\u4e00-\u9fff])(?!百分|月|工作日|体|人)", folded):
        found.append(Target("count", *match.span(), match[0]))
    return found


def date_value(kind: str, first: str | None, last: str | None) -> str:
    """The value of a date: its kind and its days."""
    return f"{kind} {first or ''}/{last or ''}"


def _first(what: str, pattern: re.Pattern[str], folded: str, value: str) -> Iterator[Target]:
    for match in pattern.finditer(folded):
        if match[0] == value:
            yield Target(what, *match.span(), value)
            return


def _enumerators(folded: str) -> Iterator[Target]:
    for line in _LINE.finditer(folded):
        marker = at_line_start(folded, line.start(), line.end())
        if marker is not None and marker.style in ("cn", "cn_paren"):
            yield Target("enumerator", marker.start, marker.end, folded[marker.start : marker.end])
