"""Names of the country's units as people write them, made with a seed from the national table and the catalogue.

How, so that the figures can be judged: a place and a body of its level are drawn at random, each equally likely. Then

- `listed`: the place in full, in short or as a bare stem, and a surface that the catalogue lists;
- `free`: an abbreviation that no list holds: one to three inner characters of the full name are left out;
- `slip`: the name in full or in short with one character replaced, left out, put in twice, or two swapped, anywhere.

A query is `fair` when, by the parts that it was made of and every other place and body, nothing else fits as well: no
other place is spelt so (鼓楼区), is as near to the misspelt one (X山县) and no other body owns, is as near to, or can be
shortened to what follows it. Of an unfair query the best that can be asked is that the truth is among the answers.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bulletin_nlp.knowledge.regions import all_divisions, short_names
from bulletin_nlp.knowledge.units import Body, catalogue
from bulletin_nlp.reconcile.build import exists
from bulletin_nlp.reconcile.national import Hit


class Query(NamedTuple):
    text: str
    code: str
    pattern: str
    kind: str
    fair: bool


class Maker:
    """Makes queries; the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.divisions = all_divisions()
        self.spellings: dict[str, set[str]] = {}
        for division in self.divisions:
            for name in {division.name, *short_names(division.name)}:
                self.spellings.setdefault(name, set()).add(division.code)
        self.names = sorted(self.spellings)
        levels = {division.level for division in self.divisions}
        bodies = [body for body in catalogue().by_id.values() if "{topic}" not in body.name]
        self.bodies = {level: [b for b in bodies if exists(b, level)] for level in levels}
        self.owners: dict[str, dict[str, set[str]]] = {level: {} for level in levels}
        for level, some in self.bodies.items():
            for body in some:
                for surface in body.surfaces:
                    self.owners[level].setdefault(surface, set()).add(body.id)
        self.surfaces = {level: sorted(owners) for level, owners in self.owners.items()}

    def queries(self, kind: str, count: int) -> Iterator[Query]:
        made = 0
        while made < count:
            query = self._query(kind)
            if query is not None:
                made += 1
                yield query

    def _query(self, kind: str) -> Query | None:
        division = self.random.choice(self.divisions)
        body = self.random.choice(self.bodies[division.level])
        shorts = short_names(division.name)
        place = self.random.choice(
            [division.name, *shorts[: 1 if kind == "slip" or body.surfaces[0][0] == "委" else 2]]
        )
        rest = self.random.choice(body.surfaces)
        fair = len(self.spellings[place]) == 1
        if kind == "free":
            rest = self._shortened(body.surfaces[0])
            if not rest or rest in self.owners[division.level]:
                return None
            fair = fair and not any(
                _subsequence(rest, other) and not self._owned(other, body, division.level)
                for other in self.surfaces[division.level]
            )
        else:
            fair = fair and self._owned(rest, body, division.level)
        if kind != "slip":
            return Query(place + rest, division.code, body.name, kind, fair)
        at = self.random.randrange(len(place) + len(rest))
        if at < len(place):
            wrong = self._slip(place, at)
            fair = fair and self._near(wrong, self.names) <= {
                n for n in self.names if division.code in self.spellings[n]
            }
            return Query(wrong + rest, division.code, body.name, kind, fair) if wrong != place else None
        wrong = self._slip(rest, at - len(place))
        near = self._near(wrong, self.surfaces[division.level])
        fair = fair and all(self._owned(surface, body, division.level) for surface in near)
        return Query(place + wrong, division.code, body.name, kind, fair) if wrong != rest else None

    def _owned(self, surface: str, body: Body, level: str) -> bool:
        """Whether a surface means one body: it alone has it, or it alone has it as its full form."""
        owners = self.owners[level][surface]
        table = catalogue().by_id
        full = {table[key].name for key in owners if table[key].surfaces[0] == surface}
        return {table[key].name for key in owners} == {body.name} or full == {body.name}

    def _shortened(self, full: str) -> str:
        if len(full) < 6:
            return ""
        left_out = set(self.random.sample(range(1, len(full) - 1), self.random.randint(1, 3)))
        return "".join(c for n, c in enumerate(full) if n not in left_out)

    def _slip(self, words: str, at: int) -> str:
        how = self.random.randrange(4)
        if how == 0:
            other = self.random.choice(self.random.choice(self.names))
            return words[:at] + other + words[at + 1 :]
        if how == 1:
            return words[:at] + words[at + 1 :]
        if how == 2:
            return words[: at + 1] + words[at:]
        return words[:at] + words[at + 1 : at + 2] + words[at : at + 1] + words[at + 2 :]

    @staticmethod
    def _near(words: str, among: list[str]) -> set[str]:
        return {name for name, _, _ in process.extract(words, among, scorer=OSA.distance, score_cutoff=1, limit=None)}


def _subsequence(short: str, full: str) -> bool:
    characters = iter(full)
    return all(character in characters for character in short)


def is_answer(hits: list[Hit], query: Query) -> bool:
    """Whether the best hit, and it alone, is the truth."""
    best = [hit for hit in hits if hit.score == hits[0].score]
    return len(best) == 1 and is_truth(best[0], query)


def is_truth(hit: Hit, query: Query) -> bool:
    return (hit.code, catalogue().by_id[hit.body].name) == (query.code, query.pattern)
