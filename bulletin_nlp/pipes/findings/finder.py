"""Findings, commended facts and demands of a text whose structure and units are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from bulletin_nlp.pipes.findings.acts import find_acts
from bulletin_nlp.pipes.findings.decide import with_model
from bulletin_nlp.pipes.findings.demands import find_demands
from bulletin_nlp.pipes.findings.finding import ActMention, DemandMention, FindingMention
from bulletin_nlp.pipes.findings.in_rows import row_demands, without_tables
from bulletin_nlp.pipes.findings.pairs import findings_of_pairs
from bulletin_nlp.pipes.findings.problems import find_problems
from bulletin_nlp.pipes.findings.soft_stops import with_stops
from bulletin_nlp.pipes.findings.stretches import stretches, without_false_headings
from bulletin_nlp.pipes.structure.outline import Outline
from bulletin_nlp.pipes.tables.index import TableIndex
from bulletin_nlp.pipes.tables.mention import TableMention
from bulletin_nlp.pipes.tables.rows import RowIndex, rows, with_tabs
from bulletin_nlp.text.fold import fold

_SOME = frozenset({"some", "few", "individual"})
"""Who is told apart without a name is told of for a fault: 个别乡镇, 有的单位."""
Item = TypeVar("Item", bound=Mapping[str, Any])


class Found(NamedTuple):
    """What a bulletin finds fault with, commends, demands, and does itself."""

    problems: list[FindingMention]
    praise: list[FindingMention]
    demands: list[DemandMention]
    acts: list[ActMention]


def find(text: str, outline: Outline, units: Sequence[Mapping[str, Any]], tables: Sequence[TableMention] = ()) -> Found:
    """The findings of a text.

    Args:
        text: the text exactly as read.
        outline: its structure.
        units: its unit mentions, with `start`, `end` and `kind`.
        tables: its tables, whose headers say which cells are findings and which demands.
    """
    folded = fold(text, tabs=True)
    table_rows = rows(folded)
    folded = with_tabs(folded, table_rows)
    folded = with_stops(folded, outline["paragraphs"], [(u["start"], u["end"]) for u in units])
    outline = without_false_headings(folded, outline)
    own = stretches(folded, outline)
    paired = findings_of_pairs(folded, outline, own)
    asked = {part: without_tables([s for s in mine if s not in paired], tables) for part, mine in own.items()}
    places = sorted((u["start"], u["end"]) for u in units)
    demands = find_demands(folded, outline, asked, places, row_demands(folded, tables, own))
    named = sorted((u["start"], u["end"]) for u in units if u["kind"] == "named")
    some = sorted((u["start"], u["end"]) for u in units if u["kind"] == "named" or u.get("quantifier") in _SOME)
    facts = find_problems(folded, outline, own, named, some, RowIndex(table_rows), TableIndex(tables), paired)
    facts = with_model(list(_outside(facts, demands)), folded)
    problems = [f for f in facts if f["kind"] == "problem"]
    praise = [f for f in facts if f["kind"] == "praise"]
    acts = find_acts(folded, outline, asked, facts)
    for demand in demands:
        demand["actions"] = list(_outside(demand["actions"], acts))
    return Found(problems, praise, demands, acts)


def _outside(spans: Sequence[Item], taken: Sequence[Mapping[str, Any]]) -> Iterator[Item]:
    """The spans that touch none of those taken; both are in text order."""
    position = 0
    for span in spans:
        while position < len(taken) and taken[position]["end"] <= span["start"]:
            position += 1
        if position == len(taken) or taken[position]["start"] >= span["end"]:
            yield span
