"""How Word writes the number of a paragraph: the formats of ECMA-376-1, 17.18.59 ST_NumberFormat.

Formats of other scripts, and numbers that a format has no sign for, are written in ASCII digits.
"""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_ROMAN: tuple[tuple[int, str], ...] = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_HIGHEST = 32_767


def counted(number: int, form: str) -> str:
    """A number in a format; "" for formats that show none."""
    if form in {"none", "bullet"}:
        return ""
    write = _FORMATS.get(form)
    return str(number) if write is None or not 0 <= number <= _HIGHEST else write(number)


def _counting(number: int, digits: str = _DIGITS, places: str = "十百千万", zero: str = "零") -> str:
    """一, 十, 十一, 二十, 一百零一: digits with places; a leading 一十 is 十 in everyday figures."""
    if number == 0:
        return digits[0]
    written, skipped = "", False
    for place in (4, 3, 2, 1, 0):
        digit, number = divmod(number, 10**place)
        if digit:
            written += (zero if skipped and written else "") + digits[digit] + (places[place - 1] if place else "")
        skipped = not digit
    return written[1:] if digits is _DIGITS and written.startswith("一十") else written


def _legal(number: int) -> str:
    return _counting(number, _LEGAL, "拾佰仟萬")


def _row(digits: str) -> Callable[[int], str]:
    return lambda number: "".join(digits[int(digit)] for digit in str(number))


def _signs(signs: str) -> Callable[[int], str]:
    """One sign for each number from 1."""
    return lambda number: signs[number - 1] if 1 <= number <= len(signs) else str(number)


def _series(first: str, last: str) -> str:
    return "".join(map(chr, range(ord(first), ord(last) + 1)))


def _letters(first: str) -> Callable[[int], str]:
    """a … z, aa, bb …"""
    return lambda n: chr(ord(first) + (n - 1) % 26) * min((n - 1) // 26 + 1, 30) if n else "0"


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        written += sign * count
    return written or "0"


def _zodiac_pair(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if 1 <= number <= 60 else str(number)


_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_FORMATS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting"), _counting),
    **dict.fromkeys(("taiwaneseCountingThousand", "japaneseDigitalTenThousand", "koreanCounting"), _counting),
    **dict.fromkeys(("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"), _legal),
    **dict.fromkeys(("ideographDigital", "taiwaneseDigital", "koreanDigital2"), _row(_DIGITS)),
    **dict.fromkeys(("decimalFullWidth", "decimalFullWidth2"), _row("０１２３４５６７８９")),
    "decimalZero": lambda number: f"{number:02d}",
    "ideographTraditional": _signs(_STEMS),
    "ideographZodiac": _signs(_BRANCHES),
    "ideographZodiacTraditional": _zodiac_pair,
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _signs(_series("①", "⑳"))),
    "decimalEnclosedFullstop": _signs(_series("⒈", "⒛")),
    "decimalEnclosedParen": _signs(_series("⑴", "⒇")),
    "ideographEnclosedCircle": _signs(_series("㊀", "㊉")),
    "upperLetter": _letters("A"),
    "lowerLetter": _letters("a"),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
}
