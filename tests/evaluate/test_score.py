from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_nlp.evaluate import Counts, Judgement, tally
from bulletin_nlp.evaluate.score import tally_values

VERDICTS = ("hit", "wrong", "missed", "false")
judgements = st.lists(
    st.builds(
        Judgement,
        measure=st.sampled_from(["dates.span", "units.kind"]),
        verdict=st.sampled_from(VERDICTS),
        start=st.just(0),
        end=st.just(1),
        expected=st.sampled_from(["", "甲", "乙"]),
        given=st.sampled_from(["", "甲", "乙"]),
    )
)


@pytest.mark.parametrize(
    ("counts", "precision", "recall", "f1"),
    [
        (Counts(), None, None, None),
        (Counts(tp=3), 1.0, 1.0, 1.0),
        (Counts(fp=2), 0.0, None, 0.0),
        (Counts(fn=2), None, 0.0, 0.0),
        (Counts(tp=3, fp=1, fn=3), 0.75, 0.5, 0.6),
    ],
)
def test_ratios(counts: Counts, precision: float | None, recall: float | None, f1: float | None) -> None:
    assert (counts.precision, counts.recall, counts.f1) == (precision, recall, f1)


@given(judgements, judgements)
def test_the_score_of_a_union_is_the_sum_of_the_scores(a: list[Judgement], b: list[Judgement]) -> None:
    one, other, both = tally(a), tally(b), tally([*a, *b])
    keys = one.keys() | other.keys()
    assert both == {key: one.get(key, Counts()) + other.get(key, Counts()) for key in keys}


@given(judgements)
def test_of_single_values_precision_and_recall_are_the_accuracy(some: list[Judgement]) -> None:
    fields = [j for j in some if j.verdict in ("hit", "wrong")]
    right = sum(j.verdict == "hit" for j in fields)
    counts = sum(tally(fields).values(), Counts())
    accuracy = right / len(fields) if fields else None
    assert counts.precision == counts.recall == accuracy
    assert counts.f1 == accuracy


def test_by_value_an_error_counts_for_both_values() -> None:
    some = [
        Judgement("units.kind", "hit", 0, 1, "named", "named"),
        Judgement("units.kind", "wrong", 2, 3, "named", "collective"),
        Judgement("units.kind", "false", 4, 5, "", "collective"),
        Judgement("units.role", "missed", 4, 5, "issuer", ""),
    ]
    assert tally_values(some, "units.kind") == {"collective": Counts(fp=2), "named": Counts(tp=1, fn=1)}
