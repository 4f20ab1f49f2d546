"""Findings and demands in one item: what stands before 整改要求:… in it is what those demands answer."""

from __future__ import annotations

from bulletin_nlp.pipes.findings.shape import shape
from bulletin_nlp.pipes.findings.stretches import Stretch
from bulletin_nlp.pipes.structure.outline import Outline


def findings_of_pairs(folded: str, outline: Outline, own: dict[int, list[Stretch]]) -> set[Stretch]:
    """The stretches of numbered items that state the finding which a labelled demand of the same item answers.

    Args:
        folded: folded text.
        outline: the structure.
        own: the own stretches of each part.
    """
    parts = outline["parts"]
    found: set[Stretch] = set()
    pending: dict[int, list[Stretch]] = {}  # item → its stretches since its last label
    for stretch in sorted((s for mine in own.values() for s in mine), key=lambda s: s.start):
        part = parts[stretch.part]
        above = part["parent"]
        owner = above if part["marker"] is None and above is not None else stretch.part
        if parts[owner]["marker"] is None or parts[owner]["role"] != "recommendations":
            continue
        label = shape().label.match(folded, stretch.start, stretch.end)
        if label is None:
            pending.setdefault(owner, []).append(stretch)
        elif label["label"] in shape().answering:
            found.update(pending.pop(owner, ()))
        else:
            pending.pop(owner, None)
    return found
