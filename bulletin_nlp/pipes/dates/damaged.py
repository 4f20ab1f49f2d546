"""Runs of digits that were dates before conversion dropped 年, 月, 日 and 至."""

from __future__ import annotations

import re
from typing import Any

from bulletin_nlp.knowledge import compiled, knowledge
from bulletin_nlp.pipes.dates.forms import words
from bulletin_nlp.pipes.dates.grammar import Grammar, match_at
from bulletin_nlp.pipes.dates.mention import DateMention, Endpoint
from bulletin_nlp.text.damage import detect, read_run

_SINGLE = re.compile(r"(?:截至|截止|自)$")
_YEAR = re.compile(r"(?:19|20)\d\d年")
_RUN = r"\d{1,14}(?:[年月日至到—~-]{1,2}\d{1,8}){0,4}[年月日]?"


class _Tables:
    """The compiled tables of damage."""

    def __init__(self, table: dict[str, Any], years: list[str]) -> None:
        due = words(table["due"])
        self.sure = float(table["sure"])
        self.run = re.compile(
            rf"(?<![\d.A-Za-z/%])(?P<word>{words(years)})?(?P<run>{_RUN})(?:(?P<due>{due}(?![期后列述]))|(?P<since>以来)|(?P<from>起(?![草诉步点])))?(?![\dA-Za-z.%/])"
        )
        self.lead = re.compile(f"(?:{table['lead']}) ?$")
        self.actors = re.compile(table["actors"])
        self.measures = re.compile(table["measures"])
        self.labels = re.compile(table["labels"])


@compiled
def _tables() -> _Tables:
    years = [word for key in ("this", "last", "next") for word in knowledge().table("dates/grammar")["years"][key]]
    return _Tables(knowledge().table("dates/damage"), years)


def damaged_runs(folded: str, rules: Grammar) -> list[DateMention]:
    """The runs that stand where a date stands, in a text that shows this damage; none in a sound text.

    Args:
        folded: the text in folded form.
        rules: the grammar of sound dates, which goes first.
    """
    tables = _tables()
    if detect(folded).certainty < tables.sure:
        return []
    found = []
    for match in tables.run.finditer(folded):
        intact = match_at(rules, folded, match.start(), len(folded))
        if intact and intact.end() >= match.end("run"):
            continue
        if _stands_alone(match, folded, tables) and read_run(match["run"], single=bool(match["due"])):
            found.append(_mention(match, folded, tables))
    return found


def _stands_alone(match: re.Match[str], folded: str, tables: _Tables) -> bool:
    start, end = match.span()
    before, behind = folded[max(0, start - 8) : start], folded[end : end + 6]
    digits: int = sum(character.isdigit() for character in match["run"])
    if tables.labels.search(before):
        return False
    opens = not before.strip() or before.rstrip(" ")[-1:] in "\n,。;:(、"
    closes = not behind.strip() or behind.lstrip(" ")[:1] in "\n,。;:)、"
    led = bool(match["word"] or tables.lead.search(before))
    if match["due"] or match["since"] or match["from"]:
        return led or digits >= 3
    if tables.measures.match(behind.lstrip(" ")):
        return False
    if before.rstrip(" ")[-1:] in ("\n", "") and behind.lstrip(" ")[:1] in ("\n", ""):
        return digits >= 6 and str(match["run"]).startswith(("19", "20"))
    if led:
        return digits >= 2
    partial = not str(match["run"]).isdigit()
    if partial and _YEAR.match(match["run"]):
        return True
    return opens and ((closes and (digits >= 4 or partial)) or (digits >= 2 and bool(tables.actors.match(behind))))


def _mention(match: re.Match[str], folded: str, tables: _Tables) -> DateMention:
    bound = "before" if match["due"] else "since" if match["since"] else "from" if match["from"] else None
    single = bool(bound or match["word"] or _SINGLE.search(folded, max(0, match.start() - 2), match.start()))
    return DateMention(
        start=match.start(), end=match.end(), rule="damaged", granularity="day",
        kind="deadline" if bound == "before" else "fuzzy" if bound == "since" else "point",
        first=Endpoint(year_word=_key(match["word"])) if match["word"] else Endpoint(), last=None,
        bound=bound, cues=["single"] if single else [], count=None, event=None, run=match["run"], mended=None, breaks=3,
    )  # fmt: skip


def _key(word: str) -> str:
    table = knowledge().table("dates/grammar")["years"]
    return str(next(key for key, items in table.items() if word in items))
