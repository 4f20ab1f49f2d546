"""The kinds of damage: for each a function from a clean text and a seeded generator to edits.

After ANNOTATION's noises, and after what web conversion does: an extractor drops every text node that holds one lone
character, so 年 月 日 至 第 期 号 （ ） 、 vanish beside digits where a page sets them in elements of their own;
then full-width marks were folded to ASCII.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib import resources
from random import Random
from typing import Any

import yaml

from bulletin_nlp.evaluate.damage.edits import Edit
from bulletin_nlp.text.enumerators import at_line_start
from bulletin_nlp.text.fold import fold

_DATE = re.compile(r"\d{1,4}[年月日](?:[至到、—]?\d{1,4}[年月日]?|[至、](?=\d))*")
_NUMBER = re.compile(r"(?:(?<=\d{4})年)?第\d{1,4}[期号]|[〔\[]\d{4}[〕\]]\d{1,4}号")
_LONE_IN_DATE = "年月日至、"
_LONE_IN_NUMBER = "年第期号〔〕"
_HIT = 0.75  # of the expressions of a text, how many stand in elements that lose characters
_WHOLE = 0.75  # of those, how many lose all such characters; the others every second
_OFTEN, _SELDOM = 0.3, 0.02
_CELLS = re.compile(r"(?<=\S)(?:\t|[ \u3000]{2,})(?=\S)")
_LINE = re.compile(r"[^\n]+")
_SHORT = 12
_ROW = 3


@cache
def noises() -> dict[str, Any]:
    """The tables of what stands in for what."""
    text = resources.files(__package__).joinpath("noises.yaml").read_text("utf-8")
    tables: dict[str, Any] = yaml.safe_load(text)
    return tables


def ascii_marks(text: str, random: Random) -> Iterator[Edit]:
    """Full-width marks folded to ASCII, all of them."""
    for position, character in enumerate(text):
        if 0xFF01 <= ord(character) <= 0xFF5E:
            yield Edit(position, position + 1, chr(ord(character) - 0xFEE0))


def _lone(text: str, random: Random, pattern: re.Pattern[str], marks: str) -> Iterator[Edit]:
    for match in pattern.finditer(text):
        if random.random() > _HIT:
            continue
        share = 1.0 if random.random() < _WHOLE else 0.5
        for position in range(match.start(), match.end()):
            if text[position] in marks and random.random() < share:
                yield Edit(position, position + 1, "")
    yield from ascii_marks(text, random)


def lost_in_dates(text: str, random: Random) -> Iterator[Edit]:
    """年 月 日 至 、 beside digits vanish."""
    return _lone(text, random, _DATE, _LONE_IN_DATE)


def lost_in_numbers(text: str, random: Random) -> Iterator[Edit]:
    """第 期 号 and the brackets of issue and document numbers vanish."""
    return _lone(text, random, _NUMBER, _LONE_IN_NUMBER)


def lost_enumerators(text: str, random: Random) -> Iterator[Edit]:
    """一、 and （一） at the start of a line vanish, whole or but for a character."""
    folded = fold(text)
    for line in _LINE.finditer(folded):
        marker = at_line_start(folded, line.start(), line.end())
        if marker is None or marker.style not in ("cn", "cn_paren") or random.random() > 0.5:
            continue
        share = 1.0 if random.random() < _WHOLE else 0.5
        for position in range(marker.start, marker.end):
            if not folded[position].isspace() and random.random() < share:
                yield Edit(position, position + 1, "")
    yield from ascii_marks(text, random)


def lost_counts(text: str, random: Random) -> Iterator[Edit]:
    """The measure word between a number and its noun vanishes: 46个单位."""
    for match in re.finditer(rf"(?<=\d)[{noises()['measures']}](?=[\u4e00-\u9fff])(?!百分|月|工作日|体|人)", text):
        if random.random() < _HIT:
            yield Edit(match.start(), match.end(), "")
    yield from ascii_marks(text, random)


def optical(text: str, random: Random) -> Iterator[Edit]:
    """Look-alikes of optical recognition: 年 read as 午, 0 as O."""
    table = noises()["ocr"]
    dense = {p for m in (*_DATE.finditer(text), *_NUMBER.finditer(text)) for p in range(*m.span())}
    for position, character in enumerate(text):
        if character in table and random.random() < (_OFTEN if position in dense else _SELDOM):
            yield Edit(position, position + 1, random.choice(table[character]))


def blanks(text: str, random: Random) -> Iterator[Edit]:
    """Blanks injected between characters."""
    for position in range(1, len(text)):
        if not text[position - 1].isspace() and not text[position].isspace() and random.random() < 0.12:
            yield Edit(position, position, random.choice([" ", " ", "  ", "\u3000"]))


def pinyin(text: str, random: Random) -> Iterator[Edit]:
    """The reading of a character injected behind it, bare or in brackets."""
    table = noises()["pinyin"]
    for position, character in enumerate(text):
        if character in table and random.random() < _OFTEN:
            form = random.choice(["{}", "{}", "({})", " {} "])
            yield Edit(position + 1, position + 1, form.format(random.choice(table[character])))


def split_lines(text: str, random: Random) -> Iterator[Edit]:
    """Lines broken at a fixed width, and now and then inside a date or number."""
    width = random.randint(18, 32)
    for line in _LINE.finditer(text):
        for position in range(line.start() + width, line.end(), width):
            yield Edit(position, position, "\n")
    for match in (*_DATE.finditer(text), *_NUMBER.finditer(text)):
        if random.random() < _OFTEN:
            position = random.randrange(match.start() + 1, match.end())
            yield Edit(position, position, "\n")


@cache
def _traditional() -> dict[str, str]:
    pairs = resources.files("bulletin_nlp.text").joinpath("traditional.txt").read_text("utf-8").split()
    table: dict[str, str] = {}
    for pair in pairs:
        table.setdefault(pair[1], pair[0])
    return table


def traditional(text: str, random: Random) -> Iterator[Edit]:
    """Simplified characters as traditional ones."""
    table = _traditional()
    for position, character in enumerate(text):
        if character in table:
            yield Edit(position, position + 1, table[character])


def full_width(text: str, random: Random) -> Iterator[Edit]:
    """Digits in full width."""
    for position, character in enumerate(text):
        if character.isascii() and character.isdigit():
            yield Edit(position, position + 1, chr(ord(character) + 0xFEE0))


def no_punctuation(text: str, random: Random) -> Iterator[Edit]:
    """Marks lost; in some texts a blank keeps their place."""
    left = random.choice(["", " "])
    for position, character in enumerate(text):
        if character in noises()["punctuation"] and random.random() < 0.8:
            yield Edit(position, position + 1, left)


def flattened(text: str, random: Random) -> Iterator[Edit]:
    """Tables flattened: cells of a line each on a line of its own, rows of short lines run together."""
    for match in _CELLS.finditer(text):
        yield Edit(match.start(), match.end(), "\n")
    cells = 0
    for line in _LINE.finditer(text):
        cells = cells + 1 if len(line[0]) <= _SHORT else 0
        if cells > _ROW and text[line.start() - 1 : line.start()] == "\n" and text[line.start() - 2] != "\n":
            yield Edit(line.start() - 1, line.start(), " ")


KINDS: dict[str, Callable[[str, Random], Iterator[Edit]]] = {
    "lost-date-characters": lost_in_dates,
    "lost-number-characters": lost_in_numbers,
    "lost-enumerators": lost_enumerators,
    "lost-counts": lost_counts,
    "ascii-punct": ascii_marks,
    "ocr": optical,
    "blanks": blanks,
    "pinyin": pinyin,
    "split-lines": split_lines,
    "traditional": traditional,
    "full-width": full_width,
    "no-punctuation": no_punctuation,
    "table-flattened": flattened,
}
