"""What Label Studio asks a person: labels, fields of each label's regions, fields of the head, relations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from xml.etree import ElementTree

from bulletin_nlp.export.annotations import LABELS
from bulletin_nlp.export.labels import both, codes

HEADINGS = ("problem_heading", "recommendation_heading")
REGION_LABELS = (*LABELS, *HEADINGS)
_COLOURS = ("#1f77b4", "#2ca02c", "#d62728", "#9467bd", "#bcbd22", "#8c564b", "#ff9896", "#c5b0d5")
RELATIONS: dict[tuple[str, str], str] = {
    ("problem", "unit"): "blames",
    ("recommendation", "unit"): "charges",
    ("achievement", "unit"): "praises",
    ("recommendation", "problem"): "answers",
}
"""The labels of both ends → what the relation is called. The ends alone tell which it is, in either direction."""
HEAD = (
    "title", "series", "issue_year", "issue_number", "document_number", "published", "source_name", "region",
    "issuers", "report_to", "send_to", "copy_to", "attachments",
)  # fmt: skip
"""Fields of head and tail, asked for once a task under `head_NAME`; the last five hold several values."""
HEAD_PREFIX = "head_"


@dataclass(frozen=True, slots=True)
class Field:
    """What is asked about a region.

    Attributes:
        name: the name of its control.
        of: the labels of the regions that have it.
        codes: the facet whose codes are offered; empty for free text.
        takes: how many codes.
        required: whether Label Studio insists on an answer.
        hint: shown in an empty text field.
    """

    name: str
    of: tuple[str, ...]
    codes: str = ""
    takes: Literal["single", "multiple"] = "single"
    required: bool = False
    hint: str = ""


_DAY = "2017-06-20"
FIELDS: tuple[Field, ...] = (
    Field("date_kind", ("date",), "date_kind", required=True),
    Field("date_start", ("date",), hint=_DAY),
    Field("date_end", ("date",), hint=_DAY),
    Field("date_grain", ("date",), "granularity", required=True),
    Field("date_repaired", ("date",), "date_repaired", "multiple"),
    Field("unit_kind", ("unit",), "unit_kind", required=True),
    Field("unit_role", ("unit",), "unit_role", required=True),
    Field("canonical", ("unit",), hint="云岭县住房和城乡建设局"),
    Field("nature", ("problem", "problem_heading"), "nature"),
    Field("nature_more", ("problem", "problem_heading"), "nature", "multiple"),
    Field("domain", ("problem",), "domain"),
    Field("domain_more", ("problem",), "domain", "multiple"),
    Field("due", ("recommendation",), hint=_DAY),
)
"""The primary nature and domain are asked apart: Label Studio returns several choices in the order of its list."""


def configuration() -> str:
    """The labelling configuration, as XML."""
    view = ElementTree.Element("View")
    # Without it the browser shows runs of blanks, tabs of tables among them, as one.
    ElementTree.SubElement(view, "Style").text = ".htx-text { white-space: pre-wrap; }"
    relations = ElementTree.SubElement(view, "Relations")
    for name in RELATIONS.values():
        ElementTree.SubElement(relations, "Relation", value=name)
    labels = ElementTree.SubElement(view, "Labels", name="label", toName="text", showInline="true")
    for label, colour in zip(REGION_LABELS, _COLOURS, strict=True):
        ElementTree.SubElement(labels, "Label", value=label, html=both("layer", label)[0], background=colour)
    ElementTree.SubElement(view, "Text", name="text", value="$text", granularity="symbol")
    for of in dict.fromkeys(field.of for field in FIELDS):
        shown = {"whenTagName": "label", "whenLabelValue": ",".join(of)}
        group = ElementTree.SubElement(view, "View", {"visibleWhen": "region-selected"} | shown)
        for field in FIELDS:
            if field.of == of:
                _control(group, field, {"perRegion": "true"} | shown)
    panel = ElementTree.SubElement(ElementTree.SubElement(view, "Collapse"), "Panel", value="版头版尾 head and tail")
    for name in HEAD:
        _heading(panel, HEAD_PREFIX + name)
        ElementTree.SubElement(panel, "TextArea", name=HEAD_PREFIX + name, toName="text", editable="true", rows="1")
    ElementTree.indent(view)
    return ElementTree.tostring(view, encoding="unicode") + "\n"


def _control(group: ElementTree.Element, field: Field, shown: dict[str, str]) -> None:
    _heading(group, field.name)
    about = {"name": field.name, "toName": "text"} | shown | ({"required": "true"} if field.required else {})
    if not field.codes:
        text = {"editable": "true", "rows": "1", "placeholder": field.hint}
        ElementTree.SubElement(group, "TextArea", about | text)
        return
    offered = codes(field.codes)
    layout = "select" if len(offered) > 10 else "inline"
    choices = ElementTree.SubElement(group, "Choices", about | {"choice": field.takes, "layout": layout})
    for code in offered:
        ElementTree.SubElement(choices, "Choice", value=" ".join(both(field.codes, code)), alias=code)


def _heading(group: ElementTree.Element, name: str) -> None:
    ElementTree.SubElement(group, "Header", value=" ".join(both("field", name)), size="6")
