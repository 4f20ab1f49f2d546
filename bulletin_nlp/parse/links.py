"""Which demand answers which finding: several weak signs, each with its basis, summed as independent evidence."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from bulletin_nlp.knowledge import compiled, knowledge
from bulletin_nlp.knowledge.phrases import PhraseCompiler, PhraseSet

Segment = Callable[[str], Iterable[str]]
_WORD = re.compile(r"[一-鿿A-Za-z]+")
_FEWEST_LETTERS = 2
_BODY = re.compile(r"^(?:中共)?(.+[省市县区旗州镇乡道村])(?:人民政府|委员会|人民委员会|村民委员会)$")
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
            above from the top down; the second ones, below 二、存在问题 and 三、要求, are compared).
        demands: the same, without `natures`; `orders`: the sentences of the demand, each a mapping with `text`,
            `units`, `named` and `mentions` of its own; a demand without them is one order.
        segment: cuts a text into words; pairs of characters where not given.

    Returns:
        Links in the order of the demands, then of the problems; `basis` names the signs, strongest first, joined by +.
    """
    if not problems or not demands:
        return []
    rules = _rules()
    orders = [_Order(number, demand, order, rules) for number, demand in enumerate(demands) for order in _orders(demand)]
    topics = _Topics(
        [_topic_text(p) for p in problems], [order.topic for order in orders], rules, segment or _bigrams
    )
    aims = [topics.words(order.aim) if order.aim else frozenset[str]() for order in orders]
    faults = [_Fault(problem) for problem in problems]
    blamed = Counter(unit for fault in faults for unit in fault.units)
    told = frozenset(unit for order in orders for unit in order.named)
    remedied = Counter(code for number in range(len(demands)) for code in {
        code for order in orders if order.demand == number for code in order.kinds
    })
    tallies = _Tallies(blamed, remedied, told)
    best: dict[tuple[int, int], Link] = {}
    for at, order in enumerate(orders):
        for index, fault in enumerate(faults):
            signs = _signs(fault, order, tallies, rules)
            topic = topics.closeness(index, topics.demands[at], rules.topic_half)
            signs["topic"] = rules.weights["topic"] * topic
            signs["explicit"] = rules.weights["explicit"] * topics.closeness(index, aims[at], rules.aim_half)
            signs["place"] = rules.weights["place"] * _nearness(index, len(problems), order.demand, len(demands))
            if fault.named and order.named and not signs.get("unit") and not signs.get("mention"):
                signs = {sign: value * rules.weights["elsewhere"] for sign, value in signs.items()}
            certainty = 1 - math.prod(1 - sign for sign in signs.values())
            basis = "+".join(sorted((s for s in signs if signs[s] >= _SPOKEN), key=lambda s: (-signs[s], s)))
            each = Link(index, order.demand, basis, round(min(certainty, 0.99), 2))
            key = (order.demand, index)
            if key not in best or best[key].certainty < each.certainty:
                best[key] = each
    return _winners([best[key] for key in sorted(best)], rules)


