"""Which demand answers which finding: several weak signs, each with its basis, summed as independent evidence."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from bulletin_nlp.parse.link_rules import Rules
from bulletin_nlp.parse.link_rules import rules as link_rules
from bulletin_nlp.parse.link_sides import Fault, Order, topic_text
from bulletin_nlp.parse.link_topics import Segment, Topics, bigrams

_SPOKEN = 0.1
"""A sign weaker than this is no basis to name."""


class Link(NamedTuple):
    """A demand answers a problem (both by their index), on which basis, how surely (0 … 1)."""

    problem: int
    demand: int
    basis: str
    certainty: float


def link(
    problems: Sequence[Mapping[str, Any]], demands: Sequence[Mapping[str, Any]], segment: Segment | None = None
) -> list[Link]:
    """The links between the problems and demands of one bulletin.

    Args:
        problems: mappings with `text` (folded) and, where known, `natures` (codes), `units` (ids or names),
            `surfaces` (the units as the text has them), `mentions` (the names of all units in it), `named` (those of
            `units` that have a name of their own), `heading` (folded text), `ordinal` (the numbers of the headings
            above from the top down; the second ones, below 二、存在问题 and 三、要求, are compared), `listed` (whether an
            annex lists it).
        demands: the same, without `natures`; `orders`: the sentences of the demand, each a mapping with `text`,
            `units`, `named` and `mentions` of its own; a demand without them is one order.
        segment: cuts a text into words; pairs of characters where not given.

    Returns:
        Links in the order of the demands, then of the problems; `basis` names the signs, strongest first, joined by +.
    """
    if not problems or not demands:
        return []
    rules = link_rules()
    orders = [
        Order(number, demand, order, rules)
        for number, demand in enumerate(demands)
        for order in demand.get("orders") or (demand,)
    ]
    faults = [Fault(problem) for problem in problems]
    topics = Topics([topic_text(p) for p in problems], [(o.demand, o.topic) for o in orders], rules, segment or bigrams)
    tallies = _Tallies(
        blamed=Counter(unit for fault in faults for unit in fault.units),
        remedied=Counter(code for _, code in {(order.demand, code) for order in orders for code in order.kinds}),
        told=frozenset(unit for order in orders for unit in order.named),
    )
    aims = [topics.words(order.aim) for order in orders]
    best: dict[tuple[int, int], Link] = {}
    for at, order in enumerate(orders):
        for index, fault in enumerate(faults):
            signs = _signs(fault, order, tallies, rules)
            signs["topic"] = rules.weights["topic"] * topics.closeness(index, at, rules)
            signs["explicit"] = rules.weights["explicit"] * topics.aimed(index, aims[at], rules)
            signs["place"] = rules.weights["place"] * _nearness(index, len(problems), order.demand, len(demands))
            left = _left(fault, order, tallies, signs, rules)
            signs = {sign: value * left for sign, value in signs.items()}
            certainty = 1 - math.prod(1 - sign for sign in signs.values())
            basis = "+".join(sorted((s for s in signs if signs[s] >= _SPOKEN), key=lambda s: (-signs[s], s)))
            each = Link(index, order.demand, basis, round(min(certainty, 0.99), 2))
            key = (order.demand, index)
            if key not in best or best[key].certainty < each.certainty:
                best[key] = each
    return _winners([best[key] for key in sorted(best)], rules)


class _Tallies(NamedTuple):
    """How many problems blame a unit, how many demands remedy a nature (what is rare tells more), who is told anything."""

    blamed: Counter[str]
    remedied: Counter[str]
    told: frozenset[str]


def _winners(candidates: list[Link], rules: Rules) -> list[Link]:
    """What is sure enough, and for one problem not far less sure than its surest; a demand for everything stays."""
    best: dict[int, float] = {}
    for candidate in candidates:
        best[candidate.problem] = max(best.get(candidate.problem, 0), candidate.certainty)
    return [
        candidate
        for candidate in candidates
        if candidate.certainty >= rules.threshold
        and (
            candidate.certainty >= best[candidate.problem] - rules.margin
            or candidate.basis.startswith(("everything", "listed"))
        )
    ]


def _nearness(index: int, problems: int, number: int, demands: int) -> float:
    """1 where both stand at the same relative place of their lists, 0 where they are a half apart."""
    return max(0.0, 1 - 2 * abs((index + 0.5) / problems - (number + 0.5) / demands))


def _signs(fault: Fault, order: Order, tallies: _Tallies, rules: Rules) -> dict[str, float]:
    signs: dict[str, float] = {}
    shared = fault.units & order.units
    if shared:
        rare = min(tallies.blamed[unit] for unit in shared) == 1
        signs["unit"] = rules.weights["unit" if rare else "unit_shared"]
    elif fault.mentions & order.mentions or _kin(fault.named, order.named):
        signs["mention"] = rules.weights["mention"]
    if shared and "redress" in order.kinds:
        signs["redress"] = rules.weights["redress"]
    if "everything" in order.kinds and (shared or not order.named or not order.named & tallies.blamed.keys()):
        signs["everything"] = rules.weights["everything"]
    if "listed" in order.kinds and fault.listed:
        signs["listed"] = rules.weights["listed"]
    remedies = (worth / math.sqrt(tallies.remedied[code]) for code, worth in fault.natures if code in order.kinds)
    signs["nature"] = rules.weights["nature"] * max(remedies, default=0.0)
    mine, other = fault.path[1:2], order.path[1:2]
    if len(fault.path) > 1 and fault.path[:2] == order.path[:2]:
        signs["item"] = rules.weights["item"]
    elif mine and mine == other:
        signs["ordinal"] = rules.weights["ordinal"]
    return signs


def _left(fault: Fault, order: Order, tallies: _Tallies, signs: Mapping[str, float], rules: Rules) -> float:
    """What is left of the signs where an order charges others by name: than a finding that blames nobody by name, or
    than those blamed, who are charged elsewhere."""
    if not order.named or "unit" in signs or "mention" in signs:
        return 1.0
    if not fault.named:
        return rules.weights["nobody"]
    return rules.weights["elsewhere"] if fault.named & tallies.told else 1.0


def _kin(blamed: set[str], told: set[str]) -> bool:
    """Whether a place or body is told that a blamed one belongs to: 石门镇 for 石门镇岩脚村."""
    return any(one != other and one.startswith(other) for one in blamed for other in told)
