"""Where an expression can begin: a cheap pattern that the whole grammar is tried behind.

The grammar is far too long to be tried at every character. Every expression begins with a number that a unit or a
connector follows, or with the first two characters of a word of the tables; this pattern finds just those places.
Every alternative begins with a literal, so that the engine skips at once whatever can't begin one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from bulletin_nlp.pipes.dates.openings import NUMERALS

_DIGIT = (
    r"(?<![0-9][0-9])(?:[0-9]{0,3}[ \n]{0,5}(?:[年月日号至到—~起直]|、[0-9]|-)|[0-9]{3} ?[./-] ?[0-9]"
    r"|[0-9]?\.[0-9]{1,2}[之以]?前|(?<=[: ][0-9])[0-9]?\.[0-9]{1,2}(?![0-9.%])|[0-9]{0,2}(?: [0-9]{1,3}){1,3} ?[年月日]"
    r"|[0-9]{0,2}[ \n]{0,5}(?:[天周星工自季]|个[工自星周月半]))"
)
_NUMERAL = (
    r"[〇零一二两三四五六七八九十廿0-9Oo]{0,3}[ \n]{0,5}"
    r"(?:[年月日号至到—~起直天周星工自季五第一二三四]|、[〇零一二三四五六七八九十]|-|个[工自星周月半])"
)
_FIXED = (
    *(
        "上半年",
        "下半年",
        "上旬",
        "中旬",
        "下旬",
        "上中旬",
        "中下旬",
        "年底",
        "年末",
        "年终",
        "年初",
        "年中",
        "全年",
        "年内",
    ),
    *("月底", "月末", "月初"),
)


def leads(table: Mapping[str, Any], lexicon: Mapping[str, Any]) -> re.Pattern[str]:
    """The pattern of possible beginnings, made from the tables of the grammar."""
    seconds: dict[str, set[str]] = {}
    for word in (*_FIXED, *_words(table, lexicon)):
        seconds.setdefault(word[0], set()).add(word[1:2])
    seconds.setdefault("第", set()).update(NUMERALS + "1234")
    seconds.setdefault("前", set()).update(NUMERALS + "1234")
    branches = []
    for first, following in sorted(seconds.items()):
        ahead = "" if "" in following else f"[{re.escape(''.join(sorted(following)))}]"
        if first in NUMERALS:
            ahead = f"(?:{ahead}|{_NUMERAL})" if ahead else ""
        branches.append(re.escape(first) + (f"(?={ahead})" if ahead else ""))
    branches += [f"{digit}(?={_DIGIT})" for digit in "0123456789"]
    branches += [f"{numeral}(?={_NUMERAL})" for numeral in NUMERALS if numeral not in seconds]
    return re.compile("|".join(branches))


def _words(table: Mapping[str, Any], lexicon: Mapping[str, Any]) -> Iterable[str]:
    for name in ("years", "months", "weeks", "days"):
        for items in table[name].values():
            yield from items
    for rows in (lexicon["fuzzy"], lexicon["holidays"]):
        for row in rows:
            yield from row["words"]
    yield from lexicon["events-before"]["words"]
    yield from lexicon["counted"]["events"]
    yield from lexicon["counted"]["own-issue"]
    yield from lexicon["fuzzy-counted"]["lead"]
    yield from lexicon["recurring"]["lead"]
    yield from lexicon["terms"]["words"]
    yield from lexicon["lunar"]["months"]
    yield lexicon["lunar"]["named"]
    for word in lexicon["plans"]["words"]:
        yield from (f"{quote}{word}五" for quote in ("“", '"', "‘", ""))
