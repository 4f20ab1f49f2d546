"""`bulletin registry build`: the canonical units of one region as a list that a person can edit."""

from __future__ import annotations

import io
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bulletin_nlp.cli.options import Debug
from bulletin_nlp.cli.registry_options import MaybeHome, OfRegion, day_of, place_of, usage

if TYPE_CHECKING:
    from bulletin_nlp.reconcile import RegionVerdict, Unit


class ListForm(StrEnum):
    """Forms of a list of units."""

    csv = "csv"
    jsonl = "jsonl"


def build(
    region: OfRegion,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", dir_okay=False, help="Write here instead of to standard output"),
    ] = None,
    format: Annotated[ListForm | None, typer.Option(help="Default: by the name of FILE, else csv")] = None,
    listed: Annotated[
        Path | None,
        typer.Option(
            "--from", metavar="FILE", exists=True, dir_okay=False, help="An office's own list; outranks what is derived"
        ),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="Only units in force on this day")
    ] = None,
    knowledge: MaybeHome = None,
    only_listed: Annotated[bool, typer.Option("--only-listed", help="Leave out what the list does not name")] = False,
    debug: Debug = False,
) -> None:
    """Make the registry of a region: units with stable ids, names, aliases, periods, parents.

    \b
    bulletin registry build --region 532927 -o units.csv
    bulletin registry build --region 澄湖县 --from 机构名录.csv --knowledge my
    With --knowledge and no FILE it is written to DIR/regions/CODE/registry.csv, where `parse --knowledge DIR` finds it.
    A file that is replaced by another content is kept beside it as FILE.bak.
    Exit code 1 when rows of the list are bad: each is told with its place, the rest is done.
    """
    place, day = place_of(region), day_of(on)
    if only_listed and listed is None:
        raise typer.BadParameter("--only-listed wants --from FILE")
    units, faults = _units(place, knowledge, listed, day, only_listed)
    target = output or (_home(knowledge, place, format) if knowledge else None)
    form = format or (ListForm.jsonl if target and target.suffix == ".jsonl" else ListForm.csv)
    _write(units, form, target)
    for fault in faults:
        typer.echo(fault, err=True)
    if target:
        own = sum(unit.source != "derived" for unit in units)
        typer.echo(f"{target}: {len(units)} units of {place.name}, {own} of them listed", err=True)
    if faults:
        raise typer.Exit(1)


def _units(
    place: RegionVerdict, knowledge: Path | None, listed: Path | None, day: date | None, only_listed: bool
) -> tuple[list[Unit], list[str]]:
    from bulletin_nlp.knowledge import use
    from bulletin_nlp.reconcile.build import derive, outranked
    from bulletin_nlp.reconcile.listing import read_list

    with usage():
        use(knowledge if knowledge and knowledge.is_dir() else None)
        listing = read_list(listed) if listed else None
    units = derive(place, [unit.name for unit in listing.units] if listing else ())
    if listing:
        units = outranked(units, listing.units, place)
        if only_listed:
            units = units[: len(listing.units)]
    faults = [f"{fault}; the row is left out" for fault in listing.faults] if listing else []
    return [unit for unit in units if unit.in_force(day)], faults


def _home(knowledge: Path, place: RegionVerdict, form: ListForm | None) -> Path:
    """The file of a region's units in a folder: the one that is there, unless another form is asked for."""
    from bulletin_nlp.reconcile.regional import region_folder, registry_file

    with usage():
        there = registry_file(knowledge, place)
        folder = region_folder(knowledge, place)
    folder.mkdir(parents=True, exist_ok=True)
    wanted = folder / f"registry.{(form or ListForm.csv).value}"
    if there and form and there != wanted:
        _put_aside(there)
    return wanted if form or not there else there


def _put_aside(path: Path) -> None:
    aside = path.with_name(path.name + ".bak")
    path.replace(aside)
    typer.echo(f"{path}: what it held is kept as {aside}; give it as --from to carry edits over", err=True)


def _write(units: list[Unit], form: ListForm, target: Path | None) -> None:
    from bulletin_nlp.cli.stream import opened
    from bulletin_nlp.reconcile.listing import write_list

    text = io.StringIO()
    if target and form is ListForm.csv:
        text.write("\ufeff")  # without it spreadsheets take UTF-8 for the code page of the system
    write_list(units, form.value, text)
    if target and target.is_file() and target.read_bytes() != text.getvalue().encode():
        _put_aside(target)
    with opened(target) as stream:
        stream.write(text.getvalue())
