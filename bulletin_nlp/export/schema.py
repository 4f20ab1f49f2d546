"""The shape of the tables, read from `tables.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal, cast

import yaml

Kind = Literal["string", "integer", "number", "boolean", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        name: ASCII, stable; `title` is its heading in Chinese.
        kind: type of its values, by the names of Table Schema.
        required: whether every row has a value.
        facet: the facet whose codes it holds, None for other values.
        labels: the name of the column whose codes this one labels, and in which language.
    """

    name: str
    title: str
    kind: Kind = "string"
    required: bool = False
    facet: str | None = None
    labels: tuple[str, Literal["zh", "en"]] | None = None


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Columns that hold the key of another table, or of this one."""

    columns: tuple[str, ...]
    table: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `key` names the columns that tell its rows apart."""

    name: str
    title: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    foreign: tuple[ForeignKey, ...]


@cache
def tables() -> dict[str, Table]:
    """All tables by name; each stands after those that it refers to."""
    content = yaml.safe_load(resources.files(__package__).joinpath("tables.yaml").read_text("utf-8"))
    return {name: _table(name, entry) for name, entry in content.items()}


def _table(name: str, entry: dict[str, Any]) -> Table:
    return Table(
        name,
        entry["title"],
        entry["about"],
        tuple(column for key, parts in entry["columns"].items() for column in _columns(key, *parts)),
        tuple(entry["key"]),
        tuple(ForeignKey(tuple(columns), table) for columns, table in entry.get("links", ())),
    )


def _columns(name: str, title: str, kind: str, *flags: str) -> tuple[Column, ...]:
    required = "required" in flags
    if not kind.startswith("codes/"):
        return (Column(name, title, cast(Kind, kind), required),)
    return (
        Column(name, title, required=required, facet=kind.removeprefix("codes/")),
        Column(f"{name}_zh", f"{title}（中）", labels=(name, "zh")),
        Column(f"{name}_en", f"{title}（英）", labels=(name, "en")),
    )
