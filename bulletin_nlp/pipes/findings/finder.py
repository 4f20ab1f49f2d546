"""Findings, commended facts and demands of a text whose structure and units are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from bulletin_nlp.pipes.findings.decide import with_model
from bulletin_nlp.pipes.findings.demands import find_demands
from bulletin_nlp.pipes.findings.finding import DemandMention, FindingMention
from bulletin_nlp.pipes.findings.problems import find_problems
from bulletin_nlp.pipes.findings.soft_stops import with_stops
from bulletin_nlp.pipes.findings.stretches import stretches
from bulletin_nlp.pipes.structure.outline import Outline
from bulletin_nlp.text.fold import fold


class Found(NamedTuple):
    """What a bulletin finds fault with, commends and demands."""

    problems: list[FindingMention]
    praise: list[FindingMention]
    demands: list[DemandMention]


def find(text: str, outline: Outline, units: Sequence[Mapping[str, Any]]) -> Found:
    """The findings of a text.

    Args:
        text: the text exactly as read.
        outline: its structure.
        units: its unit mentions, with `start`, `end` and `kind`.
    """
    folded = fold(text, tabs=True)
    folded = with_stops(folded, outline["paragraphs"], [(u["start"], u["end"]) for u in units])
    own = stretches(folded, outline)
    demands = find_demands(folded, outline, own, sorted((u["start"], u["end"]) for u in units))
    named = sorted((u["start"], u["end"]) for u in units if u["kind"] == "named")
    facts = find_problems(folded, outline, own, named)
    facts = with_model(list(_outside(facts, demands)), folded)
    return Found([f for f in facts if f["kind"] == "problem"], [f for f in facts if f["kind"] == "praise"], demands)


def _outside(facts: Sequence[FindingMention], demands: Sequence[DemandMention]) -> Iterator[FindingMention]:
    """The facts that lie in no demand; both are in text order."""
    position = 0
    for fact in facts:
        while position < len(demands) and demands[position]["end"] <= fact["start"]:
            position += 1
        if position == len(demands) or demands[position]["start"] >= fact["end"]:
            yield fact
