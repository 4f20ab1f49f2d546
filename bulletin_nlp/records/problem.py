"""Findings."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bulletin_nlp.records.base import Certainty, Record
from bulletin_nlp.records.span import Span
from bulletin_nlp.records.unit import Quantifier

Frequency = Literal["continuous", "recurrent", "occasional", "once", "unknown"]
Degree = Literal["mild", "plain", "strong"]


class Evidence(Record):
    """The characters that a code was given for, and the rule that gave it."""

    code: str
    span: Span
    rule: str


class Problem(Record):
    """One finding: what is wrong, of which nature, in which domain, and who is blamed."""

    id: str
    span: Span
    section_id: str | None
    heading: Span | None = Field(description="The heading that the finding stands under")
    nature: tuple[str, ...] = Field(description="Codes of the facet nature, primary first")
    domain: tuple[str, ...] = Field(description="Codes of the facet domain, primary first")
    units: tuple[str, ...] = Field(description="Ids of the unit mentions that are blamed")
    inherited: bool = Field(description="The blamed units stand outside the span: the subject was elided")
    quantifier: Quantifier
    frequency: Frequency
    degree: Degree
    places: tuple[Span, ...] = ()
    dates: tuple[str, ...] = Field(default=(), description="Ids of date mentions inside the span")
    figures: tuple[str, ...] = Field(default=(), description="Ids of the figures inside the span")
    clauses: tuple[Span, ...] = Field(default=(), description="The clauses of the finding, each one statement")
    evidence: tuple[Evidence, ...] = ()
    certainty: Certainty
    rule: str
