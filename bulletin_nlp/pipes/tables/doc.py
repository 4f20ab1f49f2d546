"""The tables of a Doc: found once, by whichever component asks first, and kept in `doc.user_data`."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bulletin_nlp.pipes.doc import text_of
from bulletin_nlp.pipes.tables.finder import find_tables
from bulletin_nlp.pipes.tables.mention import TableMention

if TYPE_CHECKING:
    from spacy.tokens import Doc

GROUP = "bulletin_tables"


def tables_of(doc: Doc) -> list[TableMention]:
    """The tables; put there beforehand by who knows the cells of the original, else found in the text alone."""
    if GROUP not in doc.user_data:
        doc.user_data[GROUP] = find_tables(text_of(doc))
    return cast(list[TableMention], doc.user_data[GROUP])
