"""The catalogue of standard bodies: what a county's organs are called in full and in short, and from when to when.

A body's name is a pattern: `{r}` stands for the region's full name. A surface is what a text may write after the
region's head: of 县财政局 the head is 县 and the surface 财政局.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from bulletin_nlp.knowledge.load import Knowledge, KnowledgeError, compiled, knowledge

FORMS = {"局": "局", "厅": "厅", "部": "部", "委": "委员会", "办": "办公室"}
"""A department's last word in short, and in full."""


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
        prefix: words that stand before the region in its full name (国网).
        tail: words after the region in its full name (支行).
        next: ids of the bodies that took its place.
    """

    id: str
    name: str
    surfaces: tuple[str, ...]
    type: str
    since: str | None = None
    until: str | None = None
    at: str | None = None
    alone: bool = False
    prefix: str = ""
    tail: str = ""
    next: tuple[str, ...] = ()

    def in_force(self, on: date | None) -> bool:
        """Whether the body existed on a day; true where no day is known."""
        month = f"{on:%Y-%m}" if on else None
        return month is None or ((self.since or "") <= month <= (self.until or "9999"))

    def full_name(self, region: str) -> str:
        """Its full name in a region, whose own full name is given."""
        return self.name.replace("{r}", region).replace("{s}", region[:-1] if region[-1:] in "县市区旗" else region)


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


def _departments(rows: list[dict[str, Any]]) -> Iterator[Body]:
    for row in rows:
        stems = [row["stem"], *row.get("short", ())]
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
            )


def _organs(rows: list[dict[str, Any]]) -> Iterator[Body]:
    for row in rows:
        yield Body(
            id=row["id"],
            name=row["name"],
            surfaces=tuple(row["surfaces"]),
            type=row["type"],
            since=row.get("since"),
            until=row.get("until"),
            at=row.get("at"),
            alone=row.get("alone", False),
            prefix=row.get("prefix", ""),
            tail=row.get("tail", ""),
            next=tuple(row.get("next", ())),
        )


def _groups(rows: list[dict[str, Any]]) -> Iterator[Body]:
    for row in rows:
        full = row["stem"] + row["kind"]
        window: dict[str, Any] = {"since": row.get("since"), "until": row.get("until")}
        yield Body(f"{row['id']}.group", f"{{r}}{full}", (full, *row["group"]), "leading-group", at="county", **window)
        if row["office"]:
            surfaces = (f"{full}办公室", *row["office"])
            name = f"{{r}}{full}办公室"
            yield Body(f"{row['id']}.group-office", name, surfaces, "leading-group-office", at="county", **window)


def build(source: Knowledge) -> Catalogue:
    """The catalogue of a knowledge folder.

    Raises:
        KnowledgeError: if a row lacks a field or an id is used twice.
    """
    try:
        bodies = [
            *_departments(source.table("units/departments")["bodies"]),
            *_organs(source.table("units/organs")["bodies"]),
            *_groups(source.table("units/groups")["groups"]),
        ]
    except (KeyError, TypeError) as error:
        raise KnowledgeError(f"units: a row of the catalogue lacks {error}") from error
    ids = [body.id for body in bodies]
    twice = sorted({key for key in ids if ids.count(key) > 1}) if len(set(ids)) < len(ids) else []
    if twice:
        raise KnowledgeError(f"units: used twice as an id: {', '.join(twice)}")
    return Catalogue(bodies)


@compiled
def catalogue() -> Catalogue:
    """The catalogue of the knowledge in force, built once a process."""
    return build(knowledge())
