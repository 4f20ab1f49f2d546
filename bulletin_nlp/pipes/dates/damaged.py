"""Runs of digits that were dates before conversion dropped 年, 月, 日 and 至."""

from __future__ import annotations

import re
from typing import Any

from bulletin_nlp.knowledge import compiled, knowledge
from bulletin_nlp.pipes.dates.forms import words
from bulletin_nlp.pipes.dates.grammar import Grammar, match_at
from bulletin_nlp.pipes.dates.mention import DateMention, Endpoint
from bulletin_nlp.text.damage import detect_dates, read_run

_SINGLE = re.compile(r"(?:截至|截止|自)$")
_YEAR = re.compile(r"(?:19|20)\d\d年")
_YEAR_LED = re.compile(r"(?:19[89]|20[0-4])\d(?:1[0-2]|[1-9])")
_NO_DAY = re.compile(r"月(?!31|30|[12]\d(?!\d)|[1-9](?!\d))\d{3,4}日")
_PART = re.compile(r"[底末初]|[上中下]旬|[上下]半年")
_OWN_LINE = re.compile(r"(?:^|\n *| {2,})\Z")
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
        self.certain = float(table["certain"])
        self.subjects = re.compile(f"(?:{table['subjects']}) ?$")
        self.follows = re.compile(table["follows"])
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
    certainty = detect_dates(folded).certainty
    if certainty < tables.sure:
        return []
    found = []
    for match in tables.run.finditer(folded):
        intact = match_at(rules, folded, match.start(), len(folded))
        if intact and intact.end() >= match.end("run"):
            continue
        if _stands_alone(match, folded, tables, certainty >= tables.certain) and read_run(
            match["run"], single=bool(match["due"])
        ):
            found.append(_mention(match, folded, tables))
    return found


def _stands_alone(match: re.Match[str], folded: str, tables: _Tables, certain: bool) -> bool:
    """Whether a run stands where only a date does; where damage is certain, also before any word but a measure."""
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
    if _is_own_line(folded, start, end):
        return digits >= 6 and str(match["run"]).startswith(("19", "20"))
    if _PART.match(behind):
        return False
    if certain and _YEAR_LED.match(match["run"]):
        return True
    if certain and digits >= 3 and (opens or tables.subjects.search(before)) and tables.follows.match(behind):
        return True
    if before.rstrip(" ")[-1:] in ("\n", "") and behind.lstrip(" ")[:1] in ("\n", ""):
        return digits >= 6 and str(match["run"]).startswith(("19", "20"))
    if led:
        return digits >= 3 or bool(match["word"]) or closes or bool(tables.actors.match(behind))
    partial = not str(match["run"]).isdigit()
    if partial and (_YEAR.match(match["run"]) or _NO_DAY.search(match["run"])):
        return True
    return opens and ((closes and (digits >= 4 or partial)) or (digits >= 2 and bool(tables.actors.match(behind))))


def _is_own_line(folded: str, start: int, end: int) -> bool:
    """Whether a run ends a line that holds nothing else, or only a unit wide blanks before it."""
    return bool(_OWN_LINE.search(folded, max(0, start - 4), start)) and folded[end : end + 2].strip(" ")[:1] in (
        "\n",
        "",
    )


def _mention(match: re.Match[str], folded: str, tables: _Tables) -> DateMention:
    bound = "before" if match["due"] else "since" if match["since"] else "from" if match["from"] else None
    single = bool(
        bound or _is_own_line(folded, *match.span()) or _SINGLE.search(folded, max(0, match.start() - 2), match.start())
    )
    return DateMention(
        start=match.start(), end=match.end(), rule="damaged", granularity="day",
        kind="deadline" if bound == "before" else "fuzzy" if bound == "since" else "point",
        first=Endpoint(year_word=_key(match["word"])) if match["word"] else Endpoint(), last=None,
        bound=bound, cues=["single"] if single else [], count=None, event=None, run=match["run"], mended=None, breaks=3,
    )  # fmt: skip


def _key(word: str) -> str:
    table = knowledge().table("dates/grammar")["years"]
    return str(next(key for key, items in table.items() if word in items))
