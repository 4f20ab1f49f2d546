"""Automatic numbering (ECMA-376-1, 17.9): the marker that Word shows before a paragraph and stores nowhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bulletin_nlp.read.wordml.counting import counted
from bulletin_nlp.read.wordml.names import MC, W, integer, is_on, val
from bulletin_nlp.read.wordml.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACEHOLDER = re.compile(r"%([1-9])")
_LEVELS = 9
_LONGEST_MARKER = 200


@dataclass(frozen=True)
class Level:
    """One level of a list: how its numbers look and when they begin anew."""

    form: str
    text: str
    start: int
    restart: int | None  # the level (from 1) whose use begins it anew; 0: none; None: every higher one
    style: str | None
    legal: bool
    joined: bool  # nothing stands between number and text


@dataclass(frozen=True)
class List:
    """An instance of a list: its abstract list, the levels as it overrides them, and the starts it sets anew."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """Gives each paragraph its marker; keeps count, so ask once a paragraph, in document order.

    Args:
        root: the numbering part, if there is one.
        styles: the styles, which may number paragraphs.
    """

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists = {} if root is None else _lists(root, styles)
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def marker(self, properties: _Element | None) -> tuple[str, bool]:
        """The marker of the next paragraph with these `w:pPr`, and whether the text follows it without a blank."""
        number, depth = self._place(properties)
        list_ = self._lists.get(number or "0")
        if list_ is None or number is None or depth not in list_.levels:
            return "", True
        level = list_.levels[depth]
        counts = self._counts.setdefault(list_.abstract, {})
        self._count(number, list_, depth, counts)
        if level.form == "bullet":
            return "", True

        def shown(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            at = list_.levels.get(other)
            value = counts.get(other, at.start if at else 1)
            return counted(value, "decimal" if level.legal or at is None else at.form)

        return _PLACEHOLDER.sub(shown, level.text)[:_LONGEST_MARKER], level.joined

    def _count(self, number: str, list_: List, depth: int, counts: dict[int, int]) -> None:
        if depth in list_.starts and (number, depth) not in self._started:
            counts[depth] = list_.starts[depth] - 1
        self._started.add((number, depth))
        counts[depth] = counts.get(depth, list_.levels[depth].start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            level = list_.levels.get(deeper)
            if level is None or level.restart is None or (level.restart > 0 and depth < level.restart):
                del counts[deeper]

    def _place(self, properties: _Element | None) -> tuple[str | None, int]:
        """The list and the level (from 0) of a paragraph: its own, else what its style inherits."""
        own = None if properties is None else properties.find(W + "numPr")
        number, depth = val(own, "numId"), val(own, "ilvl")
        if number is not None:
            return number, integer(depth, 0)
        for id_, style in self._styles.chain(val(properties, "pStyle") or self._styles.default):
            if style.number is not None:
                levels = self._lists[style.number].levels if style.number in self._lists else {}
                bound = next((at for at, level in levels.items() if level.style == id_), None)
                return style.number, bound if bound is not None else integer(depth or style.level, 0)
        return None, 0


def _lists(root: _Element, styles: Styles) -> dict[str, List]:
    abstracts = {element.get(W + "abstractNumId", ""): element for element in root.iterfind(W + "abstractNum")}
    numbers = {element.get(W + "numId", ""): element for element in root.iterfind(W + "num")}
    lists: dict[str, List] = {}
    for id_, element in numbers.items():
        abstract = val(element, "abstractNumId") or ""
        linked = styles.number_of(val(abstracts.get(abstract), "numStyleLink") or "")
        if linked in numbers:
            abstract = val(numbers[linked], "abstractNumId") or abstract
        if abstract in abstracts:
            lists[id_] = _list(element, abstract, abstracts[abstract])
    return lists


def _list(element: _Element, id_: str, abstract: _Element) -> List:
    levels = {depth: level for depth, level in map(_level, abstract.iterfind(W + "lvl")) if 0 <= depth < _LEVELS}
    starts: dict[int, int] = {}
    for override in element.iterfind(W + "lvlOverride"):
        depth = integer(override.get(W + "ilvl"), 0)
        if (replaced := override.find(W + "lvl")) is not None:
            levels[depth] = _level(replaced)[1]
        start = val(override, "startOverride")
        if start is not None:
            starts[depth] = integer(start, 1)
            if depth in levels:
                levels[depth] = replace(levels[depth], start=starts[depth])
    return List(id_, levels, starts)


def _level(element: _Element) -> tuple[int, Level]:
    form = val(element, "numFmt")
    if form is None:  # formats of later versions stand beside an old one to fall back to
        fallback = element.find(f"{MC}AlternateContent/{MC}Fallback")
        form = val(fallback, "numFmt") or "decimal"
    restart = val(element, "lvlRestart")
    return integer(element.get(W + "ilvl"), 0), Level(
        form=form,
        text=val(element, "lvlText") or "",
        start=integer(val(element, "start"), 0 if element.find(W + "start") is None else 1),
        restart=None if restart is None else integer(restart, 0),
        style=val(element, "pStyle"),
        legal=is_on(element, "isLgl"),
        joined=val(element, "suff") == "nothing",
    )
