"""Proves the headers of tables: each example gets the kind that it stands beside, each counter-example another one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from bulletin_nlp.knowledge import knowledge
from bulletin_nlp.knowledge.check import Finding, checker
from bulletin_nlp.knowledge.regex import nested_quantifier
from bulletin_nlp.pipes.tables.words import Words
from bulletin_nlp.records.table import ColumnKind
from bulletin_nlp.text.fold import fold


@checker("tables")
def check_tables() -> Iterator[Finding]:
    """Kinds are known, patterns compile and are safe, and every kind has headers of its own."""
    table = knowledge().table("tables")
    for kind, entry in table["columns"].items():
        path = f"columns.{kind}"
        if kind not in get_args(ColumnKind):
            yield Finding("tables", path, f"there is no kind {kind!r}")
        for number, pattern in enumerate(entry["patterns"]):
            try:
                re.compile(pattern)
            except re.error as error:
                yield Finding("tables", f"{path}.patterns[{number}]", f"no regular expression: {error}")
                return
            if nested := nested_quantifier(pattern):
                message = f"a repeat inside a repeat, which may take for ever: {nested}"
                yield Finding("tables", f"{path}.patterns[{number}]", message)
        if not entry.get("headers") or not entry.get("counter_headers"):
            yield Finding("tables", path, "it has no headers, or no counter_headers")
    compiled = Words(table)
    for kind, entry in table["columns"].items():
        for header in entry.get("headers", ()):
            if (found := compiled.kind(fold(header))) != kind:
                yield Finding("tables", f"columns.{kind}", f"the header is of the kind {found}: {header}")
        for header in entry.get("counter_headers", ()):
            if compiled.kind(fold(header)) == kind:
                yield Finding("tables", f"columns.{kind}", f"the counter-example is of the kind: {header}")
