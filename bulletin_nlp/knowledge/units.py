"""The catalogue of standard bodies: what a county's organs are called in full and in short, and from when to when.

A body's name is a pattern: `{r}` stands for the region's full name. A surface is what a text may write after the
region's head: of 县财政局 the head is 县 and the surface 财政局.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bulletin_nlp.knowledge.load import Knowledge, KnowledgeError, compiled, knowledge

_FORM_LEVELS = {"厅": ("province",)}
FORMS = {"局": "局", "厅": "厅", "部": "部", "委": "委员会", "办": "办公室"}
"""A department's last word in short, and in full."""


def month_of(on: date) -> str:
    """The month of a day, `YYYY-MM`."""
    return f"{on.year:04d}-{on.month:02d}"


@dataclass(frozen=True, slots=True)
class Alias:
    """An abbreviation with its source and the months in which it was in use."""

    text: str
    source: str = "usage"
    since: str | None = None
    until: str | None = None

    def in_month(self, month: str) -> bool:
        """Whether it was in use in a month."""
        return (self.since or "") <= month <= (self.until or "9999")


@dataclass(frozen=True, slots=True)
class Body:
    """A standard body of any region.

    Attributes:
        id: its key, stable over versions.
        name: its full name's pattern; two organs that share a surface are joined by `;`.
        surfaces: what may follow the region's head, the full form first.
        type: party, department, institution …
        since: the first month of its validity (`YYYY-MM`), None for always.
        until: the last month of its validity.
        at: `county` (and above), `town`, `village` or `community`; None for any.
        alone: whether it is a name of its own, without a region.
        next: ids of the bodies that took its place.
        level: the level of the regions that have it (province, prefecture, county); None for all.
        parent: the id of the body that it is under.
        wraps: forms that stand around the region's name, which is `*` (共青团*委).
        source: where its names are from, a key of the sources in `canonical.yaml`.
        aliases: abbreviations with a source or validity of their own.
    """

    id: str
    name: str
    surfaces: tuple[str, ...]
    type: str
    since: str | None = None
    until: str | None = None
    at: str | None = None
    alone: bool = False
    next: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    parent: str | None = None
    wraps: tuple[str, ...] = ()
    source: str = "usage"
    aliases: tuple[Alias, ...] = ()

    def in_force(self, on: date | None) -> bool:
        """Whether the body existed on a day; true where no day is known."""
        return on is None or self.in_month(month_of(on))

    def in_month(self, month: str | None) -> bool:
        """Whether the body existed in a month (`YYYY-MM`); true where none is known."""
        return month is None or ((self.since or "") <= month <= (self.until or "9999"))

    def called(self, surface: str, month: str | None) -> bool:
        """Whether a surface of it was in use in a month: its own window, narrowed by that of the abbreviation."""
        if not self.in_month(month):
            return False
        return not self.aliases or month is None or all(a.in_month(month) for a in self.aliases if a.text == surface)

    def full_name(self, region: str) -> str:
        """Its full name in a region, whose own full name is given."""
        name = self.name.replace("{r}", region)
        if "{" in name:
            name = name.replace("{s}", region[:-1] if region[-1:] in "县市区旗" else region).replace("{l}", region[-1:])
        return name


_LONG = 5
_BELOW = ("town", "village", "community")
_TELLING = frozenset("一二三四五六七八九十东西南北中上下前后左右大小新旧老男女")


def is_subsequence(short: str, full: str) -> bool:
    """Whether the characters of one string stand in another in their order."""
    characters = iter(full)
    return all(character in characters for character in short)


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


def _departments(rows: list[dict[str, Any]], parents: dict[str, str]) -> Iterator[Body]:
    for row in rows:
        short = [_alias(item, row) for item in row.get("short", ())]
        stems = [row["stem"], *(alias.text for alias in short)]
        last = row["forms"][0]
        for form in row["forms"]:
            full = FORMS.get(form, form)
            pattern = row.get("pattern", f"{{r}}{row['stem']}{full}")
            if form == "部":  # a ministry is the nation's, and has no region
                pattern = f"中华人民共和国{row['stem']}部"
            following = [f"{key}.{form}" for key in row.get("next", ())] + list(row.get("next", ()))
            yield Body(
                id=row["id"] if form == last else f"{row['id']}.{form}",
                name=pattern,
                surfaces=tuple(dict.fromkeys(stem + ending for ending in (full, form) for stem in stems)),
                type="department",
                since=row.get("since"),
                until=row.get("until"),
                at="county",
                alone=form == "部",
                next=tuple(following),
                level=tuple(row.get("level", _FORM_LEVELS.get(form, ()))),
                parent=row.get("parent", None if form == "部" else parents.get("department")),
                source=row.get("source", "usage"),
                aliases=tuple(
                    replace(alias, text=alias.text + ending)
                    for alias in short
                    if alias.since or alias.until
                    for ending in dict.fromkeys((full, form))
                ),
            )


def _alias(item: str | dict[str, Any], row: dict[str, Any]) -> Alias:
    """An abbreviation as a row gives it: a word, or a word with its source and window."""
    return Alias(**({"source": row.get("source", "usage")} | (item if isinstance(item, dict) else {"text": item})))


def _organs(rows: list[dict[str, Any]], parents: dict[str, str]) -> Iterator[Body]:
    for row in rows:
        above = None if row.get("alone") or row.get("at") in _BELOW else parents.get(row["type"])
        yield Body(
            id=row["id"],
            name=row["name"],
            surfaces=tuple(item["text"] if isinstance(item, dict) else item for item in row["surfaces"]),
            type=row["type"],
            since=row.get("since"),
            until=row.get("until"),
            at=row.get("at"),
            alone=row.get("alone", False),
            next=tuple(row.get("next", ())),
            level=tuple(row.get("level", ())),
            parent=row.get("parent", above if above != row["id"] else None),
            wraps=tuple(row.get("wraps", ())),
            source=row.get("source", "usage"),
            aliases=tuple(_alias(item, row) for item in row["surfaces"] if isinstance(item, dict)),
        )


def _groups(rows: list[dict[str, Any]]) -> Iterator[Body]:
    for row in rows:
        full = row["stem"] + row["kind"]
        shared: dict[str, Any] = {key: row.get(key) for key in ("since", "until")}
        shared |= {"at": "county", "source": row.get("source", "usage")}
        group, head = f"{row['id']}.group", row.get("of", "{r}")
        following = tuple(row.get("next", ()))
        yield Body(
            group, head + full, (*_behind(head, full), *row["group"]), "leading-group",
            next=tuple(f"{key}.group" for key in following), parent="government", **shared,
        )  # fmt: skip
        if row["office"]:
            surfaces = (*_behind(head, f"{full}办公室"), *row["office"])
            yield Body(
                f"{group}-office", f"{head}{full}办公室", surfaces, "leading-group-office",
                next=tuple(f"{key}.group-office" for key in following), parent=group, **shared,
            )  # fmt: skip


def _behind(head: str, full: str) -> tuple[str, ...]:
    """What stands behind the region's head: of 中共{r}委员会 the words from 委 on as well."""
    return (head.partition("{r}")[2] + full, full) if head != "{r}" else (full,)


def build(source: Knowledge) -> Catalogue:
    """The catalogue of a knowledge folder.

    Raises:
        KnowledgeError: if a row lacks a field or an id is used twice.
    """
    try:
        parents = source.table("units/canonical")["parents"]
        bodies = [
            *_departments(source.table("units/departments")["bodies"], parents),
            *_organs(source.table("units/organs")["bodies"], parents),
            *_groups(source.table("units/groups")["groups"]),
        ]
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
