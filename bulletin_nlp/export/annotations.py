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
        choices: codes by facet: kind and role of units, kind of dates, nature of problems.
        canonical: id of the canonical unit.
    """

    start: int
    end: int
    text: str
    label: str
    id: str
    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()
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
        span, choices = date.span, (("date_kind", (date.kind,)),)
        yield Annotation(span.start, span.end, span.text, "date", date.id, choices)
    for unit in bulletin.units:
        span, facets = unit.span, (("unit_kind", (unit.kind,)), ("unit_role", tuple(unit.roles)))
        yield Annotation(span.start, span.end, span.text, "unit", unit.id, facets, unit.match.canonical_id)
    for problem in bulletin.problems:
        span = problem.span
        yield Annotation(span.start, span.end, span.text, "problem", problem.id, (("nature", problem.nature),))
    for label, records in (
        ("recommendation", bulletin.recommendations),
        ("achievement", bulletin.achievements),
        ("reference", bulletin.references),
    ):
        for record in records:
            yield Annotation(record.span.start, record.span.end, record.span.text, label, record.id)
