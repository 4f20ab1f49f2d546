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
    known = {tag.get("name"): {child.get("value") for child in tag} for tag in view if tag.tag != "Text"}
    for task, bulletin in zip(tasks, exported, strict=True):
        result = task["predictions"][0]["result"]
        text = task["data"]["text"]
        assert text == bulletin.text
        found = []
        for region in result:
            value = region["value"]
            assert text[value["start"] : value["end"]] == value["text"]
            assert set(value[region["type"]]) <= known[region["from_name"]]
            if region["type"] == "labels":
                found.append((value["start"], value["end"], *value["labels"]))
        assert sorted(found) == spans_of(bulletin)
        natures = {r["id"]: tuple(r["value"]["choices"]) for r in result if r["from_name"] == "nature"}
        assert natures == {problem.id: problem.nature for problem in bulletin.problems if problem.nature}


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
