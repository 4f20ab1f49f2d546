"""Broken numbers of the head as fields of the outline, so that the head is read as if they stood whole."""

from __future__ import annotations

import re

from bulletin_nlp.knowledge import knowledge
from bulletin_nlp.pipes.structure.outline import Field, Outline
from bulletin_nlp.text.damage import NumberReading, read_numbers
from bulletin_nlp.text.fold import fold

_BLANKS = re.compile(r"\s+")
_NAMES = {"document_number": ["document_number"], "issue": ["issue", "issue_number", "issue_year", "issue_total"]}
SURE = 0.85
"""The certainty from which a broken number counts as read."""


def broken_numbers(folded: str, outline: Outline) -> list[NumberReading]:
    """The broken issue and document numbers of the head that the structure itself does not read.

    Args:
        folded: the text in folded form.
        outline: the structure with its fields.
    """
    readings = read_numbers(folded, knowledge().table("dates/damage")["readings"])
    return [reading for reading in readings if _is_wanted(reading, folded, outline)]


def _is_wanted(reading: NumberReading, folded: str, outline: Outline) -> bool:
    """Whether the structure reads no number of this name, or reads it at this place with damage left in, or took the
    running total (总第41期) for it."""
    given = [f for f in outline["fields"] if f["name"] == reading.name]
    if not reading.lost and any(_says(f, reading) for f in outline["fields"]):
        return False
    return all(
        (f["start"] < reading.end and reading.start < f["end"]) or folded[max(0, f["start"] - 1)] == "总" for f in given
    )


def _says(field: Field, reading: NumberReading) -> bool:
    """Whether a field of the structure says what a reading says, blanks aside."""
    value = _BLANKS.sub("", fold(field["value"]))
    if reading.name == "issue":
        return field["name"] == "issue_number" and value == str(reading.number)
    return field["name"] == "document_number" and value == fold(reading.restored)


def with_numbers(outline: Outline, numbers: list[NumberReading]) -> Outline:
    """The outline with the fields of the numbers that are read without doubt."""
    sure = [number for number in numbers if number.certainty >= SURE]
    replaced = {name for number in sure for name in _NAMES[number.name]}
    fields = [f for f in outline["fields"] if f["name"] not in replaced]
    for number in sure:
        fields += _fields(number)
    fields.sort(key=lambda f: (f["start"], f["end"], f["name"]))
    return Outline(**{**outline, "fields": fields})


def _fields(number: NumberReading) -> list[Field]:
    values: list[tuple[str, str]] = [(number.name, number.restored)]
    if number.name == "issue":
        values.append(("issue_number", str(number.number)))
        if number.year is not None:
            values.append(("issue_year", str(number.year)))
    return [Field(name=n, start=number.start, end=number.end, value=v, rule="restored") for n, v in values]
