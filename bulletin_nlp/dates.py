"""Chinese official dates on their own: `find(text, reference)`, without a pipeline and without spaCy.

>>> from bulletin_nlp.dates import find
>>> [(d["value_start"], d["value_end"]) for d in find("5月22日至26日", "2017-06-20")]
[('2017-05-22', '2017-05-26')]
"""

from __future__ import annotations

from datetime import date

from bulletin_nlp.pipes.dates.reference import Anchored, Reference, ResolvedDate
from bulletin_nlp.pipes.dates.resolve import anchor
from bulletin_nlp.pipes.dates.through import find as find_mentions

__all__ = ["Anchored", "Reference", "ResolvedDate", "find", "read"]


def find(text: str, reference: date | str | Reference | None = None) -> list[ResolvedDate]:
    """The date expressions of a text with their intervals of inclusive ISO days.

    Args:
        text: any text; offsets in the result are code points of it, half-open.
        reference: the day the text is dated (a `date` or an ISO day), or a `Reference`; without one, what depends on
            it stays without value.

    Raises:
        ValueError: where the reference is a string and no ISO day.
    """
    return read(text, reference).dates


def read(text: str, reference: date | str | Reference | None = None) -> Anchored:
    """As `find`, with the repairs of damaged dates and the remarks on impossible ones."""
    if isinstance(reference, str):
        reference = date.fromisoformat(reference)
    against = reference if isinstance(reference, Reference) else Reference(published=reference)
    return anchor(text, find_mentions(text), against)
