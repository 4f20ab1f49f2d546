"""The spaCy component `bulletin_references`: documents referred to, and figures, in `doc.spans`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from bulletin_nlp.pipes.doc import text_of, write
from bulletin_nlp.pipes.references.finder import all_mentions

REFERENCES, FIGURES = "bulletin_references", "bulletin_figures"


@Language.factory("bulletin_references")
def make_references(nlp: Language, name: str) -> ReferencesComponent:
    """Make the component for a pipeline."""
    return ReferencesComponent()


class ReferencesComponent:
    """Reads the dates that a component before it left in the Doc, so as not to count them as figures."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the references and figures of one Doc."""
        titles, numbers = all_mentions(text_of(doc), doc.user_data.get("bulletin_dates", []))
        doc = write(doc, REFERENCES, titles)
        return write(doc, FIGURES, numbers)
