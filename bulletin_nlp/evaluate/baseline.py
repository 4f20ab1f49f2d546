"""Judgements kept in a file, and what was gained and lost since."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from bulletin_nlp.evaluate.evaluation import Document, Evaluation
from bulletin_nlp.evaluate.measures import MEASURES
from bulletin_nlp.evaluate.score import Judgement, Verdict

Change = Literal["found", "lost", "newly false", "no longer false"]
CHANGES: tuple[Change, ...] = ("found", "lost", "newly false", "no longer false")
_Row = tuple[str, Verdict, int, int, str, str]


class BaselineError(ValueError):
    """A baseline file that can't be read; names it and what to do."""


class Baseline(BaseModel):
    """The judgements of an earlier run by document; fields of a row as in `Judgement`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal["bulletin-evaluation/1"] = "bulletin-evaluation/1"
    documents: dict[str, tuple[_Row, ...]]

    def judgements(self, name: str) -> tuple[Judgement, ...] | None:
        """The judgements on a document, None where the earlier run did not have it."""
        rows = self.documents.get(name)
        return None if rows is None else tuple(Judgement(*row) for row in rows)


@dataclass(frozen=True, slots=True)
class Difference:
    """One judgement that came out otherwise than in the baseline."""

    document: str
    change: Change
    judgement: Judgement


def save(evaluation: Evaluation, path: Path) -> None:
    """Write the judgements of an evaluation, one document a line: the same evaluation gives the same bytes."""
    rows = {
        document.name: [astuple(judgement) for judgement in document.judgements] for document in evaluation.documents
    }
    lines = (
        f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(rows[name], ensure_ascii=False)}" for name in sorted(rows)
    )
    content = '{"format": "bulletin-evaluation/1", "documents": {\n' + ",\n".join(lines) + "\n}}\n"
    path.write_text(content, encoding="utf-8", newline="\n")


def load(path: Path) -> Baseline:
    """Read what `save` wrote.

    Raises:
        BaselineError: when the file is not there, or not of that form.
    """
    try:
        return Baseline.model_validate_json(path.read_bytes())
    except OSError as error:
        raise BaselineError(f"{path}: not readable: {error.strerror}") from error
    except ValidationError as error:
        raise BaselineError(f"{path}: no baseline; write one with --save") from error


def compare(evaluation: Evaluation, baseline: Baseline) -> list[Difference]:
    """Gains and losses of the main measures, document by document; documents that the baseline lacks are left out."""
    differences: list[Difference] = []
    for document in evaluation.documents:
        earlier = baseline.judgements(document.name)
        if earlier is not None:
            differences += _differences(document, earlier)
    return differences


_Key = tuple[str, int, int, str]
_MAIN = frozenset(measure.key for measure in MEASURES if measure.main)


def _differences(document: Document, earlier: Iterable[Judgement]) -> Iterable[Difference]:
    before = [judgement for judgement in earlier if judgement.measure in _MAIN]
    now = [judgement for judgement in document.judgements if judgement.measure in _MAIN]
    hits, hits_before = _count(now, {"hit"}), _count(before, {"hit"})
    misses, misses_before = _count(now, {"wrong", "missed"}), _count(before, {"wrong", "missed"})
    falses, falses_before = _count(now, {"false"}), _count(before, {"false"})
    wanted: tuple[tuple[Change, list[Judgement], set[Verdict], Counter[_Key]], ...] = (
        ("found", now, {"hit"}, hits & misses_before),
        ("lost", now, {"wrong", "missed"}, misses & hits_before),
        ("newly false", now, {"false"}, falses - falses_before),
        ("no longer false", before, {"false"}, falses_before - falses),
    )
    for change, judgements, verdicts, keys in wanted:
        for judgement in judgements:
            if judgement.verdict in verdicts and keys[_key(judgement)] > 0:
                keys[_key(judgement)] -= 1
                yield Difference(document.name, change, judgement)


def _key(judgement: Judgement) -> _Key:
    """What stays the same from run to run: the gold item, or the false prediction."""
    value = judgement.given if judgement.verdict == "false" else judgement.expected
    return judgement.measure, judgement.start, judgement.end, value


def _count(judgements: Iterable[Judgement], verdicts: set[Verdict]) -> Counter[_Key]:
    return Counter(_key(judgement) for judgement in judgements if judgement.verdict in verdicts)
