"""A look at regular expressions before they meet text: would a repeat inside a repeat let time explode."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|(?P<open>\((?:\?(?:[:=!>]|<[=!]|P<\w+>|[aiLmsux-]+:?))?)|(?P<close>\))|.",
    re.DOTALL,
)
_QUANTIFIER = re.compile(r"(?:(?P<many>[*+])|\{(?P<least>\d*)(?P<comma>,)?(?P<most>\d*)\}|\?)(?P<mode>[?+])?")


@dataclass(slots=True)
class _Group:
    """What stands inside an open group: a repeat of varying length, and one without a bound."""

    start: int
    varying: bool = False
    unbounded: bool = False


def nested_quantifier(pattern: str) -> str | None:
    """The part of a pattern that repeats something that itself repeats, one of the two without a bound.

    `(a+)+` and `(a{1,9}b?)*` are such; `(ab)+`, `(ab?)+` and `(a{0,9}){0,9}` are not. None where there is no such part.
    The pattern must be one that compiles.
    """
    stack = [_Group(0)]
    place = 0
    while place < len(pattern):
        token = _TOKEN.match(pattern, place)
        if token is None:
            break
        place = token.end()
        if token["open"]:
            stack.append(_Group(token.start()))
            continue
        inner = stack.pop() if token["close"] and len(stack) > 1 else None
        quantifier = _QUANTIFIER.match(pattern, place)
        place = quantifier.end() if quantifier else place
        varying, unbounded = _repeats(quantifier)
        if inner and varying and (inner.unbounded or (unbounded and inner.varying)):
            return pattern[inner.start : place]
        top = stack[-1]
        top.varying |= varying or bool(inner and inner.varying)
        top.unbounded |= unbounded or bool(inner and inner.unbounded)
    return None


def _repeats(quantifier: re.Match[str] | None) -> tuple[bool, bool]:
    """Whether a quantifier allows several lengths above one, and whether it has no upper bound."""
    if quantifier is None or quantifier["mode"] == "+":  # a possessive repeat never gives back
        return False, False
    if quantifier["many"]:
        return True, True
    if quantifier["comma"]:
        unbounded = not quantifier["most"]
        return unbounded or int(quantifier["most"]) > max(1, int(quantifier["least"] or 0)), unbounded
    return False, False
