"""Mentions of units: organs, departments, towns, institutions, companies."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bulletin_nlp.records.base import Certainty, Record
from bulletin_nlp.records.span import Span

UnitKind = Literal["named", "collective", "anonymous"]
UnitRole = Literal[
    "issuer", "supervisor", "inspected", "responsible", "criticised", "praised", "recipient", "mentioned"
]
MatchStatus = Literal["matched", "derived", "ambiguous", "unmatched", "not_applicable"]
Quantifier = Literal["all", "most", "nearly_all", "some", "few", "individual", "count", "named", "unknown"]


class UnitCandidate(Record):
    """A canonical unit that a mention may stand for."""

    canonical_id: str
    canonical_name: str
    score: Certainty
    basis: str


class UnitMatch(Record):
    """The verdict on a mention: which canonical unit it is, and why.

    `matched`: in the registry; `derived`: composed by rule for this region; `ambiguous`: several, see the candidates;
    `unmatched`: a named unit that nothing resolves; `not_applicable`: a collective or anonymous mention.
    """

    status: MatchStatus
    canonical_id: str | None = None
    canonical_name: str | None = None
    canonical_names: tuple[str, ...] = Field(default=(), description="Both organs where one surface names two")
    members: tuple[str, ...] = Field(
        default=(), description="Full names of the bodies that a collective addresses, where its region defines them"
    )
    score: Certainty | None = None
    basis: str | None = None
    candidates: tuple[UnitCandidate, ...] = ()


class UnitMention(Record):
    """One mention of an actor."""

    id: str
    span: Span
    kind: UnitKind
    roles: tuple[UnitRole, ...] = Field(description="The role that counts first")
    role_rules: tuple[str, ...] = Field(default=(), description="The rule that gave each role, in their order")
    quantifier: Quantifier | None
    count: int | None
    match: UnitMatch
    rule: str
