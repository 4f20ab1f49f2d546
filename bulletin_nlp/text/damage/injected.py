"""Blanks, line breaks and readings in Latin letters that were injected into dates and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from bulletin_nlp.text.damage.view import Instead
from bulletin_nlp.text.paragraphs import paragraphs

_UNITS = "年月日号至到第期个份旬季"
_GAP = re.compile(rf"(?<=[0-9{_UNITS}])(?: {{1,2}}|\n)(?=[0-9{_UNITS}])")
_SPLIT = re.compile(r"(?<![\d.])\d{1,4}(?:(?: {1,2}|\n)\d{1,3}){1,3}(?=[ \n]{0,2}(?P<unit>[年月日号期\]])|(?P<mark>[-/.])\d)")
_LAST = re.compile(r"(?:19|20)\d\d([-/.])\d{1,2}\1\d(?P<gap>(?: {1,2}|\n))(?=\d(?![\d.%]))")
_MARK = re.compile(r"(?:19|20)\d\d *[-/.] *\d{1,2} *[-/.](?P<gap>\n)(?=\d{1,2}(?!\d))")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_UP_TO = {"月": 12, "日": 31, "号": 999, "期": 999, "]": 2049}
_ENOUGH = 2


def injected(folded: str, readings: Mapping[str, Sequence[str]], words: re.Pattern[str]) -> Iterator[Instead]:
    """What is dropped to read dates and numbers as they were.

    A blank between two digits goes only in a text that shows injected blanks elsewhere, a line break between two
    digits only inside a paragraph: in the cells of a table they part numbers.

    Args:
        folded: the text in folded form.
        readings: the Latin readings of characters, by character.
        words: words of dates with blanks let in (年 底), as a pattern.
    """
    yield from _readings(folded, readings)
    if " " not in folded and "\n" not in folded:
        return
    inside = _inner_breaks(folded)
    gaps = [m.span() for m in _GAP.finditer(folded) if not _digits(folded, m)]
    gaps += [
        (word.start() + gap.start(), word.start() + gap.end())
        for word in words.finditer(folded)
        for gap in re.finditer(r"[ \n]+", word[0])
    ]
    blanks = sum(folded[start] == " " for start, _ in gaps)
    for match in _SPLIT.finditer(folded):
        digits = re.sub(r"\D", "", match[0])
        if not _valid(digits, match["unit"]):
            continue
        parts = [m.span() for m in re.finditer(r"[ \n]+", match[0])]
        whole_year = match["unit"] == "年" or match["mark"]
        for start, end in parts:
            place = (match.start() + start, match.start() + end)
            broken = folded[place[0]] == "\n"
            if (broken and place[0] in inside) or (not broken and (whole_year or blanks >= _ENOUGH)):
                gaps.append(place)
    gaps += [m.span("gap") for m in (*_LAST.finditer(folded), *_MARK.finditer(folded)) if m["gap"] != "\n" or m.start("gap") in inside]
    yield from (Instead(start, end, "") for start, end in sorted(set(gaps)))


def _digits(folded: str, gap: re.Match[str]) -> bool:
    return folded[gap.start() - 1].isdigit() and folded[gap.end()].isdigit()


def _valid(digits: str, unit: str | None) -> bool:
    """Whether digits joined make a number that stands before a unit; no unit means a year before - or /."""
    if unit in (None, "年"):
        return bool(_YEAR.match(digits)) and len(digits) == 4
    return 0 < int(digits) <= _UP_TO[unit or "日"] and digits[0] != "0"


def _inner_breaks(folded: str) -> set[int]:
    """The line breaks that stand inside a paragraph."""
    if "\n" not in folded:
        return set()
    return {
        position
        for paragraph in paragraphs(folded)
        if paragraph.lines > 1
        for position in range(paragraph.start, paragraph.end)
        if folded[position] == "\n"
    }


def _readings(folded: str, readings: Mapping[str, Sequence[str]]) -> Iterator[Instead]:
    pattern = re.compile(rf"(?<=[{''.join(readings)}]) {{0,2}}(?P<open>\()? ?(?P<letters>[a-zà-ǜ]{{2,6}}) ?(?(open)\)) {{0,2}}(?![A-Za-z])")
    for match in pattern.finditer(folded):
        if match["letters"] in readings[folded[match.start() - 1]]:
            yield Instead(match.start(), match.end(), "")
