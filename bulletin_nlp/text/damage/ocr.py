"""Look-alikes that optical recognition puts into dates: O and o for 0, l and I for 1, 曰 for 日, 午 for 年."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"(?<![A-Za-z0-9])(?=[0-9]*[OolI])[0-9OolI]{1,4}(?= ?[年月日曰午])")
_DAY = re.compile(r"(?<=[0-9一二三四五六七八九十])曰")
_YEAR = re.compile(r"(?<=[0-9]{4})午|(?<=[今去明])午(?= ?[0-9一二三四五六七八九十]{1,2} ?月|底|以来|度)")
_DIGITS = str.maketrans("OolI", "0011")


def mend(folded: str) -> str:
    """The text with look-alikes inside dates read as what they stand for, of the same length.

    Args:
        folded: the text in folded form.
    """
    if not any(mark in folded for mark in "OolI曰午"):
        return folded
    mended = _NUMBER.sub(lambda match: match[0].translate(_DIGITS), folded)
    return _YEAR.sub("年", _DAY.sub("日", mended))
