"""The catalogue as an automaton: where its surfaces stand in a text, in one pass."""

from __future__ import annotations

from daachorse import CharwiseDoubleArrayAhoCorasick

from bulletin_nlp.knowledge.load import compiled
from bulletin_nlp.knowledge.units import catalogue


class Lexicon:
    """Catalogue surfaces, found by a character-wise Aho-Corasick automaton."""

    def __init__(self, surfaces: list[str]) -> None:
        self._automaton = CharwiseDoubleArrayAhoCorasick(surfaces)

    def find(self, s: str) -> dict[int, list[int]]:
        """For each start the ends of all surfaces there, the longest first."""
        found: dict[int, list[int]] = {}
        for start, end, _ in self._automaton.find_overlapping(s):
            found.setdefault(start, []).append(end)
        for ends in found.values():
            ends.sort(reverse=True)
        return found


@compiled
def lexicon() -> Lexicon:
    """The automaton of the shipped catalogue, built once a process."""
    return Lexicon(list(catalogue().by_surface))
