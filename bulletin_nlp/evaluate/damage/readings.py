"""What a bulletin says at the place of a target: a value, or candidates, and whether it was repaired to say so."""

from __future__ import annotations

import re
from typing import NamedTuple

from bulletin_nlp.evaluate.damage.targets import Target, date_value
from bulletin_nlp.pipes.dates.repair import CLEAR
from bulletin_nlp.records import Bulletin
from bulletin_nlp.text.fold import fold

_BLANKS = re.compile(r"\s+")
_PARTS = {
    "document number": re.compile(r"\[\d{4}\]\d{1,4}号"),
    "issue number": re.compile(r"第\d{1,4}期"),
    "enumerator": re.compile(r"\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+[、.]"),
}


class Reading(NamedTuple):
    """A value given without doubt ("" where none is), the candidates, and whether the place was repaired."""

    value: str
    candidates: tuple[str, ...] = ()
    repaired: bool = False


def plain(text: str) -> str:
    """A text folded and without blanks."""
    return _BLANKS.sub("", fold(text))


def same(given: str, expected: str) -> bool:
    """Whether two values say the same, whatever their width and blanks."""
    return plain(given) == plain(expected)


def read_target(found: Bulletin, target: Target, start: int, end: int) -> Reading:
    """What a bulletin says at a place, in the form of the target's value.

    Args:
        found: the bulletin as parsed.
        target: what is looked for.
        start: where it stands in the parsed text.
        end: where it ends there.
    """
    if target.what == "date":
        return _date(found, start, end, "/" if target.value.endswith(" /") else "")
    repairs = [r for r in found.repairs if r.span.start < end and start < r.span.end]
    for repair in repairs:
        if repair.restored is not None:
            return Reading(_part(target, repair.restored), repaired=True)
    candidates = tuple(_part(target, c.restored) for r in repairs for c in r.candidates)
    return Reading(_undamaged(found, target, start, end) if not candidates else "", candidates, bool(repairs))


def _undamaged(found: Bulletin, target: Target, start: int, end: int) -> str:
    """The value read at a place without a repair."""
    if target.what == "issue number":
        issue = found.head.issue
        if issue and issue.number is not None and issue.span.start < end and start < issue.span.end:
            return f"第{issue.number}期"
    elif target.what == "document number":
        number = found.head.document_number
        if number and number.span.start < end and start < number.span.end:
            return _part(target, number.value)
    elif target.what == "enumerator":
        for section in found.sections:
            if section.marker and section.marker.start < end and start < section.marker.end:
                return section.marker.text
    else:
        for figure in found.figures:
            if figure.span.start < end and start < figure.span.end:
                return f"{figure.value:g}{figure.unit}"
    return ""


def _part(target: Target, restored: str) -> str:
    """Of what a repair restores, the part that a target asks for; all of it where it holds no such part."""
    words = plain(restored)
    if target.what == "count" and words.startswith(target.value):
        return target.value
    match = _PARTS[target.what].search(words) if target.what in _PARTS else None
    return match[0] if match else words


def _date(found: Bulletin, start: int, end: int, valueless: str) -> Reading:
    near = [d for d in found.dates if d.span.start < end and start < d.span.end]
    if not near:
        return Reading("")
    best = max(near, key=lambda d: (min(end, d.span.end) - max(start, d.span.start), -d.span.start))
    value = date_value(best.kind, best.start, best.end)
    if best.repaired and best.certainty < CLEAR:
        others = (date_value(kind, c.start, c.end) for c in best.candidates for kind in (best.kind, "range", "point"))
        return Reading("", (value, *others), True)
    if best.start is None and best.end is None and not valueless:
        return Reading("", (), best.repaired)
    return Reading(value, (), best.repaired)
