"""Documents between 《 and 》, and figures with their units of measure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypedDict

from bulletin_nlp.knowledge import compiled, knowledge
from bulletin_nlp.text.fold import fold

_TITLE = re.compile(r"《([^《》\n]{1,120})》")
_BRACKETS = re.compile(r"\([^()]{0,24}\)$")


class ReferenceMention(TypedDict):
    """A document referred to; `title` without the marks."""

    start: int
    end: int
    title: str
    kind: str
    rule: str


class FigureMention(TypedDict):
    """A number with its unit; `of` is the noun behind it, where one follows at once."""

    start: int
    end: int
    value: float
    unit: str
    of: str | None
    kind: str
    rule: str


@compiled
def _kinds() -> list[tuple[str, str]]:
    table = knowledge().table("references")["kinds"]
    return sorted(((end, kind) for kind, ends in table.items() for end in ends), key=lambda pair: -len(pair[0]))


def references(text: str) -> list[ReferenceMention]:
    """The documents that a text names between 《 and 》, in order."""
    folded = fold(text)
    found = []
    for match in _TITLE.finditer(folded):
        bare = _BRACKETS.sub("", match[1]).strip()
        kind = next((kind for end, kind in _kinds() if bare.endswith(end)), "document")
        title = text[match.start(1) : match.end(1)]
        found.append(ReferenceMention(start=match.start(), end=match.end(), title=title, kind=kind, rule="title-marks"))
    return found


@compiled
def _figure() -> tuple[re.Pattern[str], Mapping[str, int]]:
    table = knowledge().table("figures")
    scales = sorted(table["scales"], key=len, reverse=True)
    units = sorted(table["units"], key=len, reverse=True)
    pattern = re.compile(
        rf"(?<![\d.A-Za-z第〔\[(-])(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{1,12}})(?P<decimals>\.\d{{1,6}})?\s?"
        rf"(?:余|多)?(?P<scale>{'|'.join(scales)})?(?:余|多)?\s?(?P<unit>{'|'.join(map(re.escape, units))})"
        rf"(?P<of>[\u4e00-\u9fff]{{2,8}})?"
    )
    return pattern, table["scales"]


_NOUN = re.compile(r"[\u4e00-\u9fff]{2,6}?(?=$|[均仍未已中有全被在共])")


def figures(text: str, taken: Iterable[tuple[int, int]] = ()) -> list[FigureMention]:
    """The figures of a text, in order.

    Args:
        text: the text as read.
        taken: `(start, end)` of what is no figure: dates, and what stands between title marks.
    """
    pattern, scales = _figure()
    busy = sorted(taken)
    found, position = [], 0
    for match in pattern.finditer(fold(text)):
        start, end = match.start(), match.end("unit")
        while position < len(busy) and busy[position][1] <= start:
            position += 1
        if position < len(busy) and busy[position][0] < end:
            continue
        number = float(match["number"].replace(",", "") + (match["decimals"] or ""))
        value = round(number * scales.get(match["scale"] or "", 1), 6)
        noun = _NOUN.match(match["of"]) if match["of"] and match["unit"] in _COUNTERS else None
        found.append(
            FigureMention(
                start=start, end=end, value=value, unit=match["unit"], of=noun[0] if noun else None, kind="figure",
                rule="number-unit",
            )
        )  # fmt: skip
    return found


_COUNTERS = frozenset("个处家件项座条起套份张块台辆盏只间所名户艘栋幢类支本册")


def all_mentions(text: str, dates: Iterable[Mapping[str, Any]]) -> tuple[list[ReferenceMention], list[FigureMention]]:
    """References and figures together, figures outside dates and titles."""
    titles = references(text)
    taken = [(d["start"], d["end"]) for d in (*dates, *titles)]
    return titles, figures(text, taken)
