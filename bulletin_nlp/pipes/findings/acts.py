"""Acts of the supervisor: what it will do itself, and the sanctions that it imposes or threatens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, cast

from bulletin_nlp.knowledge import compiled, knowledge
from bulletin_nlp.knowledge.phrases import PhraseCompiler, PhraseSet
from bulletin_nlp.pipes.findings.classify import LONGEST
from bulletin_nlp.pipes.findings.finding import ActMention, FindingMention
from bulletin_nlp.pipes.findings.labelled import labels_at
from bulletin_nlp.pipes.findings.polarity import judge
from bulletin_nlp.pipes.findings.shape import shape
from bulletin_nlp.pipes.findings.stretches import Stretch
from bulletin_nlp.pipes.structure.outline import Outline
from bulletin_nlp.records import SanctionKind, SanctionState
from bulletin_nlp.text.sentences import split

_SKIPPED = {"head", "distribution", "appendix"}
_SHORTEST = 4


def find_acts(
    folded: str, outline: Outline, own: dict[int, list[Stretch]], findings: Sequence[FindingMention]
) -> list[ActMention]:
    """The plans and sanctions of a bulletin, in text order.

    Args:
        folded: folded text.
        outline: the structure.
        own: the own stretches of each part.
        findings: the findings and commended facts, in text order: what lies in one is neither.
    """
    found = [
        act
        for mine in own.values()
        for stretch in mine
        if outline["parts"][stretch.part]["role"] not in _SKIPPED and not labels_at(folded, stretch.start, stretch.end)
        for act in _in_stretch(folded, outline, stretch)
    ]
    found.sort(key=lambda act: (act["start"], -act["end"]))
    return list(_outside(found, findings))


def _in_stretch(folded: str, outline: Outline, stretch: Stretch) -> Iterator[ActMention]:
    part = outline["parts"][stretch.part]
    marker = part["marker"] if stretch.first else None
    for start, end in split(folded, stretch.start, stretch.end):
        if marker and marker["start"] <= start < marker["end"]:
            start = marker["end"]
        if end - start < _SHORTEST:
            continue
        verdict = judge(folded[start:end].replace("\n", ""), part["role"])
        if verdict.kind == "plan":
            yield _act(start, end, "follow_up", verdict.rule, stretch.part)
            yield from _clauses(folded, start, end, stretch.part, conditional=True)
        elif verdict.kind == "sanction":
            yield _sanction(folded, start, end, stretch.part)
        elif verdict.kind == "demand":
            yield from _clauses(folded, start, end, stretch.part, conditional=False)


def _clauses(folded: str, start: int, end: int, part: int, *, conditional: bool) -> Iterator[ActMention]:
    """The clauses of a demand or a plan that name a sanction, each with the condition before it: 对逾期不报的,约谈镇长.

    `conditional`: only those that have such a condition.
    """
    opened: int | None = None
    for begin, stop in split(folded, start, end, stops=","):
        if shape().condition.match(folded, begin, stop):
            opened = begin if opened is None else opened
            continue
        if (opened is not None or not conditional) and _kinds(folded[begin:stop]):
            yield _sanction(folded, begin if opened is None else opened, stop, part)
        opened = None


def _sanction(folded: str, start: int, end: int, part: int) -> ActMention:
    text = folded[start:end].replace("\n", "")
    hits = _kinds(text)
    sort, rule = hits[0] if hits else ("other", "sanction")
    threatened = any(True for _ in _threats().find(text[:LONGEST]))
    state: SanctionState = "threatened" if threatened else "imposed"
    return _act(start, end, "sanction", rule, part, sort, state)


def _act(
    start: int,
    end: int,
    kind: str,
    rule: str,
    part: int,
    sort: SanctionKind = "other",
    state: SanctionState = "imposed",
) -> ActMention:
    return ActMention(start=start, end=end, kind=kind, rule=rule, part=part, state=state, sort=sort)


def _kinds(text: str) -> list[tuple[SanctionKind, str]]:
    """The kinds of sanction that a text names, the first one named first."""
    hits = sorted((start, -end, kind, phrase.source) for start, end, phrase, kind in _sorts().find(text[:LONGEST]))
    return [(cast(SanctionKind, kind), f"sanction.{kind}: {source}") for _, _, kind, source in hits]


def _outside(acts: Sequence[ActMention], findings: Sequence[FindingMention]) -> Iterator[ActMention]:
    position = 0
    for act in acts:
        while position < len(findings) and findings[position]["end"] <= act["start"]:
            position += 1
        if position == len(findings) or findings[position]["start"] >= act["end"]:
            yield act


@compiled
def _sorts() -> PhraseSet[str]:
    table: dict[str, Any] = knowledge().table("findings/acts")
    compiler = PhraseCompiler(table["classes"])
    lists = {kind: sources for kind, sources in table["sanctions"].items() if kind not in ("hits", "misses")}
    return PhraseSet((compiler.compile(source), kind) for kind, sources in lists.items() for source in sources)


@compiled
def _threats() -> PhraseSet[str]:
    table: dict[str, Any] = knowledge().table("findings/acts")
    compiler = PhraseCompiler(table["classes"])
    return PhraseSet((compiler.compile(source), "threat") for source in table["threats"]["phrases"])
