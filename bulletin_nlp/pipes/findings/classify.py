"""The two facets of a finding, by the cues and phrases of the taxonomy: what is wrong, and what it is about."""

from __future__ import annotations

import re
from typing import NamedTuple

from bulletin_nlp.knowledge import compiled
from bulletin_nlp.knowledge.phrases import PhraseCompiler, PhraseSet
from bulletin_nlp.knowledge.taxonomy import taxonomy

LONGEST = 2000
"""Characters of one finding that are looked at; a longer run is no sentence."""

STRONG, PLAIN, WEAK = 3, 2, 1
_TITLE = re.compile(r"《[^《》\n]{1,80}》")
_IN_TEXT, _IN_HEADING, _IN_TITLE = 3, 2, 1
_LONGEST_NAME = 40


class Judged(NamedTuple):
    """A code, the characters that it was given for, and the rule that gave it.

    `start` and `end` are code points, half-open, counted from the `base` of the call. A code that rests on the heading
    or the title alone has an empty span at `base`.
    """

    code: str
    start: int
    end: int
    rule: str
    weight: int


def natures(text: str, base: int = 0, *, heading: str = "") -> list[Judged]:
    """Every nature that the predicate of a finding states, primary first; empty where no rule hits.

    Args:
        text: one finding, folded.
        base: the offset of `text` in the document.
        heading: the folded heading above it. It never adds a nature to those that the finding states; where the
            finding states none, the heading's first one is given, with a rule that says so and the weight 0.
    """
    found = _natures(text)
    if not found and heading:
        return [Judged(h.code, base, base, f"heading: {h.rule}", 0) for h in _natures(heading)[:1]]
    return [Judged(code, start + base, end + base, rule, weight) for code, start, end, rule, weight in found]


def domains(text: str, base: int = 0, *, heading: str = "", title: str = "") -> list[Judged]:
    """The policy domains of a finding, best supported first.

    Args:
        text: one finding, folded.
        base: the offset of `text` in the document.
        heading: the folded heading above it, counted where the finding alone does not decide.
        title: the folded title of the bulletin, the fallback.

    Returns:
        At most three codes, `general` where nothing speaks for another.
    """
    scores: dict[str, int] = {}
    best: dict[str, Judged] = {}
    sources = (("", text, _IN_TEXT), ("heading: ", heading, _IN_HEADING), ("title: ", title, _IN_TITLE))
    for place, words, worth in sources:
        for start, end, phrase, code in _longest(words):
            scores[code] = scores.get(code, 0) + worth * (end - start)
            span = (base, base) if place else (start + base, end + base)
            best.setdefault(code, Judged(code, *span, place + _name("domain", code, phrase), worth))
    ranked = sorted(best.values(), key=lambda judged: (-scores[judged.code], judged.start))
    stated = [judged for judged in ranked if judged.weight == _IN_TEXT] or ranked[:1]
    return stated[:3] or [Judged("general", base, base, "domain.general: nothing else", 0)]


class _Hit(NamedTuple):
    judged: Judged
    topical: bool
    """The phrase begins with what it is about, not with its predicate."""


def _natures(text: str) -> list[Judged]:
    text = _TITLE.sub(lambda match: "《" + "#" * (len(match[0]) - 2) + "》", text[:LONGEST])
    hits = [
        _Hit(Judged(code, start, end, rule, weight), topical)
        for start, end, _, (code, rule, weight, topical) in _nature_set().find(text)
    ]
    first: dict[str, Judged] = {}
    for hit in sorted(_standing(hits), key=_rank):
        first.setdefault(hit.code, hit)
    yields = taxonomy().yields
    return [hit for hit in first.values() if not any(other in first for other in yields.get(hit.code, ()))]


def _rank(hit: Judged) -> tuple[int, int, int]:
    return -hit.weight, hit.start, hit.start - hit.end


def _standing(hits: list[_Hit]) -> list[Judged]:
    """The hits that no other one of another code outdoes."""
    return [
        hit.judged
        for hit in hits
        if not any(_outdoes(other, hit) for other in hits if other.judged.code != hit.judged.code)
    ]


def _outdoes(other: _Hit, hit: _Hit) -> bool:
    mine, yours = hit.judged, other.judged
    if yours.start <= mine.start and mine.end <= yours.end:
        longer = yours.end - yours.start > mine.end - mine.start
        if yours.weight > mine.weight or (mine.weight == WEAK and longer):
            return True
    if mine.code in taxonomy().yields.get(yours.code, ()):
        return False
    # A Chinese noun phrase has its head last: of 检查记录缺失 the records are missing, not the check.
    return (
        (other.topical and hit.topical)
        and mine.start < yours.start < mine.end
        and abs(mine.end - yours.end) <= 1
        and yours.weight >= mine.weight < STRONG
    )


@compiled
def _nature_set() -> PhraseSet[tuple[str, str, int, bool]]:
    table = taxonomy()
    compiler = PhraseCompiler(table.classes)
    return PhraseSet(
        (compiler.compile(source), (entry.code, _name("nature", entry.code, source), weight, _topical(source)))
        for entry in table.nature
        for sources, weight in ((entry.strong, STRONG), ((*entry.cues, *entry.patterns), PLAIN), (entry.weak, WEAK))
        for source in sources
    )


def _topical(source: str) -> bool:
    return "~" in source and not source.startswith(("@not", "与"))


def _name(facet: str, code: str, source: str) -> str:
    """The name of a rule: its facet, its code, and the phrase as far as it is needed to find it."""
    return f"{facet}.{code}: {source}" if len(source) <= _LONGEST_NAME else f"{facet}.{code}: {source[:_LONGEST_NAME]}…"


@compiled
def _domain_set() -> PhraseSet[str]:
    table = taxonomy()
    compiler = PhraseCompiler(table.classes)
    return PhraseSet((compiler.compile(cue), entry.code) for entry in table.domain for cue in entry.cues)


def _longest(text: str) -> list[tuple[int, int, str, str]]:
    """Domain cues in a text, without those that lie inside a longer one."""
    hits = [(start, end, phrase.source, code) for start, end, phrase, code in _domain_set().find(text[:LONGEST])]
    hits.sort(key=lambda hit: (hit[0], -hit[1]))
    kept: list[tuple[int, int, str, str]] = []
    reach = (-1, -1)
    for hit in hits:
        if hit[1] <= reach[1] and (hit[0], hit[1]) != reach:
            continue
        reach = (hit[0], hit[1])
        kept.append(hit)
    return kept
