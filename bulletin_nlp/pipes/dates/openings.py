"""How an expression opens: with the character of a word, or with a number and the unit behind it.

Only the rules that open so are tried at a place; a rule declares its openings beside its pattern.
"""

from __future__ import annotations

import re

NUMERALS = "〇零一二两三四五六七八九十廿半元"
BY_NUMBER = ("year", "month", "day", "quarter", "counted", "to", "list", "point", "number")
"""What may stand behind an opening number; `number` where nothing of the kind does."""

_UNITS = {
    **dict.fromkeys("年", "year"),
    **dict.fromkeys("月", "month"),
    **dict.fromkeys("日号", "day"),
    **dict.fromkeys("季第", "quarter"),
    **dict.fromkeys("天周星工自个", "counted"),
    **dict.fromkeys("至到—~起直", "to"),
    **dict.fromkeys("、和及", "list"),
    **dict.fromkeys("-./", "point"),
}
_BEHIND = re.compile(
    rf"[0-9Oo{NUMERALS}]{{0,8}}(?:[ \n][0-9]{{1,3}}){{0,3}}[ \n]{{0,5}}([{re.escape(''.join(_UNITS))}])"
)


def opening(folded: str, position: int) -> str:
    """The key of the opening at a position: a digit's is one of `BY_NUMBER`, a numeral's follows its character."""
    character = folded[position]
    if character in "0123456789":
        behind = _BEHIND.match(folded, position)
        return _UNITS[behind[1]] if behind else "number"
    if character in NUMERALS:
        behind = _BEHIND.match(folded, position)
        return character + (_UNITS[behind[1]] if behind else "number")
    return character
