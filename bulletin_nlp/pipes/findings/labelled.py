"""Labelled lines (责任单位: …, 整改时限: …) that belong to the finding or the demand above them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bulletin_nlp.pipes.findings.finding import Label
from bulletin_nlp.pipes.findings.shape import shape
from bulletin_nlp.text.sentences import trim


def labels_at(folded: str, start: int, end: int) -> list[Label]:
    """The labelled values of a stretch that begins with a label; none where it begins otherwise."""
    labels = list(shape().label.finditer(folded, start, end))
    return labels_of(folded, labels, end) if labels and labels[0].start() == start else []


def labels_of(folded: str, labels: Sequence[re.Match[str]], end: int) -> list[Label]:
    """The values behind labels: each runs to the next label, the last one to `end`."""
    bounds = [*(label.start() for label in labels[1:]), end]
    values = [trim(folded, label.end(), stop) for label, stop in zip(labels, bounds, strict=True)]
    return [
        Label(field=shape().field(label["label"]), start=start, end=stop)
        for label, (start, stop) in zip(labels, values, strict=True)
    ]
