"""Blanks, line breaks and readings in Latin letters that were injected into dates and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property, lru_cache
from itertools import pairwise

from bulletin_nlp.text.damage.view import Instead
from bulletin_nlp.text.paragraphs import paragraphs

_UNITS = frozenset("年月日号至到第期个份旬季后每近")
_GAP = re.compile(r"(?<=[0-9\u4e00-\u9fff])(?: {1,2}|\n)(?=[0-9\u4e00-\u9fff])")
_SPLIT = re.compile(
    r"(?<![\d.])\d{1,4}(?:(?: {1,2}|\n)\d{1,3}){1,3}(?=[ \n]{0,2}(?P<unit>[年月日号期\]]|个工作日|日内)|(?P<mark>[-/.—~至到]) ?\d)"
)
_LAST = re.compile(r"(?:19|20)\d\d([-/.])\d{1,2}\1\d(?P<gap>(?: {1,2}|\n))(?=\d(?![\d.%]))")
_MARK = re.compile(r"(?:19|20)\d\d *[-/.] *\d{1,2} *[-/.](?P<gap>\n)(?=\d{1,2}(?!\d))")
_MARKED = re.compile(
    r"(?<!\d)(?:1 {0,2}9|2 {0,2}0)(?: {0,2}\d){2} {0,2}(?P<mark>[-/.]) {0,2}\d(?: {0,2}\d)? {0,2}(?P=mark) {0,2}(?:[0-3] ?\d|\d)(?!\d)"
)
_NUMERALS = "〇一二三四五六七八九十"
_CHINESE = re.compile(
    rf"二 {{0,2}}〇(?: {{0,2}}[{_NUMERALS[:-1]}]){{2}} {{0,2}}年(?: {{0,2}}[{_NUMERALS}]){{1,3}} {{0,2}}月(?:(?: {{0,2}}[{_NUMERALS}]){{1,3}} {{0,2}}日)?"
)
_YEAR = re.compile(r"(?:19|20)\d\d$")
_UP_TO = {"月": 12, "日": 31, "号": 999, "期": 999, "]": 2049}
_IN_A_LINE = re.compile(r"[\u4e00-\u9fff,。;:、(] ?\Z")
_ENOUGH = 2
# What must be there for digits to be joined, and for a reading in Latin letters: looked for first.
_GAPPED = re.compile(r"\d(?: {1,2}|\n)[\d./-]|[./-](?: {1,2}|\n)\d")
# A number or date that ends a line is not parted from the number that begins the next.
_ENDED = re.compile(r"[日号期]\n(?=\d)")
_LATIN = re.compile("[a-zà-ǜ]{2}")


def injected(folded: str, readings: Mapping[str, Sequence[str]], words: Iterable[str]) -> Iterator[Instead]:
    """What is dropped to read dates and numbers as they were.

    A blank between two digits goes only in a text that shows injected blanks elsewhere, a line break between two
    digits only inside a paragraph: in the cells of a table they part numbers.

    Args:
        folded: the text in folded form.
        readings: the Latin readings of characters, by character.
        words: words of dates that a blank may part (年 底).
    """
    yield from _readings(folded, readings)
    pairs = _pairs(tuple(words))
    gaps = [
        m.span()
        for m in _GAP.finditer(folded)
        if _parts_a_date(folded[m.start() - 1], folded[m.end()], pairs) and not _ENDED.match(folded, m.start() - 1)
    ]
    if gaps or _GAPPED.search(folded) or " 〇" in folded:
        gaps += _digit_gaps(folded, gaps)
    yield from (Instead(start, end, "") for start, end in sorted(set(gaps)))


@lru_cache(maxsize=8)
def _pairs(words: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """The neighbouring characters of words that a blank may part."""
    return frozenset(pair for word in words for pair in pairwise(word))


def _digit_gaps(folded: str, known: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The gaps inside the numbers of dates."""
    gaps: list[tuple[int, int]] = []
    inside = _Inside(folded)
    blanks = sum(folded[start] == " " for start, _ in known)
    for match in (*_MARKED.finditer(folded), *_CHINESE.finditer(folded)):
        gaps += [(match.start() + m.start(), match.start() + m.end()) for m in re.finditer(" +", match[0])]
    for match in _SPLIT.finditer(folded):
        digits = re.sub(r"\D", "", match[0])
        if not _valid(digits, match["unit"]):
            continue
        parts = [m.span() for m in re.finditer(r"[ \n]+", match[0])]
        whole_year = match["unit"] == "年" or match["mark"]
        for start, end in parts:
            place = (match.start() + start, match.start() + end)
            if folded[place[0]] == "\n":
                goes_on = (
                    whole_year
                    or place[0] in inside
                    or bool(_IN_A_LINE.search(folded, max(0, match.start() - 2), match.start()))
                )
            else:
                goes_on = whole_year or blanks >= _ENOUGH
            if goes_on:
                gaps.append(place)
    gaps += [
        m.span("gap")
        for m in (*_LAST.finditer(folded), *_MARK.finditer(folded))
        if m["gap"] != "\n" or m.start("gap") in inside
    ]
    return gaps


def _parts_a_date(left: str, right: str, pairs: Set[tuple[str, str]]) -> bool:
    """Whether a gap between two characters stands inside a date or number; one between digits is judged apart."""
    if left.isdigit() != right.isdigit():
        return left in _UNITS or right in _UNITS
    return (left, right) in pairs


def _valid(digits: str, unit: str | None) -> bool:
    """Whether digits joined make a number that stands before a unit; no unit means a year before - or /."""
    if unit in (None, "年"):
        return bool(_YEAR.match(digits)) and len(digits) == 4
    return 0 < int(digits) <= _UP_TO.get(unit or "日", 99) and digits[0] != "0"


class _Inside:
    """The line breaks inside paragraphs, worked out when first asked for."""

    def __init__(self, folded: str) -> None:
        self._folded = folded

    @cached_property
    def _breaks(self) -> frozenset[int]:
        return frozenset(_inner_breaks(self._folded))

    def __contains__(self, position: int) -> bool:
        return position in self._breaks


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
    if not _LATIN.search(folded):
        return
    pattern = re.compile(
        rf"(?<=[{''.join(readings)}]) {{0,2}}(?P<open>\()? ?(?P<letters>[a-zà-ǜ]{{2,6}}) ?(?(open)\)) {{0,2}}(?![A-Za-z])"
    )
    for match in pattern.finditer(folded):
        if match["letters"] in readings[folded[match.start() - 1]]:
            yield Instead(match.start(), match.end(), "")
