"""Records by place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from bulletin_nlp.records import Span


class Placed(Protocol):
    """A record with a span."""

    @property
    def span(self) -> Span: ...  # noqa: D102


Item = TypeVar("Item", bound=Placed)


class Within(Generic[Item]):
    """Records in text order, asked for those that lie between two offsets."""

    def __init__(self, records: Sequence[Item]) -> None:
        self._records = records
        self._starts = [record.span.start for record in records]

    def __call__(self, start: int, end: int) -> list[Item]:
        """The records that begin at or behind `start` and end at or before `end`."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [record for record in self._records[first:last] if record.span.end <= end]
