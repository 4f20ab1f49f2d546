"""A spaCy DocBin: a token a character, so that every boundary lies between tokens."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bulletin_nlp.export.annotations import annotations_of, only_bulletins
from bulletin_nlp.reconcile import Registries
from bulletin_nlp.records import Bulletin, Failure

KEY = "sc"
"""The span group that spaCy's span categorizer learns from."""
_ENTITIES = ("date", "unit")


def write(results: Iterable[Bulletin | Failure], path: Path, registries: Registries) -> None:
    """Write a DocBin that any `spacy.blank("zh").vocab` reads.

    All annotations are in `doc.spans["sc"]` (id: the record's, kb_id: the canonical unit's); dates and units that do
    not overlap also in `doc.ents`, the longest kept.
    """
    from spacy.tokens import Doc, DocBin, Span
    from spacy.util import filter_spans
    from spacy.vocab import Vocab

    vocab = Vocab()
    store = DocBin(attrs=["ENT_IOB", "ENT_TYPE", "ENT_KB_ID", "ENT_ID"])
    for bulletin in only_bulletins(results):
        doc = Doc(vocab, words=list(bulletin.text), spaces=[False] * len(bulletin.text))
        spans = [
            Span(doc, note.start, note.end, label=note.label, kb_id=note.canonical or "", span_id=note.id)
            for note in annotations_of(bulletin)
        ]
        doc.spans[KEY] = spans
        doc.ents = tuple(filter_spans(span for span in spans if span.label_ in _ENTITIES))
        store.add(doc)
    store.to_disk(path)
