"""The spaCy component `bulletin_dates`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from bulletin_nlp.pipes.dates.cells import due_in_cells
from bulletin_nlp.pipes.dates.reference import Reference
from bulletin_nlp.pipes.dates.resolve import anchor
from bulletin_nlp.pipes.dates.through import find
from bulletin_nlp.pipes.doc import text_of, write
from bulletin_nlp.pipes.tables.doc import tables_of

GROUP = "bulletin_dates"


@Language.factory("bulletin_dates", default_config={"reference": None})
def make_dates(nlp: Language, name: str, reference: str | None = None) -> Callable[[Doc], Doc]:
    """Make a component that writes date expressions to `doc.spans["bulletin_dates"]` and `doc.user_data`.

    Args:
        nlp: the pipeline; any, also a blank one.
        name: the component's name in it.
        reference: an ISO day to resolve against; then every mention also has `value_start` and `value_end`.

    Raises:
        ValueError: where the reference is no ISO day.
    """
    against = Reference(published=date.fromisoformat(reference)) if reference else None

    def dates(doc: Doc) -> Doc:
        mentions = due_in_cells(text_of(doc), find(text_of(doc)), tables_of(doc))
        if against is None:
            return write(doc, GROUP, mentions)
        resolved = anchor(text_of(doc), mentions, against).dates
        return write(doc, GROUP, [{**mention, **value} for mention, value in zip(mentions, resolved, strict=True)])

    return dates
