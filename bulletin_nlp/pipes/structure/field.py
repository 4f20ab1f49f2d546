"""How a stretch of a line becomes a field."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_nlp.pipes.structure.outline import Field
from bulletin_nlp.text.sentences import trim


def field(name: str, folded: str, start: int, end: int, rule: str, value: str | None = None) -> Iterator[Field]:
    """The field of a stretch, blanks at its ends left out; none where nothing is left.

    `value` stands for the stretch's own characters where they are not the value as they are.
    """
    start, end = trim(folded, start, end)
    if start < end:
        yield Field(name=name, start=start, end=end, value=value or folded[start:end], rule=rule)
