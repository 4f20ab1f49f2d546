"""The checkers of what needs no component: examples beside expressions, and the taxonomy."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from bulletin_nlp.knowledge import beside as _beside  # noqa: F401  (registers)
from bulletin_nlp.knowledge.check import Finding, checker
from bulletin_nlp.knowledge.load import KnowledgeError, knowledge
from bulletin_nlp.knowledge.phrases import Phrase, PhraseCompiler
from bulletin_nlp.knowledge.regex import nested_quantifier
from bulletin_nlp.knowledge.taxonomy import Domain, Nature, Taxonomy, taxonomy
from bulletin_nlp.text.fold import fold

_EXAMPLES = ("examples", "example")
_COUNTER_EXAMPLES = ("counter_examples", "counter-examples", "counter")


@checker("examples")
def check_examples() -> Iterator[Finding]:
    """Wherever a mapping holds expressions and examples, each expression compiles and is safe, each example holds a
    cue or is found by an expression, and no counter-example is. Matching is done on folded text.

    Expressions: `pattern`, `patterns` (regular expressions), `cues` (words). Examples: `examples` or `example`,
    `counter_examples` or `counter`. Without more an example may hold the expression anywhere and a counter-example may
    not begin with it; `match: whole` says that expressions are held against whole lines. A rule whose examples are
    not plain sentences is its component's to check.
    """
    source = knowledge()
    for table in source.names():
        try:
            content = source.table(table)
        except KnowledgeError as error:
            yield Finding(table, "", str(error))
            continue
        for path, entry in _mappings(content, ""):
            if _first(entry, (*_EXAMPLES, *_COUNTER_EXAMPLES)) and {"pattern", "patterns", "cues"} & entry.keys():
                yield from _check_entry(table, path, entry)


def _mappings(value: Any, path: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every mapping in a table with its path; entries with a `code` or `id` are called by it."""
    if isinstance(value, dict):
        yield path, value
        for key, item in value.items():
            yield from _mappings(item, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            name = isinstance(item, dict) and (item.get("code") or item.get("id"))
            yield from _mappings(item, f"{path}.{name}" if name else f"{path}[{number}]")


def _check_entry(table: str, path: str, entry: Mapping[str, Any]) -> Iterator[Finding]:
    compiled: list[re.Pattern[str]] = []
    for source in (*_list(entry.get("pattern")), *_list(entry.get("patterns"))):
        try:
            compiled.append(re.compile(source))
        except re.error as error:
            yield Finding(table, path, f"no regular expression: {source}: {error}")
            return
        if fault := _fault(source):
            yield Finding(table, path, fault)
    compiled += [re.compile(re.escape(fold(cue))) for cue in _list(entry.get("cues"))]
    whole = entry.get("match") == "whole"
    for example in _list(_first(entry, _EXAMPLES)):
        if not any((p.fullmatch if whole else p.search)(fold(example)) for p in compiled):
            yield Finding(table, path, f"the example is not found: {example}")
    for example in _list(_first(entry, _COUNTER_EXAMPLES)):
        if any((p.fullmatch if whole else p.match)(fold(example)) for p in compiled):
            yield Finding(table, path, f"the counter-example is found: {example}")


def _fault(pattern: str) -> str | None:
    nested = nested_quantifier(pattern)
    return f"a repeat inside a repeat, which may take for ever: {nested}" if nested else None


def _first(entry: Mapping[str, Any], keys: tuple[str, ...]) -> Any:
    return next((entry[key] for key in keys if entry.get(key)), None)


def _list(value: Any) -> list[str]:
    """The strings of a value that is one, or a list of them."""
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, str)]


@checker("taxonomy")
def check_taxonomy() -> Iterator[Finding]:
    """Codes are distinct, every phrase compiles and is safe, each formulaic example is found by a phrase of its own
    code, and each counter-example names another code that there is."""
    try:
        table = Taxonomy.model_validate(knowledge().table("taxonomy"))
    except ValidationError as error:
        for fault in error.errors():
            yield Finding("taxonomy", ".".join(map(str, fault["loc"])), fault["msg"])
        return
    for facet, entries in (("nature", table.nature), ("domain", table.domain)):
        yield from _distinct(facet, [entry.code for entry in entries])
    taxonomy()
    compiler = PhraseCompiler(table.classes)
    for nature in table.nature:
        yield from _check_nature(nature, compiler, {entry.code for entry in table.nature})
    for domain in table.domain:
        yield from _check_domain(domain, compiler, {entry.code for entry in table.domain})


def _distinct(facet: str, codes: list[str]) -> Iterator[Finding]:
    for code, times in Counter(codes).items():
        if times > 1:
            yield Finding("taxonomy", f"{facet}.{code}", f"{times} entries have this code")


def _check_nature(nature: Nature, compiler: PhraseCompiler, codes: set[str]) -> Iterator[Finding]:
    path = f"nature.{nature.code}"
    phrases: list[Phrase] = []
    for field in ("strong", "cues", "patterns", "weak"):
        for number, source in enumerate(getattr(nature, field)):
            phrase = _phrase(compiler, source)
            if isinstance(phrase, str):
                yield Finding("taxonomy", f"{path}.{field}[{number}]", phrase)
            elif field != "weak":
                phrases.append(phrase)
    if not any(phrase.pattern.search(fold(nature.positive_formulaic)) for phrase in phrases):
        message = f"no phrase of the code finds its example: {nature.positive_formulaic}"
        yield Finding("taxonomy", f"{path}.positive_formulaic", message)
    for number, example in enumerate(nature.negative):
        yield from _check_code(f"{path}.negative[{number}]", example.code, nature.code, codes)


def _check_domain(domain: Domain, compiler: PhraseCompiler, codes: set[str]) -> Iterator[Finding]:
    path = f"domain.{domain.code}"
    for number, source in enumerate(domain.cues):
        phrase = _phrase(compiler, source)
        if isinstance(phrase, str):
            yield Finding("taxonomy", f"{path}.cues[{number}]", phrase)
    yield from _check_code(f"{path}.negative", domain.negative.code, domain.code, codes)


def _phrase(compiler: PhraseCompiler, source: str) -> Phrase | str:
    """The compiled phrase, or what is wrong with it."""
    try:
        phrase = compiler.compile(source)
    except KnowledgeError as error:
        return str(error)
    return _fault(phrase.pattern.pattern) or phrase


def _check_code(path: str, code: str, own: str, codes: set[str]) -> Iterator[Finding]:
    if code not in codes:
        yield Finding("taxonomy", path, f"there is no code {code!r}")
    elif code == own:
        yield Finding("taxonomy", path, "a counter-example must have another code than its own")
