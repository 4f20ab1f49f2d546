"""Tasks for Label Studio: what the program found as predictions that a person corrects, and the labelling configuration.

`bulletin evaluate --from-labelstudio` takes the corrected tasks back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bulletin_nlp.export.annotations import Annotation, annotations_of, only_bulletins
from bulletin_nlp.export.labelstudio_config import FIELDS, HEAD_PREFIX, RELATIONS, configuration
from bulletin_nlp.reconcile import Registries
from bulletin_nlp.records import Bulletin, DateMention, Failure, Problem, Recommendation, Span, UnitMention, Value

_CODED = {field.name for field in FIELDS if field.codes}
_Values = Mapping[str, Sequence[str | None]]


def write(results: Iterable[Bulletin | Failure], path: Path, registries: Registries) -> None:
    """Write a JSON array of tasks, and beside it NAME.xml, the configuration that the project wants.

    Offsets are code points, as Label Studio counts them today (older ones counted UTF-16 units).
    """
    separator = "[\n"
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        for bulletin in only_bulletins(results):
            stream.write(separator + json.dumps(_task(bulletin), ensure_ascii=False))
            separator = ",\n"
        stream.write("[]\n" if separator == "[\n" else "\n]\n")
    path.with_suffix(".xml").write_text(configuration(), "utf-8", newline="\n")


def _task(bulletin: Bulletin) -> dict[str, Any]:
    head = bulletin.head
    region = {"code": head.region.code, "name": head.region.name} if head.region else None
    data = {
        "text": bulletin.text,
        "bulletin_id": bulletin.id,
        "uri": bulletin.source.uri,
        "title": head.title.value if head.title else "",
        "region": region,
    }
    result = [*_regions(bulletin), *_relations(bulletin), *_head(bulletin)]
    version = f"bulletin_nlp {bulletin.provenance.version}"
    return {"data": data, "predictions": [{"model_version": version, "result": result}]}


def _regions(bulletin: Bulletin) -> Iterator[dict[str, Any]]:
    values: dict[str, _Values] = {
        **{date.id: _of_date(date) for date in bulletin.dates},
        **{unit.id: _of_unit(unit) for unit in bulletin.units},
        **{problem.id: _of_problem(problem) for problem in bulletin.problems},
        **{demand.id: {"due": [demand.deadline]} for demand in bulletin.recommendations},
    }
    for note in (*annotations_of(bulletin), *_headings(bulletin)):
        about = {"id": note.id, "to_name": "text"}
        where = {"start": note.start, "end": note.end}
        value = where | {"text": note.text, "labels": [note.label]}
        yield {**about, "from_name": "label", "type": "labels", "value": value}
        for name, given in values.get(note.id, {}).items():
            if filled := [one for one in given if one]:
                kind, key = ("choices", "choices") if name in _CODED else ("textarea", "text")
                # A text field's answer stands where a label has the region's words: so Label Studio writes it.
                value = where | ({"text": note.text} if key == "choices" else {}) | {key: filled}
                yield {**about, "from_name": name, "type": kind, "value": value}


def _of_date(date: DateMention) -> _Values:
    return {
        "date_kind": [date.kind],
        "date_start": [date.start],
        "date_end": [date.end],
        "date_grain": [date.granularity],
        "date_repaired": ["repaired"] if date.repaired else [],
    }


def _of_unit(unit: UnitMention) -> _Values:
    names = unit.match.canonical_names or (unit.match.canonical_name,)
    return {"unit_kind": [unit.kind], "unit_role": unit.roles[:1], "canonical": names}


def _of_problem(problem: Problem) -> _Values:
    return {
        "nature": problem.nature[:1],
        "nature_more": problem.nature[1:],
        "domain": problem.domain[:1],
        "domain_more": problem.domain[1:],
    }


def _headings(bulletin: Bulletin) -> Iterator[Annotation]:
    """Each heading of findings and of demands once. Which of the former judge, a person says by giving a nature."""
    records: tuple[tuple[str, Sequence[Problem | Recommendation]], ...] = (
        ("problem", bulletin.problems),
        ("recommendation", bulletin.recommendations),
    )
    for kind, given in records:
        spans: dict[tuple[int, int], Span] = {
            (record.heading.start, record.heading.end): record.heading for record in given if record.heading
        }
        for number, span in enumerate(spans.values(), 1):
            yield Annotation(span.start, span.end, span.text, f"{kind}_heading", f"{kind}-heading-{number}")


def _relations(bulletin: Bulletin) -> Iterator[dict[str, Any]]:
    groups: tuple[tuple[tuple[str, str], Iterable[tuple[str, Iterable[str]]]], ...] = (
        (("problem", "unit"), ((record.id, record.units) for record in bulletin.problems)),
        (("recommendation", "unit"), ((record.id, record.units) for record in bulletin.recommendations)),
        (("achievement", "unit"), ((record.id, record.units) for record in bulletin.achievements)),
        (
            ("recommendation", "problem"),
            ((record.id, [answer.problem_id for answer in record.answers]) for record in bulletin.recommendations),
        ),
    )
    for ends, pairs in groups:
        for source, targets in pairs:
            for target in dict.fromkeys(targets):
                ids = {"from_id": source, "to_id": target}
                yield {"type": "relation", **ids, "direction": "right", "labels": [RELATIONS[ends]]}


def _head(bulletin: Bulletin) -> Iterator[dict[str, Any]]:
    head, units = bulletin.head, {unit.id: unit.span.text for unit in bulletin.units}
    issue, recipients = head.issue, head.recipients
    fields: dict[str, Sequence[str | None]] = {
        "title": _texts([head.title]),
        "series": _texts([head.series]),
        "issue_year": [str(issue.year) if issue and issue.year is not None else None],
        "issue_number": [str(issue.number) if issue and issue.number is not None else None],
        "document_number": _texts([head.document_number]),
        "published": [head.published.value if head.published else None],
        "source_name": _texts([head.source_name]),
        "region": [head.region.name if head.region else None],
        "issuers": [units[name] for name in head.issuers],
        "report_to": _texts(recipients.report_to),
        "send_to": _texts([*recipients.main, *recipients.send_to]),
        "copy_to": _texts(recipients.copy_to),
        "attachments": [attachment.title for attachment in head.attachments],
    }
    for name, given in fields.items():
        if filled := [one for one in given if one]:
            about = {"id": HEAD_PREFIX + name, "to_name": "text", "from_name": HEAD_PREFIX + name}
            yield {**about, "type": "textarea", "value": {"text": filled}}


def _texts(values: Iterable[Value | None]) -> list[str]:
    return [value.value for value in values if value]
