"""Rows of findings, and of what is commended, planned or imposed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bulletin_nlp.export.places import Row, ids_of, place, ranked, words
from bulletin_nlp.records import Achievement, Bulletin, FollowUp, Problem, Sanction


def problem_rows(bulletin: Bulletin) -> Iterator[Row]:
    """Findings with their codes, units, dates, figures and evidence."""
    for problem in bulletin.problems:
        key = {"problem_id": f"{bulletin.id}:{problem.id}"}
        yield "problems", key | _problem(bulletin, problem)
        yield from ranked("problem_natures", key, "nature", problem.nature)
        yield from ranked("problem_domains", key, "domain", problem.domain)
        yield from ranked("problem_units", key, "unit_id", ids_of(bulletin, problem.units))
        yield from ranked("problem_dates", key, "date_id", ids_of(bulletin, problem.dates))
        yield from ranked("problem_figures", key, "figure_id", ids_of(bulletin, problem.figures))
        for kind, spans in (("place", problem.places), ("clause", problem.clauses)):
            for rank, span in enumerate(spans, 1):
                yield "problem_spans", key | {"kind": kind, "rank": rank} | place(span)
        for rank, proof in enumerate(problem.evidence, 1):
            row = {"kind": "evidence", "rank": rank, "code": proof.code, "rule": proof.rule}
            yield "problem_spans", key | row | place(proof.span)


def _problem(bulletin: Bulletin, problem: Problem) -> dict[str, Any]:
    plain = ("inherited", "quantifier", "frequency", "degree", "certainty", "rule")
    return {
        "bulletin_id": bulletin.id,
        "section_id": f"{bulletin.id}:{problem.section_id}" if problem.section_id else None,
        "heading": words(problem.heading),
        "nature": problem.nature[0] if problem.nature else None,
        "domain": problem.domain[0] if problem.domain else None,
        **{name: getattr(problem, name) for name in plain},
        **place(problem.span),
    }


def act_rows(bulletin: Bulletin) -> Iterator[Row]:
    """Commended facts, plans of the supervisor, sanctions: one table, told apart by `type`."""
    acts: list[tuple[str, Achievement | FollowUp | Sanction]] = [
        *(("achievement", fact) for fact in bulletin.achievements),
        *(("follow_up", plan) for plan in bulletin.follow_up),
        *(("sanction", sanction) for sanction in bulletin.sanctions),
    ]
    for kind, act in acts:
        key = {"act_id": f"{bulletin.id}:{act.id}"}
        row: dict[str, Any] = {"bulletin_id": bulletin.id, "type": kind, "rule": act.rule}
        if not isinstance(act, Achievement) and act.section_id:
            row["section_id"] = f"{bulletin.id}:{act.section_id}"
        if isinstance(act, Sanction):
            row |= {"kind": act.kind, "state": act.state}
        yield "acts", key | row | place(act.span)
        yield from ranked("act_units", key, "unit_id", ids_of(bulletin, act.units))
        if isinstance(act, Achievement):
            yield from ranked("act_natures", key, "nature", act.nature)
        if isinstance(act, FollowUp):
            yield from ranked("act_dates", key, "date_id", ids_of(bulletin, act.dates))
