from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_nlp.evaluate.match import pair_equal, pair_overlapping


class At(NamedTuple):
    start: int
    end: int


def spans(*bounds: tuple[int, int]) -> list[At]:
    return [At(*b) for b in bounds]


@pytest.mark.parametrize(
    ("gold", "predicted", "pairs"),
    [
        ([], [], ()),
        ([(0, 4)], [(0, 4)], ((0, 0),)),
        ([(0, 4)], [(0, 5)], ()),
        ([(0, 4), (6, 8)], [(6, 8), (0, 4)], ((0, 1), (1, 0))),
        ([(0, 4)], [(0, 4), (0, 4)], ((0, 0),)),
        ([(0, 4), (0, 4)], [(0, 4)], ((0, 0),)),
    ],
)
def test_equal(
    gold: list[tuple[int, int]], predicted: list[tuple[int, int]], pairs: tuple[tuple[int, int], ...]
) -> None:
    assert pair_equal(spans(*gold), spans(*predicted)).pairs == pairs


@pytest.mark.parametrize(
    ("gold", "predicted", "pairs"),
    [
        ([(0, 4)], [(4, 8)], ()),
        ([(0, 4)], [(2, 6)], ((0, 0),)),  # exactly half of the longer
        ([(0, 4)], [(3, 7)], ()),
        ([(0, 4)], [(0, 8)], ((0, 0),)),
        ([(0, 4)], [(0, 9)], ()),
        ([(0, 8)], [(0, 4), (4, 8)], ((0, 0),)),  # a tie: the earlier
        ([(0, 8)], [(0, 4), (3, 8)], ((0, 1),)),  # the greater overlap
        ([(0, 10), (10, 20)], [(0, 20)], ((0, 0),)),  # one-to-one
        ([(0, 9), (0, 6)], [(0, 6)], ((1, 0),)),  # equal overlap: the more alike
        ([(5, 5)], [(5, 5)], ()),  # nothing shared
    ],
)
def test_overlapping(
    gold: list[tuple[int, int]], predicted: list[tuple[int, int]], pairs: tuple[tuple[int, int], ...]
) -> None:
    assert pair_overlapping(spans(*gold), spans(*predicted)).pairs == pairs


some_spans = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda t: At(t[0], t[0] + t[1])), max_size=8
)


@given(some_spans, some_spans)
def test_every_item_is_paired_once_or_left_over(gold: list[At], predicted: list[At]) -> None:
    for pairing in (pair_equal(gold, predicted), pair_overlapping(gold, predicted)):
        assert sorted([g for g, _ in pairing.pairs] + list(pairing.missed)) == list(range(len(gold)))
        assert sorted([p for _, p in pairing.pairs] + list(pairing.false)) == list(range(len(predicted)))


@given(some_spans, some_spans)
def test_equal_spans_overlap_too(gold: list[At], predicted: list[At]) -> None:
    assert len(pair_equal(gold, predicted).pairs) <= len(pair_overlapping(gold, predicted).pairs)
