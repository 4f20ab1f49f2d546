"""Commended facts."""

from __future__ import annotations

from pydantic import Field

from bulletin_nlp.records.base import Record
from bulletin_nlp.records.span import Span


class Achievement(Record):
    """A commended fact; `nature` uses the codes of the same facet as problems."""

    id: str
    span: Span
    units: tuple[str, ...] = Field(description="Ids of unit mentions")
    nature: tuple[str, ...] = ()
    rule: str
