"""Proves the tables of dates: each example is found by the rule that it stands beside, no counter-example is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, Literal

from bulletin_nlp.knowledge import knowledge
from bulletin_nlp.knowledge.check import Finding, checker
from bulletin_nlp.pipes.dates.finder import find
from bulletin_nlp.pipes.dates.mention import DateMention


@checker("dates")
def check_dates() -> Iterator[Finding]:
    """The bounds of `dates/grammar`, and the fuzzy words and events of `dates/words`.

    An example holds a mention of the rule, a counter-example none.
    """
    grammar, words = (knowledge().table(f"dates/{name}") for name in ("grammar", "words"))
    for name, entry in grammar["bounds"].items():
        yield from _check("dates/grammar", f"bounds.{name}", entry, partial(_is, "bound", name))
    for entry in words["fuzzy"]:
        rule = "fuzzy_" + entry["code"].replace("-", "_")
        yield from _check("dates/words", f"fuzzy.{entry['code']}", entry, partial(_is, "rule", rule))
    yield from _check("dates/words", "events-before", words["events-before"], partial(_is, "rule", "event_before"))


def _is(key: Literal["bound", "rule"], value: str, mention: DateMention) -> bool:
    return mention[key] == value


def _check(
    table: str, path: str, entry: Mapping[str, Any], belongs: Callable[[DateMention], bool]
) -> Iterator[Finding]:
    for example in entry.get("examples", ()):
        if not any(belongs(mention) for mention in find(example)):
            yield Finding(table, path, f"the example is not found: {example}")
    for example in entry.get("counter-examples", ()):
        if any(belongs(mention) for mention in find(example)):
            yield Finding(table, path, f"the counter-example is found: {example}")
