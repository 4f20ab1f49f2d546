"""Sentences written and coded by hand, and the phrases of the taxonomy, as rows to learn from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bulletin_nlp.knowledge.taxonomy import Taxonomy, taxonomy
from bulletin_nlp.text.fold import fold

NONE, GENERAL, UNCODED = "none", "general", "-"
_HEADER = "text\tnature\tdomain"
_PHRASE_WORTH = 0.3
"""A phrase of the taxonomy against a sentence: it is a piece of one, and the first layer knows it already."""
_ROWS_OF_A_PATTERN = 8
_NEGATED = ("未", "没有")


class CorpusError(ValueError):
    """A file of sentences that breaks the convention: `file:line: what is wrong`."""


class Row(NamedTuple):
    """One sentence: folded text, natures (primary first; `none` alone for what is no finding), domains, its author's
    pass, and what it counts. A row without domains teaches nothing about them."""

    text: str
    natures: tuple[str, ...]
    domains: tuple[str, ...]
    source: str
    worth: float = 1.0


def read_rows(path: Path) -> list[Row]:
    """The sentences of one file: tab-separated text, natures, domains; an empty domain is the general one, `-` one that
    nobody coded, which teaches nothing of domains.

    Raises:
        CorpusError: no header, a row without three fields, an unknown code.
    """
    table = taxonomy()
    known = {entry.code for entry in table.nature} | {NONE}, {entry.code for entry in table.domain}
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path}: not readable as UTF-8: {error}") from error
    if not lines or lines[0] != _HEADER:
        raise CorpusError(f"{path}:1: the first line must be: text, nature, domain, with tabs between")
    rows = []
    for number, line in enumerate(lines[1:], 2):
        fields = line.split("\t")
        if len(fields) != 3 or not fields[0] or not fields[1]:
            raise CorpusError(f"{path}:{number}: wants a text, its natures and its domains, with tabs between")
        domains = () if fields[2] == UNCODED else tuple(filter(None, fields[2].split(","))) or (GENERAL,)
        codes = tuple(fields[1].split(",")), domains
        for given, there in zip(codes, known, strict=True):
            if unknown := [code for code in given if code not in there]:
                raise CorpusError(f"{path}:{number}: the taxonomy has no code {unknown[0]!r}")
        rows.append(Row(fold(fields[0]), *codes, path.stem))
    return rows


def training_files(folder: Path) -> list[Path]:
    """The files of a folder to train on: `train_*.tsv`, sorted. A held-out file has another name."""
    return sorted(folder.glob("train_*.tsv"))


def digest(paths: Sequence[Path]) -> str:
    """A digest of files by name and content."""
    total = hashlib.sha256()
    for path in paths:
        total.update(f"{path.name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def phrase_rows(table: Taxonomy) -> Iterator[Row]:
    """The phrases and examples of the natures, each a row of small worth; of a phrase one word of each slot at a time."""
    for entry in table.nature:
        examples = (entry.positive_formulaic, *entry.positive)
        phrases = (*entry.strong, *entry.cues, *entry.patterns)
        pieces = (piece for source in phrases for piece in _spelled(source, table))
        for text in (*pieces, *examples):
            yield Row(fold(text), (entry.code,), (), "taxonomy", _PHRASE_WORTH)
        for counter in entry.negative:
            yield Row(fold(counter.text), (counter.code,), (), "taxonomy", _PHRASE_WORTH)


def _spelled(source: str, table: Taxonomy) -> Iterator[str]:
    slots = [slot for token in source.split() if (slot := _words(token, table))]
    for turn in range(min(max(map(len, slots), default=0), _ROWS_OF_A_PATTERN)):
        yield "".join(slot[turn % len(slot)] for slot in slots)


def _words(token: str, table: Taxonomy) -> list[str]:
    """The words of a slot that stands for itself; none of a gap, a bar, or a class given by an expression."""
    if token.startswith(("~", "!", "<!")):
        return []
    words: list[str] = []
    for word in token.removesuffix("?").split("|"):
        value = table.classes.get(word[1:]) if word.startswith("@") else [word]
        words += value if isinstance(value, list) else _NEGATED if word == "@not" else ()
    return words
