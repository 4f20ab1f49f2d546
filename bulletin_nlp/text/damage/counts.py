"""Lost measure words: 46县级部门 was 46个县级部门."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_NUMBER = r"(?<![\d.\-/:第〔\[年月至A-Za-z])(?!(?:19|20)\d\d(?!\d))[1-9]\d{0,4}"
_FEWEST = 2  # one such place alone may be the writer's own shortening
_WITNESSED, _ONE_MEASURE, _DOUBTFUL = 0.97, 0.92, 0.5


@dataclass(frozen=True, slots=True)
class LostCount:
    """A number whose measure word is lost: where number and noun stand, and every reading, the likeliest first."""

    start: int
    end: int
    restored: str | None
    lost: tuple[str, ...]
    candidates: tuple[tuple[str, float], ...]
    witnesses: tuple[tuple[int, int], ...]
    certainty: float


class CountWords:
    """The measure words by noun.

    Args:
        measures: nouns by their measure word; a noun under several has no single one.
        modifiers: what may stand between number and noun.
    """

    def __init__(self, measures: Mapping[str, Sequence[str]], modifiers: Sequence[str]) -> None:
        self.of: dict[str, list[str]] = {}
        for measure, nouns in measures.items():
            for noun in nouns:
                self.of.setdefault(noun, []).append(measure)
        nouns = "|".join(sorted(self.of, key=lambda noun: (-len(noun), noun)))
        between = "|".join(sorted(modifiers, key=lambda word: (-len(word), word)))
        self.lost = re.compile(rf"(?P<number>{_NUMBER})(?P<words>(?:{between})?(?P<noun>{nouns}))(?!家|人员)")
        self.whole = re.compile(rf"\d(?P<measure>[{''.join(measures)}])(?:{between})?(?P<noun>{nouns})")


def lost_counts(folded: str, words: CountWords) -> list[LostCount]:
    """The numbers that stand before a noun without a measure word, in order.

    A restoration is chosen where the document counts the same noun with one measure word elsewhere, or where only one
    is used with it; both only if the document lost more than one.

    Args:
        folded: the text in folded form.
        words: the measure words by noun.
    """
    places = list(words.lost.finditer(folded))
    if not places:
        return []
    seen: dict[str, dict[str, tuple[int, int]]] = {}
    for match in words.whole.finditer(folded):
        seen.setdefault(match["noun"], {}).setdefault(match["measure"], match.span())
    return [_count(match, words.of[match["noun"]], seen.get(match["noun"], {}), len(places)) for match in places]


def _count(
    match: re.Match[str], measures: Sequence[str], seen: Mapping[str, tuple[int, int]], places: int
) -> LostCount:
    witnessed = list(seen) if len(seen) == 1 else []
    options = witnessed or list(measures)
    certainty = _WITNESSED if witnessed else _ONE_MEASURE
    if len(options) > 1 or places < _FEWEST:
        certainty = round(_DOUBTFUL / len(options), 3)
    readings = tuple((f"{match['number']}{measure}{match['words']}", certainty) for measure in options)
    sure = certainty >= _ONE_MEASURE
    return LostCount(
        start=match.start(),
        end=match.end(),
        restored=readings[0][0] if sure else None,
        lost=(options[0],) if sure else (),
        candidates=readings,
        witnesses=tuple(seen[measure] for measure in witnessed),
        certainty=certainty,
    )
