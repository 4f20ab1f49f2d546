"""Whether a document lost lone characters: which, where, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from bulletin_nlp.text.damage.markers import lost_markers
from bulletin_nlp.text.damage.numbers import read_numbers
from bulletin_nlp.text.damage.ocr import mend
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
_ENOUGH = 64
_WEIGHTS = (
    (_LINE, 0.6), (_CLAUSE, 0.45), (_BEFORE, 0.45), (_BY, 0.4), (_HALF, 0.5), (_LONG, 0.4), (_MASTHEAD, 0.6),
)  # fmt: skip
_PARTS = ((_YEAR_PART, "年", 0.4), (_MONTH_PART, "月", 0.4))

# What must be there for any of these to match: looked for first, since most texts are sound.
_SUSPECT = re.compile(
    r"\d(?:\d{5}|\d{3,6} ?[,)]|\d{2,3}(?:之|以)?前|\d{2,3}日|\d?月\d{1,2}(?:前|,|。|至)|年\d{2,4}日"
    r"|\d{3}(?:度|[底末]|[上下]半年|第|[一二三四]季)|\d?(?:底前|[上中下]旬|以来))"
    r"|(?:截至|截止|自|今年|去年|明年) ?\d{2,6}(?![\d年月日个人名户家])"
)


class Loss(NamedTuple):
    """One kind of damage.

    Attributes:
        kind: dates, numbers, enumerators (characters lost), or look-alikes (characters taken for others).
        certainty: how sure it is, 0 to 1.
        lost: the characters missing at the places that show it.
        places: those places, as half-open ranges of code points.
    """

    kind: Literal["dates", "numbers", "enumerators", "look-alikes"]
    certainty: float
    lost: tuple[str, ...]
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Damage:
    """What a document lost.

    Attributes:
        losses: the kinds of damage found, dates first; none in a sound text.
    """

    losses: tuple[Loss, ...]

    def of(self, kind: str) -> Loss | None:
        """The damage of a kind."""
        return next((loss for loss in self.losses if loss.kind == kind), None)

    @property
    def certainty(self) -> float:
        """How sure the surest kind is."""
        return max((loss.certainty for loss in self.losses), default=0.0)

    @property
    def lost(self) -> tuple[str, ...]:
        """Every character missing somewhere."""
        return tuple(sorted({character for loss in self.losses for character in loss.lost}))

    @property
    def places(self) -> tuple[tuple[int, int], ...]:
        """Every place that shows damage, in text order."""
        return tuple(sorted({place for loss in self.losses for place in loss.places}))


def detect(folded: str) -> Damage:
    """Which kinds of damage a document shows, where, and how sure that is.

    Args:
        folded: the text in folded form.
    """
    numbers = [n for n in read_numbers(folded, {}) if n.lost]
    markers = lost_markers(folded)
    mended = mend(folded)
    swapped = tuple((n, n + 1) for n, pair in enumerate(zip(folded, mended, strict=True)) if pair[0] != pair[1])
    losses = [
        detect_dates(folded),
        _loss("numbers", [n.certainty for n in numbers], [n.lost for n in numbers], [(n.start, n.end) for n in numbers]),
        _loss("enumerators", [m.certainty for m in markers], [m.lost for m in markers], [(m.start, m.end) for m in markers]),
        Loss("look-alikes", round(1 - 0.3 ** len(swapped), 3), (), swapped),
    ]  # fmt: skip
    return Damage(tuple(loss for loss in losses if loss.places))


def _loss(
    kind: Literal["numbers", "enumerators"],
    certainties: Sequence[float],
    lost: Iterable[Iterable[str]],
    places: Iterable[tuple[int, int]],
) -> Loss:
    missing = tuple(sorted({character for characters in lost for character in characters}))
    return Loss(kind, max(certainties, default=0.0), missing, tuple(places))


@lru_cache(maxsize=4)
def detect_dates(folded: str) -> Loss:
    """Look for places that only characters lost from dates explain, against dates that stand intact.

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
    if len(places) == 1 and sum(1 for _ in zip(_INTACT.finditer(folded), range(3), strict=False)) > 2:
        certainty *= 0.5
    return Loss("dates", round(certainty, 3), tuple(sorted(lost)), tuple(sorted(places)))


def _shown(folded: str) -> Iterator[tuple[int, int, tuple[str, ...], float]]:
    """The places that show a loss in a date: where, what is missing, how much it tells."""
    if not _SUSPECT.search(folded):
        return
    for pattern, weight in _WEIGHTS:
        for match in pattern.finditer(folded):
            if readings := read_run(match[1]):
                yield *match.span(1), readings[0].lost, weight
    for pattern, character, weight in _PARTS:
        for match in pattern.finditer(folded):
            yield *match.span(), (character,), weight
