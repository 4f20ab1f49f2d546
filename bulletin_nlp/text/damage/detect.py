"""Whether a document lost lone characters: which, where, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bulletin_nlp.text.damage.runs import read_run

_INTACT = re.compile(r"\d月 ?\d{1,2} ?日")
_LINE = re.compile(r"(?m)^ {0,4}((?:19|20)\d{5,6}|(?:19|20)\d{4}(?<=[1-9])) {0,4}$")
_CLAUSE = re.compile(r"(?:^|[,。;:\n(]) ?(\d{4,7}) ?[,)]")
_BEFORE = re.compile(r"(?:[于在]|^|[,。;\n]) ?(\d{3,4})(?:之前|以前|前)(?![期后列述])")
_MEASURE = "[年月日个人名户家座处条项亩次米公元万亿吨%余多]"
_BY = re.compile(rf"(?:截至|截止|自|今年|去年|明年) ?(\d{{2,6}})(?=[,。;)\n]|[一-鿿])(?!{_MEASURE})")
_HALF = re.compile(r"(\d{4}年\d{2,4}日|(?<!\d)\d{3,4}日(?=[前至,。])|(?<!\d)\d{1,2}月\d{1,2}(?=前|,|。|至\d{1,2}月))")
_LONG = re.compile(rf"(?<![\d.A-Za-z/:-])((?:19|20)\d{{4,12}})(?=[一-鿿])(?!{_MEASURE}|[份笔])")
_MASTHEAD = re.compile(r"(?m)[一-鿿] {2,}((?:19|20)\d{4,6})$")
_YEAR_PART = re.compile(r"(?<![\d.])(?:19|20)\d\d(?=度(?!数)|[底末](?=[前,。;])|[上下]半年|第?[一二三四]季度)")
_MONTH_PART = re.compile(r"(?<![\d.月第/])(?:1[0-2]|[1-9])(?=底前|[上中下]旬|以来)")
_BARE = re.compile(r"(?m)^ {0,4}[一二三四五六七八九十]{1,2}(?=[\u4e00-\u9fff]{2,12}$)|^ {0,4}\(\)(?=\S)")
_NUMBER = re.compile(r"(?m)^ {0,4}[\u4e00-\u9fff]{2,10}(?:\[(?:19|20)\d{3,7}号?|(?:19|20)\d{2}\]\d{1,4}号?)$")
_ENOUGH = 64
_WEIGHTS = (
    (_LINE, 0.6), (_CLAUSE, 0.45), (_BEFORE, 0.45), (_BY, 0.4), (_HALF, 0.5), (_LONG, 0.4), (_MASTHEAD, 0.6),
)  # fmt: skip
_PARTS = ((_YEAR_PART, "年", 0.4), (_MONTH_PART, "月", 0.4))


@dataclass(frozen=True)
class Damage:
    """What a document lost.

    Attributes:
        certainty: how sure it is that lone characters are missing from its dates, 0 to 1.
        lost: the characters missing at the places that show it.
        places: those places, as half-open ranges of code points.
        kinds: how sure each kind of loss is: dates, numbers, enumerators.
    """

    certainty: float
    lost: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    kinds: dict[str, float] = field(default_factory=dict)


def detect(folded: str) -> Damage:
    """Look for places that only lost characters explain, against dates that stand intact.

    Args:
        folded: the text in folded form.
    """
    doubt = 1.0
    places: set[tuple[int, int]] = set()
    lost: set[str] = set()
    for start, end, missing, weight in _shown(folded):
        if len(places) >= _ENOUGH:
            break
        if (start, end) not in places:
            places.add((start, end))
            lost.update(missing)
            doubt *= 1 - weight
    certainty = 1 - doubt
    if len(places) <= 1 and sum(1 for _ in zip(_INTACT.finditer(folded), range(_ENOUGH), strict=False)) > 2 * len(
        places
    ):
        certainty *= 0.5
    kinds = {"dates": round(certainty, 3)} if places else {}
    for kind, pattern in (("numbers", _NUMBER), ("enumerators", _BARE)):
        found = [match.span() for match, _ in zip(pattern.finditer(folded), range(_ENOUGH), strict=False)]
        if found:
            kinds[kind] = round(1 - 0.5 ** len(found), 3)
            places.update(found)
    return Damage(round(certainty, 3), tuple(sorted(lost)), tuple(sorted(places)), kinds)


def _shown(folded: str) -> Iterator[tuple[int, int, tuple[str, ...], float]]:
    """The places that show a loss in a date: where, what is missing, how much it tells."""
    for pattern, weight in _WEIGHTS:
        for match in pattern.finditer(folded):
            if readings := read_run(match[1]):
                yield *match.span(1), readings[0].lost, weight
    for pattern, character, weight in _PARTS:
        for match in pattern.finditer(folded):
            yield *match.span(), (character,), weight
