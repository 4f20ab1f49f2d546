"""Names of units of the whole country: places × bodies, looked up without ever being written out.

A name is a place and what follows it: of 巍山县住建局 the place is 巍山县 and the rest 住建局. Either part may hold a
slip of one character, and the rest may be shortened further than the catalogue knows. The same rest in two places is
never a reason to choose one of them: the place must be told by the name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple

from bulletin_nlp.knowledge import compiled
from bulletin_nlp.knowledge.bodies import Body, is_subsequence
from bulletin_nlp.knowledge.regions import by_code
from bulletin_nlp.knowledge.units import catalogue
from bulletin_nlp.reconcile.build import exists
from bulletin_nlp.reconcile.places import Places, Spelt, places
from bulletin_nlp.reconcile.region import resolve_region
from bulletin_nlp.reconcile.regional import Registries
from bulletin_nlp.records import UnitCandidate, UnitMatch

_ALIAS, _ABBREVIATED, _PER_CHARACTER, _SLIP = 0.05, 0.3, 0.02, 1.0
_LEAST = 0.45
_TOWN_LEVELS = ("town", None)
_TOWN_HEADS = ("镇", "乡", "街道")  # 城关|镇人民政府 is a township of that name, no slip for 城关区


class Hit(NamedTuple):
    """A unit that a name may mean.

    Attributes:
        code: its place; of a township's body the county.
        town: the township, empty for a body of the place itself.
        body: id of the body in the catalogue.
        surface: how the catalogue writes what follows the place.
        score: 1 for a name as it stands in the catalogue, less for each thing that had to be forgiven.
        basis: what had to be forgiven.
    """

    code: str
    town: str
    body: str
    surface: str
    score: float
    basis: str


class _Rest(NamedTuple):
    body: Body
    surface: str
    cost: float
    basis: str


class National:
    """The names of the country's units.

    Args:
        country: the places.
        bodies: the bodies of the catalogue that belong to a place.
    """

    def __init__(self, country: Places, bodies: Iterable[Body]) -> None:
        self._places = country
        self._bodies = [body for body in bodies if not body.alone]
        self._name = {body.id: body.name for body in self._bodies}
        self._rests: dict[str, dict[str, list[tuple[Body, float]]]] = {}
        for body in self._bodies:
            before, _, after = body.name.partition("{r}")
            if ";" not in body.name and "{" not in before + after:
                self._add(before, after, body, 0.0)
            for number, surface in enumerate(body.surfaces):
                self._add("", surface, body, _ALIAS * (number > 0))

    def _add(self, before: str, rest: str, body: Body, cost: float) -> None:
        known = self._rests.setdefault(before, {}).setdefault(rest, [])
        if all(other is not body for other, _ in known):
            known.append((body, cost))

    @cached_property
    def size(self) -> int:
        """How many units it tells apart."""
        levels: dict[str, int] = {}
        for code in {code for codes in self._places.spellings.values() for code in codes}:
            division = by_code(code)
            level = division.level if division else ""
            levels[level] = levels.get(level, 0) + 1
        units = sum(count * sum(exists(body, level) for body in self._bodies) for level, count in levels.items())
        town = sum(body.at in _TOWN_LEVELS for body in self._bodies)
        return units + town * sum(map(len, self._places.towns.values()))

    def search(self, name: str, limit: int = 5) -> list[Hit]:
        """The units that a name may mean, best first; those of equal score are equally likely.

        Args:
            name: a name that tells its place, folded and without blanks.
            limit: how many to give; never fewer than all that share the best score.
        """
        found: dict[tuple[str, str, str], Hit] = {}
        for hit in self._hits(name):
            key = (hit.code, hit.town, self._name[hit.body])
            if key not in found or found[key].score < hit.score:
                found[key] = hit
        ranked = sorted(found.values(), key=lambda h: (-h.score, h.code, h.town, h.body))
        best = sum(hit.score == ranked[0].score for hit in ranked) if ranked else 0
        return ranked[: max(limit, best)]

    def _hits(self, name: str) -> Iterator[Hit]:
        fronts = [before for before in self._rests if before and name.startswith(before)]
        for before in (*sorted(fronts, key=len, reverse=True), ""):
            words = name[len(before) :]
            spelt = list(self._places.exact(words))
            hits = [hit for place in spelt for hit in self._after(name, before, words, place, slips=False)]
            if not hits and not before:
                hits = list(self._in_town(name, words, ()))
            if hits:
                yield from hits
                return
        for before in (*fronts, ""):
            words = name[len(before) :]
            for place in self._places.exact(words):
                yield from self._after(name, before, words, place, slips=True)
            for place in self._places.misspelt(words):
                yield from self._after(name, before, words, place, slips=False)

    def _after(self, name: str, before: str, words: str, place: Spelt, *, slips: bool) -> Iterator[Hit]:
        """Hits for what follows a place."""
        rest = words[place.end :]
        if not rest:
            return
        for body, surface, cost, basis in self._rest(before, rest, slips=slips):
            for code in place.codes:
                division = by_code(code)
                if division and exists(body, division.level):
                    yield _hit(name, code, "", body, surface, cost + place.edits * _SLIP, _why(basis, place.edits))
        if not before:
            yield from self._in_town(name, rest, place.codes, place.edits)

    def _in_town(self, name: str, words: str, within: tuple[str, ...], edits: int = 0) -> Iterator[Hit]:
        """Hits for a township's bodies; without a county the township's name must be the only one of the country."""
        for end in range(min(len(words), 12), 1, -1):
            codes = self._places.towns.get(words[:end], ())
            if within:
                codes = tuple(code for code in codes if code in within)
            if len(codes) == 1 or (within and codes):
                for body, surface, cost, basis in self._rest("", words[end:], slips=False, town=True):
                    for code in codes:
                        yield _hit(name, code, words[:end], body, surface, cost + edits * _SLIP, _why(basis, edits))

    def _rest(self, before: str, rest: str, *, slips: bool, town: bool = False) -> Iterator[_Rest]:
        """The bodies that the words after a place may mean."""
        table = self._rests.get(before, {})
        if rest in table:
            yield from (
                _Rest(b, b.surfaces[0] if before else rest, cost, "alias" if cost else "name")
                for b, cost in table[rest]
                if _fits(b, town)
            )
            return
        shorter = list(self._unabridged(before, rest, town))
        yield from shorter
        if slips and len(rest) > 1 and not rest.startswith(_TOWN_HEADS):
            from rapidfuzz import process
            from rapidfuzz.distance import OSA

            near = process.extract(
                rest, list(table), scorer=OSA.distance, score_cutoff=1 + (len(rest) > 6), limit=8, processor=None
            )
            for surface, edits, _ in near:
                yield from (
                    _Rest(b, b.surfaces[0] if before else surface, cost + edits * _SLIP, "slip")
                    for b, cost in table[surface]
                    if _fits(b, town)
                )

    def _unabridged(self, before: str, rest: str, town: bool) -> Iterator[_Rest]:
        """Bodies whose surface the words shorten: same first and last character, the others in their order."""
        if len(rest) < 3:
            return
        for surface in self._ends.get((before, rest[0], rest[-1]), ()):
            if len(surface) > len(rest) and is_subsequence(rest, surface):
                cost = _ABBREVIATED + _PER_CHARACTER * (len(surface) - len(rest))
                for body, more in self._rests[before][surface]:
                    if _fits(body, town):
                        yield _Rest(body, body.surfaces[0] if before else surface, cost + more, "abbreviation")

    @cached_property
    def _ends(self) -> dict[tuple[str, str, str], list[str]]:
        found: dict[tuple[str, str, str], list[str]] = {}
        for before, table in self._rests.items():
            for surface in table:
                if surface:
                    found.setdefault((before, surface[0], surface[-1]), []).append(surface)
        return found


def _fits(body: Body, town: bool) -> bool:
    return body.at in (_TOWN_LEVELS if town else ("county", None))


def _hit(name: str, code: str, town: str, body: Body, surface: str, cost: float, basis: str) -> Hit:
    return Hit(code, town, body.id, surface, round(max(0.0, 1 - cost / max(4, len(name)) * 2), 4), basis)


def _why(basis: str, edits: int) -> str:
    return f"{basis}, place misspelt" if edits else basis


@compiled
def national() -> National:
    """The names of the country by the catalogue in force."""
    return National(places(), catalogue().by_id.values())


def match_national(surface: str, on: date | None, registries: Registries) -> UnitMatch:
    """Resolve a name that tells its place itself.

    Args:
        surface: the name, folded and without blanks.
        on: the day on which it was used.
        registries: what is kept of each region; a person's word holds in its region as ever.

    Returns:
        The verdict of the place that the name tells. Several places, or a slip that had to be forgiven, make it
        `ambiguous`: likeness proposes, a person decides. `unmatched` where the name tells no place.
    """
    from bulletin_nlp.reconcile.alone import match_name

    hits = [hit for hit in national().search(surface) if hit.score >= _LEAST]
    found: dict[str, UnitCandidate] = {}
    for hit in hits:
        place = resolve_region(hit.code)
        match = match_name((hit.town or place.name[-1]) + hit.surface, place, on, registries.of(place))
        if hit is hits[0] and _sure(hit, hits):
            return match
        for candidate in match.candidates:
            score = round(candidate.score * hit.score, 2)
            basis = f"{candidate.basis}, {hit.basis}"
            found.setdefault(candidate.canonical_id, candidate.model_copy(update={"score": score, "basis": basis}))
    candidates = tuple(sorted(found.values(), key=lambda c: (-c.score, c.canonical_name)))
    return UnitMatch(status="ambiguous" if candidates else "unmatched", candidates=candidates)


def _sure(best: Hit, hits: Iterable[Hit]) -> bool:
    """Whether the best hit's place is told: as it is spelt, by no other hit as good, and with a name that needs no guess.

    What its catalogue surface means there is for the place's own verdict; an abbreviation must shorten one name alone.
    """
    others = [hit for hit in hits if hit is not best]
    if any(hit.score == best.score and (hit.code, hit.town) != (best.code, best.town) for hit in others):
        return False
    return best.basis in {"name", "alias"} or (best.basis == "abbreviation" and not others)
