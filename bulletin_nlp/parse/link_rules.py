"""The weights and words by which links are judged."""

from __future__ import annotations

from typing import Any, NamedTuple

from bulletin_nlp.knowledge import compiled, knowledge
from bulletin_nlp.knowledge.phrases import PhraseCompiler, PhraseSet


class Rules(NamedTuple):
    """What `findings/links` says."""

    phrases: PhraseSet[str]
    common: frozenset[str]
    weights: dict[str, float]
    topic_half: float
    aim_half: float
    threshold: float
    margin: float

    def kinds(self, text: str) -> frozenset[str]:
        """The natures that a demand remedies, with `aimed`, `everything` and `listed` where its words say so."""
        return frozenset(label for _, _, _, label in self.phrases.find(text))

    def aim(self, text: str) -> str:
        """What a demand says that it is aimed at: 针对台账不全的问题."""
        return " ".join(text[start:end] for start, end, _, label in self.phrases.find(text) if label == "aimed")


@compiled
def rules() -> Rules:
    """The rules of the knowledge in force."""
    table: dict[str, Any] = knowledge().table("findings/links")
    compiler = PhraseCompiler(table["classes"])
    entries = [(source, code) for code, sources in table["remedies"].items() for source in sources]
    entries += [(source, kind) for kind in ("aimed", "everything", "listed", "redress") for source in table[kind]]
    compiled = PhraseSet((compiler.compile(source), label) for source, label in entries)
    return Rules(
        compiled,
        frozenset(table["common"]),
        table["weights"],
        table["topic_half"],
        table["aim_half"],
        table["threshold"],
        table["margin"],
    )
