"""Look-alikes that optical recognition puts into dates and numbers: O and o for 0, l and I for 1, S for 5, B for 8,
曰 for 日, 午 for 年."""

from __future__ import annotations

import re

_D = "[0-9OolISB]"
_NUMBER = re.compile(
    rf"(?<![A-Za-z0-9])(?={_D}*[OolISB])(?:[12]{_D}{{3}}(?= ?[年午]|[-—至]{_D}{{4}}[年午])|{_D}{{1,2}}(?= ?\n?[月日曰]|[、至—-]{_D}{{1,2}}[月日曰]))"
)
_DOTTED = re.compile(
    rf"(?<![A-Za-z0-9.])(?=[0-9./-]*[OolISB])[12]{_D}{{3}}(?P<mark>[-./]){_D}{{1,2}}(?P=mark){_D}{{1,2}}(?![A-Za-z0-9])"
)
_ISSUED = re.compile(rf"(?<=\[)[12]{_D}{{3}}\]{_D}{{1,4}}(?=号)|(?<=第){_D}{{1,3}}(?=期)")
_DAY = re.compile(r"(?<=[0-9OolISB一二三四五六七八九十])曰|(?<=工作)曰(?=内)")
_YEAR = re.compile(
    r"(?<=[0-9]{4})午|(?<=[今去明])午(?= ?[0-9OolISB一二三四五六七八九十]{1,2} ?月|底|以来|度|[上下]半|[一二三四]季)|(?<=[上下]半)午(?![后])"
    r"|(?<=[,。;\n ])午(?=底前)|(?<=[上本])午(?=度)"
)
# What must be there for anything to be mended: a letter beside a digit or a mark of numbers, a 午 that is no 上午.
_LETTER = re.compile(r"[OolISB](?=[0-9OolISB年月日曰午期号/.\]、至—-])|(?<=[0-9第/.\]-])[OolISB]")
_NOON = re.compile("午(?<![上下中正端]午)|(?<=[上下]半)午|午(?=[底内度])")
_DIGITS = str.maketrans("OolISB", "001158")


def mend(folded: str) -> str:
    """The text with look-alikes inside dates and numbers read as what they stand for, of the same length.

    Args:
        folded: the text in folded form.
    """
    mended = folded
    if any(letter in folded for letter in "OolISB") and _LETTER.search(folded):
        for pattern in (_NUMBER, _DOTTED, _ISSUED):
            mended = pattern.sub(lambda match: match[0].translate(_DIGITS), mended)
    if "曰" in folded:
        mended = _DAY.sub("日", mended)
    return _YEAR.sub("年", mended) if "午" in folded and _NOON.search(folded) else mended
