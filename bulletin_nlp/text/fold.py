"""Folding to one form without changing a length, so that an offset means the same before and after.

Full-width ASCII becomes ASCII, every blank becomes a space (line breaks stay), the look-alikes of 〇 become 〇,
and traditional characters become simplified ones (pairs after OpenCC's table TSCharacters); characters that optical
recognition took for others inside words become what they were (see `bulletin_nlp.text.misread`). A character reference
that a web page left behind, such as &nbsp;, becomes its character and spaces.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from bulletin_nlp.text.misread import reread

_REFERENCE = re.compile(r"&(nbsp|ensp|emsp|gt|lt|amp|quot|ldquo|rdquo|mdash|middot);")
_COMMON = "，（）：；？！％\u3000\u00a0０１２３４５６７８９"
_CHARACTER = {"gt": ">", "lt": "<", "amp": "&", "quot": '"', "ldquo": "“", "rdquo": "”", "mdash": "—", "middot": "·"}


@cache
def _table() -> dict[int, str]:
    table = {0xFF01 + i: chr(0x21 + i) for i in range(94)}
    table |= dict.fromkeys([0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000, 0xFEFF, 0x09, 0x0D], " ")
    table |= dict.fromkeys(map(ord, "○ΟОοо◯⚪"), "〇")
    table |= {ord(a): b for a, b in zip("〔［【〕］】﹣－−–‐‑‒―", "[[[]]]-------—", strict=True)}
    table |= {ord(a): b for a, b in zip("～〜∼﹐﹑﹔﹕｡｢｣､", "~~~,、;:。「」、", strict=True)}
    pairs = resources.files(__package__).joinpath("traditional.txt").read_text("utf-8").split()
    table |= {ord(pair[0]): pair[1] for pair in pairs}
    return table


@cache
def _rare() -> re.Pattern[str]:
    return re.compile("[" + re.escape("".join(chr(code) for code in _table() if chr(code) not in _COMMON)) + "]")


def _folded(text: str) -> str:
    """The common marks one by one, the rest where there is any: several times faster than one translation."""
    table = _table()
    for mark in _COMMON:
        if mark in text:
            text = text.replace(mark, table[ord(mark)])
    return _rare().sub(lambda match: table[ord(match[0])], text)


def fold(text: str, *, tabs: bool = False) -> str:
    """The text in folded form: of the same length, character by character.

    Args:
        text: any text.
        tabs: keep tabs, which part the cells of a table, instead of folding them to spaces.
    """
    if "&" in text:
        text = _REFERENCE.sub(lambda m: _CHARACTER.get(m[1], " ").ljust(len(m[0])), text)
    folded = reread(_folded(text))
    if tabs and "\t" in text:
        folded = "".join("\t" if raw == "\t" else mark for raw, mark in zip(text, folded, strict=True))
    return folded
