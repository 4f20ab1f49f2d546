"""How many, how often, how bad: the three measures of a finding."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from bulletin_nlp.knowledge import compiled, knowledge
from bulletin_nlp.knowledge.phrases import PhraseCompiler, PhraseSet
from bulletin_nlp.pipes.findings.classify import LONGEST

Facet = Literal["quantifier", "frequency", "degree"]
_DEFAULTS = {"quantifier": "unknown", "frequency": "unknown", "degree": "plain"}


class Measured(NamedTuple):
    """A value and the characters that state it; an empty span at the base where nothing states it.

    `start` and `end` are code points, half-open, counted from the `base` of the call.
    """

    value: str
    start: int
    end: int
    rule: str


def quantifier(text: str, base: int = 0) -> Measured:
    """How many are meant, by the leftmost quantifying word: 大部分 is `most` and not 部分; `unknown` without one."""
    return _measure("quantifier", text, base)


def frequency(text: str, base: int = 0) -> Measured:
    """How often: continuous, recurrent, occasional, once; `unknown` where the text does not say."""
    return _measure("frequency", text, base)


def degree(text: str, base: int = 0) -> Measured:
    """How bad: `strong`, `mild`, or `plain` where no word says so. A strong word beats a mild one."""
    return _measure("degree", text, base)


def _measure(facet: Facet, text: str, base: int) -> Measured:
    found = list(_phrases()[facet].find(text[:LONGEST]))
    barred = [(start, end) for start, end, _, value in found if value == "trap"]
    hits = [
        (start, end, value, phrase.source)
        for start, end, phrase, value in found
        if value != "trap" and not any(low <= start and end <= high for low, high in barred)
    ]
    if not hits:
        return Measured(_DEFAULTS[facet], base, base, f"{facet}: none")
    if facet == "degree" and any(hit[2] == "strong" for hit in hits):
        hits = [hit for hit in hits if hit[2] == "strong"]
    start, end, value, source = min(hits, key=lambda hit: (hit[0], -hit[1]))
    return Measured(value, start + base, end + base, f"{facet}.{value}: {source}")


@compiled
def _phrases() -> dict[Facet, PhraseSet[str]]:
    table: dict[str, Any] = knowledge().table("findings/measures")
    compiler = PhraseCompiler(table["classes"])
    return {facet: _facet(facet, table, compiler) for facet in ("quantifier", "frequency", "degree")}


def _facet(facet: str, table: dict[str, Any], compiler: PhraseCompiler) -> PhraseSet[str]:
    lists = {value: sources for value, sources in table[facet].items() if value not in ("hits", "misses")}
    entries = [(source, value) for value, sources in lists.items() for source in sources]
    entries += [(source, "trap") for source in table.get(f"{facet}_traps", ())]
    return PhraseSet((compiler.compile(source), value) for source, value in entries)
