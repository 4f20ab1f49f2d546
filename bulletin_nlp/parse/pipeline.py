"""The whole spaCy pipeline: jieba's words, then every component of ours in the order in which they need each other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

COMPONENTS = (
    "bulletin_structure",
    "bulletin_dates",
    "bulletin_units",
    "bulletin_references",
    "bulletin_findings",
)


def load(*, knowledge: Path | None = None) -> Language:
    """The pipeline that `parse` runs, as a spaCy Language.

    Args:
        knowledge: a folder that overlays the shipped knowledge.

    Returns:
        A Language whose Docs hold every mention in `doc.spans` (groups named `bulletin_…`) and, as plain data with
        code-point offsets, in `doc.user_data` under the same names.
    """
    import spacy

    from bulletin_nlp.knowledge import use
    from bulletin_nlp.pipes.words import WordTokenizer

    use(knowledge)
    nlp = spacy.blank("zh")
    nlp.tokenizer = WordTokenizer(nlp.vocab)
    nlp.max_length = 1 << 31
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp
