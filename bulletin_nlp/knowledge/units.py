"""The catalogue of standard bodies: what a county's organs are called in full and in short, and from when to when.

A body's name is a pattern: `{r}` stands for the region's full name. A surface is what a text may write after the
region's head: of 县财政局 the head is 县 and the surface 财政局.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from bulletin_nlp.knowledge.bodies import Body, is_subsequence
from bulletin_nlp.knowledge.body_rows import bodies_of
from bulletin_nlp.knowledge.load import Knowledge, KnowledgeError, compiled, knowledge

_LONG = 5
_TELLING = frozenset("一二三四五六七八九十东西南北中上下前后左右大小新旧老男女")


class Catalogue:
    """All standard bodies, by id and by surface."""

    def __init__(self, bodies: list[Body]) -> None:
        self.by_id = {body.id: body for body in bodies}
        self.by_surface: dict[str, tuple[Body, ...]] = {}
        for body in bodies:
            for surface in body.surfaces:
                known = self.by_surface.get(surface, ())
                if body not in known:
                    self.by_surface[surface] = (*known, body)
        self.wraps = tuple((*wrap.partition("*")[::2], body.surfaces[0]) for body in bodies for wrap in body.wraps)
        self._before: dict[str, list[Body]] = {}
        for body in bodies:
            for key in body.next:
                self._before.setdefault(key, []).append(body)
        self._near: dict[str, list[str]] = {}
        self._ends: dict[str, list[str]] = {}
        self._pairs = {words[at : at + 2] for words in self.by_surface for at in range(len(words) - 1)}
        for surface in self.by_surface:
            for at in range(len(surface) if len(surface) >= _LONG else 0):
                self._near.setdefault(f"{surface[:at]}*{surface[at + 1 :]}", []).append(surface)
            if len(surface) > _LONG:
                self._ends.setdefault(surface[0] + surface[-2:], []).append(surface)

    def near(self, word: str) -> tuple[str, ...]:
        """The surfaces that a misread character tells from a word of the same length: not the first one, no numeral or
        direction, and one that makes no pair with its neighbours that any body's name has (农机|技术 is no 农业技术)."""
        if len(word) < _LONG or word in self.by_surface:
            return ()
        found = {
            surface
            for at, character in enumerate(word)
            if at and character not in _TELLING and not {word[at - 1 : at + 1], word[at : at + 2]} & self._pairs
            for surface in self._near.get(f"{word[:at]}*{word[at + 1 :]}", ())
            if surface[at] not in _TELLING
        }
        return tuple(sorted(found))

    def longer(self, word: str) -> tuple[str, ...]:
        """The surfaces that a word shortens, begin and end alike: 农机推广站 → 农业机械推广站."""
        return tuple(
            surface
            for surface in self._ends.get(word[:1] + word[-2:], ())
            if len(word) < len(surface) <= len(word) + 6 and is_subsequence(word, surface)
        )

    def predecessors(self, body: Body, month: str | None) -> tuple[Body, ...]:
        """The bodies in force in a month whose work a body took over later."""
        found: list[Body] = []
        queue, seen = list(self._before.get(body.id, ())), {body.id}
        while queue:
            older = queue.pop(0)
            if older.id in seen:
                continue
            seen.add(older.id)
            if older.in_month(month):
                found.append(older)
            else:
                queue += self._before.get(older.id, ())
        return tuple(found)

    def successors(self, body: Body, on: date | None) -> tuple[Body, ...]:
        """The bodies in force on a day that took over from a body abolished by then, followed over several reforms."""
        found: list[Body] = []
        queue, seen = list(body.next), {body.id}
        while queue:
            key = queue.pop(0)
            following = self.by_id.get(key)
            if following is None or key in seen:
                continue
            seen.add(key)
            if following.in_force(on):
                found.append(following)
            else:
                queue += following.next
        return tuple(found)


def build(source: Knowledge) -> Catalogue:
    """The catalogue of a knowledge folder.

    Raises:
        KnowledgeError: if a row lacks a field or an id is used twice.
    """
    try:
        canonical = source.table("units/canonical")
        bodies = bodies_of(
            source.table("units/departments")["bodies"],
            source.table("units/organs")["bodies"],
            source.table("units/groups")["groups"],
            canonical["parents"],
            canonical["levels"],
        )
    except (KeyError, TypeError) as error:
        raise KnowledgeError(f"units: a row of the catalogue lacks {error}") from error
    ids = [body.id for body in bodies]
    twice = sorted({key for key in ids if ids.count(key) > 1}) if len(set(ids)) < len(ids) else []
    if twice:
        raise KnowledgeError(f"units: used twice as an id: {', '.join(twice)}")
    return Catalogue(bodies)


def _windows() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The tables of regions that fix windows: table, folder, and body → window."""
    for table in knowledge().names("regions"):
        folder, _, name = table.removeprefix("regions/").rpartition("/")
        if name == "windows":
            yield table, folder, knowledge().table(table).get("windows", {})


def windows_amiss() -> Iterator[tuple[str, str, str]]:
    """What is wrong with the windows that regions fix: table, body, and what."""
    base = catalogue()
    for table, _, windows in _windows():
        for key, window in windows.items():
            if key not in base.by_id:
                yield table, key, "the catalogue has no such body"
            elif not isinstance(window, dict) or not window.keys() <= {"since", "until"}:
                yield table, key, "a window has since and until, months such as 2019-03, and nothing else"
            elif str(window.get("since") or "") > str(window.get("until") or "9999"):
                yield table, key, f"it ends ({window['until']}) before it begins ({window['since']})"


@compiled
def _by_region() -> dict[str, Catalogue]:
    """Catalogues of the regions whose folder fixes windows, by the folder's name."""
    for table, key, message in windows_amiss():
        raise KnowledgeError(f"{table}: {key}: {message}")
    bodies = list(catalogue().by_id.values())
    return {
        folder: Catalogue([_within(body, windows[body.id]) if body.id in windows else body for body in bodies])
        for _, folder, windows in _windows()
    }


def _within(body: Body, window: dict[str, Any]) -> Body:
    """A body with a window of a region's own; what is not given stays, `null` is without an end."""
    months = {key: str(month) if month else None for key, month in window.items()}
    return replace(body, since=months.get("since", body.since), until=months.get("until", body.until))


def catalogue_of(code: str | None, name: str) -> Catalogue:
    """The catalogue of a region: its folder's windows (`regions/<code or name>/windows.yaml`) over the usual ones.

    Args:
        code: the region's six-digit code, None for a place in no table.
        name: its name, by which a place in no table keeps its folder.

    Raises:
        KnowledgeError: if a folder's windows are amiss, with the table and the body.
    """
    own = _by_region()
    return own.get(code or "") or own.get(name) or catalogue()


@compiled
def catalogue() -> Catalogue:
    """The catalogue of the knowledge in force, built once a process."""
    return build(knowledge())
