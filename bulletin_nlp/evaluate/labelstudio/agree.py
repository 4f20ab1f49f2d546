"""How far several annotators of one task agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from bulletin_nlp.evaluate.agreement import Agreement, agreement_of
from bulletin_nlp.evaluate.gold import GoldBulletin, GoldSpan
from bulletin_nlp.evaluate.labelstudio.home import Corrected
from bulletin_nlp.evaluate.match import pair_equal

_SPANS: dict[str, Callable[[GoldBulletin], Sequence[GoldSpan]]] = {
    "date": lambda gold: gold.dates,
    "unit": lambda gold: gold.units,
    "problem": lambda gold: gold.problems,
    "recommendation": lambda gold: gold.recommendations,
    "achievement": lambda gold: gold.achievements,
    "reference": lambda gold: gold.references,
}
_ANSWERS: dict[str, tuple[str, Callable[[Any], str]]] = {
    "date_kind": ("date", lambda date: date.kind),
    "date_bounds": ("date", lambda date: f"{date.first}/{date.last}"),
    "unit_kind": ("unit", lambda unit: unit.kind),
    "role": ("unit", lambda unit: unit.role),
    "canonical": ("unit", lambda unit: ";".join(sorted(unit.canonical))),
    "nature_primary": ("problem", lambda problem: problem.nature[0] if problem.nature else ""),
    "nature_all": ("problem", lambda problem: ",".join(sorted(problem.nature))),
    "blamed": ("problem", lambda problem: ";".join(sorted(problem.units))),
    "deadline": ("recommendation", lambda demand: demand.due or ""),
}


def agreement_of_annotators(corrected: Iterable[Corrected]) -> list[Agreement]:
    """The agreement of the annotation that counts with each other one of its task; empty where no task has two.

    `span: LABEL` is the share of exact spans that both have among those that one has, without κ: chance has no part
    in it. The other decisions are those on spans that both have.
    """
    answers: dict[str, list[tuple[str, str]]] = {name: [] for name in _ANSWERS}
    spans = dict.fromkeys(_SPANS, (0, 0))
    for one in corrected:
        for other in one.others:
            for label, of in _SPANS.items():
                first, second = of(other), of(one.gold)
                pairing = pair_equal(first, second)
                total = len(pairing.pairs) + len(pairing.missed) + len(pairing.false)
                spans[label] = (spans[label][0] + total, spans[label][1] + len(pairing.pairs))
                for name, (whose, told) in _ANSWERS.items():
                    if whose == label:
                        answers[name] += [(told(first[g]), told(second[p])) for g, p in pairing.pairs]
    found = [Agreement(f"span: {label}", total, equal, None) for label, (total, equal) in spans.items() if total]
    return [*found, *agreement_of(answers)]
