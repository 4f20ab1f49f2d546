"""Characters that optical recognition takes for others inside words: 己经 for 已经, 末办 for 未办.

The table `misread.tsv` gives for each what it is read for, and what must stand behind (a look-behind) and before it (a
look-ahead); its examples and counter-examples prove it.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import NamedTuple


class Misreading(NamedTuple):
    """A character at `at`, and what it was."""

    at: int
    instead: str


class Rule(NamedTuple):
    """One row of the table."""

    read: str
    meant: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


@cache
def rules() -> tuple[Rule, ...]:
    """The rows of the table."""
    lines = resources.files(__package__).joinpath("misread.tsv").read_text("utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    return tuple(
        Rule(read, meant, re.compile(f"{behind}{read}{before}"), tuple(hits.split()), tuple(misses.split()))
        for read, meant, behind, before, hits, misses in rows
    )


def misreadings(text: str, folded: str) -> list[Misreading]:
    """The characters of a text that folding read as others, in text order.

    Args:
        text: the text as read.
        folded: the same in folded form.
    """
    return sorted(
        Misreading(match.start(), rule.meant)
        for rule in rules()
        for match in re.finditer(rule.read, text)
        if folded[match.start()] == rule.meant
    )


def reread(folded: str) -> str:
    """The text with misread characters as what they were, of the same length."""
    for rule in rules():
        if rule.read in folded:
            folded = rule.pattern.sub(rule.meant, folded)
    return folded
