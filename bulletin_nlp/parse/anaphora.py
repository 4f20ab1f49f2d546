"""What 该局, 我镇 and their like stand for: the nearest fitting unit before them, or the bulletin's own region."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from bulletin_nlp.knowledge import compiled, knowledge
from bulletin_nlp.parse.ids import Ids
from bulletin_nlp.parse.quote import Quoter
from bulletin_nlp.records import Anaphor, UnitMention

_REGIONS = frozenset("县市区州省")
_SURE, _FAR = 0.9, 0.7


class _Pointers:
    """The compiled table of pointing words."""

    def __init__(self, table: dict[str, Any]) -> None:
        nouns = "|".join(sorted(map(re.escape, table["nouns"]), key=lambda noun: (-len(noun), noun)))
        that, own = ("".join(table["pointers"][name]) for name in ("that", "own"))
        self.pattern = re.compile(f"(?:(?P<that>[{that}])|(?P<own>[{own}]))(?P<noun>{nouns})(?!{table['guard']})")
        self.endings = {noun: re.compile(f"(?:{ending})$") for noun, ending in table["nouns"].items()}
        self.reach: int = table["reach"]


@compiled
def pointers() -> _Pointers:
    """The pointing words of the knowledge in force."""
    return _Pointers(knowledge().table("units/anaphora"))


def anaphora_of(folded: str, units: Sequence[UnitMention], ids: Ids, quote: Quoter) -> list[Anaphor]:
    """The pointing words of a text, each with its antecedents.

    Args:
        folded: the text in folded form; offsets are code points of it.
        units: the mentions in text order.

    Returns:
        One record for each word that points. 我县 and 本市 stand for the bulletin's region; of 该局 the nearest
        named unit before it that ends so counts, less sure where a sentence ended three times in between.
    """
    table, found = pointers(), []
    named = [unit for unit in units if unit.kind == "named"]
    taken = {position for unit in units for position in range(unit.span.start, unit.span.end)}
    for match in table.pattern.finditer(folded):
        if match.start() in taken:
            continue
        own_region = match["own"] is not None and match["noun"] in _REGIONS
        before = None if own_region else _antecedent(match, named, table)
        if before is None and not own_region and match["that"] is None:
            continue
        sentences = folded.count("。", before.span.end, match.start()) if before else 0
        found.append(
            Anaphor(
                id=ids("x", match.start(), match.end()),
                span=quote(match.start(), match.end()),
                units=(before.id,) if before else (),
                region=own_region,
                certainty=0.0 if before is None and not own_region else _SURE if sentences < 3 else _FAR,
                rule="anaphora.region" if own_region else f"anaphora.{match['noun']}",
            )
        )
    return found


def _antecedent(match: re.Match[str], named: Sequence[UnitMention], table: _Pointers) -> UnitMention | None:
    """The nearest named unit before a pointing word whose surface or official name ends as its noun asks."""
    ending = table.endings[match["noun"]]
    for index in range(bisect_right(named, match.start(), key=lambda unit: unit.span.end) - 1, -1, -1):
        unit = named[index]
        if match.start() - unit.span.end > table.reach:
            return None
        if ending.search(unit.span.text) or ending.search(unit.match.canonical_name or ""):
            return unit
    return None
