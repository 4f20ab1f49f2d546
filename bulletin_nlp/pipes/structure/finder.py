"""The structure of a bulletin: its sections and the fields of its head and tail. Pure: text in, plain data out."""

from __future__ import annotations

from collections.abc import Set

from bulletin_nlp.pipes.structure.forms import forms
from bulletin_nlp.pipes.structure.head import empty_labels, fields
from bulletin_nlp.pipes.structure.outline import Outline, Range
from bulletin_nlp.pipes.structure.sections import sections
from bulletin_nlp.pipes.structure.titles import title_range
from bulletin_nlp.pipes.structure.zones import zones
from bulletin_nlp.text.damage import mend
from bulletin_nlp.text.fold import fold


def find(text: str, cells: Set[int] = frozenset()) -> Outline:
    """The outline of a text.

    Args:
        text: the text exactly as read; all offsets are code points of it, half-open.
        cells: where cells of tables begin: none of them is an item of the outline.

    Returns:
        Parts of which those of level 0 cover the text without gap or overlap, and the fields found.
    """
    using = forms()
    folded = mend(fold(text, tabs=True))
    divided = zones(folded, using, cells)
    found = fields(text, folded, divided, using)
    lines = [Range(start=p.start, end=p.end) for p in divided.paragraphs]
    return Outline(
        parts=sections(folded, divided, using),
        fields=found,
        paragraphs=lines,
        empty_labels=empty_labels(folded, divided, using),
        title=title_range(found),
    )
