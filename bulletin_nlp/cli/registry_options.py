"""What the registry's commands share: options, and errors as wrong usage."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bulletin_nlp.reconcile import RegionVerdict, Registries, Registry

OfRegion = Annotated[
    str,
    typer.Option(
        "--region", metavar="CODE|NAME", help="The region, such as 532927 or 巍山县; one in no table by its full name"
    ),
]
MaybeRegion = Annotated[
    str | None, typer.Option("--region", metavar="CODE|NAME", help="The region, such as 532927 or 巍山县")
]
Home = Annotated[
    Path, typer.Option("--knowledge", metavar="DIR", file_okay=False, help="The knowledge folder; made when missing")
]
MaybeHome = Annotated[
    Path | None,
    typer.Option("--knowledge", metavar="DIR", file_okay=False, help="The knowledge folder; made when missing"),
]


@contextmanager
def usage() -> Iterator[None]:
    """Turn a value that can't be right into wrong usage."""
    try:
        yield
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def place_of(region: str) -> RegionVerdict:
    """The region that a user names, with a head that its names can begin with.

    Raises:
        typer.BadParameter: unknown, shared by several places, or not a full name.
    """
    from bulletin_nlp.reconcile import resolve_region

    with usage():
        place = resolve_region(region)
        if place.level is None:
            raise ValueError(f"{region}: in no table of places; give its full name, ending in 县, 市, 区, 旗, 州 or 省")
    return place


def day_of(value: str | None) -> date | None:
    """The day that a user gives."""
    from bulletin_nlp.reconcile.days import day

    with usage():
        return day(value) if value else None


def units_of(place: RegionVerdict, registries: Registries) -> tuple[Registry, bool]:
    """What is kept for a region, and whether there is anything; else what is derived."""
    from bulletin_nlp.reconcile import Registry
    from bulletin_nlp.reconcile.build import derive

    with usage():
        kept = registries.of(place)
    if kept is not None and kept.units:
        return kept, True
    return Registry(derive(place), "", kept.decisions if kept else ()), False


def pool_of(place: RegionVerdict, registries: Registries) -> Registry:
    """What is kept for a region, and after it what is derived besides: all that a person may choose from."""
    from bulletin_nlp.reconcile import Registry
    from bulletin_nlp.reconcile.build import derive

    kept, _ = units_of(place, registries)
    ids, names = set(kept.by_id), {unit.name for unit in kept.units}
    more = [unit for unit in derive(place) if unit.id not in ids and unit.name not in names]
    return Registry([*kept.units, *more], kept.digest, kept.decisions)
