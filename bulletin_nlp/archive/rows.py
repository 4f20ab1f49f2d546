"""A bulletin as tidy rows, one list for each table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bulletin_nlp.records import Bulletin, Span

Rows = list[tuple[Any, ...]]
TABLES = (
    "bulletin",
    "section",
    "date_mention",
    "unit",
    "unit_name",
    "problem",
    "problem_code",
    "problem_unit",
    "recommendation",
    "recommendation_unit",
    "link",
)
"""The tables whose rows are made from the current record of a document; each has a column `document`."""


def rows_of(document: int, record: Bulletin) -> Iterator[tuple[str, Rows]]:
    """Table and rows, for every table of `TABLES`.

    Args:
        document: the number of the document that the rows belong to.
        record: its bulletin.
    """
    yield "bulletin", [_bulletin(document, record)]
    yield (
        "section",
        [
            (document, s.id, n, s.parent, s.level, _text(s.marker), _text(s.heading), s.role, s.span.start, s.span.end)
            for n, s in enumerate(record.sections, 1)
        ],
    )
    yield (
        "date_mention",
        [
            (
                document,
                d.id,
                n,
                d.span.text,
                d.kind,
                d.start,
                d.end,
                d.granularity,
                d.role,
                d.repaired,
                d.certainty,
                d.span.start,
                d.span.end,
                d.rule,
            )
            for n, d in enumerate(record.dates, 1)
        ],
    )
    yield from _units(document, record)
    yield from _problems(document, record)
    yield from _recommendations(document, record)


def _bulletin(document: int, record: Bulletin) -> tuple[Any, ...]:
    head, source = record.head, record.source
    issue, region = head.issue, head.region
    surfaces = {unit.id: unit.span.text for unit in record.units}
    return (
        document,
        *(value.value if value else None for value in (head.title, head.series, head.document_number)),
        *(value.value if value else None for value in (head.source_name, head.classification)),
        *((issue.year, issue.number, issue.total) if issue else (None, None, None)),
        head.published.value if head.published else None,
        *((region.code, region.name) if region else (None, None)),
        ";".join(surfaces[unit] for unit in head.issuers) or None,
        *(source.media_type, source.encoding, source.reader),
        *(len(record.text), len(record.repairs), len(record.remarks)),
    )


def _units(document: int, record: Bulletin) -> Iterator[tuple[str, Rows]]:
    units: Rows = []
    names: set[tuple[Any, ...]] = set()
    for number, unit in enumerate(record.units, 1):
        match = unit.match
        canonical = ";".join(match.canonical_names) or match.canonical_name
        units.append(
            (
                document,
                unit.id,
                number,
                unit.span.text,
                unit.kind,
                unit.roles[0] if unit.roles else None,
                ",".join(unit.roles),
                unit.quantifier,
                unit.count,
                match.status,
                match.canonical_id,
                canonical,
                match.score,
                unit.span.start,
                unit.span.end,
                unit.rule,
            )
        )
        names.update((name, document, unit.id) for name in (match.canonical_names or (match.canonical_name,)) if name)
    yield "unit", units
    yield "unit_name", sorted(names)


def _problems(document: int, record: Bulletin) -> Iterator[tuple[str, Rows]]:
    yield (
        "problem",
        [
            (
                document,
                p.id,
                n,
                p.section_id,
                _text(p.heading),
                p.span.text,
                _first(p.nature),
                _first(p.domain),
                p.inherited,
                p.quantifier,
                p.frequency,
                p.degree,
                p.certainty,
                p.span.start,
                p.span.end,
                p.rule,
            )
            for n, p in enumerate(record.problems, 1)
        ],
    )
    yield (
        "problem_code",
        [
            (facet, code, document, problem.id, rank)
            for problem in record.problems
            for facet, codes in (("nature", problem.nature), ("domain", problem.domain))
            for rank, code in enumerate(dict.fromkeys(codes), 1)
        ],
    )
    yield "problem_unit", [(document, p.id, unit) for p in record.problems for unit in dict.fromkeys(p.units)]


def _recommendations(document: int, record: Bulletin) -> Iterator[tuple[str, Rows]]:
    days = {date.id: date.span.text for date in record.dates}
    yield (
        "recommendation",
        [
            (
                document,
                r.id,
                n,
                r.section_id,
                _text(r.heading),
                r.span.text,
                r.deadline,
                days.get(r.deadline_date_id or ""),
                r.span.start,
                r.span.end,
                r.rule,
            )
            for n, r in enumerate(record.recommendations, 1)
        ],
    )
    yield (
        "recommendation_unit",
        [(document, r.id, unit) for r in record.recommendations for unit in dict.fromkeys(r.units)],
    )
    best: dict[tuple[str, str], tuple[Any, ...]] = {}
    for demand in record.recommendations:
        for answer in sorted(demand.answers, key=lambda a: -a.certainty):
            row = (document, demand.id, answer.problem_id, answer.basis, answer.certainty)
            best.setdefault((demand.id, answer.problem_id), row)
    yield "link", list(best.values())


def _text(span: Span | None) -> str | None:
    return span.text if span else None


def _first(codes: tuple[str, ...]) -> str | None:
    return codes[0] if codes else None
