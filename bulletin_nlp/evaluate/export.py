"""An evaluation for programs: a JSON value with every figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from bulletin_nlp.evaluate.agreement import Agreement
from bulletin_nlp.evaluate.baseline import Difference
from bulletin_nlp.evaluate.bootstrap import intervals
from bulletin_nlp.evaluate.confusion import confusion
from bulletin_nlp.evaluate.evaluation import Evaluation
from bulletin_nlp.evaluate.measures import BY_KEY, MEASURES, only, whole_head
from bulletin_nlp.evaluate.score import Counts, Judgement, tally, tally_values


def as_json(
    evaluation: Evaluation,
    differences: Sequence[Difference] | None = None,
    errors: Sequence[str] = (),
    passes: Sequence[Agreement] = (),
) -> dict[str, Any]:
    """Figures over all documents and of each, the natures by code, failures; and on demand errors and changes.

    Args:
        evaluation: the evaluation.
        differences: gains and losses against a baseline; None where there is none.
        errors: keys of the measures whose errors are listed.
        passes: the agreement of two passes over the gold.
    """
    value: dict[str, Any] = {
        "measures": _figures(evaluation.judgements),
        "documents": {document.name: _figures(document.judgements) for document in evaluation.documents},
        "nature": {code: _ratios(c) for code, c in tally_values(evaluation.judgements, "problems.nature").items()},
        "intervals": intervals(evaluation.documents),
        "confusion": {key: confusion(evaluation.judgements, key) for key in ("problems.primary", "units.role")},
        "agreement": [a._asdict() for a in passes],
        "failures": [failure.model_dump() for failure in evaluation.failures],
    }
    if errors:
        value["errors"] = [
            {"document": document.name, **asdict(judgement)}
            for document in evaluation.documents
            for judgement in only(document.judgements, errors)
            if judgement.verdict != "hit"
        ]
    if differences is not None:
        value["changes"] = [{"document": d.document, "change": d.change, **asdict(d.judgement)} for d in differences]
    return value


def _figures(judgements: Iterable[Judgement]) -> dict[str, Any]:
    counts = tally(judgements)
    figures = {m.key: _figure(m.key, counts[m.key]) for m in MEASURES if m.key in counts}
    head = whole_head(counts)
    return figures if head == Counts() else {**figures, "head": _accuracy(head)}


def _figure(key: str, counts: Counts) -> dict[str, Any]:
    return _accuracy(counts) if BY_KEY[key].accuracy else _ratios(counts)


def _accuracy(counts: Counts) -> dict[str, Any]:
    return {"right": counts.tp, "of": counts.tp + counts.fn, "accuracy": counts.recall}


def _ratios(counts: Counts) -> dict[str, Any]:
    return {**asdict(counts), "precision": counts.precision, "recall": counts.recall, "f1": counts.f1}
