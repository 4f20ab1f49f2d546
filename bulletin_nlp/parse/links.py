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
            `surfaces` (the units as the text has them), `mentions` (the names of all units in it), `heading` (folded text), `ordinal` (the numbers of the
            headings above from the top down; the second ones, below 二、存在问题 and 三、要求, are compared).
        demands: the same, without `natures`.
        segment: cuts a text into words; pairs of characters where not given.

    Returns:
        Links in the order of the demands, then of the problems; `basis` names the signs, strongest first, joined by +.
    """
    if not problems or not demands:
        return []
    rules = _rules()
    topics = _Topics([_topic_text(p) for p in problems], [_topic_text(d) for d in demands], segment or _bigrams)
    kinds_of = [rules.kinds(_all_text(demand)) for demand in demands]
    blamed = Counter(unit for p in problems for unit in set(p.get("units", ())))
    tallies = _Tallies(blamed, Counter(code for kinds in kinds_of for code in kinds))
    candidates: list[Link] = []
    for number, (demand, kinds) in enumerate(zip(demands, kinds_of, strict=True)):
        for index, problem in enumerate(problems):
            signs = _signs(problem, demand, kinds, tallies, rules)
            closeness = topics.closeness(index, number, rules.topic_half)
            signs["topic"] = rules.weights["topic"] * closeness
            if "aimed" in kinds:
                signs["explicit"] = max(signs.get("explicit", 0), rules.weights["explicit"] * closeness)
            signs["place"] = rules.weights["place"] * _nearness(index, len(problems), number, len(demands))
            certainty = 1 - math.prod(1 - sign for sign in signs.values())
            basis = "+".join(sorted((s for s in signs if signs[s] >= _SPOKEN), key=lambda s: (-signs[s], s)))
            candidates.append(Link(index, number, basis, round(min(certainty, 0.99), 2)))
    return _winners(candidates, rules)


class _Tallies(NamedTuple):
    """How many problems blame a unit, and how many demands remedy a nature: what is rare tells more."""

    blamed: Counter[str]
    remedied: Counter[str]


def _worths(problem: Mapping[str, Any]) -> Iterable[tuple[str, float]]:
    """The first natures of a problem; the primary one counts most."""
    return zip(problem.get("natures", ()), (1.0, 0.7, 0.5), strict=False)


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


def _signs(
    problem: Mapping[str, Any], demand: Mapping[str, Any], kinds: frozenset[str], tallies: _Tallies, rules: _Rules
) -> dict[str, float]:
    signs: dict[str, float] = {}
    blamed, remedied = tallies
    shared = set(problem.get("units", ())) & set(demand.get("units", ()))
    if shared:
        rare = min(blamed[unit] for unit in shared) == 1
        signs["unit"] = rules.weights["unit" if rare else "unit_shared"]
    elif _named(problem) & _named(demand):
        signs["mention"] = rules.weights["mention"]
    if "everything" in kinds:
        signs["everything"] = rules.weights["everything"]
    remedies = (worth / math.sqrt(remedied[code]) for code, worth in _worths(problem) if code in kinds)
    signs["nature"] = rules.weights["nature"] * max(remedies, default=0.0)
    path, place = tuple(problem.get("ordinal") or ()), tuple(demand.get("ordinal") or ())
    mine, other = path[1:2], place[1:2]
    if len(path) > 1 and place[: len(path)] == path:
        signs["item"] = rules.weights["item"]
    elif mine and mine == other:
        signs["ordinal"] = rules.weights["ordinal"]
    return signs


def _named(item: Mapping[str, Any]) -> set[str]:
    """The units that an item names in any role, its own included."""
    return {*item.get("units", ()), *item.get("mentions", ())}


class _Topics:
    """How much of what is rare in the bulletin two texts share."""

    def __init__(self, problems: list[str], demands: list[str], segment: Segment) -> None:
        self._problems = [self._words(text, segment) for text in problems]
        self._demands = [self._words(text, segment) for text in demands]
        everywhere = Counter(word for words in (*self._problems, *self._demands) for word in words)
        total = len(problems) + len(demands)
        self._worth = {word: math.log(total / count) for word, count in everywhere.items()}

    def closeness(self, problem: int, demand: int, half: float) -> float:
        """0 … 1: 0 where nothing is shared, a half where the shared words are worth `half`."""
        shared = self._problems[problem] & self._demands[demand]
        worth = sum(self._worth[word] for word in shared)
        return worth / (worth + half)

    @staticmethod
    def _words(text: str, segment: Segment) -> frozenset[str]:
        return frozenset(word for word in segment(text) if len(word) >= _FEWEST_LETTERS and _WORD.fullmatch(word))


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
    weights: dict[str, float]
    topic_half: float
    threshold: float
    margin: float

    def kinds(self, text: str) -> frozenset[str]:
        """The natures that a demand remedies, with `aimed` and `everything` where its words say so."""
        return frozenset(label for _, _, _, label in self.phrases.find(text))


@compiled
def _rules() -> _Rules:
    table: dict[str, Any] = knowledge().table("findings/links")
    compiler = PhraseCompiler(table["classes"])
    entries = [(source, code) for code, sources in table["remedies"].items() for source in sources]
    entries += [(source, kind) for kind in ("aimed", "everything") for source in table[kind]]
    compiled = PhraseSet((compiler.compile(source), label) for source, label in entries)
    return _Rules(compiled, table["weights"], table["topic_half"], table["threshold"], table["margin"])
