"""Numbers as offices write them: ASCII digits, place-value numerals (二十三) and digit rows (二〇一七)."""

from __future__ import annotations

DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
"""Value of each digit; most look-alikes of 〇 are folded before (see `bulletin_nlp.text.fold`)."""
_PLACES = {"十": 10, "百": 100, "千": 1000}
_SPECIAL = {"元": 1, "廿": 20, "卅": 30}


def number(surface: str) -> int | None:
    """The value of a whole number below 100 million as written in folded text.

    Args:
        surface: ASCII digits, a digit row (二〇一七) or a place-value numeral (二十三, 廿五); 元 is 1 as in 元月.

    Returns:
        The value, or None where the surface is no number.
    """
    if surface.isascii():
        return int(surface) if surface.isdigit() and len(surface) <= 12 else None
    if surface in _SPECIAL:
        return _SPECIAL[surface]
    if len(surface) > 12:
        return None
    if not set(surface) & {*_PLACES, "万", "廿", "卅"}:
        return _row(surface)
    head, mark, tail = surface.partition("万")
    if not mark:
        return _places(surface)
    high, low = _places(head), _places(tail) if tail else 0
    return None if not high or low is None else high * 10_000 + low


def year(surface: str) -> int | None:
    """The year written as four digits in any script; 二一七 (its zero lost by conversion) is 2017.

    Returns:
        The year, or None where the surface is no year of the 20th or 21st century.
    """
    surface = surface.replace("O", "0").replace("o", "0")
    value = (
        _row(surface) if not surface.isascii() else int(surface) if surface.isdigit() and len(surface) == 4 else None
    )
    if value is not None and len(surface) == 3 and surface[0] == "二":
        value += 1800
    return value if value is not None and 1900 <= value < 2100 else None


def _row(surface: str) -> int | None:
    value = 0
    for character in surface:
        digit = DIGITS.get(character, int(character) if character.isascii() and character.isdigit() else None)
        if digit is None:
            return None
        value = value * 10 + digit
    return value if surface else None


def _places(surface: str) -> int | None:
    """A place-value numeral below ten thousand; 零 and 〇 fill empty places."""
    total, digit, last = 0, None, 10_000
    for character in surface.replace("廿", "二十").replace("卅", "三十"):
        if character in _PLACES:
            place = _PLACES[character]
            if place >= last:
                return None
            total, digit, last = total + (1 if digit is None else digit) * place, None, place
        elif character in "零〇":
            continue
        elif character in DIGITS and digit is None:
            digit = DIGITS[character]
        else:
            return None
    return total + (digit or 0)
