"""Inline tags: a marked-up text → the text without its tags, and where each tag stood.

Removing the tags gives back the text to the character. Offsets are code points, half-open, computed, never typed.
What only looks a little like a tag (`<br/>`, `A<B`) is text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

TAGS = ("date", "unit", "problem", "phead", "rec", "rhead", "good", "ref")

_TAG = re.compile(rf'<(/?)({"|".join(TAGS)})((?:\s+[a-z_]+="[^"<>]*")*)\s*>')
_ATTRIBUTE = re.compile(r'([a-z_]+)="([^"]*)"')
_STRAY = re.compile(rf"</?(?:[a-z]{{1,40}}[\s>]|(?i:{'|'.join(TAGS)})\b).{{0,20}}")


class MarkupError(ValueError):
    """A mark-up that breaks the convention. `line` counts from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class Mark:
    """One tagged stretch of the text; `parent` is the index of the innermost mark around it."""

    tag: str
    start: int
    end: int
    text: str
    attributes: Mapping[str, str]
    parent: int | None
    line: int


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and its marks in the order of the text, an outer mark before the marks inside it."""

    text: str
    marks: tuple[Mark, ...]


@dataclass(slots=True)
class _Open:
    index: int
    tag: str
    start: int
    attributes: dict[str, str]
    line: int


def read_markup(tagged: str, first_line: int = 1) -> Marked:
    """Take the tags out of a marked-up text.

    Args:
        tagged: the text with its inline tags.
        first_line: the number of its first line, for error messages.

    Raises:
        MarkupError: for tags that cross, stay open, close nothing, hold nothing, or are not known.
    """
    pieces: list[str] = []
    stack: list[_Open] = []
    done: dict[int, Mark] = {}
    opened = position = last = 0
    line = first_line
    for match in _TAG.finditer(tagged):
        piece = _plain(tagged[last : match.start()], line)
        line += tagged.count("\n", last, match.start())
        pieces.append(piece)
        position += len(piece)
        last = match.end()
        closing, tag, attributes = match.groups()
        if closing:
            top = _close(stack, tag, position, line)
            parent = stack[-1].index if stack else None
            done[top.index] = Mark(tag, top.start, position, "", top.attributes, parent, top.line)
        else:
            if stack and stack[-1].tag == "ref":
                raise MarkupError(line, f"<{tag}> inside <ref>: nothing is tagged inside a document's title")
            stack.append(_Open(opened, tag, position, _attributes(attributes, tag, line), line))
            opened += 1
    pieces.append(_plain(tagged[last:], line))
    if stack:
        raise MarkupError(stack[-1].line, f"<{stack[-1].tag}> is never closed")
    text = "".join(pieces)
    marks = (done[index] for index in range(opened))
    return Marked(
        text,
        tuple(Mark(m.tag, m.start, m.end, text[m.start : m.end], m.attributes, m.parent, m.line) for m in marks),
    )


def _plain(piece: str, line: int) -> str:
    if stray := _STRAY.search(piece):
        line += piece.count("\n", 0, stray.start())
        raise MarkupError(line, f"{stray.group().strip()!r} is no tag of the convention ({', '.join(TAGS)})")
    return piece


def _attributes(text: str, tag: str, line: int) -> dict[str, str]:
    pairs = _ATTRIBUTE.findall(text)
    attributes = dict(pairs)
    if len(attributes) < len(pairs):
        raise MarkupError(line, f"<{tag}> has an attribute twice")
    return attributes


def _close(stack: list[_Open], tag: str, position: int, line: int) -> _Open:
    if not stack:
        raise MarkupError(line, f"</{tag}> closes nothing")
    top = stack.pop()
    if top.tag != tag:
        raise MarkupError(line, f"</{tag}> crosses <{top.tag}> of line {top.line}: tags nest, they never cross")
    if top.start == position:
        raise MarkupError(top.line, f"<{tag}> holds no text")
    return top
