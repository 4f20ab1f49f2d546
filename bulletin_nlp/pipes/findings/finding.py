"""What the findings component finds, as plain data; offsets are code points of the text, half-open."""

from __future__ import annotations

from typing import TypedDict

from bulletin_nlp.pipes.structure.outline import Range
from bulletin_nlp.records import Degree, Frequency, Quantifier, SanctionKind, SanctionState


class Code(TypedDict):
    """A code with the characters that it was given for and the rule that gave it."""

    code: str
    start: int
    end: int
    rule: str
    weight: int


class Label(TypedDict):
    """A labelled line below a finding or a demand, such as 责任单位: its field, and where its value stands."""

    field: str
    start: int
    end: int


class FindingMention(TypedDict):
    """A finding (kind problem) or a commended fact (kind praise)."""

    start: int
    end: int
    kind: str
    rule: str
    certainty: float
    part: int | None  # index in Outline["parts"]
    heading: Range | None
    natures: list[Code]
    domains: list[Code]
    quantifier: Quantifier
    frequency: Frequency
    degree: Degree
    clauses: list[Range]
    labels: list[Label]  # 责任单位: … on the lines below


class ActMention(TypedDict):
    """What the supervisor will do itself (kind follow_up), or a sanction (kind sanction)."""

    start: int
    end: int
    kind: str
    rule: str
    part: int | None
    state: SanctionState
    sort: SanctionKind


class DemandMention(TypedDict):
    """A demand, at the level of the numbered item."""

    start: int
    end: int
    kind: str  # demand
    rule: str
    part: int | None
    heading: Range | None
    actions: list[Range]
    labels: list[Label]
