"""Rows of what is mentioned: dates, figures, units and words that point to them, documents, damaged places."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from bulletin_nlp.export.places import Row, ids_of, joined, place, ranked
from bulletin_nlp.records import Bulletin


def date_rows(bulletin: Bulletin) -> Iterator[Row]:
    """Dates and their readings."""
    for date in bulletin.dates:
        key = {"date_id": f"{bulletin.id}:{date.id}"}
        named = {name: getattr(date, name) for name in ("kind", "granularity", "role", "repaired", "certainty", "rule")}
        days = {"first_day": date.start, "last_day": date.end, "filled": joined(date.filled)}
        yield "dates", key | {"bulletin_id": bulletin.id} | named | days | place(date.span)
        for rank, reading in enumerate(date.candidates, 1):
            days = {"first_day": reading.start, "last_day": reading.end}
            yield "date_candidates", key | {"rank": rank, "certainty": reading.certainty} | days


def figure_rows(bulletin: Bulletin) -> Iterator[Row]:
    """Figures."""
    for figure in bulletin.figures:
        row = {"figure_id": f"{bulletin.id}:{figure.id}", "bulletin_id": bulletin.id}
        yield "figures", row | {"value": figure.value, "unit": figure.unit, "counted": figure.of} | place(figure.span)


def unit_rows(bulletin: Bulletin) -> Iterator[Row]:
    """Mentions of units, their roles and candidates, and the words that point to them."""
    for unit in bulletin.units:
        key, match = {"unit_id": f"{bulletin.id}:{unit.id}"}, unit.match
        row = {
            "bulletin_id": bulletin.id,
            "kind": unit.kind,
            "role": unit.roles[0] if unit.roles else None,
            "quantifier": unit.quantifier,
            "count": unit.count,
            "match_status": match.status,
            "canonical_id": match.canonical_id,
            "canonical_name": match.canonical_name or joined(match.canonical_names),
            "members": joined(match.members),
            "score": match.score,
            "basis": match.basis,
            "rule": unit.rule,
        }
        yield "units", key | row | place(unit.span)
        for rank, (role, rule) in enumerate(zip_longest(unit.roles, unit.role_rules[: len(unit.roles)]), 1):
            yield "unit_roles", key | {"rank": rank, "role": role, "rule": rule}
        for rank, candidate in enumerate(match.candidates, 1):
            named = {"candidate_id": candidate.canonical_id, "name": candidate.canonical_name}
            yield "unit_candidates", key | {"rank": rank, "score": candidate.score, "basis": candidate.basis} | named
    for pointer in bulletin.anaphora:
        key = {"anaphor_id": f"{bulletin.id}:{pointer.id}"}
        row = {
            "bulletin_id": bulletin.id,
            "region": pointer.region,
            "certainty": pointer.certainty,
            "rule": pointer.rule,
        }
        yield "anaphora", key | row | place(pointer.span)
        yield from ranked("anaphor_units", key, "unit_id", ids_of(bulletin, pointer.units))


def reference_rows(bulletin: Bulletin) -> Iterator[Row]:
    """Documents referred to."""
    for reference in bulletin.references:
        row = {"reference_id": f"{bulletin.id}:{reference.id}", "bulletin_id": bulletin.id}
        yield "citations", row | {"title": reference.title, "kind": reference.kind} | place(reference.span)


def repair_rows(bulletin: Bulletin) -> Iterator[Row]:
    """Damaged places."""
    for repair in bulletin.repairs:
        row = {
            "repair_id": f"{bulletin.id}:{repair.id}",
            "bulletin_id": bulletin.id,
            "restored": repair.restored,
            "lost": joined(repair.lost),
            "candidates": joined(f"{candidate.restored} {candidate.certainty}" for candidate in repair.candidates),
            "certainty": repair.certainty,
        }
        yield "repairs", row | place(repair.span)
