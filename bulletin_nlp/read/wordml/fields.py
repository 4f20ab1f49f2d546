"""Fields: what Word computes and stores beside the instruction that made it (ECMA-376-1, 17.16)."""

from __future__ import annotations

import re

from bulletin_nlp.read.wordml.counting import counted

# A character in a circle, drawn by a field: EQ \o\ac(○,1).
_CIRCLED = re.compile(r"^\s*EQ\s+\\o\s*(?:\\a[clrd]\s*)?\(\s*[○◯〇]\s*[,，;；]\s*([0-9]{1,2})\s*\)", re.IGNORECASE)
# A reading above a character, likewise: EQ \o\ad(\s\up 9(pin),拼).
_ANNOTATED = re.compile(
    r"\\o\s*\\ad\s*\(\s*\\s\s*\\up\s*[0-9]+\s*\([^()]{0,60}\)\s*[,;]\s*([^()]{1,60})\)", re.IGNORECASE
)
_PAGE_FIELD = re.compile(r"^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION)\b", re.IGNORECASE)
_CONTENTS_FIELD = re.compile(r"^\s*TOC\b", re.IGNORECASE)


class Field:
    """A field while it is read: its instruction, then the result that Word stored."""

    def __init__(self, instruction: str = "") -> None:
        self.instruction = instruction
        self.in_result = False
        self.is_silent = True

    def begin_result(self) -> None:
        """From here on characters are shown, unless Word makes them from the rest of the document."""
        self.in_result = True
        self.is_silent = self.is_contents or bool(_PAGE_FIELD.match(self.instruction))

    @property
    def is_contents(self) -> bool:
        """Whether it is a table of contents."""
        return bool(_CONTENTS_FIELD.match(self.instruction))

    @property
    def drawn(self) -> str:
        """What a field shows that has no result and is drawn from its instruction; "" for all others."""
        if circled := _CIRCLED.match(self.instruction):
            return counted(int(circled[1]), "decimalEnclosedCircle")
        annotated = _ANNOTATED.search(self.instruction[:500])
        return annotated[1] if annotated else ""
