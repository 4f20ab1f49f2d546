"""Fictional counties: names that no real county has, their towns, and their departments by year."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from random import Random
from typing import Any

import yaml


@cache
def material() -> dict[str, Any]:
    """The tables that bulletins are made of."""
    tables: dict[str, Any] = yaml.safe_load(resources.files(__package__).joinpath("material.yaml").read_text("utf-8"))
    return tables


@dataclass(frozen=True)
class Named:
    """A unit as a bulletin writes it, and its full name in force then."""

    surface: str
    canonical: str


@dataclass(frozen=True)
class County:
    """A county that is nowhere.

    Attributes:
        name: such as 澄湖县.
        towns: full names of its towns.
    """

    name: str
    towns: tuple[str, ...]

    def departments(self, year: int) -> list[Named]:
        """Its departments in a year; around the reform of 2019 only those that it left alone."""
        return [
            Named(f"县{short}", f"{self.name}{full}")
            for short, full, first, last in material()["departments"]
            if year >= (first or 0) and year <= (last or 9999)
        ]

    def organ(self, surface: str) -> Named:
        """A body of the county by its surface with the bare head: 县政府督查室."""
        return Named(surface, f"{self.name}人民政府督查室" if surface == "县政府督查室" else self.name + surface[1:])


def county(seed: int | str, name: str | None = None) -> County:
    """The county of a seed, or one of the given name with the towns of the seed."""
    from bulletin_nlp.knowledge.regions import by_name

    random = Random(f"county:{seed}")
    table = material()["places"]

    def fresh(endings: list[str]) -> str:
        while True:
            made: str = random.choice(table["first"]) + random.choice(table["second"]) + random.choice(endings)
            if not by_name(made):
                return made

    own = fresh(["县"])
    towns: list[str] = []
    while len(towns) < 9:
        town = fresh(table["town"])
        if town not in towns and town[:2] != own[:2]:
            towns.append(town)
    return County(name or own, tuple(towns))
