"""Linked data (JSON-LD 1.1): bulletins in Dublin Core, units in W3C ORG, codes in SKOS, places in the text as selectors
of Web Annotation (code points, as that standard counts)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from bulletin_nlp.export.labels import both, codes
from bulletin_nlp.export.registry import Units
from bulletin_nlp.reconcile import Registries
from bulletin_nlp.records import Bulletin, Failure, Span

_IRI = {"@type": "@id"}
_DAY = {"@type": "xsd:date"}
CONTEXT: dict[str, Any] = {
    "dcterms": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "bulletin": "urn:bulletin-nlp:",
    "term": "urn:bulletin-nlp:term:",
    "title": "dcterms:title",
    "source": "dcterms:source",
    "issued": {"@id": "dcterms:issued", **_DAY},
    "identifier": "dcterms:identifier",
    "place": "dcterms:spatial",
    "partOf": {"@id": "dcterms:isPartOf", **_IRI},
    "publisher": {"@id": "dcterms:publisher", **_IRI},
    "nature": {"@id": "term:nature", **_IRI},
    "domain": {"@id": "term:domain", **_IRI},
    "unit": {"@id": "term:unit", **_IRI},
    "lead": {"@id": "term:lead", **_IRI},
    "support": {"@id": "term:support", **_IRI},
    "answers": {"@id": "term:answers", **_IRI},
    "role": {"@id": "term:role", **_IRI},
    "organization": {"@id": "term:organization", **_IRI},
    "deadline": {"@id": "term:deadline", **_DAY},
    "first": {"@id": "term:firstDay", **_DAY},
    "last": {"@id": "term:lastDay", **_DAY},
    "value": "term:value",
    "measure": "term:measure",
    "name": "skos:prefLabel",
    "altLabel": "skos:altLabel",
    "prefLabel": {"@id": "skos:prefLabel", "@container": "@language"},
    "inScheme": {"@id": "skos:inScheme", **_IRI},
    "selector": "oa:hasSelector",
    "start": "oa:start",
    "end": "oa:end",
    "exact": "oa:exact",
}
_SCHEMES = ("nature", "domain", "unit_role")


def write(results: Iterable[Bulletin | Failure], path: Path, registries: Registries) -> None:
    """Write one document, a node a line. Failures are not in it; the caller tells them."""
    units = Units(registries)
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write('{"@context": ' + json.dumps(CONTEXT) + ',\n"@graph": [')
        separator = "\n"
        for node in _graph(results, units):
            stream.write(separator + json.dumps(_filled(node), ensure_ascii=False))
            separator = ",\n"
        stream.write("\n]}\n")


def _graph(results: Iterable[Bulletin | Failure], units: Units) -> Iterator[dict[str, Any]]:
    for scheme in _SCHEMES:
        yield {"@id": f"bulletin:code:{scheme}", "@type": "skos:ConceptScheme"}
        for code in codes(scheme):
            chinese, english = both(scheme, code)
            label = {"zh": chinese, "en": english}
            about = {"@type": "skos:Concept", "inScheme": f"bulletin:code:{scheme}", "prefLabel": label}
            yield {"@id": f"bulletin:code:{scheme}:{code}", **about}
    for result in results:
        if isinstance(result, Bulletin):
            units.add(result)
            yield from _nodes(result)
    aliases: dict[str, list[str]] = {}
    rows = units.rows()
    for table, row in rows:
        if table == "registry_aliases":
            aliases.setdefault(row["canonical_id"], []).append(row["alias"])
    for table, row in rows:
        if table == "registry":
            names = {"name": row["name"], "altLabel": aliases.get(row["canonical_id"])}
            yield {"@id": f"bulletin:unit:{row['canonical_id']}", "@type": "org:Organization", **names}


def _nodes(bulletin: Bulletin) -> Iterator[dict[str, Any]]:
    head, root = bulletin.head, f"bulletin:{bulletin.id}"

    def iris(ids: Iterable[str]) -> list[str]:
        return [f"{root}:{name}" for name in ids]

    def node(kind: str, record: Any, **more: Any) -> dict[str, Any]:
        return {
            "@id": f"{root}:{record.id}",
            "@type": f"term:{kind}",
            "partOf": root,
            "selector": _at(record.span),
            **more,
        }

    yield {
        "@id": root,
        "@type": "term:Bulletin",
        "title": head.title.value if head.title else None,
        "identifier": head.document_number.value if head.document_number else None,
        "issued": head.published.value if head.published else None,
        "place": head.region.name if head.region else None,
        "publisher": iris(head.issuers),
        "source": bulletin.source.uri,
    }
    for date in bulletin.dates:
        yield node("Date", date, first=date.start, last=date.end)
    for unit in bulletin.units:
        canonical = f"bulletin:unit:{unit.match.canonical_id}" if unit.match.canonical_id else None
        roles = [f"bulletin:code:unit_role:{role}" for role in unit.roles]
        yield node("Mention", unit, organization=canonical, role=roles)
    for figure in bulletin.figures:
        yield node("Figure", figure, value=figure.value, measure=figure.unit)
    for problem in bulletin.problems:
        facets = {f: [f"bulletin:code:{f}:{code}" for code in getattr(problem, f)] for f in ("nature", "domain")}
        yield node("Problem", problem, unit=iris(problem.units), **facets)
    for demand in bulletin.recommendations:
        who = {"unit": iris(demand.units), "lead": iris(demand.lead), "support": iris(demand.support)}
        answers = iris(answer.problem_id for answer in demand.answers)
        yield node("Recommendation", demand, deadline=demand.deadline, answers=answers, **who)
    for fact in bulletin.achievements:
        yield node("Achievement", fact, unit=iris(fact.units))
    for plan in bulletin.follow_up:
        yield node("FollowUp", plan, unit=iris(plan.units))
    for sanction in bulletin.sanctions:
        yield node("Sanction", sanction, unit=iris(sanction.units))
    for reference in bulletin.references:
        yield node("Reference", reference, title=reference.title)


def _at(span: Span) -> list[dict[str, Any]]:
    return [
        {"@type": "oa:TextPositionSelector", "start": span.start, "end": span.end},
        {"@type": "oa:TextQuoteSelector", "exact": span.text},
    ]


def _filled(node: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if value not in (None, [], "")}
