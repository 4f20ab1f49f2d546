"""Gaps in the numbering of a recognised text: where 一、 is followed by 三、 a line may have been overlooked."""

from __future__ import annotations

import re

from bulletin_nlp.records import Remark, Span
from bulletin_nlp.text.enumerators import at_line_start
from bulletin_nlp.text.fold import fold

_LINE = re.compile(r"[^\n]+")
_LEVELS = {"cn": 0, "cn_paren": 1, "num": 2, "num_paren": 3, "circle": 4}


def numbering_gaps(text: str) -> list[Remark]:
    """A remark at each number that does not follow the one before it on its level.

    A number 1 begins anew; a number of a higher level lets the lower ones begin anew.
    """
    folded = fold(text)
    last: dict[str, int] = {}
    latest: dict[str, int] = {}  # … whatever stood between: some number through
    found: list[Remark] = []
    for line in _LINE.finditer(folded):
        marker = at_line_start(folded, *line.span())
        if marker is None or marker.ordinal is None or marker.style not in _LEVELS:
            continue
        level = _LEVELS[marker.style]
        before = last.get(marker.style)
        last = {style: number for style, number in last.items() if _LEVELS[style] < level} | {
            marker.style: marker.ordinal
        }
        expected = 1 if before is None else before + 1
        through = latest.get(marker.style, 0) + 1
        latest[marker.style] = marker.ordinal
        if marker.ordinal not in {through, expected} and marker.ordinal > expected:
            missing = f"{expected}" if marker.ordinal == expected + 1 else f"{expected} to {marker.ordinal - 1}"
            span = Span(start=marker.start, end=marker.end, text=text[marker.start : marker.end])
            message = f"number {missing} is not before this one: a line may have been overlooked in recognition"
            found.append(Remark(code="numbering-gap", message=message, span=span))
    return found
