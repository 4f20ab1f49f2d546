"""The compiled grammar of names: tables of the knowledge, made into expressions once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from bulletin_nlp.knowledge.load import compiled, knowledge
from bulletin_nlp.pipes.units.canvas import CJK


def alternation(words: list[str]) -> str:
    """Words as one expression, the longest first; entries that already are expressions keep their marks."""
    return "|".join(w if any(c in w for c in "?<\\") else re.escape(w) for w in sorted(words, key=len, reverse=True))


@dataclass(frozen=True)
class Grammar:
    """Expressions for names outside the catalogue. All repeats are bounded, so that matching stays linear."""

    table: dict[str, Any]
    cutter: re.Pattern[str]
    stop: re.Pattern[str]
    unbroken: re.Pattern[str]
    organ: re.Pattern[str]
    organ_more: re.Pattern[str]
    part: re.Pattern[str]
    strong: re.Pattern[str]
    company: re.Pattern[str]
    branch: re.Pattern[str]
    generic: re.Pattern[str]
    trade: re.Pattern[str]
    industry: re.Pattern[str]
    place_after: re.Pattern[str]
    location_after: re.Pattern[str]
    location_later: re.Pattern[str]
    location_before: re.Pattern[str]
    team: re.Pattern[str]
    zone: re.Pattern[str]
    outpost: re.Pattern[str]
    label: re.Pattern[str]


@compiled
def grammar() -> Grammar:
    """The grammar of the shipped knowledge."""
    t = knowledge().table("units/grammar")
    stop = alternation(t["stops"])
    free = rf"(?:{alternation(t['unbroken'])}|(?!{stop})[{CJK}])"
    forms = alternation(t["forms"])
    single = re.escape(t["cutters"]["single"])
    breaks = alternation([*t["verb_break"], *t["stops"]])
    nouns = alternation(t["location_nouns"])
    companies = t["companies"]
    teams = alternation(t["teams"])
    return Grammar(
        table=t,
        cutter=re.compile(f"(?:{alternation(t['cutters']['words'])})|[{single}]"),
        stop=re.compile(stop),
        unbroken=re.compile(alternation(t["unbroken"])),
        organ=re.compile(rf"{free}{{0,20}}?(?:{forms})"),
        organ_more=re.compile(alternation(t["extensions"])),
        part=re.compile(
            rf"(?:{alternation(t['parts'])})|(?![一二两三四五六七八九十]){free}{{1,10}}?(?:{alternation(t['part_forms'])})"
        ),
        strong=re.compile(alternation(companies["strong"])),
        company=re.compile(alternation(companies["plain"])),
        branch=re.compile(rf"[{CJK}]{{1,7}}?(?:{alternation(companies['branches'])})"),
        generic=re.compile(rf"(?:{alternation(companies['generic'])})+"),
        trade=re.compile(rf"(?<![{CJK}])({free}{{2,4}}?)(?:{alternation(companies['industries'])}){{1,2}}公司"),
        industry=re.compile(alternation(companies["industries"])),
        place_after=re.compile(alternation(t["places_after"])),
        location_after=re.compile(alternation(t["location_after"])),
        location_later=re.compile(rf"[“\"]?(?:(?!{breaks})[{CJK}“”\"]){{0,14}}?(?:{nouns})"),
        location_before=re.compile(rf"(?:{alternation(t['location_before'])})$"),
        zone=re.compile(rf"(?:{alternation(t['zones'])})(?:{alternation(t['zone_bodies'])})"),
        outpost=re.compile(rf"(?<![{CJK}])([{CJK}]{{2,9}}?)({alternation(t['outposts'])})"),
        label=re.compile(rf"(?:{alternation(t['labels'])})[:] ?"),
        team=re.compile(rf"(?:第[一二三四五六七八九十\d]{{1,3}}{free}{{0,12}}?(?:{teams}))"),
    )
