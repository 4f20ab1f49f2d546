"""Findings: place, nature, blamed units."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_nlp.evaluate.codes import to_older
from bulletin_nlp.evaluate.gold import GoldBulletin
from bulletin_nlp.evaluate.judges.compare import sets, sets_of_pairing, spans, surfaces, value
from bulletin_nlp.evaluate.match import Pairing, pair_equal, pair_overlapping
from bulletin_nlp.evaluate.score import Judgement
from bulletin_nlp.records import Bulletin, Problem


def pair_problems(gold: GoldBulletin, predicted: Bulletin) -> Pairing:
    """Findings that share at least half of the longer of the two."""
    return pair_overlapping(gold.problems, [problem.span for problem in predicted.problems])


def judge_problems(gold: GoldBulletin, predicted: Bulletin) -> Iterator[Judgement]:
    """`problems.overlap` and `.strict`; of the findings found `.nature` (each code) and `.primary`, and `.domain` where gold says it;
    `.nature_all` and `.units` also count the members of findings missed and falsely found.
    `.heading` asks only whether judging headings were found: neutral ones are not in the gold."""
    places = [problem.span for problem in predicted.problems]
    pairing = pair_problems(gold, predicted)
    yield from spans("problems.overlap", gold.problems, places, pairing)
    yield from spans("problems.strict", gold.problems, places, pair_equal(gold.problems, places))
    given = [_codes(gold, problem) for problem in predicted.problems]
    for g, p in pairing.pairs:
        a = gold.problems[g]
        yield from sets("problems.nature", a, a.nature, given[p])
        yield value("problems.primary", a, a.nature[0] if a.nature else "", given[p][0] if given[p] else "")
        if a.domain is not None:
            yield from sets("problems.domain", a, a.domain, predicted.problems[p].domain)
    yield from sets_of_pairing(
        "problems.nature_all",
        [(a, a.nature) for a in gold.problems],
        list(zip(places, given, strict=True)),
        pairing,
    )
    surface = surfaces(predicted)
    yield from sets_of_pairing(
        "problems.units",
        [(a, a.units) for a in gold.problems],
        [(b.span, [surface[unit] for unit in b.units]) for b in predicted.problems],
        pairing,
    )
    headings = {(b.heading.start, b.heading.end) for b in predicted.problems if b.heading}
    for h in gold.problem_headings:
        hit = (h.start, h.end) in headings
        yield Judgement("problems.heading", "hit" if hit else "missed", h.start, h.end, h.text, h.text if hit else "")


def _codes(gold: GoldBulletin, problem: Problem) -> tuple[str, ...]:
    return to_older(problem.nature) if gold.uses_older_codes else problem.nature
