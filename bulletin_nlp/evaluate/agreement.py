"""How far two passes over the same bulletins agree: the share of equal decisions, and Cohen's κ.

A file of passes is a TSV: file, kind of decision, surface, first pass, second pass; one row a decision.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_COLUMNS = 5


class PassesError(ValueError):
    """A file of passes that can't be read: `file:line: what is wrong`."""


class Agreement(NamedTuple):
    """Agreement on one kind of decision.

    Attributes:
        decision: the kind: nature_primary, nature_all, role, unit_kind …
        decisions: how many were made twice.
        equal: how many came out equal.
        kappa: Cohen's κ (Educational and Psychological Measurement 20, 1960); None where chance alone agrees always.
    """

    decision: str
    decisions: int
    equal: int
    kappa: float | None


def agreement(paths: Iterable[Path]) -> list[Agreement]:
    """The agreement on each kind of decision, over all files together, sorted by kind.

    Raises:
        PassesError: when a row has not its five cells.
    """
    pairs: dict[str, list[tuple[str, str]]] = {}
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            next(rows, None)
            for row in rows:
                if len(row) != _COLUMNS:
                    raise PassesError(f"{path}:{rows.line_num}: {len(row)} cells where {_COLUMNS} are wanted")
                pairs.setdefault(row[1], []).append((row[3], row[4]))
    return agreement_of(pairs)


def agreement_of(pairs: Mapping[str, Sequence[tuple[str, str]]]) -> list[Agreement]:
    """The agreement on each kind of decision, given as first and second answers, sorted by kind."""
    return [_agreement(decision, pairs[decision]) for decision in sorted(pairs) if pairs[decision]]


def _agreement(decision: str, pairs: Sequence[tuple[str, str]]) -> Agreement:
    total, equal = len(pairs), sum(first == second for first, second in pairs)
    firsts, seconds = (Counter(pair[n] for pair in pairs) for n in (0, 1))
    chance = sum(firsts[value] * seconds[value] for value in firsts) / total**2
    kappa = None if chance == 1 else (equal / total - chance) / (1 - chance)
    return Agreement(decision, total, equal, kappa)
