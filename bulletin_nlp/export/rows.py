"""From a bulletin to the rows of its tables: plain values by column, in the order of the records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bulletin_nlp.export.demands import demand_rows
from bulletin_nlp.export.findings import act_rows, problem_rows
from bulletin_nlp.export.mentions import date_rows, figure_rows, reference_rows, repair_rows, unit_rows
from bulletin_nlp.export.places import Row, ids_of, joined, place, words
from bulletin_nlp.export.tabular import table_rows
from bulletin_nlp.records import Bulletin, Value

PART = 30_000
"""Characters of a text in one row: fewer than a cell of a workbook holds."""


def rows_of(bulletin: Bulletin) -> Iterator[Row]:
    """The rows of one bulletin, each with the name of its table; an id is the bulletin's, a colon and the record's."""
    yield "bulletins", _bulletin(bulletin)
    for part, start in enumerate(range(0, max(len(bulletin.text), 1), PART), 1):
        text = bulletin.text[start : start + PART]
        yield "texts", {"bulletin_id": bulletin.id, "part": part, "char_start": start, "text": text}
    yield from _sections(bulletin)
    for rows in (
        date_rows,
        figure_rows,
        unit_rows,
        reference_rows,
        repair_rows,
        problem_rows,
        demand_rows,
        act_rows,
        table_rows,
    ):
        yield from rows(bulletin)
    yield from _head(bulletin)
    for rank, remark in enumerate(bulletin.remarks, 1):
        where = {"char_start": remark.span.start, "char_end": remark.span.end} if remark.span else {}
        yield (
            "remarks",
            {"bulletin_id": bulletin.id, "rank": rank, "code": remark.code, "message": remark.message} | where,
        )


def _value(value: Value | None) -> str | None:
    return value.value if value else None


def _bulletin(bulletin: Bulletin) -> dict[str, Any]:
    head, source, provenance = bulletin.head, bulletin.source, bulletin.provenance
    issue, published, region = head.issue, head.published, head.region
    row: dict[str, Any] = {
        "bulletin_id": bulletin.id,
        "title": _value(head.title),
        "series": _value(head.series),
        "document_number": _value(head.document_number),
        "source_name": _value(head.source_name),
        "author": _value(head.author),
        "breadcrumb": joined(crumb.value for crumb in head.breadcrumb),
        "signatory": _value(head.signatory),
        "classification": _value(head.classification),
        "characters": len(bulletin.text),
        "schema_version": bulletin.schema_version,
        **source.model_dump(),
        **provenance.model_dump(exclude={"parsed_at"}),
    }
    if issue:
        row |= {"issue_year": issue.year, "issue_number": issue.number, "issue_total": issue.total}
    if published:
        row |= {"published": published.value, "published_repaired": published.repaired}
    if region:
        row |= {f"region_{name}": getattr(region, name) for name in ("code", "name", "level", "basis", "certainty")}
        row["region_above"] = joined(region.above)
    return row


def _head(bulletin: Bulletin) -> Iterator[Row]:
    head = bulletin.head
    for rank, unit in enumerate(ids_of(bulletin, head.issuers), 1):
        yield "bulletin_issuers", {"bulletin_id": bulletin.id, "rank": rank, "unit_id": unit}
    for kind in type(head.recipients).model_fields:
        for rank, value in enumerate(getattr(head.recipients, kind), 1):
            row = {"bulletin_id": bulletin.id, "kind": kind, "rank": rank, "name": value.value}
            yield "recipients", row | place(value.span)
    for rank, attachment in enumerate(head.attachments, 1):
        row = {"bulletin_id": bulletin.id, "rank": rank, "title": attachment.title, "present": attachment.present}
        yield "attachments", row | place(attachment.span)


def _sections(bulletin: Bulletin) -> Iterator[Row]:
    for section in bulletin.sections:
        row = {
            "section_id": f"{bulletin.id}:{section.id}",
            "bulletin_id": bulletin.id,
            "parent_id": f"{bulletin.id}:{section.parent}" if section.parent else None,
            "level": section.level,
            "role": section.role,
            "marker": words(section.marker),
            "heading": words(section.heading),
        }
        yield "sections", row | place(section.span)
