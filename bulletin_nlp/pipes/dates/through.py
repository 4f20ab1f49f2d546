"""Finds date expressions through damage: in the text as it reads once injected characters are dropped, look-alikes
and certain losses restored. The text itself is never changed; offsets are those of the text as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bulletin_nlp.knowledge import compiled, knowledge
from bulletin_nlp.pipes.dates.finder import find_in
from bulletin_nlp.pipes.dates.mention import DateMention
from bulletin_nlp.text.damage import Instead, View, detect_dates, injected, mend, view
from bulletin_nlp.text.fold import fold

_PARSED = ("rule", "first", "last", "bound", "count", "run", "kind")


class _Tables:
    """The compiled tables of what is undone."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.sure = float(table["sure"])
        self.parted: tuple[str, ...] = tuple(table["parted"])
        self.readings: dict[str, list[str]] = table["readings"]
        self.lost = [(re.compile(row["pattern"], re.MULTILINE), tuple(row["insert"])) for row in table["lost"]]


@compiled
def _tables() -> _Tables:
    return _Tables(knowledge().table("dates/damage"))


def undamaged(folded: str) -> View | None:
    """The text as it reads without its damage; None where there is nothing to undo.

    Args:
        folded: the text in folded form.
    """
    tables = _tables()
    dropped = list(injected(folded, tables.readings, tables.parted))
    read = view(folded, dropped) if dropped else None
    mended = mend(read.text if read else folded)
    lost = list(_lost(mended, tables)) if detect_dates(mended).certainty >= tables.sure else []
    if not lost:
        return read
    return view(folded, [*dropped, *(_at(read, insertion) for insertion in lost)])


def _lost(text: str, tables: _Tables) -> Iterator[Instead]:
    """The characters restored, one rule after the other; a place restored once is not restored again."""
    taken: set[int] = set()
    for pattern, inserts in tables.lost:
        for match in pattern.finditer(text):
            if match.end() in taken:
                continue
            for group, character in enumerate(inserts, 1):
                if character:
                    taken.add(match.end(group))
                    yield Instead(match.end(group), match.end(group), character)


def _at(read: View | None, insertion: Instead) -> Instead:
    """An insertion into the reading as one into the text."""
    if read is None:
        return insertion
    place = read.places[insertion.start - 1][1]
    return Instead(place, place, insertion.text)


def find(text: str) -> list[DateMention]:
    """All date expressions of a text, damaged ones among them, in order, without overlap.

    Args:
        text: any text; offsets of the result are code points of it, half-open.

    Returns:
        One mention for each expression; `mended` says what was read where it was damaged.
    """
    folded = fold(text)
    plain, read = find_in(folded), undamaged(folded)
    if read is None:
        return plain
    known = {(m["start"], m["end"]): m for m in plain}
    return [_placed(mention, read, folded, known) for mention in find_in(fold(read.text))]


def _placed(mention: DateMention, read: View, folded: str, known: dict[tuple[int, int], DateMention]) -> DateMention:
    """A mention of the reading as one of the text; mere blanks and line breaks inside it are layout, no damage."""
    surface = read.text[mention["start"] : mention["end"]]
    start, end = read.origin(mention["start"], mention["end"])
    same = known.get((start, end))
    changed = any(change.text or folded[change.start : change.end].strip() for change in read.changed(start, end))
    mention["start"], mention["end"] = start, end
    if same is not None and all(same.get(key) == mention.get(key) for key in _PARSED):
        mention["mended"] = same["mended"]
    elif changed and mention["run"] is None and mention["mended"] is None:
        mention["mended"] = surface
    return mention
