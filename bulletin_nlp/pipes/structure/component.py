"""The spaCy component `bulletin_structure`: sections in `doc.spans`, the whole outline in `doc.user_data`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from bulletin_nlp.pipes.doc import text_of, write
from bulletin_nlp.pipes.structure.finder import find
from bulletin_nlp.pipes.tables.doc import tables_of
from bulletin_nlp.pipes.tables.index import cell_starts

GROUP = "bulletin_structure"


@Language.factory("bulletin_structure")
def make_structure(nlp: Language, name: str) -> StructureComponent:
    """Make the component for a pipeline."""
    return StructureComponent()


class StructureComponent:
    """Writes one span a section, labelled with its role, and `doc.user_data["bulletin_outline"]`."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the structure of one Doc."""
        outline = find(text_of(doc), cell_starts(tables_of(doc)))
        doc = write(doc, GROUP, outline["parts"], label="role")
        doc.user_data["bulletin_outline"] = outline
        return doc