def _orders(demand: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    return demand.get("orders") or (demand,)


class _Fault:
    """What of a problem is compared."""

    def __init__(self, problem: Mapping[str, Any]) -> None:
        self.units = {_seat(unit) for unit in problem.get("units", ())}
        self.named = {_seat(unit) for unit in problem.get("named", ())}
        self.mentions = {_seat(unit) for unit in problem.get("mentions", ())} | self.units
        self.natures = list(zip(problem.get("natures", ()), (1.0, 0.7, 0.5), strict=False))
        self.path = tuple(problem.get("ordinal") or ())


class _Order:
    """What of one sentence of a demand is compared."""

    def __init__(self, number: int, demand: Mapping[str, Any], order: Mapping[str, Any], rules: _Rules) -> None:
        self.demand = number
        text = f"{demand.get('heading') or ''}\n{order['text']}"
        self.units = {_seat(unit) for unit in order.get("units", ())}
        self.named = {_seat(unit) for unit in order.get("named", ())}
        self.mentions = {_seat(unit) for unit in order.get("mentions", ())} | self.units
        self.topic = _topic_text({**order, "heading": demand.get("heading"), "surfaces": demand.get("surfaces", ())})
        self.kinds = rules.kinds(text)
        self.aim = rules.aim(order["text"])
        self.path = tuple(demand.get("ordinal") or ())


class _Tallies(NamedTuple):
    """How many problems blame a unit, how many demands remedy a nature (what is rare tells more), who is told anything."""

    blamed: Counter[str]
    remedied: Counter[str]
    told: frozenset[str]


def _seat(unit: str) -> str:
    """A place and its government and its Party committee are one."""
    return _BODY.sub(r"\1", unit)


def _winners(candidates: list[Link], rules: _Rules) -> list[Link]:
    """What is sure enough, and for one problem not far less sure than its surest; a demand for everything stays."""
    best: dict[int, float] = {}
    for candidate in candidates:
        best[candidate.problem] = max(best.get(candidate.problem, 0), candidate.certainty)
    return [
        candidate
        for candidate in candidates
        if candidate.certainty >= rules.threshold
        and (candidate.certainty >= best[candidate.problem] - rules.margin or candidate.basis.startswith("everything"))
    ]


def _nearness(index: int, problems: int, number: int, demands: int) -> float:
    """1 where both stand at the same relative place of their lists, 0 where they are a half apart."""
    return max(0.0, 1 - 2 * abs((index + 0.5) / problems - (number + 0.5) / demands))


def _signs(fault: _Fault, order: _Order, tallies: _Tallies, rules: _Rules) -> dict[str, float]:
    signs: dict[str, float] = {}
    shared = fault.units & order.units
    if shared:
        rare = min(tallies.blamed[unit] for unit in shared) == 1
        signs["unit"] = rules.weights["unit" if rare else "unit_shared"]
    elif fault.mentions & order.mentions or _kin(fault.named, order.named):
        signs["mention"] = rules.weights["mention"]
    if "everything" in order.kinds and (shared or not order.named or not order.named & set(tallies.blamed)):
        signs["everything"] = rules.weights["everything"]
    remedies = (worth / math.sqrt(tallies.remedied[code]) for code, worth in fault.natures if code in order.kinds)
    signs["nature"] = rules.weights["nature"] * max(remedies, default=0.0)
    mine, other = fault.path[1:2], order.path[1:2]
    if len(fault.path) > 1 and order.path[: len(fault.path)] == fault.path:
        signs["item"] = rules.weights["item"]
    elif mine and mine == other:
        signs["ordinal"] = rules.weights["ordinal"]
    return signs


def _kin(blamed: set[str], told: set[str]) -> bool:
    """Whether a place or body is told that a blamed one belongs to: 石门镇 for 石门镇岩脚村."""
    return any(one != other and one.startswith(other) for one in blamed for other in told)


class _Topics:
    """How much of what is rare in the bulletin two texts share."""

    def __init__(self, problems: list[str], demands: list[str], rules: _Rules, segment: Segment) -> None:
        self._segment, self._common = segment, rules.common
        self.problems = [self.words(text) for text in problems]
        self.demands = [self.words(text) for text in demands]
        everywhere = Counter(word for words in (*self.problems, *self.demands) for word in words)
        total = len(problems) + len(demands)
        self._worth = {word: math.log(total / count) for word, count in everywhere.items()}

    def closeness(self, problem: int, words: frozenset[str], half: float) -> float:
        """0 … 1: 0 where nothing is shared, a half where the shared words are worth `half`."""
        worth = sum(self._worth.get(word, 0.0) for word in self.problems[problem] & words)
        return worth / (worth + half)

    def words(self, text: str) -> frozenset[str]:
        """The words of a text that can tell what it is about."""
        found = (word for word in self._segment(text) if len(word) >= _FEWEST_LETTERS and _WORD.fullmatch(word))
        return frozenset(word for word in found if word not in self._common)


def _bigrams(text: str) -> Iterable[str]:
    return (run[i : i + 2] for run in _WORD.findall(text) for i in range(len(run) - 1))


def _topic_text(item: Mapping[str, Any]) -> str:
    """The text without the names of units: that two texts name a unit is a sign of its own."""
    text = _all_text(item)
    for unit in (*item.get("units", ()), *item.get("surfaces", ())):
        text = text.replace(unit, " ")
    return text


def _all_text(item: Mapping[str, Any]) -> str:
    return f"{item.get('heading') or ''}\n{item['text']}"


class _Rules(NamedTuple):
    phrases: PhraseSet[str]
    common: frozenset[str]
    weights: dict[str, float]
    topic_half: float
    aim_half: float
    threshold: float
    margin: float

    def kinds(self, text: str) -> frozenset[str]:
        """The natures that a demand remedies, with `aimed` and `everything` where its words say so."""
        return frozenset(label for _, _, _, label in self.phrases.find(text))

    def aim(self, text: str) -> str:
        """What a demand says that it is aimed at: 针对台账不全的问题."""
        return " ".join(text[start:end] for start, end, _, label in self.phrases.find(text) if label == "aimed")


@compiled
def _rules() -> _Rules:
    table: dict[str, Any] = knowledge().table("findings/links")
    compiler = PhraseCompiler(table["classes"])
    entries = [(source, code) for code, sources in table["remedies"].items() for source in sources]
    entries += [(source, kind) for kind in ("aimed", "everything") for source in table[kind]]
    compiled = PhraseSet((compiler.compile(source), label) for source, label in entries)
    return _Rules(
        compiled,
        frozenset(table["common"]),
        table["weights"],
        table["topic_half"],
        table["aim_half"],
        table["threshold"],
        table["margin"],
    )
