"""What later bulletins say of a demand: findings that speak of failed correction, by the same unit, of the same matter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bulletin_nlp.knowledge import compiled, knowledge
from bulletin_nlp.ledger.rows import Later, Row
from bulletin_nlp.records import Bulletin
from bulletin_nlp.text.fold import fold


@dataclass(frozen=True, slots=True)
class _Finding:
    bulletin: str
    published: str
    problem_id: str
    words: str
    units: frozenset[str]
    pairs: frozenset[str]
    failed: bool


@compiled
def _words() -> tuple[tuple[str, ...], dict[str, float], frozenset[str]]:
    table = knowledge().table("ledger")
    return tuple(table["failed"]), table["certainty"], frozenset(table["common"])


def follow_up(rows: Sequence[Row], bulletins: Iterable[Bulletin]) -> list[Row]:
    """The rows with the findings of later bulletins that may concern them. Nothing is merged or closed by it.

    Args:
        rows: of `rows_of`.
        bulletins: any; those without a date, and those not published after a row's own, tell nothing of it.

    Returns:
        The rows in the same order. A finding is a candidate where it blames a unit that the demand charged and shares
        matter with the demand or what it answers; certainty rises with what is shared, and where the finding says in so
        many words that something was not put right.
    """
    _, weights, _ = _words()
    by_unit: dict[str, list[_Finding]] = {}
    for finding in _findings(bulletins):
        for unit in finding.units:
            by_unit.setdefault(unit, []).append(finding)
    return [replace(row, later=_candidates(row, by_unit, weights)) for row in rows]


def _candidates(row: Row, by_unit: dict[str, list[_Finding]], weights: dict[str, float]) -> tuple[Later, ...]:
    if row.published is None:
        return ()
    matter = _pairs(" ".join((row.demand, *row.problems)))
    found: dict[tuple[str, str], Later] = {}
    for unit in row.unit_ids:
        for finding in by_unit.get(unit, ()):
            if finding.published <= row.published or not finding.pairs:
                continue
            shared = len(finding.pairs & matter) / len(finding.pairs)
            certainty = weights["unit"] + weights["matter"] * shared + weights["failed"] * finding.failed
            if shared >= weights["least-shared"] and certainty >= weights["least"]:
                found[finding.bulletin, finding.problem_id] = Later(
                    finding.bulletin,
                    finding.published,
                    finding.words,
                    finding.problem_id,
                    round(min(certainty, 0.95), 2),
                )
    return tuple(sorted(found.values(), key=lambda later: (-later.certainty, later.published or "", later.problem_id)))


def _findings(bulletins: Iterable[Bulletin]) -> Iterable[_Finding]:
    failed, _, _ = _words()
    for bulletin in bulletins:
        published = bulletin.head.published
        if published is None:
            continue
        ids = {unit.id: unit.match.canonical_id for unit in bulletin.units}
        for problem in bulletin.problems:
            words = " ".join(problem.span.text.split())
            yield _Finding(
                bulletin=bulletin.id,
                published=published.value,
                problem_id=problem.id,
                words=words,
                units=frozenset(name for unit in problem.units if (name := ids[unit])),
                pairs=_pairs(words),
                failed="rectification" in problem.nature or any(word in words for word in failed),
            )


def _pairs(words: str) -> frozenset[str]:
    """Pairs of neighbouring characters that carry matter."""
    _, _, common = _words()
    folded = fold(words)
    pairs = (folded[n : n + 2] for n in range(len(folded) - 1))
    return frozenset(pair for pair in pairs if min(pair) >= "\u4e00" and pair not in common)
