"""Which demand answers which finding: the mentions of one bulletin handed to `links`, and its links as records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bulletin_nlp.parse.blame import Blame
from bulletin_nlp.parse.links import link
from bulletin_nlp.parse.within import Within
from bulletin_nlp.pipes.findings.finding import DemandMention, FindingMention
from bulletin_nlp.pipes.structure.outline import Outline, Range
from bulletin_nlp.pipes.words import words
from bulletin_nlp.records import Answer, Problem, UnitMention
from bulletin_nlp.text.sentences import split

_MOST = 240  # no single bulletin has so many findings
_MOST_ORDERS = 12


def answers_of(
    problems: tuple[Sequence[FindingMention], Sequence[Blame], Sequence[Problem]],
    demands: tuple[Sequence[DemandMention], Sequence[Sequence[int]]],
    units: Sequence[UnitMention],
    outline: Outline,
    folded: str,
) -> dict[int, list[Answer]]:
    """The answers of each demand.

    Args:
        problems: the findings, who is blamed for each, and their records.
        demands: the demands, and the indices of the units charged with each.
        units: the records of all unit mentions.
        outline: the structure, for the numbering of findings and demands.
        folded: folded text.
    """
    paths = _paths(outline)
    mentions, blamed, records = problems
    wanted, charged = demands
    inside = Within(units)
    faults = [
        _common(m, b.units, units, inside, paths, folded)
        | {
            "natures": [code["code"] for code in m["natures"]],
            "listed": m["part"] is not None and outline["parts"][m["part"]]["role"] == "appendix",
        }
        for m, b in zip(mentions, blamed, strict=True)
    ]
    asked = [
        _common(m, c, units, inside, paths, folded) | {"orders": list(_orders(m, c, units, inside, folded))}
        for m, c in zip(wanted, charged, strict=True)
    ]
    found: dict[int, list[Answer]] = {}
    for first, second in _groups(mentions, wanted):
        for each in link([faults[i] for i in first], [asked[i] for i in second], segment=words):
            problem = records[first[each.problem]]
            answer = Answer(problem_id=problem.id, basis=each.basis, certainty=each.certainty)
            found.setdefault(second[each.demand], []).append(answer)
    return found


def _groups(
    problems: Sequence[FindingMention], demands: Sequence[DemandMention]
) -> Iterator[tuple[list[int], list[int]]]:
    """Findings and demands that can answer each other: those of one bulletin all; a longer text, such as a volume of
    them, is divided where findings follow demands, so that the cost stays linear."""
    order = sorted(
        [(p["start"], False, i) for i, p in enumerate(problems)]
        + [(d["start"], True, i) for i, d in enumerate(demands)]
    )
    whole = len(problems) <= _MOST and len(demands) <= _MOST
    first: list[int] = []
    second: list[int] = []
    for _, is_demand, index in order:
        full = len(first) >= _MOST or len(second) >= _MOST
        if not whole and (full or (second and not is_demand)):
            yield first, second
            first, second = [], []
        (second if is_demand else first).append(index)
    yield first, second


def _common(
    mention: FindingMention | DemandMention,
    indices: Sequence[int],
    units: Sequence[UnitMention],
    inside: Within[UnitMention],
    paths: Mapping[int, tuple[int, ...]],
    folded: str,
) -> dict[str, Any]:
    part = mention["part"]
    return {
        "text": folded[mention["start"] : mention["end"]],
        "units": [_name(units[index]) for index in indices],
        "named": [_name(units[index]) for index in indices if units[index].kind == "named"],
        "mentions": [_name(u) for u in inside(mention["start"], mention["end"]) if u.kind == "named"],
        "surfaces": [u.span.text for u in inside(mention["start"], mention["end"])],
        "heading": _words(mention["heading"], folded),
        "ordinal": () if part is None else paths[part],
    }


def _orders(
    demand: DemandMention,
    charged: Sequence[int],
    units: Sequence[UnitMention],
    inside: Within[UnitMention],
    folded: str,
) -> Iterator[dict[str, Any]]:
    """The sentences of a demand, each with those charged in it; one that charges nobody goes on for those before it,
    and who is charged on a line of its own is so in each."""
    start, end = demand["start"], demand["end"]
    outside = [i for i in charged if not start <= units[i].span.start < end]
    acting: list[int] = []
    pieces = list(split(folded, start, end, stops="。;"))
    if len(pieces) > _MOST_ORDERS:
        pieces = [*pieces[: _MOST_ORDERS - 1], (pieces[_MOST_ORDERS - 1][0], pieces[-1][1])]
    for begin, stop in pieces:
        acting = [i for i in charged if begin <= units[i].span.start < stop] or acting
        yield {
            "text": folded[begin:stop],
            "units": [_name(units[i]) for i in (*acting, *outside)],
            "named": [_name(units[i]) for i in (*acting, *outside) if units[i].kind == "named"],
            "mentions": [_name(u) for u in inside(begin, stop) if u.kind == "named"],
        }


def _name(unit: UnitMention) -> str:
    return unit.match.canonical_name or unit.span.text


def _words(heading: Range | None, folded: str) -> str:
    return "" if heading is None else folded[heading["start"] : heading["end"]]


def _paths(outline: Outline) -> dict[int, tuple[int, ...]]:
    """The number of each part among its siblings, from the top down."""
    paths: dict[int, tuple[int, ...]] = {}
    counts: dict[int | None, int] = {}
    for index, part in enumerate(outline["parts"]):
        parent = part["parent"]
        counts[parent] = counts.get(parent, 0) + 1
        paths[index] = (*(() if parent is None else paths[parent]), counts[parent])
    return paths
