"""The rows of the catalogue's tables as bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bulletin_nlp.knowledge.bodies import Alias, Body

_BELOW = ("town", "village", "community")
FORMS = {"局": "局", "厅": "厅", "部": "部", "委": "委员会", "办": "办公室"}
"""A department's last word in short, and in full."""


def bodies_of(
    departments: list[dict[str, Any]],
    organs: list[dict[str, Any]],
    groups: list[dict[str, Any]],
    parents: dict[str, str],
    levels: list[dict[str, Any]],
) -> list[Body]:
    """The bodies of all rows.

    Args:
        departments: rows of `units/departments`, a body for each form.
        organs: rows of `units/organs`, a body each.
        groups: rows of `units/groups`, a group and its office each.
        parents: what a body of a type is under, where its row does not say.
        levels: the levels of the regions that have a body, by its name, where its row does not say.

    Raises:
        KeyError, TypeError: where a row lacks a field or has another shape.
    """
    told = [(re.compile(row["pattern"]), tuple(row["levels"])) for row in levels]
    found = [*_departments(departments, parents), *_organs(organs, parents), *_groups(groups)]
    return [body if body.level or body.alone else _levelled(body, told) for body in found]


def _levelled(body: Body, told: list[tuple[re.Pattern[str], tuple[str, ...]]]) -> Body:
    levels = next((levels for pattern, levels in told if pattern.search(body.name)), None)
    return replace(body, level=levels) if levels else body


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
                level=tuple(row.get("level", ())),
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
