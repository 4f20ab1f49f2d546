"""Formats of annotation tools and linked data, loaded back by what they are made for."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
import spacy
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, SKOS
from spacy.tokens import DocBin

from bulletin_nlp.export import export
from bulletin_nlp.export.annotations import LABELS, annotations_of
from bulletin_nlp.export.labelstudio_config import FIELDS, HEADINGS, REGION_LABELS, RELATIONS
from bulletin_nlp.records import Bulletin

OA = Namespace("http://www.w3.org/ns/oa#")


def spans_of(bulletin: Bulletin) -> list[tuple[int, int, str]]:
    """Start, end and label of every record that annotators see, straight from the records."""
    groups = (
        ("date", bulletin.dates),
        ("unit", bulletin.units),
        ("problem", bulletin.problems),
        ("recommendation", bulletin.recommendations),
        ("achievement", bulletin.achievements),
        ("reference", bulletin.references),
    )
    return sorted((r.span.start, r.span.end, label) for label, records in groups for r in records)


def test_all_labels_occur(exported: list[Bulletin]) -> None:
    assert {note.label for bulletin in exported for note in annotations_of(bulletin)} == set(LABELS)


def test_doccano_lines_hold_the_same_spans(exported: list[Bulletin], tmp_path: Path) -> None:
    export(exported, "doccano", tmp_path / "d.jsonl")
    with (tmp_path / "d.jsonl").open(encoding="utf-8", newline="\n") as stream:
        lines = [json.loads(line) for line in stream]
    assert [line["text"] for line in lines] == [bulletin.text for bulletin in exported]
    for line, bulletin in zip(lines, exported, strict=True):
        assert sorted(map(tuple, line["label"])) == spans_of(bulletin)


def test_a_docbin_is_loaded_with_the_same_spans(exported: list[Bulletin], tmp_path: Path) -> None:
    export(exported, "docbin", tmp_path / "d.spacy")
    docs = list(DocBin().from_disk(tmp_path / "d.spacy").get_docs(spacy.blank("zh").vocab))
    for doc, bulletin in zip(docs, exported, strict=True):
        assert doc.text == bulletin.text
        assert sorted((s.start_char, s.end_char, s.label_) for s in doc.spans["sc"]) == spans_of(bulletin)
        canonical = {unit.id: unit.match.canonical_id or "" for unit in bulletin.units}
        assert {s.id_: s.kb_id_ for s in doc.spans["sc"] if s.label_ == "unit"} == canonical
        entities = {(e.start_char, e.end_char, e.label_) for e in doc.ents}
        assert entities
        assert entities <= set(spans_of(bulletin))


def test_label_studio_tasks_hold_the_same_spans_and_known_codes(exported: list[Bulletin], tmp_path: Path) -> None:
    export(exported, "labelstudio", tmp_path / "tasks.json")
    tasks = json.loads((tmp_path / "tasks.json").read_text("utf-8"))
    view = ElementTree.parse(tmp_path / "tasks.xml").getroot()
    controls = {tag.get("name"): tag for tag in view.iter() if tag.get("toName")}
    known = {name: {child.get("alias", child.get("value")) for child in tag} for name, tag in controls.items()}
    assert known["label"] == set(REGION_LABELS)
    assert {field.name for field in FIELDS} < set(controls)
    for task, bulletin in zip(tasks, exported, strict=True):
        result = task["predictions"][0]["result"]
        text = task["data"]["text"]
        assert text == bulletin.text
        found = []
        for region in result:
            if region["type"] == "relation":
                continue
            value = region["value"]
            if region["type"] == "textarea":
                assert controls[region["from_name"]].tag == "TextArea"
                assert all(value["text"])
                continue
            assert text[value["start"] : value["end"]] == value["text"]
            assert set(value[region["type"]]) <= known[region["from_name"]]
            if region["type"] == "labels" and value["labels"][0] not in HEADINGS:
                found.append((value["start"], value["end"], *value["labels"]))
        assert sorted(found) == spans_of(bulletin)
        told: dict[tuple[str, str], tuple[str, ...]] = {
            (r["id"], r["from_name"]): tuple(r["value"].get("choices", r["value"]["text"]))
            for r in result
            if r["type"] in ("choices", "textarea")
        }
        for problem in bulletin.problems:
            assert told.get((problem.id, "nature"), ()) == problem.nature[:1]
            assert told.get((problem.id, "nature_more"), ()) == problem.nature[1:]
            assert told.get((problem.id, "domain"), ()) == problem.domain[:1]
        for unit in bulletin.units:
            names = unit.match.canonical_names or ((unit.match.canonical_name,) if unit.match.canonical_name else ())
            assert told.get((unit.id, "canonical"), ()) == names
            assert told[unit.id, "unit_role"] == unit.roles[:1]
        for date in bulletin.dates:
            assert told.get((date.id, "date_end"), ()) == ((date.end,) if date.end else ())


def test_label_studio_relations_are_those_of_the_records(exported: list[Bulletin], tmp_path: Path) -> None:
    export(exported, "labelstudio", tmp_path / "tasks.json")
    names = set(RELATIONS.values())
    for task, bulletin in zip(json.loads((tmp_path / "tasks.json").read_text("utf-8")), exported, strict=True):
        result = task["predictions"][0]["result"]
        ids = {item["id"] for item in result if item["type"] == "labels"}
        drawn = {(r["from_id"], r["to_id"]) for r in result if r["type"] == "relation"}
        assert {end for pair in drawn for end in pair} <= ids
        assert {name for r in result if r["type"] == "relation" for name in r["labels"]} <= names
        blamed = {(problem.id, unit) for problem in bulletin.problems for unit in problem.units}
        charged = {(demand.id, unit) for demand in bulletin.recommendations for unit in demand.units}
        praised = {(fact.id, unit) for fact in bulletin.achievements for unit in fact.units}
        answered = {(demand.id, a.problem_id) for demand in bulletin.recommendations for a in demand.answers}
        assert drawn == blamed | charged | praised | answered


def test_linked_data_is_read_by_rdflib(exported: list[Bulletin], tmp_path: Path) -> None:
    export(exported, "jsonld", tmp_path / "b.jsonld")
    graph = Graph().parse(tmp_path / "b.jsonld", format="json-ld")
    texts = {URIRef(f"urn:bulletin-nlp:{bulletin.id}"): bulletin.text for bulletin in exported}
    checked = 0
    for record, bulletin in graph.subject_objects(DCTERMS.isPartOf):
        bounds: dict[URIRef, int] = {}
        quoted = ""
        for selector in graph.objects(record, OA.hasSelector):
            for key, value in graph.predicate_objects(selector):
                if key in (OA.start, OA.end):
                    bounds[key] = int(value)
                elif key == OA.exact:
                    quoted = str(value)
        assert texts[bulletin][bounds[OA.start] : bounds[OA.end]] == quoted
        checked += 1
    assert checked >= sum(len(spans_of(bulletin)) for bulletin in exported)
    code = URIRef("urn:bulletin-nlp:code:nature:safety")
    assert set(graph.objects(code, SKOS.prefLabel)) == {Literal("安全隐患", "zh"), Literal("safety hazards", "en")}
    organizations = set(graph.objects(None, URIRef("urn:bulletin-nlp:term:organization")))
    assert organizations
    assert all((organization, SKOS.prefLabel, None) in graph for organization in organizations)


@pytest.mark.parametrize("format", ["labelstudio", "jsonld"])
def test_no_bulletin_is_still_a_document(format: str, tmp_path: Path) -> None:
    export([], format, tmp_path / "none.json")
    assert json.loads((tmp_path / "none.json").read_text("utf-8")) is not None
