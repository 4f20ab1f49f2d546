"""Patterns of what stands around a stretch of text, proven by examples that mark the stretch: 对‹县水务局›进行督查."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bulletin_nlp.knowledge.check import Finding, checker
from bulletin_nlp.knowledge.load import knowledge
from bulletin_nlp.knowledge.regex import nested_quantifier
from bulletin_nlp.text.fold import fold

_MARKED = re.compile(r"([^‹›]*)‹([^‹›]+)›([^‹›]*)")
_TABLES = ("findings/blame", "units/roles")
_SIDES = ("before", "inside", "after")


class Beside:
    """One entry: `before` is searched in what stands before, `after` matched where the stretch ends, `inside` searched in it.

    Args:
        entry: the mapping of the table; with `match: all` every side given must fit, else one is enough.

    Raises:
        re.error: a pattern that does not compile.
    """

    def __init__(self, entry: Mapping[str, Any]) -> None:
        self._before, self._inside, self._after = (re.compile(entry[s]) if s in entry else None for s in _SIDES)
        self._all = entry.get("match") == "all"

    def fits(self, before: str, inside: str, after: str) -> bool:
        """Whether folded text fits: what stands before the stretch, the stretch, what stands behind it."""
        found = (
            self._before.search(before) if self._before else None,
            self._inside.search(inside) if self._inside else None,
            self._after.match(after) if self._after else None,
        )
        given = (self._before, self._inside, self._after)
        if self._all:
            return all(hit for hit, pattern in zip(found, given, strict=True) if pattern)
        return any(found)


@checker("units/roles")
def check_beside() -> Iterator[Finding]:
    """Every entry with sides has examples that fit and counter-examples that don't; patterns compile and are safe."""
    for table in _TABLES:
        for name, entry in knowledge().table(table).items():
            if not {"before", "inside", "after"} & entry.keys():
                continue
            yield from _check(table, name, entry)


def _check(table: str, name: str, entry: Mapping[str, Any]) -> Iterator[Finding]:
    try:
        rule = Beside(entry)
    except re.error as error:
        yield Finding(table, name, f"no regular expression: {error}")
        return
    for side in _SIDES:
        if side in entry and (nested := nested_quantifier(entry[side])):
            yield Finding(table, name, f"a repeat inside a repeat, which may take for ever: {nested}")
    for key, wanted in (("marked", True), ("counter_marked", False)):
        if not entry.get(key):
            yield Finding(table, name, f"it has no {key} examples")
        for example in entry.get(key, ()):
            marked = _MARKED.fullmatch(fold(example))
            if marked is None:
                yield Finding(table, name, f"mark one stretch with ‹ and ›: {example}")
            elif rule.fits(*marked.groups()) != wanted:
                message = "the example is not found" if wanted else "the counter-example is found"
                yield Finding(table, name, f"{message}: {example}")
