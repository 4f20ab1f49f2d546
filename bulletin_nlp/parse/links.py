"""Which demand answers which finding: several weak signs, each with its basis, summed as independent evidence."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
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
    orders = [
        _Order(number, demand, order, rules)
        for number, demand in enumerate(demands)
        for order in demand.get("orders") or (demand,)
    ]
    faults = [_Fault(problem) for problem in problems]
    topics = _Topics(
        [_topic_text(p) for p in problems], [(o.demand, o.topic) for o in orders], rules, segment or _bigrams
    )
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
    if shared and "redress" in order.kinds:
        signs["redress"] = rules.weights["redress"]
    if "everything" in order.kinds and (shared or not order.named or not order.named & set(tallies.blamed)):
        signs["everything"] = rules.weights["everything"]
    remedies = (worth / math.sqrt(tallies.remedied[code]) for code, worth in fault.natures if code in order.kinds)
    signs["nature"] = rules.weights["nature"] * max(remedies, default=0.0)
    mine, other = fault.path[1:2], order.path[1:2]
    if len(fault.path) > 1 and fault.path[:2] == order.path[:2]:
        signs["item"] = rules.weights["item"]
    elif mine and mine == other:
        signs["ordinal"] = rules.weights["ordinal"]
    return signs


def _left(fault: _Fault, order: _Order, tallies: _Tallies, signs: Mapping[str, float], rules: _Rules) -> float:
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


class _Topics:
    """How much of what is rare in the bulletin two texts share."""

    def __init__(self, problems: list[str], orders: list[tuple[int, str]], rules: _Rules, segment: Segment) -> None:
        self._segment, self._common = segment, rules.common
        self._problems = [self.words(text) for text in problems]
        self._orders = [self.words(text) for _, text in orders]
        together: dict[int, set[str]] = {}
        for (number, _), words in zip(orders, self._orders, strict=True):
            together.setdefault(number, set()).update(words)
        self._demands = [together[number] for number, _ in orders]
        everywhere = Counter(word for words in (*self._problems, *together.values()) for word in words)
        total = len(problems) + len(together)
        self._worth = {word: math.log(total / count) for word, count in everywhere.items()}

    def closeness(self, problem: int, order: int, rules: _Rules) -> float:
        """0 … 1: 0 where nothing is shared, a half where the shared words are worth `topic_half`; words of the demand's
        other orders count less."""
        own = self._close(problem, self._orders[order], rules.topic_half)
        return max(own, rules.weights["whole"] * self._close(problem, self._demands[order], rules.topic_half))

    def aimed(self, problem: int, words: frozenset[str], rules: _Rules) -> float:
        """The same for what an order says that it is aimed at."""
        return self._close(problem, words, rules.aim_half)

    def _close(self, problem: int, words: Set[str], half: float) -> float:
        worth = sum(self._worth.get(word, 0.0) for word in self._problems[problem] & words)
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
    entries += [(source, kind) for kind in ("aimed", "everything", "redress") for source in table[kind]]
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
