"""The spaCy component `bulletin_findings`: problems, praise, demands and the supervisor's own acts in `doc.spans`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from bulletin_nlp.pipes.doc import text_of, write
from bulletin_nlp.pipes.findings.finder import find
from bulletin_nlp.pipes.structure.finder import find as find_structure
from bulletin_nlp.pipes.tables.doc import GROUP as TABLES
from bulletin_nlp.pipes.tables.doc import tables_of

PROBLEMS, PRAISE, DEMANDS, ACTS = "bulletin_problems", "bulletin_praise", "bulletin_demands", "bulletin_acts"


@Language.factory("bulletin_findings")
def make_findings(nlp: Language, name: str) -> FindingsComponent:
    """Make the component for a pipeline."""
    return FindingsComponent()


class FindingsComponent:
    """Reads the outline and the units that components before it left in the Doc; finds the outline where there is none."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the findings of one Doc."""
        outline = doc.user_data.get("bulletin_outline") or find_structure(text_of(doc))
        tables = tables_of(doc)
        found = find(text_of(doc), outline, doc.user_data.get("bulletin_units", []), tables)
        groups = (
            (TABLES, tables),
            (PROBLEMS, found.problems),
            (PRAISE, found.praise),
            (DEMANDS, found.demands),
            (ACTS, found.acts),
        )
        for group, mentions in groups:
            doc = write(doc, group, mentions)
        return doc
