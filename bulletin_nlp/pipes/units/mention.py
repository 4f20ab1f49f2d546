"""What the finder hands on: a mention of a unit as plain data."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from bulletin_nlp.records.unit import Quantifier, UnitKind


class UnitMention(TypedDict):
    """A mention of an actor. Offsets are code points into the text as read, half-open.

    The parts of a named mention are in folded form and as understood, so that nobody has to parse the surface again:
    `places` are the regions it spells out (云岭县, 青石镇), `level` is a bare region head (县 of 县财政局), `body` is
    what follows them. A short or elliptic mention (督察组, 政府) has the parts of the name that it stands for.
    """

    start: int
    end: int
    kind: UnitKind
    quantifier: Quantifier | None
    count: int | None
    rule: str
    places: NotRequired[list[str]]
    level: NotRequired[str]
    body: NotRequired[str]
    part: NotRequired[str]
    bracket: NotRequired[str]
    former: NotRequired[bool]
