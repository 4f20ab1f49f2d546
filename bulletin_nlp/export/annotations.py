"""What an annotator sees of a bulletin: labelled stretches of its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bulletin_nlp.records import Bulletin, Failure

LABELS = ("date", "unit", "problem", "recommendation", "achievement", "reference")


@dataclass(frozen=True, slots=True)
class Annotation:
    """A labelled stretch.

    Attributes:
        start, end: code points, half-open; `text` the characters there.
        label: one of `LABELS`.
        id: of the record.
        canonical: id of the canonical unit.
    """

    start: int
    end: int
    text: str
    label: str
    id: str
    canonical: str | None = None


def annotations_of(bulletin: Bulletin) -> list[Annotation]:
    """The annotations of a bulletin in the order of its text, an outer one before those inside it."""
    found = [note for note in _all(bulletin) if note.start < note.end]
    return sorted(found, key=lambda note: (note.start, -note.end, LABELS.index(note.label)))


def only_bulletins(results: Iterable[Bulletin | Failure]) -> Iterator[Bulletin]:
    """The bulletins: a format of annotations has no place for failures, which the caller tells."""
    return (result for result in results if isinstance(result, Bulletin))


def _all(bulletin: Bulletin) -> Iterator[Annotation]:
    for date in bulletin.dates:
        yield Annotation(date.span.start, date.span.end, date.span.text, "date", date.id)
    for unit in bulletin.units:
        yield Annotation(unit.span.start, unit.span.end, unit.span.text, "unit", unit.id, unit.match.canonical_id)
    for label, records in (
        ("problem", bulletin.problems),
        ("recommendation", bulletin.recommendations),
        ("achievement", bulletin.achievements),
        ("reference", bulletin.references),
    ):
        for record in records:
            yield Annotation(record.span.start, record.span.end, record.span.text, label, record.id)
