"""The entries of units/roles.yaml, compiled."""

from __future__ import annotations

import re

from bulletin_nlp.knowledge import compiled, knowledge
from bulletin_nlp.knowledge.beside import Beside


class Words:
    """Entries by name."""

    def __init__(self) -> None:
        table = knowledge().table("units/roles")
        self.joints = re.compile(table["joints"]["pattern"])
        self._entries = {name: Beside(entry) for name, entry in table.items() if name != "joints"}

    def __getitem__(self, name: str) -> Beside:
        return self._entries[name]


@compiled
def words() -> Words:
    """The entries of the knowledge in force."""
    return Words()
