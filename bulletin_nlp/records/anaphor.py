"""Words that point back to a unit: 该局, 我县, 上述单位."""

from __future__ import annotations

from pydantic import Field

from bulletin_nlp.records.base import Certainty, Record
from bulletin_nlp.records.span import Span


class Anaphor(Record):
    """A pointing word and what it points to. It is no mention of its own: counts of mentions leave it out."""

    id: str
    span: Span
    units: tuple[str, ...] = Field(description="Ids of the unit mentions it stands for; none where nothing fits")
    region: bool = Field(default=False, description="Whether it stands for the bulletin's own region (我县)")
    certainty: Certainty
    rule: str
