"""The comparisons that the judges are made of: of spans, of single values, of sets of values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from bulletin_nlp.evaluate.match import Bounds, Pairing
from bulletin_nlp.evaluate.score import Judgement
from bulletin_nlp.records import Bulletin


class Quoted(Bounds, Protocol):
    """Bounds with the characters that stand there."""

    @property
    def text(self) -> str: ...  # noqa: D102


def spans(measure: str, gold: Sequence[Quoted], predicted: Sequence[Quoted], pairing: Pairing) -> Iterator[Judgement]:
    """A hit for each pair, a missed for each gold span alone, a false for each predicted span alone."""
    for g, p in pairing.pairs:
        yield Judgement(measure, "hit", gold[g].start, gold[g].end, gold[g].text, predicted[p].text)
    for g in pairing.missed:
        yield Judgement(measure, "missed", gold[g].start, gold[g].end, gold[g].text, "")
    for p in pairing.false:
        yield Judgement(measure, "false", predicted[p].start, predicted[p].end, "", predicted[p].text)


def value(measure: str, place: Bounds, expected: str, given: str) -> Judgement:
    """A hit or a wrong: a field that has exactly one value, which may be the empty one."""
    return Judgement(measure, "hit" if expected == given else "wrong", place.start, place.end, expected, given)


def optional(measure: str, place: Bounds, expected: str | None, given: str | None) -> Iterator[Judgement]:
    """Nothing where neither side has a value; else a hit, a wrong, a missed or a false."""
    if expected and given:
        yield value(measure, place, expected, given)
    elif expected:
        yield Judgement(measure, "missed", place.start, place.end, expected, "")
    elif given:
        yield Judgement(measure, "false", place.start, place.end, "", given)


def sets(measure: str, place: Bounds, expected: Iterable[str], given: Iterable[str]) -> Iterator[Judgement]:
    """A hit for each member of both, a missed for each of the first alone, a false for each of the second alone."""
    wanted, had = dict.fromkeys(expected), dict.fromkeys(given)
    for member in wanted:
        hit = member in had
        yield Judgement(measure, "hit" if hit else "missed", place.start, place.end, member, member if hit else "")
    for member in had:
        if member not in wanted:
            yield Judgement(measure, "false", place.start, place.end, "", member)


def sets_of_pairing(
    measure: str,
    gold: Sequence[tuple[Bounds, Sequence[str]]],
    predicted: Sequence[tuple[Bounds, Sequence[str]]],
    pairing: Pairing,
) -> Iterator[Judgement]:
    """`sets` for each pair; every member is missed where gold is alone, and false where the prediction is alone."""
    for g, p in pairing.pairs:
        yield from sets(measure, gold[g][0], gold[g][1], predicted[p][1])
    for g in pairing.missed:
        yield from sets(measure, gold[g][0], gold[g][1], ())
    for p in pairing.false:
        yield from sets(measure, predicted[p][0], (), predicted[p][1])


def surfaces(bulletin: Bulletin) -> dict[str, str]:
    """Unit id → the characters of the mention."""
    return {unit.id: unit.span.text for unit in bulletin.units}
