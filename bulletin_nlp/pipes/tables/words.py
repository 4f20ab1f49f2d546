"""The words of tables, compiled: what a header says of a column, and what a cell says beside its value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, cast

from bulletin_nlp.knowledge import compiled, knowledge
from bulletin_nlp.records.table import ColumnKind

_BLANK = re.compile(r"\s+")
_BRACKETS = re.compile(r"\([^()]*\)")
NUMBERING = frozenset({"number", "rank"})


class Words:
    """The tables of `tables.yaml`; all patterns read folded text and are held against the whole of it, `notes` aside."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._kinds = [(kind, _whole(entry)) for kind, entry in table["columns"].items()]
        whole = ("preferred", "totals", "nothing", "same", "captions", "finished", "unbegun")
        self._whole = {name: _whole(table[name]) for name in whole}
        self.note = re.compile(table["notes"]["pattern"])

    def kind(self, name: str) -> ColumnKind | None:
        """What a header calls a column; None where no entry knows the name.

        Args:
            name: the folded name; blanks and what stands in brackets don't count.
        """
        bare = _BLANK.sub("", name)
        for words in (_BRACKETS.sub("", bare), bare.replace("(", "").replace(")", "")):
            for kind, pattern in self._kinds:
                if words and pattern.fullmatch(words):
                    return cast(ColumnKind, kind)
        return None

    def says(self, entry: str, words: str) -> bool:
        """Whether folded words are wholly those of an entry."""
        return self._whole[entry].fullmatch(_BLANK.sub("", words) if entry != "captions" else words.strip()) is not None


def _whole(entry: Mapping[str, Any]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in entry["patterns"]))


@compiled
def words() -> Words:
    """The words of the knowledge in force."""
    return Words(knowledge().table("tables"))
