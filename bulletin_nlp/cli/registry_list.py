"""`bulletin registry list`: what is kept for a region, or in a folder."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bulletin_nlp.cli.options import Debug, RegistryFile
from bulletin_nlp.cli.registry_options import MaybeHome, MaybeRegion, day_of, place_of, units_of, usage

if TYPE_CHECKING:
    from bulletin_nlp.reconcile import Registry, Unit


class Listed(StrEnum):
    """Forms of the listing."""

    table = "table"
    csv = "csv"
    jsonl = "jsonl"


def list_units(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORD]…", help="Only names that hold one of these")
    ] = None,
    region: MaybeRegion = None,
    knowledge: MaybeHome = None,
    registry_file: RegistryFile = None,
    type: Annotated[str | None, typer.Option(help="Only units of this type: department, party, place …")] = None,
    source: Annotated[str | None, typer.Option(help="Only units of this source: derived, office, person")] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="YYYY-MM-DD", help="Only units in force on this day")
    ] = None,
    decisions: Annotated[bool, typer.Option("--decisions", help="The decisions in force instead of the units")] = False,
    format: Annotated[Listed | None, typer.Option(help="Default: a table on a terminal, CSV elsewhere")] = None,
    debug: Debug = False,
) -> None:
    """List the units of a region, or the regions of a knowledge folder.

    \b
    bulletin registry list 住建 交通 --region 532927
    bulletin registry list --region 澄湖县 --knowledge my --source person
    bulletin registry list --knowledge my
    """
    from bulletin_nlp.knowledge import use
    from bulletin_nlp.reconcile import Registries, Registry

    day = day_of(on)
    if region is None and registry_file is None:
        if knowledge is None:
            raise typer.BadParameter("say which: --region CODE|NAME, --registry FILE, or --knowledge DIR")
        _regions(knowledge)
        return
    with usage():
        use(knowledge if knowledge and knowledge.is_dir() else None)
        listed = Registry.read(registry_file) if registry_file else None
    if region:
        found, kept = units_of(place_of(region), Registries(knowledge, listed))
        if not kept:
            typer.echo(f"{region}: nothing is kept; these are derived by rule", err=True)
    else:
        assert listed is not None
        found = listed
    if decisions:
        _decisions(found)
        return
    units = [
        unit
        for unit in found.units
        if unit.in_force(day)
        and (type is None or unit.type == type)
        and (source is None or unit.source == source)
        and (not words or any(word in name for word in words for name in (unit.id, unit.name, *unit.aliases)))
    ]
    _show(units, format or (Listed.table if sys.stdout.isatty() else Listed.csv))


def _show(units: list[Unit], form: Listed) -> None:
    from bulletin_nlp.cli.stream import opened
    from bulletin_nlp.reconcile.listing import write_list

    if form is not Listed.table:
        with opened(None) as stream:
            write_list(units, form.value, stream)
        return
    from rich.console import Console
    from rich.table import Table

    table = Table("name", "aliases", "in force", "type", "source", box=None)
    for unit in units:
        period = f"{unit.valid_from or ''}..{unit.valid_to or ''}" if unit.valid_from or unit.valid_to else ""
        table.add_row(unit.name, " ".join(unit.aliases), period, unit.type, unit.source)
    Console(width=None if sys.stdout.isatty() else 140, markup=False, highlight=False).print(table)


def _decisions(registry: Registry) -> None:
    for decision in registry.decisions:
        period = f"{decision.valid_from or ''}..{decision.valid_to or ''}"
        meaning = decision.unit_name or "-"
        typer.echo(
            f"{decision.number}\t{decision.surface}\t{decision.verdict}\t{meaning}\t{period}\t{decision.at or ''}"
        )


def _regions(knowledge: Path) -> None:
    """One line for each region of a folder: its code or name, units, decisions in force."""
    from bulletin_nlp.reconcile.decisions import Decisions
    from bulletin_nlp.reconcile.listing import read_list
    from bulletin_nlp.reconcile.regional import DECISIONS_NAME, REGISTRY_NAMES

    home = knowledge / "regions"
    for folder in sorted(home.iterdir()) if home.is_dir() else ():
        with usage():
            units = sum(len(read_list(folder / name).units) for name in REGISTRY_NAMES if (folder / name).is_file())
            standing = len(Decisions(folder / DECISIONS_NAME).standing)
        typer.echo(f"{folder.name}\t{units} units\t{standing} decisions")
