"""The spaCy component `bulletin_units`: writes the units of a text into `doc.spans["bulletin_units"]`."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from bulletin_nlp.pipes.doc import text_of, write
from bulletin_nlp.pipes.tables.doc import tables_of
from bulletin_nlp.pipes.tables.index import cell_starts
from bulletin_nlp.pipes.units.finder import find

GROUP = "bulletin_units"


@Language.factory(GROUP)
def make_units(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component that finds units by characters and splits tokens where it must; it needs no other component."""

    def units(doc: Doc) -> Doc:
        return write(doc, GROUP, find(text_of(doc), walls=cell_starts(tables_of(doc))))

    return units
