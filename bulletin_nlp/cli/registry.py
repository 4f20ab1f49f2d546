"""`bulletin registry`: names looked up."""

from __future__ import annotations

from typing import Annotated

import typer

from bulletin_nlp.cli.options import Debug, RegistryFile

registry = typer.Typer(help="Canonical units: look names up.", no_args_is_help=True)


@registry.callback()
def _registry() -> None:
    """Keep `match` a command of its own even while it is the only one."""


@registry.command()
def match(
    names: Annotated[
        list[str], typer.Argument(metavar="NAME…", help="Names as bulletins write them, such as 县住建局")
    ],
    region: Annotated[
        str, typer.Option(metavar="CODE|NAME", help="The place that the names belong to, such as 532927 or 巍山县")
    ],
    on: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The day on which the names were used")] = None,
    registry_file: RegistryFile = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a name")] = False,
    debug: Debug = False,
) -> None:
    """Resolve names to canonical units of a place and a day."""
    from datetime import date

    from bulletin_nlp.reconcile import Registry, match_name, resolve_region

    try:
        place = resolve_region(region)
        day = date.fromisoformat(on) if on else None
        known = Registry.read(registry_file) if registry_file else None
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
    unmatched = 0
    for name in names:
        found = match_name(name, place, day, known)
        unmatched += found.status == "unmatched"
        if as_json:
            typer.echo(found.model_dump_json())
            continue
        canonical = ";".join(found.canonical_names) or found.canonical_name or "-"
        typer.echo(f"{name}\t{found.status}\t{canonical}\t{found.basis or ''}")
        for candidate in found.candidates if found.status == "ambiguous" else ():
            typer.echo(f"\t?\t{candidate.canonical_name}\t{candidate.score:.2f}\t{candidate.basis}")
    if unmatched:
        raise typer.Exit(1)
