"""Tasks for Label Studio: what the program found as predictions that a person corrects, and the labelling configuration."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from bulletin_nlp.export.annotations import LABELS, Annotation, annotations_of, only_bulletins
from bulletin_nlp.export.labels import both, codes
from bulletin_nlp.reconcile import Registries
from bulletin_nlp.records import Bulletin, Failure

_COLOURS = ("#1f77b4", "#2ca02c", "#d62728", "#9467bd", "#bcbd22", "#8c564b")
_CHOICES = {
    "date_kind": ("date", "single"),
    "unit_kind": ("unit", "single"),
    "unit_role": ("unit", "multiple"),
    "nature": ("problem", "multiple"),
}
"""Facet → the label whose regions it belongs to, and how many codes a region takes."""


def write(results: Iterable[Bulletin | Failure], path: Path, registries: Registries) -> None:
    """Write a JSON array of tasks, and beside it NAME.xml, the configuration that the project wants.

    Offsets are code points, as Label Studio counts them.
    """
    separator = "[\n"
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        for bulletin in only_bulletins(results):
            stream.write(separator + json.dumps(_task(bulletin), ensure_ascii=False))
            separator = ",\n"
        stream.write("[]\n" if separator == "[\n" else "\n]\n")
    path.with_suffix(".xml").write_text(configuration(), "utf-8", newline="\n")


def _task(bulletin: Bulletin) -> dict[str, Any]:
    title = bulletin.head.title.value if bulletin.head.title else ""
    return {
        "data": {"text": bulletin.text, "bulletin_id": bulletin.id, "uri": bulletin.source.uri, "title": title},
        "predictions": [
            {
                "model_version": f"bulletin_nlp {bulletin.provenance.version}",
                "result": [item for note in annotations_of(bulletin) for item in _regions(note)],
            }
        ],
    }


def _regions(note: Annotation) -> list[dict[str, Any]]:
    where = {"start": note.start, "end": note.end, "text": note.text}
    about = {"id": note.id, "to_name": "text"}
    label = {**about, "from_name": "label", "type": "labels", "value": where | {"labels": [note.label]}}
    choices = [
        {**about, "from_name": facet, "type": "choices", "value": where | {"choices": list(codes)}}
        for facet, codes in note.choices
        if codes
    ]
    return [label, *choices]


def configuration() -> str:
    """The labelling configuration: the labels, and for each region the codes that it takes."""
    view = ElementTree.Element("View")
    labels = ElementTree.SubElement(view, "Labels", name="label", toName="text")
    for label, colour in zip(LABELS, _COLOURS, strict=True):
        ElementTree.SubElement(labels, "Label", value=label, html=both("layer", label)[0], background=colour)
    ElementTree.SubElement(view, "Text", name="text", value="$text", granularity="symbol")
    for facet, (label, many) in _CHOICES.items():
        shown = {"perRegion": "true", "whenTagName": "label", "whenLabelValue": label, "choice": many}
        choices = ElementTree.SubElement(view, "Choices", {"name": facet, "toName": "text"} | shown)
        for code in codes(facet):
            ElementTree.SubElement(choices, "Choice", value=code, html=" ".join(both(facet, code)))
    ElementTree.indent(view)
    return ElementTree.tostring(view, encoding="unicode") + "\n"
