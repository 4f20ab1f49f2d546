"""What Label Studio exports when a person corrects a task until it says what a gold bulletin says."""

from __future__ import annotations

from typing import Any

from bulletin_nlp.evaluate import GoldBulletin
from bulletin_nlp.evaluate.gold import GoldDate, GoldHeading, GoldProblem, GoldRecommendation, GoldSpan, GoldUnit

LABELS = {
    "date": "dates",
    "unit": "units",
    "problem": "problems",
    "problem_heading": "problem_headings",
    "recommendation": "recommendations",
    "recommendation_heading": "recommendation_headings",
    "achievement": "achievements",
    "reference": "references",
}
CHOICES = {
    "date_kind", "date_grain", "date_repaired", "unit_kind", "unit_role", "nature", "nature_more", "domain", "domain_more",
}  # fmt: skip


def region(name: str, label: str, span: GoldSpan, **answers: list[str]) -> list[dict[str, Any]]:
    """A region with its answers, an item each, as the JSON export has them."""
    where = {"start": span.start, "end": span.end}
    about = {"id": name, "to_name": "text", "origin": "manual"}
    words = {"text": span.text.replace("\n", "\\n")}
    items = [{**about, "from_name": "label", "type": "labels", "value": where | words | {"labels": [label]}}]
    for field, given in answers.items():
        if given and field in CHOICES:
            items.append({**about, "from_name": field, "type": "choices", "value": where | words | {"choices": given}})
        elif given:
            items.append({**about, "from_name": field, "type": "textarea", "value": where | {"text": given}})
    return items


def relation(source: str, target: str, **more: Any) -> dict[str, Any]:
    return {"from_id": source, "to_id": target, "type": "relation", "direction": "right"} | more


def result_of(gold: GoldBulletin) -> list[dict[str, Any]]:
    """The result of an annotation that says what the gold says."""
    result: list[dict[str, Any]] = []
    for label, group in LABELS.items():
        for number, span in enumerate(getattr(gold, group)):
            result += region(f"{label}#{number}", label, span, **_answers(span))
    for label in ("problem", "recommendation", "achievement"):
        for number, record in enumerate(getattr(gold, LABELS[label])):
            name = f"{label}#{number}"
            result += [relation(name, f"unit#{_nearest(gold, words, record)}") for words in record.units]
            result += [relation(name, f"problem#{n - 1}") for n in getattr(record, "answers", ())]
    return result + _head(gold)


def exported(task: dict[str, Any], result: list[dict[str, Any]], number: int = 1, **annotation: Any) -> dict[str, Any]:
    """A task of ours with one annotation, as the JSON export has it."""
    made = {"id": 100 + number, "completed_by": 1, "was_cancelled": False, "ground_truth": False, "lead_time": 61.5}
    made |= {"created_at": "2024-05-06T07:00:00.1Z", "updated_at": "2024-05-06T07:08:09.1Z", "result": result}
    return {"id": number, "data": task["data"], "annotations": [made | annotation], "predictions": [7], "drafts": []}


def _answers(span: GoldSpan) -> dict[str, list[str]]:
    match span:
        case GoldDate():
            return {
                "date_kind": [span.kind],
                "date_start": [span.first] if span.first else [],
                "date_end": [span.last] if span.last else [],
                "date_grain": [span.grain],
                "date_repaired": ["repaired"] if span.repaired else [],
            }
        case GoldUnit():
            return {"unit_kind": [span.kind], "unit_role": [span.role], "canonical": list(span.canonical)}
        case GoldProblem() | GoldHeading():
            domain = (span.domain or ()) if isinstance(span, GoldProblem) else ()
            return {
                "nature": list(span.nature[:1]),
                "nature_more": list(span.nature[1:]),
                "domain": list(domain[:1]),
                "domain_more": list(domain[1:]),
            }
        case GoldRecommendation():
            return {"due": [span.due] if span.due else []}
    return {}


def _nearest(gold: GoldBulletin, words: str, to: GoldSpan) -> int:
    said = [number for number, unit in enumerate(gold.units) if unit.text == words]
    return min(said, key=lambda number: abs(gold.units[number].start - to.start))


def _head(gold: GoldBulletin) -> list[dict[str, Any]]:
    front = gold.front
    fields: dict[str, list[object]] = {
        "region": [front.region.name] if front.region else [],
        **{name: list(getattr(front, name)) for name in ("issuers", "report_to", "send_to", "copy_to", "attachments")},
    }
    for name in ("title", "series", "issue_year", "issue_number", "document_number", "published", "source_name"):
        value = getattr(front, name)
        fields[name] = [] if value is None else [value]
    return [
        {
            "id": f"x{name}",
            "from_name": f"head_{name}",
            "to_name": "text",
            "type": "textarea",
            "value": {"text": [str(value) for value in given]},
        }
        for name, given in fields.items()
        if given
    ]
