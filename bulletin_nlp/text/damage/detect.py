"""Whether a document lost lone characters, and how sure that is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bulletin_nlp.text.damage.runs import read_run

_INTACT = re.compile(r"\d月 ?\d{1,2} ?日")
_LINE = re.compile(r"(?m)^ {0,4}((?:19|20)\d{5,6}) {0,4}$")
_CLAUSE = re.compile(r"(?:^|[,。;:\n(]) ?(\d{4,7}) ?[,)]")
_BEFORE = re.compile(r"(?:[于在]|^|[,。;\n]) ?(\d{3,4})(?:之前|以前|前)(?![期后列述])")
_MEASURE = "[年月日个人名户家座处条项亩次米公元万亿吨%余多]"
_BY = re.compile(rf"(?:截至|截止|自|今年|去年|明年) ?(\d{{2,6}})(?=[,。;)\n]|[一-鿿])(?!{_MEASURE})")
_HALF = re.compile(r"(\d{4}年\d{2,4}日|(?<!\d)\d{3,4}日(?=[前至,。])|(?<!\d)\d{1,2}月\d{1,2}(?=前|,|。|至\d{1,2}月))")
_ENOUGH = 64
_WEIGHTS = ((_LINE, 0.6), (_CLAUSE, 0.45), (_BEFORE, 0.45), (_BY, 0.4), (_HALF, 0.5))


@dataclass(frozen=True)
class Damage:
    """What a document lost.

    Attributes:
        certainty: how sure it is that lone characters are missing, 0 to 1.
        lost: the characters missing at the places that show it.
        places: those places, as half-open ranges of code points.
    """

    certainty: float
    lost: tuple[str, ...]
    places: tuple[tuple[int, int], ...]


def detect(folded: str) -> Damage:
    """Look for places that only lost characters explain, against dates that stand intact.

    Args:
        folded: the text in folded form.
    """
    doubt = 1.0
    places: list[tuple[int, int]] = []
    lost: list[str] = []
    for pattern, weight in _WEIGHTS:
        for match in pattern.finditer(folded):
            if len(places) >= _ENOUGH:
                break
            if readings := read_run(match[1]):
                doubt *= 1 - weight
                places.append(match.span(1))
                lost += readings[0].lost
    intact = sum(1 for _ in zip(_INTACT.finditer(folded), range(_ENOUGH), strict=False))
    certainty = 1 - doubt
    if intact > 2 * len(places):
        certainty *= 0.5
    return Damage(round(certainty, 3), tuple(sorted(set(lost))), tuple(sorted(places)))
