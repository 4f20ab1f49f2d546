"""Damage a clean text as conversion and recognition do, with the way back to the clean offsets."""

from __future__ import annotations

from random import Random

from bulletin_nlp.evaluate.damage.edits import Damaged, damaged
from bulletin_nlp.evaluate.damage.kinds import KINDS


def simulate(text: str, kind: str, seed: int | str) -> Damaged:
    """Damage a text.

    Args:
        text: a clean text.
        kind: one of `KINDS`.
        seed: the same seed gives the same damage, on every machine.

    Raises:
        ValueError: where no such kind is known.
    """
    if kind not in KINDS:
        raise ValueError(f"{kind!r} is no kind of damage; known are {', '.join(KINDS)}")
    return damaged(text, KINDS[kind](text, Random(f"{kind}:{seed}")))
